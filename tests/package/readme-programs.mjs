// The programs of the README and of the pages in docs, for tests that run them.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./program.mjs";

/**
 * The JavaScript of a section, program by program.
 * @param {string} title
 * @param {string} [file] a Markdown file of the checkout
 */
export function programs(title, file = "README.md") {
  const text = readFileSync(join(checkout, file), "utf8");
  const start = text.indexOf(`\n## ${title}\n`);
  assert.notEqual(start, -1, `${file}: ${title}`);
  const next = text.indexOf("\n## ", start + 1);
  const section = text.slice(start, next === -1 ? undefined : next);
  return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, program = ""]) => program);
}
