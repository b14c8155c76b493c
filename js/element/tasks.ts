// <sfs-turbo-tasks>: the tasks of a file system in a table, with their current state.

import type { FollowOptions } from "../operations/follow.js";
import type { Task, TaskStatus, TaskType } from "../operations/task.js";
import type { TasksWatch, TaskUpdate } from "../operations/watch-tasks.js";
import { SfsTurboElement } from "./element.js";
import { tell } from "./events.js";
import type { Speech } from "./failure.js";
import type { ElementClient } from "./live.js";
import { mark } from "./nodes.js";
import { makeRows } from "./rows.js";
import { nextOrder, type Order, sorted } from "./sorting.js";
import { makeTable } from "./table.js";
import { pathText, statusText, typeText } from "./task-view.js";

/** The most tasks in one listing. */
const most = 1_000;
/** How many changes a screen reader reads at once: nobody listens to a thousand. */
const mostSpoken = 10;

/**
 * The tasks of a file system, live, in a table: one listing per interval, for any number of tasks.
 *
 * @example
 * ```ts
 * import "sfs-turbo-tasks/element/define";
 *
 * const table = document.createElement("sfs-turbo-tasks");
 * Object.assign(table, { client, shareId });
 * table.addEventListener("sfs-task-select", ({ detail }) => open(detail.task));
 * document.body.append(table);
 * ```
 */
export class SfsTurboTasks extends SfsTurboElement {
  static override readonly tag: string = "sfs-turbo-tasks";
  static readonly observedAttributes = [
    ...["share-id", "interval", "paused", "lang"],
    ...["type", "status", "limit", "deletable"],
  ];
  protected static override readonly properties = ["type", "status", "limit", "deletable"];

  private seen: TaskUpdate | undefined;
  private order: Order | undefined;
  private chosen = "";
  /** How many tasks are listed beyond `limit`. */
  private extra = 0;
  /** Why a task was not deleted. */
  private refusal: unknown;
  /** The tasks in the order of the rows. */
  private listed: readonly Task[] = [];
  /** The ids of the tasks whose rows have to be written. */
  private readonly changed = new Set<string>();
  /** How the rows are drawn, besides their tasks. */
  private drawn: readonly unknown[] = [];
  private statuses: ReadonlyMap<string, string> = new Map();
  private readonly table = makeTable(this.root, this.notice, {
    sort: (column) => {
      this.order = nextOrder(this.order, column);
      this.list();
      this.update();
    },
    filter: (name, value) => mark(this, name, value),
    more: () => {
      this.extra += this.limit;
      void this.refresh();
    },
  });
  private readonly rows = makeRows(this.table[0], {
    select: (task) => {
      this.changed.add(this.chosen).add(task.taskId);
      this.chosen = task.taskId;
      this.update();
      tell(this, "sfs-task-select", { task });
    },
    mayAsk: (task) => tell(this, "sfs-task-delete", { task }, true),
    delete: (task) => this.delete(task),
  });

  /** Only tasks of this type: attribute `type`. Default: all types. */
  get type(): TaskType {
    return this.text("type");
  }
  set type(type: TaskType | null | undefined) {
    mark(this, "type", type);
  }

  /** Only tasks in this status: attribute `status`. Default: every status. */
  get status(): TaskStatus {
    return this.text("status");
  }
  set status(status: TaskStatus | null | undefined) {
    mark(this, "status", status);
  }

  /** How many tasks are shown at first, 1 to 1 000: attribute `limit`. Default: 100. A button shows the same number more. */
  get limit(): number {
    return Number(this.text("limit") || 100);
  }
  set limit(limit: number | null | undefined) {
    mark(this, "limit", limit ? `${limit}` : "");
  }

  /** Whether each row has a button that deletes its task: attribute `deletable`. See the event `sfs-task-delete`. */
  get deletable(): boolean {
    return this.hasAttribute("deletable");
  }
  set deletable(isDeletable: boolean) {
    this.toggleAttribute("deletable", !!isDeletable);
  }

