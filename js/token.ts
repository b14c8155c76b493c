// Asks token functions, so that calls which wait at the same time share one ask.

import type { TokenContext } from "./types.js";

/** A token function as it comes from a caller: it may give anything. */
export type TokenFunction = (context: TokenContext) => unknown;

/** What is wrong with a token, if anything: a runtime sends visible ASCII as it is, and of the rest no two do the same. */
export function tokenProblem(token: unknown): string | undefined {
  if (typeof token !== "string") return "must be a string or a function that gives one";
  if (token === "") return "is empty: pass an IAM token";
  if (!/[^!-~]/.test(token)) return undefined;
  return "is no legal header value: it must be visible ASCII without blanks or line breaks";
}

/** One ask, under way or answered. */
interface Ask {
  readonly rejected: string | undefined;
  readonly answer: Promise<unknown>;
  done: boolean;
}

/** The last ask of each function. A weak map, since a function lives as long as its owner wants. */
const asks = new WeakMap<TokenFunction, Ask>();

/** What one call knows of its token function. */
export class TokenSource {
  /** The last ask when this call began: one that is newer was answered while the call was under way. */
  private readonly known: Ask | undefined;
  private own: Ask | undefined;

  constructor(readonly give: TokenFunction) {
    this.known = asks.get(give);
  }

  /** Asks, or joins an ask for the same that is under way, or takes the answer that another call got meanwhile. */
  ask(rejected: string | undefined): Promise<unknown> {
    const last = asks.get(this.give);
    if (last !== undefined && last.rejected === rejected) {
      const newer = rejected !== undefined && last !== this.known;
      if (!last.done || newer) return last.answer;
    }
    const ask: Ask = {
      rejected,
      // In the executor, so that a function which throws rejects.
      answer: new Promise((resolve) => resolve(this.give({ rejected }))),
      done: false,
    };
    asks.set(this.give, ask);
    this.own = ask;
    ask.answer.then(
      () => {
        ask.done = true;
      },
      () => forget(this.give, ask),
    );
    return ask.answer;
  }

  /** Lets nobody join an ask that its own call has given up: it may never be answered. */
  close(): void {
    if (this.own?.done === false) forget(this.give, this.own);
  }
}

function forget(give: TokenFunction, ask: Ask): void {
  if (asks.get(give) === ask) asks.delete(give);
}
