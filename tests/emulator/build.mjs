// The bundles that the package ships.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { root } from "./known.mjs";

describe("the build", () => {
  test("has an ESM and a CommonJS file with source maps, and imports nothing from Node", () => {
    for (const file of ["emulator.js", "emulator.cjs"]) {
      const text = readFileSync(`${root}/dist/${file}`, "utf8");
      assert.doesNotMatch(text, /node:|\brequire\(|\bprocess\b|\bBuffer\b|^import /m);
      assert.ok(text.endsWith(`//# sourceMappingURL=${file}.map\n`));
      /** @type {{ sources: string[] }} */
      const { sources } = JSON.parse(readFileSync(`${root}/dist/${file}.map`, "utf8"));
      // It contains nothing of the rest of the package, except the platform's hash functions.
      const others = sources.filter((source) => !source.startsWith("../js/emulator/"));
      assert.deepEqual(others, ["../js/credentials/hash.ts"]);
    }
  });
});
