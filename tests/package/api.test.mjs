// The public API equals the folder `api`, so a review sees every change of it.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { API_FOLDER, writeApi } from "../../tools/build/api.mjs";
import { temporaryFolder } from "./folders.mjs";
import { checkout, runProgram } from "./program.mjs";

const RENEW = "npm run build -- --api";
const reported = join(checkout, API_FOLDER);

/** @type {string} */
let built;

before(async () => {
  built = join(temporaryFolder("api"), "api");
  await writeApi(built);
});

test(`the built definitions declare what ${API_FOLDER}/*.d.ts declares; to change that on purpose: ${RENEW}`, async () => {
  // Both are arguments, since neither belongs to a commit.
  const args = ["diff", "--no-index", "--no-color", "--exit-code", reported, built];
  const { code, stdout } = await runProgram("git", args);
  assert.equal(code, 0, `The API has changed. If it should, renew the report: ${RENEW}\n\n${stdout}`);
});

test("the report has one file for the definitions of each entry, and contains only declarations", () => {
  const { exports } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  const types = Object.values(exports).flatMap((entry) => entry.import?.types?.replace("./dist/", "") ?? []);
  assert.deepEqual(readdirSync(reported).sort(), types.sort());
  for (const name of types) assert.doesNotMatch(readFileSync(join(reported, name), "utf8"), /\/\*\*|\/\//);
});
