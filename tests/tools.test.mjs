// The tools: how `npm test` counts, that nothing is left out of its suites and checks, and how the core loses the words of its panics.
// @ts-check
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import binaryen from "binaryen";
import ts from "typescript";
import { withoutPanicMessages } from "../tools/build/panics.mjs";
import { root } from "../tools/run.mjs";
import {
  countCargoTests,
  countLine,
  countOutcomes,
  judge,
  outcomeLine,
  outcomeOf,
  readCountLine,
  sum,
} from "../tools/test/counts.mjs";
import { suites } from "../tools/test/suites.mjs";
import { summary } from "../tools/test/summary.mjs";

/** A path from the root of the checkout, in a text. A pattern with a star is none. */
const NAMED = /(?<![\w./@-])(?:src|js|cli|tools|tests|docs|examples|benches|api)\/[\w./-]*[\w/](?![\w*-])/g;

const none = { passed: 0, failed: 0, skipped: 0 };

test("the results of all test binaries and of the documentation are added", () => {
  const output = `
running 3 tests
test task::tests::reads_a_task ... ok
test task::tests::later ... ignored

test result: FAILED. 3 passed; 1 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.00s

   Doc-tests sfs_turbo_tasks

test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s
`;
  assert.deepEqual(countCargoTests(output), { passed: 5, failed: 1, skipped: 1 });
});

test("the results of wasm-bindgen's runner count like cargo's", () => {
  const output = "test result: ok. 4 passed; 0 failed; 1 ignored; 0 filtered out; finished in 0.02s\n";
  assert.deepEqual(countCargoTests(output), { passed: 4, failed: 0, skipped: 1 });
});

test("colours do not hide a result", () => {
  const output = "test result: \u001b[32mok\u001b(B\u001b[m. 2 passed; 0 failed; 0 ignored; 0 measured\r\n";
  assert.deepEqual(countCargoTests(output), { passed: 2, failed: 0, skipped: 0 });
});

test("a result that a test quotes is not a result", () => {
  assert.deepEqual(countCargoTests("left: test result: ok. 9 passed; 0 failed; 0 ignored;"), none);
});

test("output without a result counts as nothing", () => {
  assert.deepEqual(countCargoTests("no tests to run!\n"), none);
  assert.deepEqual(readCountLine("error: cargo was not found.\n"), none);
});

test("the last count line is read, and only if it stands alone", () => {
  const output =
    "1 passed, 0 failed, 0 skipped\nok\n5 passed, 1 failed, 2 skipped\nso 9 passed, 0 failed, 0 skipped\n";
  assert.deepEqual(readCountLine(output), { passed: 5, failed: 1, skipped: 2 });
  assert.equal(countLine(readCountLine(output)), "5 passed, 1 failed, 2 skipped");
});

test("an event of node:test becomes an outcome", () => {
  const absolute = (/** @type {string} */ name) => (name.startsWith("/") ? name : `/checkout/${name}`);
  const outcome = (/** @type {string} */ type, data = {}) =>
    outcomeOf({ type, data: { name: "answers", file: "/checkout/a.test.mjs", ...data } }, absolute);
  assert.equal(outcome("test:pass"), "passed");
  assert.equal(outcome("test:fail"), "failed");
  assert.equal(outcome("test:pass", { skip: true }), "skipped");
  assert.equal(outcome("test:pass", { skip: "" }), "skipped");
  assert.equal(outcome("test:fail", { todo: "soon" }), "skipped");
  assert.equal(outcome("test:pass", { skip: false, todo: false }), "passed");
  assert.equal(outcome("test:pass", { details: { type: "suite" } }), undefined);
  assert.equal(outcome("test:pass", { details: { type: "suite" }, skip: "no Firefox" }), "skipped");
  assert.equal(outcome("test:start"), undefined);
});

test("a file without a test is not a test, and a file that fails to load is a failure", () => {
  const absolute = (/** @type {string} */ name) => (name.startsWith("/") ? name : `/checkout/${name}`);
  for (const name of ["/checkout/a.test.mjs", "a.test.mjs"]) {
    const data = { name, file: "/checkout/a.test.mjs" };
    assert.equal(outcomeOf({ type: "test:pass", data }, absolute), undefined);
    assert.equal(outcomeOf({ type: "test:fail", data }, absolute), "failed");
  }
});

