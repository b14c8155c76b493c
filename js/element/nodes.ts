// Nodes of a shadow tree. Text is set as text: what a service or a page provides never becomes markup.

/** The ARIA roles of the parts of a table, which hold for any layout. */
const roles: Readonly<Record<string, string>> = {
  ...{ table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" },
};

/** Makes an element with children. Its name is its class, for the style sheets within, and its part, for those of the page. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (name) {
    node.className = name;
    node.setAttribute("part", name);
  }
  mark(node, "role", roles[tag]);
  node.append(...children);
  return node;
}

/** Makes a slot, which the page can fill. */
export function slot(name: string, ...children: Node[]): HTMLSlotElement {
  const node = make("slot", "", ...children);
  node.name = name;
  return node;
}

/** Makes a button. */
export function button(name: string, press: () => void): HTMLButtonElement {
  const node = make("button", name);
  node.addEventListener("click", press);
  return node;
}

/**
 * Sets a text, if it differs: an unchanged text is not drawn, deselected or read out again. An element without text is hidden.
 *
 * @returns Whether the text was different.
 */
export function say(node: HTMLElement, text: string): boolean {
  const isNew = node.textContent !== text;
  if (isNew) node.textContent = text;
  show(node, text);
  return isNew;
}

/** Shows or hides, if that is a change. The focus of what is hidden goes to the frame, so that the keyboard continues there. */
export function show(node: HTMLElement, isShown: unknown): void {
  if (node.hidden === !isShown) return;
  if (!isShown && node.matches(":focus-within")) {
    node.closest<HTMLElement>(".root")?.focus({ preventScroll: true });
  }
  node.hidden = !isShown;
}

/** Sets an attribute, if it differs; removes it if there is no value. */
export function mark(node: Element, name: string, value: string | null | undefined | false): void {
  if (!value) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Sets a text that may be cut off: a tooltip shows all of it. */
export function sayAll(node: HTMLElement, text: string, all = text): void {
  say(node, text);
  mark(node, "title", all);
}

/** The beginning and the end of an id, enough for people to recognise it. */
export function shortened(id: string): string {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}