  /** The tasks as they were last seen, in the order of the service. */
  get tasks(): readonly Task[] {
    return this.seen ? this.seen.tasks : [];
  }

  /**
   * The state of the element. `idle`: no requests, because a property is missing or the element is paused. `error`: `error` says
   * why the requests stopped.
   */
  get state(): "idle" | "loading" | "running" | "error" {
    if (this.failed) return "error";
    if (!this.isWanted) return "idle";
    return this.seen ? "running" : "loading";
  }

  /** Settles once the new properties are shown. With very many rows, some are shown in later frames. */
  override get updateComplete(): Promise<void> {
    return super.updateComplete.then(() => this.rows.drawn);
  }

  protected followed(): readonly unknown[] {
    return [this.client, this.shareId, JSON.stringify([this.type, this.status, this.limit])];
  }

  protected watch(client: ElementClient, options: FollowOptions<unknown>): TasksWatch {
    const { shareId, type, status } = this;
    const filter = { type: type || undefined, status: status || undefined };
    this.refusal = undefined;
    return client.watchTasks({
      ...options,
      ...filter,
      shareId,
      limit: Math.min(this.limit + this.extra, most),
    });
  }

  protected see(update: TaskUpdate | undefined): void {
    // First, because it fails if this is no listing.
    for (const { taskId } of update ? update.changed : []) this.changed.add(taskId);
    this.seen = update;
    if (update) {
      const { tasks, changed, count } = update;
      tell(this, "sfs-tasks-update", { tasks, changed, count });
    } else {
      this.extra = 0;
      this.statuses = new Map();
    }
    this.list();
  }

  private list(): void {
    this.listed = sorted(this.tasks, this.order);
  }

  protected end(): void {}

  protected render(speech: Speech): boolean {
    const { seen, order, chosen, type, status, interruption, refusal } = this;
    const { tasks, count } = seen || { tasks: [], count: 0 };
    const look = { isDeletable: this.deletable, chosen };
    const drawn = [look.isDeletable, ...Object.values(speech)];
    if (drawn.some((value, index) => value !== this.drawn[index])) {
      for (const { taskId } of tasks) this.changed.add(taskId);
    }
    this.drawn = drawn;
    this.rows.draw(this.listed, this.changed, speech, look);
    this.changed.clear();

    const isBusy = this.state === "loading" && !interruption;
    const hasMore = count > tasks.length && tasks.length < most;
    this.table[1]({
      ...{ speech, type, status, order, isBusy, count, hasMore },
      shown: seen && tasks.length,
      isDeletable: this.deletable,
    });
    this.tellChanges(speech);
    return this.explain(speech, refusal, true) || tasks.some(({ status }) => status === "DOING");
  }

  /** Announces to screen readers which tasks have changed their status. */
  private tellChanges(speech: Speech): void {
    const before = this.statuses;
    this.statuses = new Map(this.tasks.map(({ taskId, status }) => [taskId, status]));
    const texts = this.tasks
      .filter(({ taskId, status }) => before.has(taskId) && before.get(taskId) !== status)
      .map((task) => `${typeText(task.type, speech)}: ${pathText(task)}: ${statusText(task.status, speech)}`);
    if (texts.length > mostSpoken) texts.splice(mostSpoken, texts.length, `+ ${texts.length - mostSpoken}`);
    if (texts.length > 0) this.speak(texts.join(". "));
  }

  private async delete({ taskId }: Task): Promise<void> {
    const { client, shareId } = this;
    // Later the element may show the tasks of another client or file system.
    const isHere = () => client === this.client && shareId === this.shareId;
    try {
      await (client as ElementClient).deleteTask({ shareId, taskId });
      if (isHere()) await this.refresh();
    } catch (error) {
      if (isHere()) this.refusal = error;
      tell(this, "sfs-task-error", { error, final: false });
      this.update();
    }
  }
}
