// <sfs-turbo-task>: one task, with its current state.

import type { FollowOptions } from "../operations/follow.js";
import type { Task } from "../operations/task.js";
import { isEnded } from "../operations/wait-for-task.js";
import type { TaskWatch } from "../operations/watch-task.js";
import { makeCard } from "./card.js";
import { SfsTurboElement } from "./element.js";
import { tell } from "./events.js";
import { errorOf, failureOf, fieldOf, type Speech } from "./failure.js";
import type { ElementClient } from "./live.js";
import { mark } from "./nodes.js";
import { statusText, type Tone, toneOf, typeText } from "./task-view.js";

/** The state of an element: see {@link SfsTurboTask.state}. */
export type TaskState = "idle" | "loading" | "running" | "settled" | "error" | "gone";

/** The names of the custom states, by the words of the service. */
const states: Readonly<Record<string, string>> = {
  DOING: "running",
  SUCCESS: "success",
  FAIL: "fail",
  DELETING: "deleting",
};

/**
 * One task, live: what it does, its status, how long it takes, and what went wrong.
 *
 * @example
 * ```ts
 * import "sfs-turbo-tasks/element/define";
 *
 * const card = document.createElement("sfs-turbo-task");
 * Object.assign(card, { client, shareId, taskId });
 * document.body.append(card);
 * ```
 */
export class SfsTurboTask extends SfsTurboElement {
  static override readonly tag: string = "sfs-turbo-task";
  static readonly observedAttributes = ["share-id", "task-id", "interval", "paused", "lang"];
  protected static override readonly properties = ["taskId"];

  private seen: Task | null = null;
  private isGone = false;
  private spoken = "";
  private readonly internals = (this as Partial<HTMLElement>).attachInternals?.();
  private readonly fill = makeCard(this.root, this.notice);

  /** The task's id: attribute `task-id`. */
  get taskId(): string {
    return this.text("task-id");
  }
  set taskId(id: string | null | undefined) {
    mark(this, "task-id", id);
  }

  /** The task as it was last seen, or `null`. */
  get task(): Task | null {
    return this.seen;
  }

  /** The status in the service's word, such as `DOING`; `""` until it is known. Attribute `status`. */
  get status(): string {
    return this.seen ? this.seen.status : "";
  }

  /**
   * The state of the element.
   *
   * `idle`: no requests, because a property is missing or the element is paused. `loading`: nothing has been seen yet. `running`:
   * the element follows the task. `settled`: the task has ended. `error`: `error` says why the requests stopped. `gone`: the task
   * does not exist, or no longer exists.
   */
  get state(): TaskState {
    if (this.isGone || fieldOf(this.error, "kind") === "not-found") return "gone";
    if (this.failed) return "error";
    if (this.isOver) return "settled";
    if (!this.isWanted) return "idle";
    return this.seen ? "running" : "loading";
  }

  protected followed(): readonly unknown[] {
    return [this.client, this.shareId, this.taskId];
  }

  protected watch(client: ElementClient, options: FollowOptions<unknown>): TaskWatch {
    this.isGone = false;
    return client.watchTask({ ...options, shareId: this.shareId, taskId: this.taskId });
  }

  protected see(task: Task | undefined): void {
    const previous = this.seen;
    this.seen = task || null;
    mark(this, "status", this.status);
    if (task) tell(this, "sfs-task-update", { task, previous });
    else {
      this.isGone = false;
      this.spoken = "";
      this.speak("");
    }
  }

  protected end(): void {
    const { seen: task } = this;
    if (!task) return;
    this.isGone = !isEnded(task);
    tell(this, "sfs-task-settled", { task, gone: this.isGone });
  }

  protected render(speech: Speech): boolean {
    const { seen: task, state, failed, interruption, taskId } = this;
    const [status, tone] = this.standing(speech);
    const isBusy = state === "loading" && !interruption;
    const isTimed = !failed && state !== "gone";
    this.fill({ speech, task, status, tone, isBusy, isTimed, taskId });
    const isFailed = task?.status === "FAIL" && state !== "gone";
    const isLate = this.explain(speech, isFailed && errorOf(task, speech.words), false);
    // A screen reader reads the status when it has changed since it was first known.
    if (this.spoken && this.spoken !== status)
      this.speak(`${typeText(task ? task.type : "", speech)}: ${status}`);
    if (task) this.spoken = status;
    this.mark(state);
    return isLate || tone === "run";
  }

  /** The text of the chip, and its colour. */
  private standing(speech: Speech): [text: string, tone: Tone] {
    const { words } = speech;
    const { failed, interruption, state, status } = this;
    if (failed) return [failureOf(failed.error, speech).title, state === "gone" ? "" : "bad"];
    if (interruption) return [failureOf(interruption.error, speech).title, "wait"];
    if (state === "gone") return [words.gone, ""];
    if (this.paused && !this.isOver) return [words.paused, ""];
    return status ? [statusText(status, speech), toneOf(status)] : ["", ""];
  }

  /** Lets the page's style sheets select by state: `:state(running)`. */
  private mark(state: TaskState): void {
    const custom = this.internals?.states;
    if (!custom) return;
    custom.clear();
    const name = state === "error" || state === "gone" ? state : fieldOf(states, this.status);
    try {
      if (name) custom.add(name);
    } catch {
      // An older engine accepts only names that begin with two dashes.
    }
  }
}
