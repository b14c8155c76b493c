// Nodes of a shadow tree. Text is set as text: nothing that a service or a page says becomes markup.

/** What the parts of a table are, also where they are laid out as something else. */
const roles: Readonly<Record<string, string>> = {
  ...{ table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" },
};

/** Makes an element with children. Its name is for the style sheets: the class for those within, the part for the page's. */
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

/** Makes a place that the page can fill. */
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
 * Sets a text, unless it is that already: what nobody changes is not drawn, selected or read out anew. What has none is not
 * shown.
 *
 * @returns Whether it was another one.
 */
export function say(node: HTMLElement, text: string): boolean {
  const isNew = node.textContent !== text;
  if (isNew) node.textContent = text;
  show(node, text);
  return isNew;
}

/** Shows or hides, unless it is that already. */
export function show(node: HTMLElement, isShown: unknown): void {
  if (node.hidden !== !isShown) node.hidden = !isShown;
}

/** Sets an attribute, unless it is that already; takes it away where there is nothing to say. */
export function mark(node: Element, name: string, value: string | null | undefined | false): void {
  if (!value) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Sets a text that may be cut off: all of it is shown to who points at it. */
export function sayAll(node: HTMLElement, text: string, all = text): void {
  say(node, text);
  mark(node, "title", all);
}

/** The beginning and the end of an id, by which people know it again. */
export function shortened(id: string): string {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}
