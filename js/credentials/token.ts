// Asks token functions: anew for every call, and together only for a token that several calls saw refused.

import { inheritNothing } from "../core/pollution.js";
import type { TokenContext } from "../operations/options.js";

/** A token function as it comes from a caller: it may give anything. */
export type TokenFunction = (context: TokenContext) => unknown;

/** What is wrong with a token, if anything: a runtime sends visible ASCII as it is, and of the rest no two do the same. */
export function tokenProblem(token: unknown): string | undefined {
  if (token === undefined || token === null)
    return "is missing: pass an IAM token or a function that gives one";
  if (typeof token !== "string") return "must be a string or a function that gives one";
  if (token === "") return "is empty: pass an IAM token";
  if (!/[^!-~]/.test(token)) return undefined;
  return "is not a valid header value: it must be visible ASCII without spaces or line breaks";
}

/** The calls under way that have asked a function. A weak map, since a function lives as long as its owner wants. */
const callsUnderWay = new WeakMap<TokenFunction, Set<TokenSource>>();

/**
 * What one call knows of its token function.
 *
 * One function may serve many users, since it may read whose turn it is from its async context. So the first token is
 * never shared; and a renewal is shared only among calls whose refused token is the same.
 */
export class TokenSource {
  private readonly others: Set<TokenSource>;
  /** The refused token, and the renewal that a call under way has begun for it. */
  private rejected: string | undefined;
  private renewal: Promise<unknown> | undefined;
  private token: string | undefined;
  /** A renewal that this call has begun and that is not answered yet. */
  private pending: Promise<unknown> | undefined;

  /** @param place What the token is for. A renewal is not shared with a call to another place. */
  constructor(
    private readonly give: TokenFunction,
    private readonly place: string,
  ) {
    this.others = callsUnderWay.get(give) ?? new Set();
    callsUnderWay.set(give, this.others.add(this));
  }

  /** The token for the first request, or for the next look. */
  async ask(): Promise<unknown> {
    const { give } = this;
    // A wait asks again and again: an earlier renewal may have grown old.
    this.rejected = undefined;
    this.renewal = undefined;
    const token = await give({ rejected: undefined });
    if (typeof token === "string") this.token = token;
    return token;
  }

  /** A token instead of one that was refused; also the one that another call got for the same while this one was under way. */
  renew(rejected: string): Promise<unknown> {
    for (const other of this.others) {
      if (other.place !== this.place || other.rejected !== rejected) continue;
      if (other.renewal !== undefined) return other.renewal;
    }
    const { give } = this;
    // In the executor, so that a function which throws rejects.
    const renewal = new Promise((resolve) => resolve(give({ rejected })));
    for (const other of this.others) {
      if (other !== this && (other.place !== this.place || other.token !== rejected)) continue;
      other.rejected = rejected;
      other.renewal = renewal;
    }
    this.pending = renewal;
    renewal.then(
      () => {
        this.pending = undefined;
      },
      () => {
        this.pending = undefined;
        this.forget(renewal);
      },
    );
    return renewal;
  }

  /** Lets no call join a renewal that its own call has given up: it may never be answered. */
  close(): void {
    this.others.delete(this);
    this.forget(this.pending);
  }

  private forget(renewal: Promise<unknown> | undefined): void {
    if (renewal === undefined) return;
    for (const other of this.others) if (other.renewal === renewal) other.renewal = undefined;
  }
}

inheritNothing(TokenSource);
