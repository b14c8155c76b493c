// The tarball as the registry and its users' package managers see it: contents, manifest, entry points.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { checkout, runProgram } from "./program.mjs";
import { installedManifest, installTarball, packTarball } from "./tarball.mjs";

/** Bytes: the current size, and 3 % more for changes. Half of it is source maps. */
const UNPACKED = 3_430_000;

const FILES = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "SECURITY.md",
  "credentials/package.json",
  "dist/command-line/licences.txt",
  "dist/command-line/main.js",
  "dist/command-line/server.js",
  "dist/core.wasm",
  "dist/credentials-page.cjs",
  "dist/credentials-page.js",
  "dist/credentials.cjs",
  "dist/credentials.d.cts",
  "dist/credentials.d.ts",
  "dist/credentials.js",
  "dist/custom-elements.json",
  "dist/element-define.cjs",
  "dist/element-define.d.cts",
  "dist/element-define.d.ts",
  "dist/element-define.js",
  "dist/element.cjs",
  "dist/element.d.cts",
  "dist/element.d.ts",
  "dist/element.js",
  "dist/emulator.cjs",
  "dist/emulator.d.cts",
  "dist/emulator.d.ts",
  "dist/emulator.js",
  "dist/index.cjs",
  "dist/index.d.cts",
  "dist/index.d.ts",
  "dist/index.js",
  "dist/messages-en.cjs",
  "dist/messages-en.d.cts",
  "dist/messages-en.d.ts",
  "dist/messages-en.js",
  "dist/messages-es.cjs",
  "dist/messages-es.d.cts",
  "dist/messages-es.d.ts",
  "dist/messages-es.js",
  "dist/messages-zh-CN.cjs",
  "dist/messages-zh-CN.d.cts",
  "dist/messages-zh-CN.d.ts",
  "dist/messages-zh-CN.js",
  "dist/messages.cjs",
  "dist/messages.d.cts",
  "dist/messages.d.ts",
  "dist/messages.js",
  "dist/web-types.json",
  "dist/workerd.js",
  "docs/card.png",
  "docs/command-line.md",
  "docs/console.png",
  "docs/credentials.md",
  "docs/elements.md",
  "docs/environments.md",
  "docs/messages.md",
  "docs/proxies.md",
  "docs/rust.md",
  "docs/table.png",
  "element/define/package.json",
  "element/package.json",
  "emulator/package.json",
  "messages/en/package.json",
  "messages/es/package.json",
  "messages/package.json",
  "messages/zh-CN/package.json",
  "package.json",
];

test("the tarball holds what a user needs, and nothing else", async () => {
  const { contents } = await packTarball();
  assert.deepEqual(
    contents.filter((path) => !path.endsWith(".map")),
    FILES,
  );
  // A source map belongs to an existing file.
  const maps = contents.filter((path) => path.endsWith(".map"));
  assert.deepEqual(
    maps.filter((path) => !FILES.includes(path.slice(0, -".map".length))),
    [],
  );
});

test("each entry is found where `exports` is not read, by the same files", async () => {
  const folder = join(await installTarball(), "node_modules/sfs-turbo-tasks");
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const [entry, conditions] of Object.entries(exports)) {
    if (entry === "./package.json") continue;
    const { main, module, browser, types } = JSON.parse(
      readFileSync(join(folder, entry, "package.json"), "utf8"),
    );
    const { browser: page, import: imported, require: required } = conditions;
    assert.deepEqual(
      [main, module, browser, types].map((path) => path && join(entry, path)),
      [required.default, imported.default, page?.default, imported.types].map((path) => path && join(path)),
    );
  }
});

test("it stays within its unpacked size", async () => {
  const folder = join(await installTarball(), "node_modules/sfs-turbo-tasks");
  const stats = readdirSync(folder, { recursive: true }).map((path) => statSync(join(folder, `${path}`)));
  const bytes = stats.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
  assert.ok(bytes <= UNPACKED, `${bytes} bytes unpacked, and ${UNPACKED} is the budget`);
});

test("installing it installs nothing else, and runs nothing", async () => {
  const folder = await installTarball();
  const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
  assert.deepEqual(installed, ["sfs-turbo-tasks"]);
  const {
    dependencies,
    peerDependencies,
    optionalDependencies,
    scripts = {},
    bin,
  } = installedManifest(folder);
  assert.deepEqual(
    { dependencies, peerDependencies, optionalDependencies, bin },
    {
      dependencies: undefined,
      peerDependencies: undefined,
      optionalDependencies: undefined,
      bin: { "sfs-turbo-tasks": "dist/command-line/main.js" },
    },
  );
  const hooks = ["preinstall", "install", "postinstall", "prepare"];
  assert.deepEqual(
    hooks.filter((hook) => hook in scripts),
    [],
  );
});

test("publint has nothing to say about it, not even a suggestion", async () => {
  const { file } = await packTarball();
  // A copy, since a Buffer may be a piece of a larger memory.
  const tarball = Uint8Array.from(readFileSync(file)).buffer;
  assert.deepEqual((await publint({ pack: { tarball }, strict: true })).messages, []);
});

test("TypeScript finds the right definitions from every entry point, in every way to resolve", async () => {
  const { file } = await packTarball();
  const attw = join(checkout, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // The definitions are in the tarball, so no other package is needed for them.
  const args = [attw, file, "--format", "json", "--profile", "strict", "--no-definitely-typed"];
  const { code, stdout } = await runProgram(process.execPath, args);
  const { analysis, problems } = JSON.parse(stdout);
  const entrypoints = [
    ...[".", "./emulator", "./credentials"],
    ...["./messages", "./messages/en", "./messages/zh-CN", "./messages/es"],
    ...["./element", "./element/define", "./package.json"],
  ];
  assert.deepEqual(
    { problems, entrypoints: Object.keys(analysis.entrypoints) },
    { problems: {}, entrypoints },
  );
  assert.equal(code, 0);
});
