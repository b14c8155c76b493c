// Texts that a person has checked once, and that are compared since. Each is a file in the folder `golden`.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("golden/", import.meta.url);

/**
 * Compares a text with its file. `RECORD_GOLDEN=1` writes the file instead, for a person to check.
 * @param {string} name
 * @param {string} text
 */
export function assertGolden(name, text) {
  const file = new URL(`${name}.txt`, folder);
  const plain = text.replaceAll("\r\n", "\n");
  if (process.env.RECORD_GOLDEN === "1") writeFileSync(file, plain);
  const how = "if the new text is right: RECORD_GOLDEN=1 node --test tests/command-line/widths.test.mjs";
  assert.equal(plain, readFileSync(file, "utf8"), `golden/${name}.txt has another text; ${how}`);
}

/** The columns of a line. A Chinese character takes two. @param {string} line */
export function columnsOf(line) {
  return [...line].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
