// What a call remembers that asks again and again: the last answer, what changed, and when to look next.

import { inheritNothing } from "../core/pollution.js";
import type { JsonObject } from "../core/record.js";
import { define } from "../errors/cause.js";
import { isHidden, onPageChange } from "./page.js";
import { longestTimeout, type Waiter } from "./wait.js";

/** A function of the caller's, which may do anything. */
type Callback = (...values: unknown[]) => unknown;

/** What `createTask` was answered: a task that is new may not be found at once, and whoever spreads its result in is patient. */
export const newTasks = new WeakSet<object>();

/** Follows a task, or a list of them. */
export class Following {
  /** The last good answer. */
  last: JsonObject | undefined;
  /** When the time of the whole wait is over. */
  readonly deadline: number;
  /** What the caller's function says of the time until the next look. */
  interval: unknown;
  private looks = 0;
  private lookedAt = 0;
  private text: string | null = null;
  /** Of a list: each task's JSON by its id. */
  private tasks: ReadonlyMap<unknown, string | null> = new Map();

  /** @param option Gives the value of an option of the operation's own. */
  constructor(private readonly option: (name: string) => unknown) {
    const waitTimeout = option("waitTimeout");
    // Another value is refused by the core as soon as it runs.
    const isTime = typeof waitTimeout === "number" && waitTimeout >= 1;
    this.deadline = performance.now() + (isTime ? waitTimeout : Number.POSITIVE_INFINITY);
  }

  /**
   * Takes a good answer.
   *
   * @returns Whether it says something new.
   * @throws Whatever a function of the caller's throws.
   */
  look(answer: JsonObject, text: string | null): boolean {
    const previous = this.last;
    const isNew = text !== this.text && this.compare(answer);
    this.looks += 1;
    this.text = text;
    this.last = answer;
    if (isNew) this.call("onUpdate", answer, previous);
    const interval = this.call("interval", answer, this.looks);
    this.interval = typeof interval === "number" ? Math.round(interval) : interval;
    return isNew;
  }

  /** Calls a function of the caller's, if there is one. */
  call(name: string, ...values: unknown[]): unknown {
    const callback = this.option(name);
    return typeof callback === "function" ? (callback as Callback)(...values) : undefined;
  }

  /** A look is over: the pause counts from here, also while a watcher does something else. */
  looked(): void {
    this.lookedAt = performance.now();
  }

  /** Waits until the next look is due: sooner when the page is shown again, or its connection is back. */
  async sleep(waiter: Waiter, milliseconds: number, hiddenMilliseconds: number): Promise<void> {
    let wake = (_: boolean): void => {};
    const stopListening = onPageChange(() => wake(!isHidden()));
    try {
      for (let awake: unknown = false; awake !== true && !waiter.stopped; ) {
        const pause = isHidden() ? hiddenMilliseconds : milliseconds;
        const left = pause - (performance.now() - this.lookedAt);
        if (left <= 0) return;
        const woken = new Promise<boolean>((resolve) => {
          wake = resolve;
        });
        awake = await waiter.wait(Math.min(left, longestTimeout), woken);
      }
    } finally {
      stopListening();
    }
  }

  /** Of a list, what changed goes with it. Of a task everything is new whose text is. */
  private compare(answer: JsonObject): boolean {
    const { tasks } = answer;
    if (!Array.isArray(tasks)) return true;
    const before = this.tasks;
    const texts = tasks.map(({ taskId, raw }) => [taskId, textOf(raw)] as const);
    this.tasks = new Map(texts);
    const changed = tasks.filter((_, index) => {
      const [taskId, text] = texts[index] ?? [];
      return text === null || before.get(taskId) !== text;
    });
    define(answer, "changed", changed, true);
    return this.text === null || before.size !== this.tasks.size || changed.length > 0;
  }
}

inheritNothing(Following);

/** What a task is compared by; `null` for one with more levels than an engine can go through, which is as good as new. */
function textOf(raw: unknown): string | null {
  try {
    return JSON.stringify(raw);
  } catch {
    return null;
  }
}
