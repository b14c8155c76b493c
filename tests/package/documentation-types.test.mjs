// Every program of the documentation compiles strictly against the packed tarball, with only the reader's own names added.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { compile } from "./documentation/compile.mjs";
import {
  countExamples,
  countParsedExamples,
  definitions,
  examples,
  pagePrograms,
} from "./documentation/programs.mjs";
import { allowedNames, TABLED } from "./documentation/readers-names.mjs";

/** Plain JavaScript has no types for its own declarations, and checks nothing before it uses it. */
const MISTAKES_OF_JAVASCRIPT = {
  // A parameter, or a variable that is set later, without a type.
  "README.md, With a token 2": ["TS7034", "TS7031", "TS7005", "TS7005", "TS7005"],
  "README.md, CORS 1": ["TS7006"],
  "README.md, In words, for people 1": ["TS7006"],
  // A variable of the environment that may be missing: then the call says so.
  "README.md, With an access key 1": ["TS2322", "TS2322"],
  // An element that may be missing from the page.
  "README.md, Elements for a page 1": Array.from({ length: 6 }, () => "TS18047"),
};

const pages = pagePrograms();
const documented = examples();
/** @type {Map<string, import("./documentation/compile.mjs").Compiled>} */
let compiled;

/** A program with a mistake, which this compiler has to find. @type {import("./documentation/programs.mjs").Program} */
const wrong = {
  name: "a mistake",
  language: "ts",
  code: "await client.getTask({ shareId, taskID: taskId });\n",
  entry: "sfs-turbo-tasks",
};

before(async () => {
  compiled = await compile([...pages, ...documented, wrong]);
});

test("each program of the README and of docs compiles", (t) => {
  const mistakes = pages.flatMap(({ name }) => {
    const codes = compiled.get(name)?.mistakes.map((mistake) => mistake.split(":")[0]) ?? ["not compiled"];
    return codes.length === 0 ? [] : [[name, codes]];
  });
  assert.deepEqual(Object.fromEntries(mistakes), MISTAKES_OF_JAVASCRIPT);
  t.diagnostic(`${pages.length} programs of pages compiled`);
});

test("each example of the type definitions compiles without an error", (t) => {
  const mistakes = documented.flatMap(({ name }) => {
    const own = compiled.get(name)?.mistakes ?? ["not compiled"];
    return own.length === 0 ? [] : [[name, own]];
  });
  assert.deepEqual(mistakes, []);
  t.diagnostic(`${documented.length} examples compiled`);
});

test("no example is left out", () => {
  const { read, built } = definitions();
  assert.deepEqual(read, built);
  assert.equal(countParsedExamples(), countExamples());
  assert.equal(
    new Set([...pages, ...documented].map(({ name }) => name)).size,
    pages.length + documented.length,
  );
});

test("each program uses the names that the table of the reader's names has for it", () => {
  const strange = [...pages, ...documented].flatMap(({ name }) => {
    const { all, taken } = allowedNames(name);
    const given = compiled.get(name)?.taken ?? [];
    const fits = all ? given.join() === taken.join() : given.every((one) => taken.includes(one));
    return fits ? [] : [`${name}: ${given.join(", ")}`];
  });
  assert.deepEqual(strange, []);
  assert.deepEqual(
    TABLED.filter((name) => !compiled.has(name)),
    [],
  );
});

test("a mistake is found", () => {
  assert.match(compiled.get("a mistake")?.mistakes.join() ?? "", /^TS2561: .*'taskID' does not exist/);
});
