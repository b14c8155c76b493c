// The shadow tree of <sfs-turbo-tasks>: made once, and filled again at each change.

import type { Speech } from "./failure.js";
import { button, make, mark, say, show, slot } from "./nodes.js";
import { type Column, columns, type Order } from "./sorting.js";
import { statusText, typeText } from "./task-view.js";

/** The actions of a table. */
export interface TableActions {
  sort(column: Column): void;
  filter(name: "type" | "status", value: string): void;
  more(): void;
}

/** What a table shows. */
export interface TableView {
  readonly speech: Speech;
  readonly type: string;
  readonly status: string;
  readonly order: Order | undefined;
  readonly isBusy: boolean;
  /** How many tasks are shown, and how many exist; `undefined` until that is known. */
  readonly shown: number | undefined;
  readonly count: number;
  readonly hasMore: boolean;
  readonly isDeletable: boolean;
}

/** @returns The element for the rows, and a function that fills the rest. */
export function makeTable(
  root: HTMLElement,
  notice: HTMLElement,
  actions: TableActions,
): [HTMLElement, (view: TableView) => void] {
  const title = make("b", "title");
  const [types, fillTypes] = makeFilter((value) => actions.filter("type", value));
  const [statuses, fillStatuses] = makeFilter((value) => actions.filter("status", value));
  const loading = slot("loading", make("div", "skeleton", ...[1, 2, 3, 4].map(() => make("i"))));
  const caption = make("caption", "unseen");
  const heads = columns.map((column) => {
    const sort = button("sort", () => actions.sort(column));
    const head = make("th", "head", sort);
    head.scope = "col";
    return { column, sort, head };
  });
  const id = make("th", "head");
  const body = make("tbody");
  const head = make("thead", "", make("tr", "", ...heads.map(({ head }) => head), id, make("td", "extra")));
  const scroll = make("div", "scroll", make("table", "table", caption, head, body));
  const none = make("p", "empty");
  const empty = slot("empty", none);
  const shown = make("span");
  const more = button("more", actions.more);
  const foot = make("div", "foot", shown, " ", more);
  id.scope = "col";
  root.append(make("div", "top", title, types, statuses), notice, loading, scroll, empty, foot);

  const fill = (view: TableView) => {
    const { speech, order } = view;
    const { words } = speech;
    root.classList.toggle("deletable", view.isDeletable);
    mark(root, "aria-label", words.tasks);
    mark(root, "aria-busy", view.isBusy && "true");
    say(title, words.tasks);
    say(caption, words.tasks);
    fillTypes(words.type, words.all, Object.keys(words.types), view.type, (each) => typeText(each, speech));
    fillStatuses(words.status, words.all, Object.keys(words.statuses), view.status, (each) =>
      statusText(each, speech),
    );
    for (const { column, sort, head } of heads) {
      say(sort, words[column]);
      mark(head, "aria-sort", order?.column === column && (order.isDescending ? "descending" : "ascending"));
    }
    say(id, words.task);
    show(loading, view.isBusy);
    show(scroll, view.shown);
    show(foot, view.shown);
    show(empty, view.shown === 0);
    say(none, words.empty);
    say(shown, `${view.shown} / ${view.count}`);
    say(more, view.hasMore ? words.more : "");
  };
  return [body, fill];
}

/** A filter: one of the values that the service knows, or all. @returns The filter, and a function that fills it. */
function makeFilter(choose: (value: string) => void) {
  const name = make("span");
  const select = make("select", "filter");
  select.addEventListener("change", () => choose(select.value));
  /** @param value The chosen value, which may be none of the known ones. */
  const fill = (
    what: string,
    all: string,
    values: readonly string[],
    value: string,
    text: (value: string) => string,
  ) => {
    say(name, what);
    for (const each of ["", ...values, value]) {
      const known = [...select.options].find((option) => option.value === each);
      const option = known || new Option("", each);
      if (!known) select.append(option);
      say(option, each ? text(each) : all);
    }
    if (select.value !== value) select.value = value;
  };
  return [make("label", "", name, " ", select), fill] as const;
}
