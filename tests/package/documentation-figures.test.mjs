// The sizes, counts and versions in the documentation are those of the built, installed and tested package.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import ts from "typescript";
import { sizes } from "../../tools/build/sizes.mjs";
import { readPage } from "./documentation/markdown.mjs";
import { rows } from "./ecosystem/rows.mjs";
import { checkout } from "./program.mjs";
import { packTarball } from "./tarball.mjs";

/** KiB: a figure has one decimal, and another version of brotli may differ by some bytes. */
const CLOSE = 0.1;

/** @param {string} path */
const read = (path) => readFileSync(join(checkout, path), "utf8");

/** The figures of a page, by a pattern that matches it once. @param {string} page @param {RegExp} pattern */
function figures(page, pattern) {
  const found = [...read(page).replace(/\s+/g, " ").matchAll(pattern)];
  assert.equal(found.length, 1, `${page}: ${pattern}`);
  return found[0]?.slice(1).map(Number) ?? [];
}

/** @param {number[]} written @param {number[]} measured */
function expectClose(written, measured) {
  const isClose = written.map((figure, at) => Math.abs(figure - (measured[at] ?? Number.NaN)) < CLOSE);
  assert.ok(
    isClose.every(Boolean),
    `${written.join(", ")} KiB are written, ${measured.join(", ")} are measured`,
  );
  assert.equal(written.length, measured.length);
}

/** @param {string} file */
const shipped = async (file) => (await sizes(file)).brotli;

test("the documented download sizes are those of the built files", async () => {
  const index = await shipped("index.js");
  expectClose(figures("README.md", /KiB after brotli \| 0\.3 \| 0\.5 \| ([\d.]+) \|/g), [index]);
  expectClose(figures("README.zh-CN.md", /KiB \| 0\.3 \| 0\.5 \| ([\d.]+) \|/g), [index]);
  const element = await shipped("element.js");
  expectClose(figures("docs/elements.md", /Both elements are ([\d.]+) KiB after brotli/g), [element]);
});

test("the documented sizes of the texts are those of the built files", async () => {
  const tags = ["en", "zh-CN", "es"];
  const own = await Promise.all(tags.map((tag) => shipped(`messages-${tag}.js`)));
  const texts = await Promise.all(tags.map((tag) => textsOf(tag)));
  expectClose(
    figures(
      "docs/messages.md",
      /One language is ([\d.]+) to ([\d.]+) KiB after brotli instead of ([\d.]+) for all; the texts are ([\d.]+) to ([\d.]+) KiB of it/g,
    ),
    [
      ...[Math.min(...own), Math.max(...own), await shipped("messages.js")],
      ...[Math.min(...texts), Math.max(...texts)],
    ],
  );
});

/** KiB of the texts of a language, without the code that builds sentences from them. @param {string} tag */
async function textsOf(tag) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { messages } from "./messages-${tag}.js";`,
      resolveDir: join(checkout, "dist"),
    },
    ...{ bundle: true, write: false, format: "esm", minify: true, target: "es2018", charset: "utf8" },
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? "").length / 1024;
}

test("the sizes of the other clients are those of benches/RESULTS.md", () => {
  const [azure, aws] = figures(
    "README.md",
    /azure's client with one call is ([\d.]+) KiB, aws's ([\d.]+)\./g,
  );
  const chinese = figures("README.zh-CN.md", /azure 客户端为 ([\d.]+) KiB，aws 客户端为 ([\d.]+)。/g);
  assert.deepEqual(chinese, [azure, aws]);
  const results = read("benches/RESULTS.md");
  for (const [name, kib] of /** @type {const} */ ([
    ["azure", azure],
    ["aws", aws],
    ["fetch", 0.3],
    ["careful fetch", 0.5],
  ])) {
    assert.match(results, new RegExp(`^\\| ${name} +\\| +[\\d.]+ \\| +[\\d.]+ \\| +${kib} \\|`, "m"));
  }
});

test("the times of the package and of careful fetch are those of benches/RESULTS.md", () => {
  const results = read("benches/RESULTS.md");
  /** @param {string} heading @param {string} candidate */
  const measured = (heading, candidate) => {
    const [, section = ""] = results.split(`\n### ${heading}`);
    return section.match(new RegExp(`^\\| ${candidate} +\\| +([\\d.]+) \\(`, "m"))?.[1];
  };
  for (const [page, rows] of /** @type {const} */ ([
    ["README.md", ["the first id in Node 20", "the first id in Node 24", "a call in memory", "64 in flight"]],
    ["README.zh-CN.md", ["Node 20 中得到第一个", "Node 24 中得到第一个", "内存中的一次调用", "64 个并发"]],
  ])) {
    const headings = [
      "Start, Node 20",
      "Start, Node 24",
      "Per call, in memory",
      "Throughput, 64 calls in flight",
    ];
    for (const [index, heading] of headings.entries()) {
      const [, careful, own] = figures(
        page,
        new RegExp(`${rows[index]}[^|]*\\| (1) \\| ([\\d.]+) \\| ([\\d.]+) \\|`, "g"),
      );
      const expected = [measured(heading, "careful fetch"), measured(heading, "sfs-turbo-tasks")].map(Number);
      assert.deepEqual([careful, own], expected, `${page}: ${heading}`);
    }
  }
});

