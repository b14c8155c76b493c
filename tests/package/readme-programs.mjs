// The programs of the README and of the pages in docs, for tests that run them.
// @ts-check
import assert from "node:assert/strict";
import { pagePrograms } from "./documentation/programs.mjs";

/**
 * The JavaScript of a section, program by program.
 * @param {string} title
 * @param {string} [file] a Markdown file of the checkout
 */
export function programs(title, file = "README.md") {
  const found = pagePrograms().filter(({ name }) => name.replace(/ \d+$/, "") === `${file}, ${title}`);
  assert.notEqual(found.length, 0, `${file}: ${title}`);
  return found.map(({ code }) => code);
}
