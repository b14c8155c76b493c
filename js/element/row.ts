// A row of the table: one task.

import type { Task } from "../operations/task.js";
import type { Speech } from "./failure.js";
import { button, make, mark, say, sayAll, shortened, show, slot } from "./nodes.js";
import { pathText, statusText, toneOf, tookText, typeText } from "./task-view.js";
import { isoText, timeText } from "./times.js";

/** The actions of a row. */
export interface RowActions {
  select(task: Task): void;
  /** @returns Whether the row has to ask for confirmation. */
  mayAsk(task: Task): boolean;
  /** @returns Settles when the task is deleted, or when that has failed. */
  delete(task: Task): Promise<void>;
}

/** How a row is shown, besides its task. */
export interface RowLook {
  readonly isDeletable: boolean;
  /** The id of the chosen task. */
  readonly chosen: string;
}

export interface Row {
  readonly root: HTMLElement;
  render(task: Task, speech: Speech, look: RowLook): void;
  /** Draws the running times. @returns Whether they have changed. */
  tick(speech: Speech, now: number): boolean;
}

export function makeRow(first: Task, actions: RowActions): Row {
  let task = first;
  let speech: Speech;
  let isBusy = false;
  let isDeletable = false;
  let question: HTMLElement | undefined;
  const status = make("span", "status");
  const message = make("small", "message");
  const type = make("td", "type");
  const path = make("bdi");
  const choose = button("path", () => actions.select(task));
  const started = make("time", "started");
  const took = make("span");
  const id = make("td", "id");
  const ask = button("delete", () => actions.mayAsk(task) && turn(true));
  const extra = make("td", "actions", ask, slot(`actions-${task.taskId}`));
  const root = make(
    "tr",
    "row",
    make("td", "", status),
    type,
    make("td", "wide", choose, message),
    make("td", "even", started),
    make("td", "even", took),
    id,
    extra,
  );
  choose.append(path);
  message.dir = "auto";

  /** Shows or hides the question. */
  function turn(isAsking: boolean): void {
    if (question) question.remove();
    question = undefined;
    if (isAsking) {
      const { words } = speech;
      const stay = () => {
        turn(false);
        ask.focus();
      };
      const yes = button("confirm", async () => {
        isBusy = true;
        turn(false);
        choose.focus();
        await actions.delete(task);
        isBusy = false;
        turn(false);
      });
      const no = button("keep", stay);
      yes.append(words.delete);
      no.append(words.keep);
      question = make("span", "question", make("span", "", words.confirm), " ", yes, " ", no);
      question.addEventListener("keydown", ({ key }) => key === "Escape" && stay());
      extra.prepend(question);
      no.focus();
    }
    show(ask, isDeletable && !isAsking);
    ask.disabled = isBusy || task.status === "DELETING";
  }

  return {
    root,
    tick: (newest, time) => say(took, tookText(task, newest, time)),
    render(newest, now, look) {
      task = newest;
      speech = now;
      isDeletable = look.isDeletable;
      const { words, language } = speech;
      const { taskId, startTime } = task;
      const kind = typeText(task.type, speech);
      mark(root, "data-tone", toneOf(task.status));
      mark(root, "aria-current", taskId === look.chosen && "true");
      say(status, statusText(task.status, speech));
      sayAll(type, kind);
      sayAll(path, pathText(task));
      sayAll(message, task.status === "FAIL" ? task.message : "");
      say(started, timeText(startTime, language));
      mark(started, "datetime", isoText(startTime));
      sayAll(id, shortened(taskId), taskId);
      say(ask, words.delete);
      mark(ask, "aria-label", `${words.delete}: ${kind}: ${pathText(task)}`);
      if (question && isDeletable) show(ask, false);
      else turn(false);
    },
  };
}
