// What a reader sees of an element, and the nodes that a scenario presses.
// @ts-check

/** @param {string} what @returns {never} */
export function missing(what) {
  throw new Error(`there is no ${what}`);
}

/** The last one of a list. @template Item @param {readonly Item[]} list */
export function last(list) {
  return list.at(-1) ?? missing("last one");
}

/** The first node that fits. @param {ParentNode} node @param {string} selector */
export function find(node, selector) {
  return /** @type {HTMLElement | null} */ (node.querySelector(selector)) ?? missing(selector);
}

/** The element that a node is, or is in. @param {Node} node */
export function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}

/** Where the page has its elements. */
export function main() {
  return find(document, "main");
}

/** The shadow tree of an element. @param {Element} element */
export function shadow(element) {
  return element.shadowRoot ?? missing("shadow tree");
}

/** @param {Element} element @param {string} name */
export function part(element, name) {
  return find(shadow(element), `[part="${name}"]`);
}

/** The texts that a reader sees, in order, without the options of a filter. @param {Element} element */
export function texts(element) {
  const { innerText } = find(shadow(element), ".root");
  const choices = [...shadow(element).querySelectorAll("select")].map((select) => select.innerText);
  return choices
    .reduce((text, choice) => text.replace(choice, ""), innerText)
    .replace(/\u00a0/g, " ")
    .split(/[\n\t]+/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** What a screen reader says of an element. @param {Element} element */
export function voice(element) {
  return find(shadow(element), "[role=status]").textContent;
}
