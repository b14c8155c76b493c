// What both elements have in common: their properties, their frame, and what is said of a failure.

import { type ClientContext, requestClient } from "./client-request.js";
import { eachSecond } from "./clock.js";
import { type ElementMessages, failureOf, type Speech } from "./failure.js";
import { filled, languageOf, wordsIn } from "./language.js";
import { type ElementClient, LiveElement } from "./live.js";
import { make, mark } from "./nodes.js";
import { makeNotice, type Notice } from "./notice.js";
import { adopt } from "./sheets.js";
import { durationText } from "./times.js";
import type { Words } from "./words/words.js";

/** What `<sfs-turbo-task>` and `<sfs-turbo-tasks>` have in common. */
export abstract class SfsTurboElement extends LiveElement {
  /**
   * Texts for people: the module `sfs-turbo-tasks/messages`, or one of its languages. Without them the elements have few words
   * of their own, in English, Chinese and Spanish, and errors are told in the service's words.
   *
   * Set it on `SfsTurboElement`, and both elements have it. Elements that are shown take it at their next change.
   */
  static messages: ElementMessages | undefined;
  /**
   * The key of the context of clients, `"sfs-turbo-client"`. An element that has no client when it is put into the page
   * dispatches `context-request` once, as the community protocol for web components says, with this key and `subscribe`.
   * It uses what a provider gives, then and later. Removed, it unsubscribes. A `client` that is set wins.
   *
   * @example
   * ```ts
   * main.addEventListener("context-request", (event) => {
   *   if (event.context !== SfsTurboElement.context) return;
   *   event.stopPropagation();
   *   event.callback(client);
   * });
   * ```
   */
  static readonly context = "sfs-turbo-client" as ClientContext;
  /** The name under which it is registered. */
  static readonly tag: string = "";
  /** Its properties: one that was set before the element was registered counts. */
  protected static readonly properties: readonly string[] = [];

  /**
   * Registers the element; does nothing where that was done before, or where there is no page.
   *
   * @param tag Default: the element's own name.
   * @param registry Default: the page's `customElements`.
   */
  static define(
    // biome-ignore lint/complexity/noThisInStatic: each class has its own name.
    tag = this.tag,
    registry: CustomElementRegistry | undefined = globalThis.customElements,
  ): void {
    if (registry && !registry.get(tag)) {
      // biome-ignore lint/complexity/noThisInStatic: it is the class that is registered.
      registry.define(tag, this as unknown as CustomElementConstructor);
    }
  }

  /** Around all of it. */
  protected readonly root = make("div", "root");
  /** Read out when its text changes: it has to be there before. */
  protected readonly voice = make("span", "unseen");
  protected readonly notice: HTMLElement;
  private readonly notify: (notice: Notice | undefined, words: Words) => void;
  private given: ElementClient | null = null;
  private provided: ElementClient | null = null;
  private stopProviding: (() => void) | undefined;
  private stopClock: (() => void) | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.root, this.voice);
    this.root.tabIndex = -1;
    mark(this.root, "role", "group");
    mark(this.voice, "role", "status");
    [this.notice, this.notify] = makeNotice(
      () => {
        // The button goes, and with it the focus would.
        this.root.focus({ preventScroll: true });
        void this.refresh();
      },
      (text) => this.speak(text),
    );
  }

  /**
   * What makes the calls: what `createClient` gave, or else what a provider around the element gave: see
   * {@link SfsTurboElement.context}. The same one at each rendering, since another one begins anew.
   */
  override get client(): ElementClient | null {
    return this.given || this.provided;
  }
  set client(client: ElementClient | null | undefined) {
    this.given = client || null;
    this.update();
  }

  /** The file system's id: attribute `share-id`. */
  get shareId(): string {
    return this.text("share-id");
  }
  set shareId(id: string | null | undefined) {
    mark(this, "share-id", id);
  }

  /** Milliseconds between two looks, from 250 on: attribute `interval`. Default: 2 seconds, later up to 15. */
  override get interval(): number | undefined {
    const text = this.text("interval");
    return text ? Number(text) : undefined;
  }
  set interval(milliseconds: number | null | undefined) {
    mark(this, "interval", milliseconds == null ? "" : `${milliseconds}`);
  }

  /** While it is set, nothing is asked: attribute `paused`. */
  override get paused(): boolean {
    return this.hasAttribute("paused");
  }
  set paused(isPaused: boolean) {
    this.toggleAttribute("paused", !!isPaused);
  }

  /** What nothing is asked any more for, or `null`. */
  get error(): unknown {
    return this.failed ? this.failed.error : null;
  }

  override connectedCallback(): void {
    const { properties } = this.constructor as typeof SfsTurboElement;
    for (const name of ["client", "shareId", "interval", "paused", ...properties]) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (early) {
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, early.value);
      }
    }
    adopt(this.shadowRoot as ShadowRoot);
    this.provided = null;
    if (!this.given) {
      this.stopProviding = requestClient(this, SfsTurboElement.context, (client) => {
        this.provided = client || null;
        this.update();
      });
    }
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.stopProviding?.();
    this.stopProviding = undefined;
    super.disconnectedCallback();
  }

  /** @returns Whether a time is shown that goes on. */
  protected abstract render(speech: Speech): boolean;

  protected text(attribute: string): string {
    return this.getAttribute(attribute) || "";
  }

  protected speak(text: string): void {
    this.voice.textContent = text;
  }

  /**
   * Tells why nothing is known, or not any more.
   *
   * @param other What else has failed.
   * @param isAlone Whether nothing else has its title and its colour.
   * @returns Whether another look comes.
   */
  protected explain(speech: Speech, other: unknown, isAlone: boolean): boolean {
    const { words } = speech;
    const { failed, interruption } = this;
    const error = failed ? failed.error : interruption ? interruption.error : other;
    if (!error && !failed) this.notify(undefined, words);
    else {
      const { title, ...failure } = failureOf(error, speech);
      const isLate = !!interruption;
      const text = interruption ? this.waiting(interruption.until, words) : failure.text;
      this.notify(
        {
          ...(isLate ? { advice: "", requestId: "" } : failure),
          text: isAlone ? `${title}: ${text}` : text,
          tone: isAlone ? (isLate ? "wait" : "bad") : "",
          retry: failed || isLate || isAlone ? words.retry : "",
          isAlert: !!failed || (isAlone && !isLate),
        },
        words,
      );
    }
    return !!interruption;
  }

  /** When the last good look was, and when the next one comes. */
  private waiting(until: number, words: Words): string {
    const now = Date.now();
    const text = (template: string, milliseconds: number) =>
      filled(template, { time: durationText(Math.max(0, milliseconds), words) });
    const next = text(words.next, until - now);
    return this.seenAt ? `${text(words.seen, now - this.seenAt)} · ${next}` : next;
  }

  protected override draw(): void {
    const [language, words] = wordsIn(languageOf(this));
    const { messages = {} } = this.constructor as typeof SfsTurboElement;
    mark(this.root, "lang", language);
    if (this.isConnected && this.render({ language, words, messages })) {
      this.stopClock ||= eachSecond(() => this.draw());
    } else if (this.stopClock) this.stopClock = this.stopClock() as undefined;
  }
}
