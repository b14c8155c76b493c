// Reads the tree of a page that parse5 made.
// @ts-check

/** @typedef {import("parse5").DefaultTreeAdapterTypes.Node} Node */
/** @typedef {import("parse5").DefaultTreeAdapterTypes.Element} Element */

/**
 * All elements below a node, in the order of the page, including those of templates.
 * @param {Node} node
 * @returns {Element[]}
 */
export function elementsOf(node) {
  const below = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  const inTemplate = "content" in node ? elementsOf(node.content) : [];
  return [...("tagName" in node ? [node] : []), ...below, ...inTemplate];
}

/**
 * @param {Element} element
 * @param {string} name
 */
export function attribute(element, name) {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/**
 * @param {Node} node
 * @returns {string}
 */
export function textOf(node) {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