test("the documented numbers of regions and kinds are those of the definitions", () => {
  const regions = membersOf("KnownRegion").length;
  for (const page of ["README.md", "README.zh-CN.md"]) {
    const counts = [...read(page).matchAll(/(\d+)(?: regions| 个区域)/g)].map(([, count]) => Number(count));
    const opening = [...read(page).matchAll(/The (\d+) regions|的 (\d+) 个区域/g)];
    assert.deepEqual([opening.length, ...new Set(counts)], [1, regions], page);
  }
  const kinds = membersOf("ErrorKind").length;
  const words = { 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen" };
  assert.match(
    read("CHANGELOG.md"),
    new RegExp(`\`SfsTurboError\` with ${words[/** @type {13} */ (kinds)]} kinds`),
  );
});

/** The members of a union of the definitions. @param {string} name */
function membersOf(name) {
  const file = ts.createSourceFile("index.d.ts", read("dist/index.d.ts"), ts.ScriptTarget.ESNext);
  const alias = file.statements.filter(ts.isTypeAliasDeclaration).find((type) => type.name.text === name);
  assert.ok(alias && ts.isUnionTypeNode(alias.type), name);
  return alias.type.types;
}

test("the tarball has the name that the README uses", async () => {
  const { file } = await packTarball();
  for (const page of ["README.md", "README.zh-CN.md"]) {
    const names = read(page).match(/sfs-turbo-tasks-\d[\w.-]*\.tgz/g) ?? [];
    assert.ok(names.length > 0, page);
    assert.deepEqual([...new Set(names)], [basename(file)], page);
  }
});

test("docs/environments.md has the rows of the ecosystem's tests, each with a version", () => {
  // After a change of the rows: npm run test:ecosystem -- --write writes the page.
  const table = environments();
  assert.deepEqual(
    table.map(([name]) => name),
    rows.map(({ name }) => name.replaceAll("`", "")),
  );
  assert.deepEqual(
    table.filter(([, version, result]) => !/\d+\.\d/.test(version ?? "") || result !== "ok"),
    [],
  );
});

test("its versions are those of the lock files, except a browser's, which is the version on the machine", () => {
  const { packages } = JSON.parse(read("tests/package/ecosystem/projects/package-lock.json"));
  const locked = Object.values(packages).map(({ version }) => version);
  const strange = environments().flatMap(([name, version = ""]) => {
    const isBrowser = /^chrom/i.test(version);
    const versions = isBrowser ? [] : (version.match(/\d+\.\d+[\w.-]*/g) ?? []);
    return versions.filter((one) => !locked.includes(one)).map((one) => `${name}: ${one}`);
  });
  assert.deepEqual(strange, []);
});

/** The rows of the page's table, as plain text. */
function environments() {
  return readPage("docs/environments.md").rows.slice(1);
}