test("outcomes are counted line by line, and skipped tests by their reason", () => {
  const lines = [
    ...["passed\n", "passed\n", outcomeLine("failed", {}), outcomeLine("passed", {})],
    outcomeLine("skipped", { skip: "no\nFirefox" }),
    outcomeLine("skipped", { skip: "no Firefox" }),
    outcomeLine("skipped", { skip: true }),
    outcomeLine("skipped", { todo: "later" }),
  ];
  assert.deepEqual(countOutcomes(lines.join("")), {
    counts: { passed: 3, failed: 1, skipped: 4 },
    reasons: new Map([
      ["no Firefox", 2],
      ["no reason given", 1],
      ["later", 1],
    ]),
  });
  assert.deepEqual(countOutcomes(""), { counts: none, reasons: new Map() });
});

test("a suite is judged by its counts and its exit code", () => {
  const good = { passed: 3, failed: 0, skipped: 1 };
  assert.deepEqual(judge(good, 0), { counts: good, note: "" });
  assert.deepEqual(judge({ ...good, failed: 2 }, 1), { counts: { ...good, failed: 2 }, note: "" });
  assert.equal(judge(good, 101).counts.failed, 1);
  assert.match(judge(good, 101).note, /exit code 101/);
});

test("a suite that ran nothing, or only skipped tests, is a failure", () => {
  assert.equal(judge(none, 0).counts.failed, 1);
  assert.equal(judge({ ...none, skipped: 4 }, 0).counts.failed, 1);
  assert.equal(judge({ ...none, skipped: 4 }, 0).note, "it ran no test");
});

test("the summary ends with the sums alone on their line", () => {
  const rows = [
    { name: "host", counts: { passed: 12, failed: 0, skipped: 1 }, seconds: 3.14, note: "" },
    { name: "package", counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0, note: "it ran no test" },
  ];
  assert.deepEqual(summary(rows).split("\n"), [
    "suite    passed  failed  skipped  seconds",
    "host         12       0        1      3.1",
    "package       0       1        0      0.0  it ran no test",
    "",
    "12 passed, 1 failed, 1 skipped",
  ]);
  assert.deepEqual(sum([]), none);
});

test("the summary ends with the tests that were not run, and the reason", () => {
  const reasons = new Map([
    ["Firefox is not on this machine; apt-get install firefox-esr", 1],
    ["no program of this system is sent signals", 3],
  ]);
  const counts = { passed: 5, failed: 0, skipped: 4 };
  assert.deepEqual(
    summary([{ name: "package", counts, seconds: 1, note: "", reasons }])
      .split("\n")
      .slice(-4),
    [
      "5 passed, 0 failed, 4 skipped",
      "",
      'NOT RUN: a test or group of tests of the suite "package": Firefox is not on this machine; apt-get install firefox-esr',
      'NOT RUN: 3 tests or groups of tests of the suite "package": no program of this system is sent signals',
    ],
  );
});

test("each file of tests/package is in one of the suites", () => {
  const found = { packed: "packed", browser: { browser: "chromium", driver: "chromedriver", version: "1" } };
  const files = ["package", "pages"].flatMap((name) => {
    const suite = suites.find((candidate) => candidate.name === name);
    return suite?.command(/** @type {any} */ (found)).args.filter((arg) => arg.startsWith("tests/")) ?? [];
  });
  const all = readdirSync(join(root, "tests/package")).filter((name) => name.endsWith(".test.mjs"));
  assert.deepEqual(files.sort(), all.map((name) => `tests/package/${name}`).sort());
});

/** The configurations by which `npm run lint` checks JavaScript. */
const configurations = ["tools/tsconfig.json", "cli/tsconfig.json"].map((name) => {
  const path = join(root, name);
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
});

