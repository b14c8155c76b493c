// The checks of `npm run release` that work on texts: the changelog, the step between versions, the lists.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf, judgeBump } from "../tools/release/bump.mjs";
import { entryOf } from "../tools/release/changelog.mjs";
import { judgeNpm } from "../tools/release/npm.mjs";
import { compared } from "../tools/release/reproducible.mjs";
import { joined } from "../tools/release/sbom.mjs";

const CHANGELOG =
  "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- One.\n- Another,\n  longer.\n\n## 0.1.0 (not published)\n\n- First.\n";

test("a version's entry of the changelog is found, and its points are counted", () => {
  assert.equal(entryOf(CHANGELOG, "0.2.0"), "2 points");
});

for (const [what, changelog, version, message] of [
  ["is missing", CHANGELOG, "0.3.0", 'CHANGELOG.md has no entry with the heading "## 0.3.0 (YYYY-MM-DD)"'],
  [
    "has no date",
    CHANGELOG,
    "0.1.0",
    'the heading of CHANGELOG.md is "## 0.1.0 (not published)": write "## 0.1.0 (YYYY-MM-DD)"',
  ],
  ["is empty", "## 1.0.0 (2026-12-01)\n\n", "1.0.0", "the entry of CHANGELOG.md for 1.0.0 is empty"],
]) {
  test(`an entry of the changelog that ${what} is refused`, () => {
    assert.throws(() => entryOf(`${changelog}`, `${version}`), { name: "Error", message });
  });
}

test("a difference of the API report is an addition, or a change if a line was removed", () => {
  const head = "--- a/api/index.d.ts\n+++ b/api/index.d.ts\n@@ -1,0 +2 @@\n";
  assert.equal(changeOf(""), "none");
  assert.equal(changeOf(`${head}+  added: string;\n`), "added");
  assert.equal(changeOf(`${head}-  name: string;\n+  name: number;\n`), "changed");
  assert.equal(changeOf(`${head}-  gone: string;\n`), "changed");
});

for (const [before, after, change] of /** @type {const} */ ([
  ["0.1.0", "0.1.1", "none"],
  ["0.1.0", "0.1.1", "added"],
  ["0.1.0", "0.2.0", "changed"],
  ["0.1.0", "1.0.0", "changed"],
  ["1.2.3", "1.2.4", "none"],
  ["1.2.3", "1.3.0", "added"],
  ["1.2.3", "2.0.0", "changed"],
])) {
  test(`${after} may follow ${before} with this difference of the API report: ${change}`, () => {
    assert.equal(judgeBump(before, after, change), `${before} to ${after}, API report: ${change}`);
  });
}

for (const [before, after, change, place] of /** @type {const} */ ([
  ["0.1.0", "0.1.1", "changed", "second"],
  ["1.2.3", "1.2.4", "added", "second"],
  ["1.2.3", "1.3.0", "changed", "first"],
])) {
  test(`${after} is too small a step after ${before} with this difference of the API report: ${change}`, () => {
    const message = `the API report is ${change} since ${before}: ${after} has to count its ${place} number up`;
    assert.throws(() => judgeBump(before, after, change), { message });
  });
}

test("a version that is not higher than the previous one is refused", () => {
  for (const after of ["0.2.0", "0.1.9", "0.2.0-beta"]) {
    assert.throws(() => judgeBump("0.2.0", after, "none"), { message: `${after} does not come after 0.2.0` });
  }
});

test("two different builds are refused, with the names of the files", () => {
  const one = new Map([
    ["dist/index.js", "a"],
    ["dist/core.wasm", "b"],
    ["README.md", "c"],
  ]);
  assert.equal(compared(one, new Map(one)), "3 files, the same from two clones");
  const other = new Map([...one, ["dist/core.wasm", "x"], ["more", "d"]]);
  const message = "two builds of one commit differ in dist/core.wasm, more";
  assert.throws(() => compared(one, other), { message });
});

test("the joined list names the package, the bundled packages, the crates, and their dependencies", () => {
  const component = (/** @type {string} */ name) => ({ "bom-ref": name, name, version: "1.0.0" });
  const own = { metadata: { component: component("package") }, dependencies: [] };
  const crates = {
    metadata: { component: { ...component("crate"), components: [component("crate's library")] } },
    components: [component("serde")],
    dependencies: [{ ref: "crate", dependsOn: ["serde"] }, { ref: "serde" }],
  };
  assert.deepEqual(joined(own, [component("srvx")], crates), {
    metadata: { component: component("package") },
    components: [component("srvx"), component("crate"), component("serde")],
    dependencies: [
      { ref: "package", dependsOn: ["srvx", "crate"] },
      { ref: "srvx" },
      { ref: "crate", dependsOn: ["serde"] },
      { ref: "serde" },
    ],
  });
});

test("an npm that publishes without a stored token is accepted", () => {
  for (const version of ["11.5.1", "11.5.2", "11.6.0", "12.0.0", "12.0.0-pre.1"])
    assert.equal(judgeNpm(version, true), version);
});

test("an npm that is too old for that fails only in the workflow, which publishes", () => {
  const needs = "trusted publishing needs 11.5.1 or newer";
  for (const version of ["11.5.0", "11.4.9", "10.9.4", "9.0.0"]) {
    assert.throws(() => judgeNpm(version, true), {
      name: "Error",
      message: `${version}: ${needs}. Take a newer Node in release.yml`,
    });
    assert.equal(judgeNpm(version, false), `${version} here; in the workflow, ${needs}`);
  }
});
