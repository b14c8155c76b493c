// What the built files must not contain: code that an old bundler, a strict page or a privacy-minded build refuses.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { before, test } from "node:test";
import { transform } from "esbuild";
import { checkout } from "./program.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {string} */
let dist;
/** @type {string[]} */
let scripts;

before(async () => {
  dist = join(await installTarball(), "node_modules/sfs-turbo-tasks/dist");
  scripts = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
  assert.deepEqual(scripts.sort(), [
    "credentials-page.cjs",
    "credentials-page.js",
    "credentials.cjs",
    "credentials.js",
    "element-define.cjs",
    "element-define.js",
    "element.cjs",
    "element.js",
    "emulator.cjs",
    "emulator.js",
    "index.cjs",
    "index.js",
    "messages-en.cjs",
    "messages-en.js",
    "messages-es.cjs",
    "messages-es.js",
    "messages-zh-CN.cjs",
    "messages-zh-CN.js",
    "messages.cjs",
    "messages.js",
    "workerd.js",
  ]);
});

test("no module imports node:util, since Node reads all its exports then, and one warns about colours", () => {
  const modules = ["credentials.js", "emulator.js", "index.js", "command-line/main.js"];
  assert.deepEqual(
    modules.filter((module) => /\bfrom\s*"node:util"/.test(read(module))),
    [],
  );
});

const REFUSED = [
  { name: "eval", pattern: /\beval\s*\(/, reason: "a page's policy would need `unsafe-eval`" },
  { name: "new Function", pattern: /\bnew\s+Function\b/, reason: "a page's policy would need `unsafe-eval`" },
  {
    name: "import.meta",
    pattern: /\bimport\s*\.\s*meta\b/,
    reason: "bundlers move the file, and CommonJS cannot parse it",
  },
];

for (const { name, pattern, reason } of REFUSED) {
  test(`no script contains ${name}, since ${reason}`, () => {
    assert.deepEqual(
      scripts.filter((script) => pattern.test(read(script))),
      [],
    );
  });
}

test("no script has a top-level await, which service workers and CommonJS refuse", async () => {
  for (const name of scripts) {
    // For code that cannot become CommonJS, esbuild reports a warning or an error.
    const { warnings } = await transform(read(name), { format: "cjs", target: "esnext" });
    assert.deepEqual(warnings, [], name);
  }
  await assert.rejects(transform("await 1;", { format: "cjs", target: "esnext", logLevel: "silent" }));
});

const FOR_PAGES = [
  "index",
  "element",
  "element-define",
  "credentials-page",
  "messages",
  "messages-en",
  "messages-es",
  "messages-zh-CN",
];

for (const name of FOR_PAGES.flatMap((entry) => [`${entry}.js`, `${entry}.cjs`])) {
  test(`${name} has no syntax newer than ES2018, which webpack 4 could not parse`, async () => {
    assert.equal(await isNewerThan("es2018", read(name)), false);
  });
}

test("newer syntax is found", async () => {
  for (const newer of ["a ??= b", "a?.b", "try {} catch {}", "1n", "class A { b = 1 }", "/a/v"]) {
    assert.equal(await isNewerThan("es2018", newer), true, newer);
  }
  assert.equal(await isNewerThan("es2018", "async () => ({ ...a, b: await c })"), false);
});

test("no file contains the path where it was built", () => {
  const places = [checkout, join(homedir(), "/"), ".cargo/registry", ".rustup/toolchains"];
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, path, name }) => relative(dist, join(parentPath ?? path, name)));
  const telling = names.flatMap((name) => {
    // The core is in scripts in an alphabet of its own; here it is also a file.
    const text = read(name);
    return places.filter((place) => text.includes(place)).map((place) => `${name}: ${place}`);
  });
  assert.deepEqual(telling, []);
});

/** @param {string} name */
function read(name) {
  return readFileSync(join(dist, name), "latin1");
}

/**
 * Whether esbuild has to rewrite a script for a target, or cannot. It prints the same script if nothing is newer.
 * @param {string} target
 * @param {string} script
 */
async function isNewerThan(target, script) {
  const { code: asItIs } = await transform(script, { target: "esnext" });
  try {
    const { code, warnings } = await transform(script, { target, logLevel: "silent" });
    return code !== asItIs || warnings.length > 0;
  } catch {
    return true;
  }
}
