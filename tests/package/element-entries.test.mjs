// The entries of the elements without a page, and for TypeScript; and how much of them a page downloads.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { build } from "esbuild";
import { checkout, mustRun, runProgram } from "./program.mjs";
import { installedManifest, installTarball } from "./tarball.mjs";

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("element-types");
});

test("every entry can be imported and required in bare Node, without a page, and registers nothing", async () => {
  const { exports } = installedManifest(folder);
  const entries = Object.keys(exports)
    .filter((entry) => entry !== "./package.json")
    .map((entry) => join("sfs-turbo-tasks", entry));
  const ways = [
    { file: "all.mjs", script: entries.map((entry) => `import ${JSON.stringify(entry)};`) },
    { file: "all.cjs", script: entries.map((entry) => `require(${JSON.stringify(entry)});`) },
  ];
  for (const { file, script } of ways) {
    writeFileSync(
      join(folder, file),
      [...script, "console.log(typeof HTMLElement, typeof customElements);"].join("\n"),
    );
    const { stdout, stderr } = await mustRun(process.execPath, [file], { cwd: folder });
    assert.deepEqual({ stdout, stderr }, { stdout: "undefined undefined\n", stderr: "" }, file);
  }
});

test("the entry that registers has the classes of the other entry, in both formats", async () => {
  const script = (/** @type {string} */ load) =>
    `Promise.all(["sfs-turbo-tasks/element", "sfs-turbo-tasks/element/define"].map((name) => ${load})).then(([one, other]) =>
      console.log(Object.keys(one).join() === Object.keys(other).join(), one.SfsTurboTask === other.SfsTurboTask));`;
  writeFileSync(join(folder, "same.mjs"), script("import(name)"));
  writeFileSync(join(folder, "same.cjs"), script("require(name)"));
  for (const file of ["same.mjs", "same.cjs"]) {
    assert.equal((await mustRun(process.execPath, [file], { cwd: folder })).stdout, "true true\n", file);
  }
});

test("a bundler keeps the entry that registers, and drops the entry that is not used", async () => {
  const bundle = async (/** @type {string} */ contents) => {
    const { outputFiles, warnings } = await build({
      stdin: { contents, resolveDir: folder },
      ...{ bundle: true, write: false, format: "esm", minify: true },
    });
    assert.deepEqual(warnings, []);
    return outputFiles[0]?.text ?? "";
  };
  assert.equal(await bundle('import { SfsTurboTask } from "sfs-turbo-tasks/element";'), "");
  const registering = await bundle('import "sfs-turbo-tasks/element/define";');
  assert.match(registering, /sfs-turbo-tasks/);
  // The elements use the client that they are given: they contain neither the core nor the texts.
  assert.ok(registering.length < 30_000, `${registering.length}`);
  assert.doesNotMatch(registering, /WebAssembly|SFS\.TURBO\.0106/);
});

const SET_UPS = [
  { name: "an ES module under nodenext", type: "module", options: ["--module", "nodenext"] },
  { name: "a CommonJS file under nodenext", type: "commonjs", options: ["--module", "nodenext"] },
  {
    name: "a program for a bundler",
    type: "module",
    options: ["--module", "esnext", "--moduleResolution", "bundler"],
  },
];

for (const { name, type, options } of SET_UPS) {
  test(`${name} that uses the elements compiles strictly, and its mistakes do not`, async () => {
    const manifest = join(folder, "package.json");
    const before = readFileSync(manifest, "utf8");
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(before), type }));
    const compiler = join(checkout, "node_modules/typescript/bin/tsc");
    const args = [compiler, "--project", folder, "--pretty", "false", ...options];
    const { code, stdout } = await runProgram(process.execPath, args, { cwd: folder });
    writeFileSync(manifest, before);
    assert.deepEqual({ stdout, code }, { stdout: "", code: 0 });
  });
}
