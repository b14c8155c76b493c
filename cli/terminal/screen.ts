// All output: data on standard output, everything else on standard error, with one line there that is redrawn.

import { type Style, styleFor, wantsColours } from "./style.js";
import { cut } from "./width.js";

/** The part of a stream that is used. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** The settings that decide how the output looks. */
export interface ScreenOptions {
  /** The streams, created when they are needed: Node takes milliseconds to create one. */
  readonly out: () => Stream;
  readonly error: () => Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly plain: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

const HIDE_CURSOR = "\u001b[?25l";
const SHOW_CURSOR = "\u001b[?25h";
/** The least length of a secret: a shorter one would occur in any text. */
const SECRET = 4;

const CLEAR = "\r\u001b[K";

export class Screen {
  /** Whether the terminal can show arrows and marks. */
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

  /** Whether a line can be redrawn. */
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

  /** Colours everything else. */
  get noteStyle(): Style {
    this.#noteStyle ??= this.#styleOf(this.#options.error());
    return this.#noteStyle;
  }

  #styleOf({ isTTY }: Stream): Style {
    const { plain, env } = this.#options;
    return styleFor(wantsColours(isTTY === true, plain, env));
  }

  /** The columns for data; without a limit if the width is not known. */
  get width(): number {
    const { out, env } = this.#options;
    // A terminal that does not know its width reports 0.
    if (this.isTerminal) return out().columns || Number(env.COLUMNS) || 80;
    return Number(env.COLUMNS) || Number.POSITIVE_INFINITY;
  }

  /** The columns for everything else. */
  get noteWidth(): number {
    const { error, env } = this.#options;
    return error().columns || Number(env.COLUMNS) || 80;
  }

  /** Hides this text in all output, even if a service repeats it. */
  conceal(secret: string): void {
    if (secret.length >= SECRET) this.#secrets.add(secret);
  }

  /** The result of a command. */
  data(text: string): void {
    this.#above(() => this.#options.out().write(text));
  }

  /** Advice. */
  note(text: string): void {
    if (!this.quiet) this.problem(text);
  }

  /** A request and its answer. */
  trace(text: string): void {
    if (this.#options.verbose) this.problem(this.noteStyle("dim", text));
  }

  /** An error. */
  problem(text: string): void {
    let told = text;
    for (const secret of this.#secrets) told = told.replaceAll(secret, "[secret]");
    this.#above(() => this.#options.error().write(`${told}\n`));
  }

  /** Draws the line again. */
  draw(line: string): void {
    if (!this.isLive) return;
    const error = this.#options.error();
    if (this.#line === undefined) error.write(HIDE_CURSOR);
    this.#line = line;
    error.write(`${CLEAR}${this.#fitting(line)}`);
  }

  /** Removes the line, and shows the cursor again. */
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
