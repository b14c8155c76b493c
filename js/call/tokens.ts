// The tokens of one call: the one that the next request carries, and those that must not show in what comes back.

import type { Description } from "../core/description.js";
import { inheritNothing } from "../core/pollution.js";
import { type TokenFunction, TokenSource } from "../credentials/token.js";
import type { Memo } from "./memo.js";
import type { SignIn, Wait } from "./sign-in.js";
import { stopped, timedOut } from "./wait.js";

/** So many of them are looked for in what comes back: what was sent long ago in a wait, nobody echoes. */
const most = 4;

/** The tokens of one call. */
export class Tokens implements SignIn {
  readonly signed = "";
  /** What the next request carries: the caller's string, or what the caller's function gave last. */
  private current = "";
  /** Those that were sent. */
  sent: readonly string[] = [];
  private readonly source: TokenSource | undefined;

  /**
   * @param token One that has been judged, or a function.
   * @param place What it is for.
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
   * Asks the caller's function for a token, or for another one than the last if that was refused.
   *
   * @returns What is wrong with the token; a symbol if the wait came to one; nothing if the token is a good one.
   * @throws Whatever the function throws.
   */
  async ask(refused: boolean, wait: Wait): Promise<string | symbol | undefined> {
    const token = await wait(refused ? this.source?.renew(this.current) : this.source?.ask());
    if (token === timedOut || token === stopped) return token as symbol;
    if (typeof token !== "string") return "function gave no string: it must give an IAM token";
    const problem = this.memo.tokenProblem(token);
    if (problem !== undefined) return `function gave a token that ${problem}`;
    if (refused && token === this.current) return "function gave the same token again";
    this.use(token);
    return undefined;
  }

  /** Lets no other call join what this one has asked. */
  close(): void {
    this.source?.close();
  }

  private use(token: string): void {
    this.current = token;
    if (!this.sent.includes(token)) this.sent = [...this.sent.slice(1 - most), token];
  }
}

inheritNothing(Tokens);
