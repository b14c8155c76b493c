// The progress of a task: on a terminal one line that is redrawn; otherwise one line per change, or one per minute.

import { writeDuration } from "../arguments/duration.js";
import type { Screen } from "./screen.js";
import type { Colour } from "./style.js";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Milliseconds. */
const FRAME = 100;

/** Build services stop a job whose log has no new line for some minutes. */
const MINUTE = 60_000;

export class Progress {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #begun: number;
  readonly #timer: ReturnType<typeof setInterval> | undefined;
  #text: string;
  #said: string | undefined;
  #saidAt = 0;
  #fault = "";
  #faultSaid = "";
  #frame = 0;
  #ended = false;

  /**
   * @param text The current action until something is known. The line shows the time so far, since nobody knows how long it will
   *   take.
   * @param now Milliseconds.
   */
  constructor(screen: Screen, text: string, now: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#now = now;
    this.#begun = now();
    this.#text = text;
    if (screen.quiet) return;
    this.#timer = screen.isLive
      ? setInterval(() => this.#draw(), FRAME)
      : setInterval(() => this.#minute(), 1000);
    this.#draw();
  }

  /** Sets the current state. */
  update(text: string): void {
    this.#text = text;
    this.#fault = "";
    this.#draw();
    if (!this.#screen.isLive && text !== this.#said) this.#say();
  }

  /** Shows that a look has failed, until one succeeds. */
  fault(text: string): void {
    this.#fault = `  (${text})`;
    this.#draw();
    if (this.#screen.isLive) return;
    // Only its numbers differ from one look to the next.
    const same = text.replace(/[\d.]+ s$/, "");
    if (same === this.#faultSaid && this.#now() - this.#saidAt < MINUTE) return;
    this.#faultSaid = same;
    this.#say();
  }

  /** A look has succeeded. */
  well(): void {
    this.#fault = "";
    this.#faultSaid = "";
  }

  /** Ends the progress without a last line. */
  stop(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#timer);
    this.#screen.clear();
  }

  /** Ends the progress with one last line. */
  end(mark: string, colour: Colour, text: string): void {
    if (this.#ended) return;
    this.stop();
    const sign = this.#screen.isPlain ? "" : `${this.#screen.noteStyle(colour, mark)} `;
    this.#screen.note(`${sign}${this.#elapsed()}  ${text}`);
  }

  #elapsed(): string {
    return writeDuration(this.#now() - this.#begun);
  }

  #draw(): void {
    if (!this.#screen.isLive || this.#ended) return;
    this.#screen.draw(
      `${FRAMES[this.#frame % FRAMES.length]} ${this.#elapsed()}  ${this.#text}${this.#fault}`,
    );
    this.#frame += 1;
  }

  #say(): void {
    if (this.#screen.quiet) return;
    this.#said = this.#text;
    this.#saidAt = this.#now();
    this.#screen.note(`${this.#elapsed()}  ${this.#text}${this.#fault}`);
  }

  #minute(): void {
    const since = this.#said === undefined ? this.#begun : this.#saidAt;
    if (this.#now() - since >= MINUTE) this.#say();
  }
}
