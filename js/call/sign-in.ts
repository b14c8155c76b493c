// How a call signs in: what its requests carry, and what must not show of it.

import type { Description } from "../core/description.js";

/** What waits for a promise of the caller's, and gives a symbol instead where the time is over or the call given up. */
export type Wait = <Value>(promise: PromiseLike<Value> | undefined) => Promise<Value | symbol>;

/** What one call signs in with. */
export interface SignIn {
  /** What the core is told of it: `SignIn::decode` of src/request/sign_in.rs, and 8 where a security token is sent. */
  readonly kind: number;
  /** The secrets of the call, which no error may tell. */
  readonly sent: readonly string[];
  /** What was signed last; `""` where nothing is. */
  readonly signed: string;
  /** When a request is signed that is sent now; nothing where none is. */
  time(): Date | undefined;
  /**
   * Asks the caller's function, again if what it gave was refused.
   *
   * @returns What is wrong with what it gave; a symbol if the wait came to one; nothing if it is good.
   * @throws Whatever the function throws.
   */
  ask(refused: boolean, wait: Wait): Promise<string | symbol | undefined>;
  /**
   * Signs the next request. `signature` is what the core says of it.
   *
   * @returns A promise, where it takes one.
   * @throws An Error where there is no WebCrypto, or whatever it throws.
   */
  sign(signature: readonly string[], body: string): unknown;
  /** The headers that sign the next request in. */
  headers(description: Description): Readonly<Record<string, string>>;
  /** Sets the clock that signs right: the service's is so many milliseconds ahead of it. */
  correct(milliseconds: number): void;
  /** Lets no other call join what this one has asked. */
  close(): void;
}
