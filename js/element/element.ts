// What both elements share: their properties, their frame, and the text for a failure.

import { type ClientContext, makeClientRequest } from "./client-request.js";
import { eachSecond } from "./clock.js";
import { type ElementMessages, failureOf, type Speech } from "./failure.js";
import { filled, languageOf, wordsIn } from "./language.js";
import { type ElementClient, LiveElement } from "./live.js";
import { make, mark } from "./nodes.js";
import { makeNotice, type Notice } from "./notice.js";
import { adopt } from "./sheets.js";
import { durationText } from "./times.js";
import type { Words } from "./words/words.js";

const noMessages: ElementMessages = {};

/** What `<sfs-turbo-task>` and `<sfs-turbo-tasks>` share. */
export abstract class SfsTurboElement extends LiveElement {
  /**
   * Texts for people: the module `sfs-turbo-tasks/messages`, or one of its languages. Default: the elements use a few words of
   * their own, in English, Chinese and Spanish, and show errors in the service's words.
   *
   * Set it on `SfsTurboElement` to set it for both elements. Elements on the page use it from their next change on.
   */
  static messages: ElementMessages | undefined;
  /**
   * The key of the context of clients, `"sfs-turbo-client"`. An element that has no client when it is put into the page
   * dispatches `context-request` once, with this key and `subscribe`, as the context protocol for web components defines it. It
   * uses the client that a provider gives, now and later. When the element is removed, it unsubscribes. A `client` that the page
   * sets takes precedence.
   *
   * @example
   * ```ts
   * import { type ElementClient, SfsTurboElement } from "sfs-turbo-tasks/element";
   *
   * interface ClientRequest extends Event {
   *   context: unknown;
   *   callback(client: ElementClient): void;
   * }
   * document.addEventListener("context-request", (event) => {
   *   const request = event as ClientRequest;
   *   if (request.context !== SfsTurboElement.context) return;
   *   request.stopPropagation();
   *   request.callback(client);
   * });
   * ```
   */
  static readonly context = "sfs-turbo-client" as ClientContext;
  /** The tag name under which the element is registered. */
  static readonly tag: string = "";
  /** Reads the properties that the page set before the element was registered. */
  protected static readonly properties: readonly string[] = [];

  /**
   * Registers the element. Does nothing if it is registered already, or if there is no page.
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
      const element = this as unknown as CustomElementConstructor;
      try {
        registry.define(tag, element);
      } catch {
        // A registry takes each class once. For another name it gets a class of its own.
        registry.define(tag, class extends element {});
      }
    }
  }

  /** The frame around the content. */
  protected readonly root = make("div", "root");
  /** A screen reader reads its text when it changes, so it must be in the page before. */
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
      () => void this.refresh(),
      (text) => this.speak(text),
    );
  }

  /**
   * The client that makes the calls: the result of `createClient`, or the client of a provider around the element, see
   * {@link SfsTurboElement.context}. Pass the same object at each rendering: a different one starts the element anew.
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

  /** Milliseconds between two looks, at least 250: attribute `interval`. Default: 2 seconds at first, later up to 15. */
  override get interval(): number | undefined {
    const text = this.text("interval");
    return text ? Number(text) : undefined;
  }
  set interval(milliseconds: number | null | undefined) {
    mark(this, "interval", milliseconds == null ? "" : `${milliseconds}`);
  }

  /** While it is set, the element sends no request: attribute `paused`. */
  override get paused(): boolean {
    return this.hasAttribute("paused");
  }
  set paused(isPaused: boolean) {
    this.toggleAttribute("paused", !!isPaused);
  }

  /** The error that stopped the element, or `null`. */
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
      const [request, stop] = makeClientRequest(this, SfsTurboElement.context, (client) => {
        this.provided = client || null;
        this.update();
      });
      // Before the request: a provider may move or remove the element when it answers.
      this.stopProviding = stop;
      request();
    }
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    const stop = this.stopProviding;
    this.stopProviding = undefined;
    super.disconnectedCallback();
    // Last, because a provider may throw.
    stop?.();
  }

  /** @returns Whether the element shows a running time. */
  protected abstract render(speech: Speech): boolean;

  protected text(attribute: string): string {
    return this.getAttribute(attribute) || "";
  }

  protected speak(text: string): void {
    this.voice.textContent = text;
  }

  /**
   * Shows why nothing is known, or why nothing is known any more.
   *
   * @param other Another failure.
   * @param isAlone Whether nothing else shows its title and its colour.
   * @returns Whether another look follows.
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

  /** When the last good look was, and when the next one is due. */
  private waiting(until: number, words: Words): string {
    const now = Date.now();
    const text = (template: string, milliseconds: number) =>
      filled(template, { time: durationText(Math.max(0, milliseconds), words) });
    const next = text(words.next, until - now);
    return this.seenAt ? `${text(words.seen, now - this.seenAt)} · ${next}` : next;
  }

  protected override draw(): void {
    const [language, words] = wordsIn(languageOf(this));
    const { messages = noMessages } = this.constructor as typeof SfsTurboElement;
    mark(this.root, "lang", language);
    if (this.isConnected && this.render({ language, words, messages })) {
      this.stopClock ||= eachSecond(() => this.draw());
    } else if (this.stopClock) this.stopClock = this.stopClock() as undefined;
  }
}
