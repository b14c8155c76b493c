// Calls token functions: once for each call, and once for all calls whose refused token is the same.

import { inheritNothing } from "../core/pollution.js";
import type { TokenContext } from "../operations/options.js";

/** A caller's token function. It may give any value. */
export type TokenFunction = (context: TokenContext) => unknown;

/** What is wrong with a token, if anything. Visible ASCII is sent unchanged by every runtime; other characters are not. */
export function tokenProblem(token: unknown): string | undefined {
  if (token === undefined || token === null)
    return "is missing: pass an IAM token or a function that gives one";
  if (typeof token !== "string") return "must be a string or a function that gives one";
  if (token === "") return "is empty: pass an IAM token";
  if (!/[^!-~]/.test(token)) return undefined;
  return "is not a valid header value: it must be visible ASCII without spaces or line breaks";
}

/** The calls under way for each function. A weak map, so that a function can be garbage-collected. */
const callsUnderWay = new WeakMap<TokenFunction, Set<TokenSource>>();

/**
 * The token function of one call, and what the call knows about its tokens.
 *
 * One function may serve many users, because it can read the current user from its async context. So a first token is never
 * shared. A renewal is shared only among calls whose refused token is the same.
 */
export class TokenSource {
  private readonly others: Set<TokenSource>;
  /** The refused token, and the renewal that a call under way has started for it. */
  private rejected: string | undefined;
  private renewal: Promise<unknown> | undefined;
  private token: string | undefined;
  /** The renewal that this call has started and that has not settled yet. */
  private pending: Promise<unknown> | undefined;

  /** @param place What the token is for. A renewal is not shared with calls to another place. */
  constructor(
    private readonly give: TokenFunction,
    private readonly place: string,
  ) {
    this.others = callsUnderWay.get(give) ?? new Set();
    callsUnderWay.set(give, this.others.add(this));
  }

  /** Gets the token for the first request, or for the next look. */
  async ask(): Promise<unknown> {
    const { give } = this;
    // A wait calls again and again, so that an earlier renewal may be outdated.
    this.rejected = undefined;
    this.renewal = undefined;
    const token = await give({ rejected: undefined });
    if (typeof token === "string") this.token = token;
    return token;
  }

  /** Gets a new token for a refused one. If another call under way has already renewed the same token, its result is used. */
  renew(rejected: string): Promise<unknown> {
    for (const other of this.others) {
      if (other.place !== this.place || other.rejected !== rejected) continue;
      if (other.renewal !== undefined) return other.renewal;
    }
    const { give } = this;
    // Called inside the executor, so that an exception becomes a rejection.
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
        this.discard(renewal);
      },
    );
    return renewal;
  }

  /** Other calls can no longer join the renewal of this call: it may never settle. */
  close(): void {
    this.others.delete(this);
    this.discard(this.pending);
  }

  private discard(renewal: Promise<unknown> | undefined): void {
    if (renewal === undefined) return;
    for (const other of this.others) if (other.renewal === renewal) other.renewal = undefined;
  }
}

inheritNothing(TokenSource);
