// An element that polls while it is in the page: when it starts, when it starts anew, and when it stops.

import type { Watching } from "../call/watching.js";
import type { Operations } from "../client.js";
import type { FollowOptions } from "../operations/follow.js";
import { tell } from "./events.js";
import { follow } from "./follow.js";

/**
 * What the elements use of the result of `createClient`. Another object with these methods works as well; its watches must wait
 * between two values, because the elements take each value at once.
 */
export type ElementClient = Pick<Operations<unknown>, "watchTask" | "watchTasks" | "deleteTask">;

/** Without a page, as on a server, the classes can be loaded, and they do nothing. */
const Base = ((globalThis as Partial<typeof globalThis>).HTMLElement || class {}) as typeof HTMLElement;

/** One update for all properties that are set at once. An element that is only moved in the page continues. */
export abstract class LiveElement extends Base {
  /** The error that stopped the polling. */
  protected failed: { readonly error: unknown } | undefined;
  /** A failed look, and when the next one is due. */
  protected interruption: { readonly error: unknown; readonly until: number } | undefined;
  /** Whether the polling has stopped. */
  protected isOver = false;
  /** Time of the last good look, in milliseconds since 1970; 0: there was none. */
  protected seenAt = 0;
  private identity: readonly unknown[] = [];
  private pace: number | undefined;
  private pending: Promise<void> | undefined;
  private stop: (() => void) | undefined;
  private onLook: (() => void)[] = [];

  abstract get client(): ElementClient | null;
  abstract get interval(): number | undefined;
  abstract get paused(): boolean;

  /** What is followed: the client, and the values that must not be empty. If one of them changes, the element starts anew. */
  protected abstract followed(): readonly unknown[];
  protected abstract watch(
    client: ElementClient,
    options: FollowOptions<unknown>,
  ): Watching<unknown, unknown>;
  /** Takes what was seen; `undefined`: forgets it. */
  protected abstract see(value: unknown): void;
  protected abstract end(): void;
  protected abstract draw(): void;

  /** Settles once the new properties are shown. */
  get updateComplete(): Promise<void> {
    return this.pending || Promise.resolve();
  }

  /**
   * Looks now, also after an error or the end.
   *
   * @returns Settles after the look, also if the look failed; at once if no look is possible.
   */
  async refresh(): Promise<void> {
    this.halt();
    this.begin();
    const look = new Promise<void>((resolve) => this.onLook.push(resolve));
    this.update();
    await this.pending;
    if (!this.stop) this.answer();
    return look;
  }

  connectedCallback(): void {
    this.update();
  }

  disconnectedCallback(): void {
    // An element that was only moved is in the page again by then, and continues.
    this.update();
  }

  attributeChangedCallback(): void {
    this.update();
  }

  /** Starts, stops and draws, once for all properties that were set. */
  protected update(): void {
    this.pending ||= Promise.resolve().then(() => {
      this.pending = undefined;
      try {
        this.settle();
        this.draw();
      } catch (error) {
        if (this.failed) throw error;
        // Another client may give what cannot be shown. The reader sees that, and nothing else depends on it any more.
        this.halt();
        this.see(undefined);
        this.finish({ error });
      }
    });
  }

  /** Whether everything that a look needs is set. */
  protected get isWanted(): boolean {
    return this.isConnected && !this.paused && this.followed().every((value) => value);
  }

  private settle(): void {
    const identity = this.followed();
    if (identity.some((value, index) => value !== this.identity[index])) {
      this.identity = identity;
      this.seenAt = 0;
      this.halt();
      this.begin();
      this.see(undefined);
    }
    if (!Object.is(this.interval, this.pace)) this.halt();
    this.pace = this.interval;
    if (!this.isWanted) {
      this.halt();
      // After an error, an element that is put into the page again tries once more.
      this.isOver &&= !this.failed;
    } else if (!this.stop && !this.isOver) this.start();
  }

  private start(): void {
    this.begin();
    let stop: (() => void) | undefined;
    const options: FollowOptions<unknown> = {
      onFault: ({ error, nextDelay }) => {
        if (this.stop !== stop) return;
        this.interruption = { error, until: Date.now() + nextDelay };
        this.looked();
        tell(this, "sfs-task-error", { error, final: false });
      },
      // Called after each good look, also if nothing has changed.
      interval: () => {
        if (this.stop === stop) {
          this.seenAt = Date.now();
          if (this.interruption) this.update();
          this.interruption = undefined;
        }
        return this.interval;
      },
    };
    stop = follow(
      () => this.watch(this.client as ElementClient, options),
      (value) => {
        this.looked();
        this.see(value);
      },
      (failed) => this.finish(failed),
    );
    this.stop = stop;
  }

  private finish(failed?: { readonly error: unknown }): void {
    this.stop = this.interruption = undefined;
    this.isOver = true;
    this.failed = failed;
    this.looked();
    if (failed) tell(this, "sfs-task-error", { error: failed.error, final: true });
    else this.end();
  }

  /** Forgets the end and the error. */
  private begin(): void {
    this.isOver = false;
    this.failed = this.interruption = undefined;
  }

  private halt(): void {
    if (this.stop) this.stop();
    this.stop = this.interruption = undefined;
    this.answer();
  }

  /** A look is over, or will not happen: the promises that wait for it settle. */
  private answer(): void {
    for (const resolve of this.onLook.splice(0)) resolve();
  }

  /** Before the event of the look: what a listener calls, such as `refresh()`, waits for the next look. */
  private looked(): void {
    this.answer();
    this.update();
  }
}
