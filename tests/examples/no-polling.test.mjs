// The examples leave polling to the package.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkout } from "../package/program.mjs";

/** What a hand-written loop would need: a single look, or a pause. */
const OWN_LOOP = /\b(getTask|listTasks|setTimeout)\b/;

/** The only timer: it moves a clock, and sends no request. */
const CLOCK = "console-panel/src/useNow.ts";

for (const example of ["nightly-script", "console-panel", "admin-page"]) {
  const folder = join(checkout, "examples", example);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(mjs|js|tsx?)$/.test(name) && !/node_modules|dist|\.test\./.test(name))
    .map((name) => ({ name: `${example}/${name}`, text: readFileSync(join(folder, name), "utf8") }));

  test(`${example} has no polling loop`, () => {
    assert.ok(sources.length > 0);
    for (const { name, text } of sources) {
      assert.doesNotMatch(text, OWN_LOOP, name);
      if (name !== CLOCK) assert.doesNotMatch(text, /\bsetInterval\b/, name);
    }
  });
}

test("the nightly script has at most 60 lines", () => {
  const text = readFileSync(join(checkout, "examples/nightly-script/export.mjs"), "utf8");
  assert.ok(text.trimEnd().split("\n").length <= 60);
});
