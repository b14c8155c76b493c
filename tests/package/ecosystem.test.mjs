// The rows of `npm run test:ecosystem` that no other test has and that are quick: those that break most often.
// @ts-check
import { test } from "node:test";
import { Skipped } from "./ecosystem/project.mjs";
import { rows } from "./ecosystem/rows.mjs";

// Node 20, Vite and a page without a bundler have tests of their own.
const QUICK = ["Node 24, import", "Node 24, require", "webpack", "esbuild, esm", "esbuild, iife"];

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
