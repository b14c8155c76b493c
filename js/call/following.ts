// The state of a wait or watch: the last answer, what has changed, and the time of the next look.

import { inheritNothing, unpolluted } from "../core/pollution.js";
import type { JsonObject } from "../core/record.js";
import { define } from "../errors/cause.js";
import { isHidden, onPageChange } from "./page.js";
import { LONGEST_TIMEOUT, TIMED_OUT, type Waiter } from "./wait.js";

/** A callback of the caller. It may throw or return anything. */
type Callback = (...values: unknown[]) => unknown;

/** The raw answers of `createTask`. A wait that gets one is for a new task, which the service may not find at once. */
export const newTasks = new WeakSet<object>();

/** Follows a task, or a list of them. */
export class Following {
  /** The last good answer. */
  last: JsonObject | undefined;
  /** The deadline of the whole wait. */
  readonly deadline: number;
  /** The result of the caller's `interval` function. */
  interval: unknown;
  private looks = 0;
  private lookedAt = 0;
  private text: string | null = null;
  /** For a list: the JSON of each task by its id. */
  private tasks: ReadonlyMap<unknown, string> = new Map();

  /** @param option Gives the value of an option of the operation. */
  constructor(private readonly option: (name: string) => unknown) {
    const waitTimeout = option("waitTimeout");
    // The core refuses any other value when it runs.
    const isTime = typeof waitTimeout === "number" && waitTimeout >= 1;
    this.deadline = performance.now() + (isTime ? waitTimeout : Number.POSITIVE_INFINITY);
  }

  /**
   * Records a good answer.
   *
   * @returns Whether it contains something new.
   * @throws Whatever a callback of the caller throws.
   */
  look(answer: JsonObject, text: string | null): boolean {
    const previous = this.last;
    const isNew = this.compare(answer, text !== null && text === this.text);
    this.looks += 1;
    this.text = text;
    this.last = answer;
    if (isNew) this.call("onUpdate", answer, previous);
    const interval = this.call("interval", answer, this.looks);
    this.interval = typeof interval === "number" ? Math.round(interval) : interval;
    return isNew;
  }

  /** Calls a callback of the caller, if there is one. */
  call(name: string, ...values: unknown[]): unknown {
    const callback = this.option(name);
    return typeof callback === "function" ? (callback as Callback)(...values) : undefined;
  }

  /** A look has ended: the pause starts now, also if a watcher does something else in between. */
  looked(): void {
    this.lookedAt = performance.now();
  }

  /**
   * Waits until the next look is due: sooner if the page becomes visible or its connection is back.
   *
   * @param pauses The pause, the pause while the page is hidden, and the minimum, in milliseconds.
   */
  async sleep(waiter: Waiter, [pause, hiddenPause, shortest]: [number, number, number]): Promise<void> {
    let isAwake = false;
    let wake = (): void => {};
    const stopListening = onPageChange(() => {
      isAwake ||= !isHidden();
      wake();
    });
    try {
      while (!waiter.stopped) {
        const milliseconds = isAwake ? Math.min(shortest, pause) : isHidden() ? hiddenPause : pause;
        const now = performance.now();
        const passed = now - this.lookedAt;
        // A clock that was set back or gives no time: the pause starts now.
        const isRight = passed >= 0;
        if (!isRight) this.lookedAt = now;
        const left = isRight ? milliseconds - passed : milliseconds;
        if (left <= 0) return;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const isLong = !(left < LONGEST_TIMEOUT);
        const came = await waiter.wait(isLong ? LONGEST_TIMEOUT : left, woken);
        // Whatever the clock says: fake timers move only the timers, and then the clock of `performance` stands still.
        if (!isLong && came === TIMED_OUT) return;
      }
    } finally {
      stopListening();
    }
  }

  /** Whether an answer contains something new. For a list, the changed tasks are added to it. */
  private compare(answer: JsonObject, isSame: boolean): boolean {
    const isFirst = this.last === undefined;
    const rows = unpolluted(answer, "tasks");
    if (!Array.isArray(rows)) {
      return isFirst || (!isSame && textOf(answer.raw) !== textOf(this.last?.raw));
    }
    if (isSame) {
      define(answer, "changed", [], true);
      return false;
    }
    const before = this.tasks;
    const tasks: JsonObject[] = rows;
    const texts = tasks.map(({ taskId, raw }) => [taskId, textOf(raw)] as const);
    this.tasks = new Map(texts);
    const changed = tasks.filter((_, index) => {
      const [taskId, text] = texts[index] ?? [];
      return before.get(taskId) !== text;
    });
    define(answer, "changed", changed, true);
    return isFirst || before.size !== this.tasks.size || changed.length > 0;
  }
}

inheritNothing(Following);

/** A text for comparing tasks, whatever the order of their fields. A new text if the JSON is too deep for the engine. */
function textOf(raw: unknown): string {
  try {
    const fields = raw as Readonly<Record<string, unknown>>;
    return JSON.stringify(
      Object.keys(fields)
        .sort()
        .map((name) => [name, fields[name]]),
    );
  } catch {
    return String(Math.random());
  }
}
