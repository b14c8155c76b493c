// The quick rows of `npm run test:ecosystem` that no other test covers: those that break most often.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Skipped } from "./ecosystem/project.mjs";
import { rows } from "./ecosystem/rows.mjs";

// Node 20, Vite and a page without a bundler have their own tests.
const QUICK = ["Node 24, import", "Node 24, require", "webpack", "esbuild, esm", "esbuild, iife"];

const projects = new URL("ecosystem/projects/", import.meta.url);

test("one lock file has the current dependencies of all projects, and no address of a registry", () => {
  const text = readFileSync(new URL("package-lock.json", projects), "utf8");
  assert.doesNotMatch(text, /:\/\//);
  const { packages } = JSON.parse(text);
  const folders = readdirSync(projects, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const fields = ["name", "dependencies", "devDependencies", "optionalDependencies"];
  for (const { name } of folders) {
    const manifest = JSON.parse(readFileSync(new URL(`${name}/package.json`, projects), "utf8"));
    assert.deepEqual(
      fields.map((field) => packages[name]?.[field]),
      fields.map((field) => manifest[field]),
      name,
    );
  }
});

for (const name of QUICK) {
  test(`${name}: the installed package gets tasks and typed errors`, async (t) => {
    const row = rows.find((candidate) => candidate.name === name);
    if (row === undefined) throw new Error(`no row is named ${name}`);
    try {
      await row.run((version) => t.diagnostic(version));
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      t.skip(error.message);
    }
  });
}
