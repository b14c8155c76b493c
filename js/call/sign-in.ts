// How a call authenticates its requests: what they carry, and which secrets no error may show.

import type { Description } from "../core/description.js";

/** Waits for a promise of the caller. It gives a symbol if the deadline expires or the call is cancelled. */
export type Wait = <Value>(promise: PromiseLike<Value> | undefined) => Promise<Value | symbol>;

/** The credentials of one call. */
export interface SignIn {
  /** The number for the core: see `SignIn::decode` of src/request/sign_in.rs; plus 8 if a security token is sent. */
  readonly kind: number;
  /** The secrets of the call, which no error may show. */
  readonly sent: readonly string[];
  /** The canonical request that was signed last; `""` if requests are not signed. */
  readonly signed: string;
  /** The time for signing the next request; `undefined` if requests are not signed. */
  time(): Date | undefined;
  /**
   * Calls the caller's function, again if its last result was refused.
   *
   * @returns What is wrong with the result; a symbol if the wait gave one; `undefined` if the result is good.
   * @throws Whatever the function throws.
   */
  ask(refused: boolean, wait: Wait): Promise<string | symbol | undefined>;
  /**
   * Signs the next request. `signature` is the core's description of it.
   *
   * @returns A promise if signing is asynchronous.
   * @throws An Error if there is no WebCrypto, or whatever it throws.
   */
  sign(signature: readonly string[], body: string): unknown;
  /** The headers with the token or signature of the next request. */
  headers(description: Description): Readonly<Record<string, string>>;
  /** Corrects the clock that signs: the service's clock is this many milliseconds ahead. */
  correct(milliseconds: number): void;
  /** Other calls can no longer share the renewal of this call. */
  close(): void;
}
