// What a call remembers that asks again and again: the last answer, what changed, and when to look next.

import { inheritNothing } from "../core/pollution.js";
import type { JsonObject } from "../core/record.js";
import { define } from "../errors/cause.js";
import { isHidden, onPageChange } from "./page.js";
import { longestTimeout, timedOut, type Waiter } from "./wait.js";

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
  private tasks: ReadonlyMap<unknown, string> = new Map();

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
    const isNew = this.compare(answer, text !== null && text === this.text);
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

  /**
   * Waits until the next look is due: sooner when the page is shown again, or its connection is back.
   *
   * @param pauses How long, how long while nobody sees the page, and how long at least.
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
        // A clock that has been set back, or that tells no time: the pause begins now, and its timer alone ends it.
        const isRight = passed >= 0;
        if (!isRight) this.lookedAt = now;
        const left = isRight ? milliseconds - passed : milliseconds;
        if (left <= 0) return;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const came = await waiter.wait(left < longestTimeout ? left : longestTimeout, woken);
        if (!isRight && came === timedOut) return;
      }
    } finally {
      stopListening();
    }
  }

  /** Whether an answer says something new. Of a list, what has changed goes with it. */
  private compare(answer: JsonObject, isSame: boolean): boolean {
    const isFirst = this.last === undefined;
    if (!Array.isArray(answer.tasks)) {
      return isFirst || (!isSame && textOf(answer.raw) !== textOf(this.last?.raw));
    }
    if (isSame) {
      define(answer, "changed", [], true);
      return false;
    }
    const before = this.tasks;
    const tasks: JsonObject[] = answer.tasks;
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

/** What a task is compared by, in whatever order its fields are; a new text for more levels than an engine can go through. */
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
