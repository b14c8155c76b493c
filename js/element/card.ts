// The shadow tree of <sfs-turbo-task>: made once, and filled again at each change.

import type { Task } from "../operations/task.js";
import type { Speech } from "./failure.js";
import { make, mark, say, sayAll, show, slot } from "./nodes.js";
import { pathText, type Tone, tookText, typeText } from "./task-view.js";
import { isoText, timeText } from "./times.js";

/** What a card shows. */
export interface CardView {
  readonly speech: Speech;
  readonly task: Task | null;
  /** The text of the status chip; `""`: no chip. */
  readonly status: string;
  readonly tone: Tone;
  readonly isBusy: boolean;
  /** Whether the times of the task are shown. */
  readonly isTimed: boolean;
  /** Shown as long as no task has been seen. */
  readonly taskId: string;
}

/** @returns A function that fills the card. */
export function makeCard(root: HTMLElement, notice: HTMLElement): (view: CardView) => void {
  const kind = make("b", "type");
  const chip = make("span", "status");
  const [from, fromPlace, fromPath] = makeEnd();
  const [to, toPlace, toPath] = makeEnd();
  const arrow = make("span", "arrow", "→");
  const flow = make("div", "path", from, arrow, to);
  const bar = make("div", "bar", make("i"));
  const loading = slot("loading", make("div", "skeleton", make("i"), make("i"), make("i")));
  const facts = make("div", "times");
  const tellStart = makeFact(facts, "time");
  const tellDuration = makeFact(facts);
  const tellEnd = makeFact(facts, "time");
  const tellId = makeFact(facts, "code");
  mark(arrow, "aria-hidden", "true");
  mark(bar, "role", "progressbar");
  root.append(make("div", "top", kind, chip), loading, flow, bar, notice, facts, slot("actions"));

  return ({ speech, task, status, tone, isBusy, isTimed, taskId }) => {
    const { words, language } = speech;
    const type = typeText(task ? task.type : "", speech);
    mark(root, "data-tone", tone);
    mark(root, "aria-label", task ? `${type}: ${pathText(task)}` : type);
    mark(root, "aria-busy", isBusy && "true");
    say(kind, type);
    say(chip, status);
    show(loading, isBusy);
    show(flow, task);
    show(bar, tone === "run");
    mark(bar, "aria-label", type);
    mark(bar, "aria-valuetext", status);
    if (task) {
      // The data of an export goes to the bucket. The data of every other task comes from it.
      const isExport = task.type === "export";
      const [inside, insidePath] = isExport ? [fromPlace, fromPath] : [toPlace, toPath];
      const [outside, outsidePath] = isExport ? [toPlace, toPath] : [fromPlace, fromPath];
      say(inside, words.fileSystem);
      sayAll(insidePath, pathText(task));
      say(outside, words.bucket);
      sayAll(outsidePath, task.srcPrefix || "/");
    }
    const { startTime, endTime } = task && isTimed ? task : { startTime: null, endTime: null };
    tellStart(words.started, endTime ? "" : timeText(startTime, language, "short"), startTime);
    tellEnd(words.ended, timeText(endTime, language, "short"), endTime);
    tellDuration(words.duration, task && isTimed ? tookText(task, speech) : "");
    tellId(words.task, !task && !isBusy ? taskId : "");
  };
}

/** One end of the transfer: the directory or the bucket. */
function makeEnd(): [root: HTMLElement, place: HTMLElement, path: HTMLElement] {
  const place = make("small");
  const path = make("bdi");
  return [make("div", "end", place, path), place, path];
}

/** A name and a value in one line. @returns The line, and a function that fills it. */
function makeFact(facts: HTMLElement, tag: "b" | "time" | "code" = "b") {
  const name = make("span");
  const value = make(tag);
  const root = make("span", "", name, " ", value);
  facts.append(root);
  return (what: string, text: string, time?: Date | null) => {
    show(root, text);
    say(name, what);
    say(value, text);
    if (time) mark(value, "datetime", isoText(time));
  };
}
