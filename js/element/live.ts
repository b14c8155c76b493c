// An element that asks for as long as it is in the page: when it begins, when it begins anew, and when it stops.

import type { Watching } from "../call/watching.js";
import type { Operations } from "../client.js";
import type { FollowOptions } from "../operations/follow.js";
import { tell } from "./events.js";
import { follow } from "./follow.js";

/** What the elements use of a client that `createClient` made. */
export type ElementClient = Pick<Operations<unknown>, "watchTask" | "watchTasks" | "deleteTask">;

/** Where there is no page, as on a server, the classes can be loaded and do nothing. */
const Base = ((globalThis as Partial<typeof globalThis>).HTMLElement || class {}) as typeof HTMLElement;

/** What is set decides, once for all that is set at once; what is merely moved in the page goes on. */
export abstract class LiveElement extends Base {
  /** What nothing is asked any more for. */
  protected failed: { readonly error: unknown } | undefined;
  /** A look that failed, after which another one comes at that time. */
  protected interruption: { readonly error: unknown; readonly until: number } | undefined;
  /** Whether nothing is asked any more. */
  protected isOver = false;
  /** When the last good look was: milliseconds since 1970; 0: there was none. */
  protected seenAt = 0;
  private identity: readonly unknown[] = [];
  private pace: number | undefined;
  private pending: Promise<void> | undefined;
  private stop: (() => void) | undefined;
  private onLook: (() => void)[] = [];

  abstract get client(): ElementClient | null;
  abstract get interval(): number | undefined;
  abstract get paused(): boolean;

  /** What is followed: the client, and what must not be empty. Anything else is something else. */
  protected abstract followed(): readonly unknown[];
  protected abstract watch(
    client: ElementClient,
    options: FollowOptions<unknown>,
  ): Watching<unknown, unknown>;
  /** Takes what was seen; `undefined`: forgets it. */
  protected abstract see(value: unknown): void;
  protected abstract end(): void;
  protected abstract draw(): void;

  /** Settles once what was set is shown. */
  get updateComplete(): Promise<void> {
    return this.pending || Promise.resolve();
  }

  /**
   * Looks now, also after an error or the end.
   *
   * @returns Settles after the look, also after one that failed; at once where nothing may be asked.
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
    // What is merely moved is there again before that: it goes on.
    this.update();
  }

  attributeChangedCallback(): void {
    this.update();
  }

  /** Begins, stops and draws, once for all that is set now. */
  protected update(): void {
    this.pending ||= Promise.resolve().then(() => {
      this.pending = undefined;
      this.settle();
      this.draw();
    });
  }

  /** Whether there is everything that is needed to ask. */
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
      // Who comes back after an error gets another look.
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
        tell(this, "sfs-task-error", { error, final: false });
        this.looked();
      },
      // Called after each good look, also where nothing has changed.
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
        this.see(value);
        this.looked();
      },
      (failed) => {
        this.stop = undefined;
        this.isOver = true;
        this.interruption = undefined;
        this.failed = failed;
        if (failed) tell(this, "sfs-task-error", { error: failed.error, final: true });
        else this.end();
        this.looked();
      },
    );
    this.stop = stop;
  }

  /** As if nothing had ended yet. */
  private begin(): void {
    this.isOver = false;
    this.failed = this.interruption = undefined;
  }

  private halt(): void {
    if (this.stop) this.stop();
    this.stop = this.interruption = undefined;
    this.answer();
  }

  /** A look is over, or will not be: whoever waits for it goes on. */
  private answer(): void {
    for (const resolve of this.onLook.splice(0)) resolve();
  }

  private looked(): void {
    this.answer();
    this.update();
  }
}
