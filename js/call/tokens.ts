// The tokens of one call: the token of the next request, and the tokens that no error may show.

import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import { type TokenFunction, TokenSource } from "../credentials/token.js";
import type { Memo } from "./memo.js";
import type { SignIn, Wait } from "./sign-in.js";
import { STOPPED, TIMED_OUT } from "./wait.js";

/** How many tokens are removed from answers. Older ones, from a long wait, no longer come back in an answer. */
const MOST = 4;

/** The tokens of one call. */
export class Tokens implements SignIn {
  readonly signed = "";
  /** The token of the next request: the caller's string, or the last result of the caller's function. */
  private current = "";
  /** The tokens that were sent. */
  sent: readonly string[] = [];
  private readonly source: TokenSource | undefined;

  /**
   * @param token A checked token, or a function.
   * @param place What the token is for.
   */
  constructor(
    token: string | TokenFunction,
    place: string,
    private readonly memo: Memo,
  ) {
    if (typeof token === "function") this.source = new TokenSource(token, place);
    else this.use(token);
  }

  get kind(): number {
    return this.source ? 1 : 0;
  }

  time(): undefined {}

  sign(): void {}

  headers({ tokenHeader }: Description): Record<string, string> {
    return { [tokenHeader]: this.current };
  }

  correct(): void {}

  /**
   * Calls the caller's function for a token; if the last token was refused, for another one.
   *
   * @returns What is wrong with the token; a symbol if the wait gave one; `undefined` if the token is good.
   * @throws Whatever the function throws.
   */
  async ask(refused: boolean, wait: Wait): Promise<string | symbol | undefined> {
    const token = await wait(refused ? this.source?.renew(this.current) : this.source?.ask());
    if (token === TIMED_OUT || token === STOPPED) return token as symbol;
    if (typeof token !== "string") return "function gave no string: it must give an IAM token";
    const problem = this.memo.tokenProblem(token);
    if (problem !== undefined) return `function gave a token that ${problem}`;
    if (refused && token === this.current) return "function gave the same token again";
    this.use(token);
    return undefined;
  }

  /** Other calls can no longer share the renewal of this call. */
  close(): void {
    this.source?.close();
  }

  private use(token: string): void {
    this.current = token;
    if (!this.sent.includes(token)) this.sent = [...this.sent.slice(1 - MOST), token];
  }
}

inheritNothing(Tokens);