/** The files of the checkout with JavaScript, and only those with this line. @param {string} [line] */
function scripts(line = "") {
  const names = ["*.mjs", "*.js", "*.cjs"];
  const { stdout } = spawnSync("git", ["grep", "-lE", `^${line}`, "--", ...names], {
    cwd: root,
    encoding: "utf8",
  });
  return stdout.trimEnd().split("\n");
}

test("each file with type checks is checked by `npm run lint`", () => {
  const wanting = scripts("// @ts-check");
  assert.ok(wanting.includes("tests/tools.test.mjs"));
  const known = new Set(configurations.flatMap(({ fileNames }) => fileNames).map((path) => resolve(path)));
  assert.deepEqual(
    wanting.filter((path) => !known.has(resolve(root, path))),
    [],
  );
});

/** Scripts without type checks. */
const UNCHECKED = [
  // Programs for readers, which types would only make longer.
  "examples/admin-page/admin.js",
  "examples/gallery/gallery.js",
  "examples/nightly-script/export.mjs",
  "examples/proxy/company-proxy-",
  // Projects of other tools, each with packages of its own.
  "tests/package/ecosystem/projects/",
];

test("each script has type checks, except for examples and those that import what only a scratch project has", () => {
  const options = configurations[0]?.options ?? {};
  const isFound = (/** @type {string} */ name, /** @type {string} */ path) =>
    ts.resolveModuleName(
      name,
      resolve(root, path),
      options,
      ts.sys,
      undefined,
      undefined,
      ts.ModuleKind.ESNext,
    ).resolvedModule !== undefined || isBuiltin(name);
  const checked = new Set(scripts("// @ts-check"));
  const unchecked = scripts().filter((path) => {
    if (checked.has(path) || UNCHECKED.some((place) => path.startsWith(place))) return false;
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), "utf8"), true, true);
    return importedFiles.every(({ fileName }) => isFound(fileName, path));
  });
  assert.deepEqual(unchecked, []);
});

test("each file or folder that a comment names exists", () => {
  const { stdout } = spawnSync("git", ["ls-files", "*.rs", "*.ts", "*.mjs", "*.wat"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = stdout.trimEnd().split("\n");
  assert.ok(files.includes("tools/build/alphabet.mjs"));
  const missing = files.flatMap((file) => {
    const comments = readFileSync(join(root, file), "utf8").match(/^\s*(?:\/\/|\*|\/\*|;;).*$/gm) ?? [];
    const named = comments.join("\n").match(NAMED) ?? [];
    const paths = named.map((path) => path.replace(/\.$/, ""));
    return paths.filter((path) => !existsSync(join(root, path))).map((path) => `${file}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test("every suite has its own name", () => {
  assert.equal(new Set(suites.map(({ name }) => name)).size, suites.length);
});

test("the core keeps the trap of each panic, drops its words, and keeps everything else", () => {
  const module = named(`
    (func $"core[0a]::panicking::panic_fmt" (call $"core[0a]::fmt::write"))
    (func $"core[0a]::fmt::write")
    (func $checked (export "checked") (param i32) (result i32)
      (if (local.get 0) (then (call $"core[0a]::panicking::panic_fmt")))
      (i32.const 7))`);
  // Not in the types that the tools are checked with.
  const { WebAssembly } = /** @type {any} */ (globalThis);
  const { checked } = new WebAssembly.Instance(new WebAssembly.Module(withoutPanicMessages(module))).exports;
  assert.equal(checked(0), 7);
  assert.throws(() => checked(1), { name: "RuntimeError", message: "unreachable" });
});

test("a core that formats text without a panic is refused, since it would trap there", () => {
  const module = named(`
    (func $"core::fmt::write::h0a")
    (func $"sfs::text" (export "text") (call $"core::fmt::write::h0a"))`);
  assert.throws(() => withoutPanicMessages(module), {
    message: /^The core uses what only panics should: sfs::text calls core::fmt::write::h0a\. /,
  });
});

/**
 * @param {string} functions
 * @returns {Uint8Array<ArrayBuffer>} a module that has their names
 */
function named(functions) {
  const module = binaryen.parseText(`(module ${functions})`);
  binaryen.setDebugInfo(true);
  return Uint8Array.from(module.emitBinary());
}
