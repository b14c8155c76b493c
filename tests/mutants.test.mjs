// How `npm run mutants -- --javascript` chooses its tests, and how it counts what Stryker reports.
// @ts-check
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { countMutants, LEFT_OUT, testsOfMutants } from "../tools/mutants-javascript.mjs";
import { root } from "../tools/run.mjs";

/**
 * @param {import("@stryker-mutator/api/core").MutantResult["status"]} status
 * @param {string} [replacement]
 */
function mutant(status, replacement = "false") {
  const fileName = join(root, "js", "call", "abort.ts");
  const location = { start: { line: 27, column: 7 }, end: { line: 27, column: 27 } };
  return { id: "1", fileName, location, mutatorName: "ConditionalExpression", replacement, status };
}

test("a failed test catches a mutant, and a test without an end notices it", () => {
  const results = [mutant("Killed"), mutant("Killed"), mutant("Timeout")];
  assert.deepEqual(countMutants(results), {
    caught: 2,
    missed: [],
    timeouts: ["js/call/abort.ts:27:7: ConditionalExpression becomes false"],
    unviable: 0,
  });
});

test("a mutant that no test notices, or that no test reaches, is missed, and named in one line", () => {
  const results = [mutant("Survived", "{\n    return;\n  }"), mutant("NoCoverage")];
  assert.deepEqual(countMutants(results).missed, [
    "js/call/abort.ts:27:7: ConditionalExpression becomes { return; }",
    "js/call/abort.ts:27:7: ConditionalExpression becomes false",
  ]);
});

test("a mutant with which the tests cannot start is not viable, and an ignored one is not counted", () => {
  const results = [mutant("RuntimeError"), mutant("CompileError"), mutant("Ignored")];
  assert.deepEqual(countMutants(results), { caught: 0, missed: [], timeouts: [], unviable: 2 });
});

test("the tests of calls and credentials run for each mutant; those of browsers and of documentation do not", () => {
  const files = testsOfMutants();
  for (const name of ["arguments", "credentials-iam", "request", "waiting"]) {
    assert.ok(files.includes(`tests/package/${name}.test.mjs`), name);
  }
  for (const name of ["browser", "documentation-links", "faults", "messages-errors", "node"]) {
    assert.ok(existsSync(join(root, `tests/package/${name}.test.mjs`)), name);
    assert.ok(!files.includes(`tests/package/${name}.test.mjs`), name);
  }
});

test("each test file that is left out exists", () => {
  const missing = LEFT_OUT.filter((name) => !existsSync(join(root, `tests/package/${name}.test.mjs`)));
  assert.deepEqual(missing, []);
});
