// Every operation is wherever operations are listed: in each entry, among the methods of a client, in the fuzzing, in the fault
// matrix. Otherwise a new one could be left out of a test, and nothing would say so.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { operations as columns } from "./faults/operations.mjs";
import { operationNames as fuzzed } from "./fuzz/operations.mjs";
import { checkout } from "./program.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** They send the requests of `listTasks`, and have tests of their own: tests/package/paging*.test.mjs, watching-lists.test.mjs. */
const SAME_AS_LIST_TASKS = ["listAllTasks", "watchTasks"];

/** The names in js/operations, which tests/contract.rs compares with the tables. */
const names = readdirSync(join(checkout, "js/operations"))
  .map((file) => readFileSync(join(checkout, "js/operations", file), "utf8"))
  .flatMap((source) => /: Operation = \{\n {2}name: "(\w+)"/.exec(source)?.[1] ?? [])
  .sort();

/** @type {string} */
let consumer;

before(async () => {
  consumer = await installTarball();
});

test("the operations are found in js/operations", () => {
  assert.ok(names.includes("getTask") && names.length >= 8, `${names}`);
});

test("the package has a function, and a client a method, for every operation", async () => {
  const api = await importInstalled(consumer);
  const methods = Object.keys(api.createClient({})).sort();
  assert.deepEqual(methods, names, "js/client.ts lists the methods of a client");
  const missing = names.filter((name) => typeof api[name] !== "function");
  assert.deepEqual(missing, [], "js/index.ts exports every operation");
});

test("the entry of Cloudflare Workers has the names of the others", async () => {
  const api = await importInstalled(consumer);
  const source = readFileSync(join(consumer, "node_modules/sfs-turbo-tasks/dist/workerd.js"), "utf8");
  const [, list = ""] = /export\s*\{([^}]*)\}/.exec(source) ?? [];
  const exported = list.split(",").map((entry) =>
    entry
      .trim()
      .split(/\s+as\s+/)
      .at(-1),
  );
  assert.deepEqual(exported.sort(), Object.keys(api).sort(), "js/workerd.ts exports what js/index.ts does");
});

test("every operation is fuzzed", () => {
  assert.deepEqual(
    [...fuzzed].sort(),
    names,
    "a new operation is a new entry of tests/package/fuzz/operations.mjs",
  );
});

test("every operation is a column of the fault matrix", () => {
  const covered = [...columns.map(({ name }) => name), ...SAME_AS_LIST_TASKS];
  const how = "a new operation is a new column in tests/package/faults/operations.mjs";
  assert.deepEqual([...new Set(covered)].sort(), names, how);
});
