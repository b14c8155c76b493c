// Where everything is written: data to standard output, all else to standard error, and one line there that is redrawn.

import { type Style, styleFor, wantsColours } from "./style.js";
import { cut } from "./width.js";

/** What is used of a stream. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** What decides how it looks. */
export interface ScreenOptions {
  /** The streams, got when they are needed: Node takes milliseconds to make one. */
  readonly out: () => Stream;
  readonly error: () => Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly plain: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

const HIDE_CURSOR = "\u001b[?25l";
const SHOW_CURSOR = "\u001b[?25h";
/** The characters of the shortest secret: a shorter one would be found in any text. */
const SECRET = 4;

const CLEAR = "\r\u001b[K";

export class Screen {
  /** Whether arrows and marks may be drawn. */
  readonly isPlain: boolean;
  readonly quiet: boolean;
  readonly #options: ScreenOptions;
  #dataStyle: Style | undefined;
  #noteStyle: Style | undefined;
  #line: string | undefined;
  readonly #secrets = new Set<string>();

  constructor(options: ScreenOptions) {
    const { env, plain, quiet } = options;
    this.isPlain = plain || env.TERM === "dumb";
    this.quiet = quiet;
    this.#options = options;
  }

  /** Whether standard output is a terminal. */
  get isTerminal(): boolean {
    return this.#options.out().isTTY === true;
  }

  /** Whether a line may be redrawn. */
  get isLive(): boolean {
    const { error, env } = this.#options;
    const automatic = !["", "0", "false", undefined].includes(env.CI);
    return !this.isPlain && !automatic && !this.quiet && error().isTTY === true;
  }

  /** Colours data. */
  get dataStyle(): Style {
    this.#dataStyle ??= this.#styleOf(this.#options.out());
    return this.#dataStyle;
  }

  /** Colours all else. */
  get noteStyle(): Style {
    this.#noteStyle ??= this.#styleOf(this.#options.error());
    return this.#noteStyle;
  }

  #styleOf({ isTTY }: Stream): Style {
    const { plain, env } = this.#options;
    return styleFor(wantsColours(isTTY === true, plain, env));
  }

  /** Columns that data may take; no bound where nobody told one. */
  get width(): number {
    const { out, env } = this.#options;
    // A terminal that does not know its width says 0.
    if (this.isTerminal) return out().columns || Number(env.COLUMNS) || 80;
    return Number(env.COLUMNS) || Number.POSITIVE_INFINITY;
  }

  /** Columns that all else may take. */
  get noteWidth(): number {
    const { error, env } = this.#options;
    return error().columns || Number(env.COLUMNS) || 80;
  }

  /** Never tells this text, also where a service repeats it. */
  conceal(secret: string): void {
    if (secret.length >= SECRET) this.#secrets.add(secret);
  }

  /** What was asked for. */
  data(text: string): void {
    this.#above(() => this.#options.out().write(text));
  }

  /** What helps on. */
  note(text: string): void {
    if (!this.quiet) this.problem(text);
  }

  /** What was sent and answered. */
  trace(text: string): void {
    if (this.#options.verbose) this.problem(this.noteStyle("dim", text));
  }

  /** What went wrong. */
  problem(text: string): void {
    let told = text;
    for (const secret of this.#secrets) told = told.replaceAll(secret, "[secret]");
    this.#above(() => this.#options.error().write(`${told}\n`));
  }

  /** Draws the line anew. */
  draw(line: string): void {
    if (!this.isLive) return;
    const error = this.#options.error();
    if (this.#line === undefined) error.write(HIDE_CURSOR);
    this.#line = line;
    error.write(`${CLEAR}${this.#fitting(line)}`);
  }

  /** Takes the line away, and gives the cursor back. */
  clear(): void {
    if (this.#line === undefined) return;
    this.#line = undefined;
    this.#options.error().write(`${CLEAR}${SHOW_CURSOR}`);
  }

  #fitting(line: string): string {
    return cut(line, this.noteWidth - 1);
  }

  #above(write: () => unknown): void {
    const line = this.#line;
    if (line !== undefined) this.#options.error().write(CLEAR);
    write();
    if (line !== undefined) this.#options.error().write(this.#fitting(line));
  }
}
