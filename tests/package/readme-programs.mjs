// The programs of the README, for tests that run them.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./program.mjs";

const readme = readFileSync(join(checkout, "README.md"), "utf8");

/** The JavaScript of a section, program by program. @param {string} title */
export function programs(title) {
  const start = readme.indexOf(`\n## ${title}\n`);
  assert.notEqual(start, -1, title);
  const section = readme.slice(start, readme.indexOf("\n## ", start + 1));
  return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, program = ""]) => program);
}
