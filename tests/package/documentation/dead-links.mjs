// The links of a page that lead nowhere.
// @ts-check
import { posix } from "node:path";
import { readPage } from "./markdown.mjs";

/** @typedef {import("./markdown.mjs").Page} Page */

/**
 * What is wrong with the relative links and images of a page, a sentence each.
 * @param {string} path of the page
 * @param {Page} page
 * @param {(path: string) => boolean} exists whether a file is there, for the reader of this page
 */
export function deadLinks(path, page, exists) {
  return page.links.flatMap(({ target, line }) => {
    const reason = whatIsWrong(path, page, target, exists);
    return reason === undefined ? [] : [`${path}:${line}: ${target}: ${reason}`];
  });
}

/** @param {string} path @param {Page} page @param {string} target @param {(path: string) => boolean} exists */
function whatIsWrong(path, page, target, exists) {
  if (/^(https|mailto):/.test(target)) return undefined;
  if (/^[a-z]+:|^\//i.test(target)) return "it is neither relative nor https";
  const [file = "", anchor] = target.split("#");
  const found = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), file));
  if (!exists(found)) return "there is no such file";
  if (anchor === undefined) return undefined;
  const { headings } = found === path ? page : readPage(found);
  return headings.some((heading) => heading.anchor === anchor) ? undefined : "there is no such heading";
}

/** Links in HTML, which a Markdown parser does not see. @param {Page} page */
export function hiddenLinks({ tokens }) {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const html = all.filter(({ type }) => type.startsWith("html"));
  return html.filter(({ content }) => /\s(href|src)\s*=/i.test(content)).map(({ content }) => content);
}
