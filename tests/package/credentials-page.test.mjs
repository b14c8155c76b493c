// What a page gets that imports the credential sources: a clear error from each bundler, and no source in its script.
// @ts-check
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { checkout, mustRun } from "./program.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const message =
  "sfs-turbo-tasks/credentials runs in Node only. Access keys and passwords do not belong in a page: everyone who opens it can read them. Let your own proxy add the token, or pass a token function that gets one from your server.";

/** @type {string} */
let folder;
before(async () => {
  folder = await installTarball();
  writeFileSync(
    join(folder, "page.js"),
    'import { fromEnv } from "sfs-turbo-tasks/credentials";\nglobalThis.asked = fromEnv();\n',
  );
});

/** @param {string} script */
async function expectRefusal(script) {
  const text = readFileSync(script, "utf8");
  assert.ok(!/node:|HUAWEICLOUD_SDK|process\.env/.test(text), "the script has a source in it");
  await assert.rejects(import(pathToFileURL(script).href), { name: "Error", message });
}

for (const format of /** @type {const} */ (["esm", "iife"])) {
  test(`a browser script that esbuild built as ${format} throws when it is loaded`, async () => {
    const outfile = join(folder, `esbuild-${format}.mjs`);
    const entryPoints = [join(folder, "page.js")];
    const { warnings } = await build({
      entryPoints,
      outfile,
      format,
      bundle: true,
      platform: "browser",
      logLevel: "silent",
    });
    assert.deepEqual(warnings, []);
    await expectRefusal(outfile);
  });
}

test("a browser script that Vite built throws when it is loaded", async (t) => {
  // The code that Vite adds to each page checks whether links can be preloaded.
  Object.assign(globalThis, { document: { createElement: () => ({ relList: { supports: () => true } }) } });
  t.after(() => Reflect.deleteProperty(globalThis, "document"));
  writeFileSync(join(folder, "index.html"), '<script type="module" src="./page.js"></script>\n');
  const vite = join(checkout, "node_modules/vite/bin/vite.js");
  const { stderr } = await mustRun(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: folder });
  assert.equal(stderr, "");
  const assets = join(folder, "dist/assets");
  const [script = "", ...others] = readdirSync(assets);
  assert.deepEqual(others, []);
  writeFileSync(join(folder, "vite.mjs"), readFileSync(join(assets, script)));
  await expectRefusal(join(folder, "vite.mjs"));
});

test("a bundler that does not read `exports` finds the same file through the folder", async () => {
  const outfile = join(folder, "old.mjs");
  const entry = join(folder, "old.js");
  writeFileSync(entry, 'import { fromEnv } from "./node_modules/sfs-turbo-tasks/credentials";\nfromEnv();\n');
  await build({
    entryPoints: [entry],
    outfile,
    format: "esm",
    bundle: true,
    platform: "browser",
    logLevel: "silent",
  });
  await expectRefusal(outfile);
});

test("a script for Node that esbuild built has the sources", async () => {
  const outfile = join(folder, "node.mjs");
  await build({
    entryPoints: [join(folder, "page.js")],
    outfile,
    format: "esm",
    bundle: true,
    platform: "node",
    logLevel: "silent",
  });
  await import(pathToFileURL(outfile).href);
  assert.equal(typeof (/** @type {any} */ (globalThis).asked), "function");
});

test("`require` with the condition `browser` throws too", async () => {
  const program =
    'try { require("sfs-turbo-tasks/credentials"); } catch (error) { console.log(error.message); }';
  const args = ["--conditions=browser", "--eval", program];
  const { stdout } = await mustRun(process.execPath, args, { cwd: folder });
  assert.equal(stdout, `${message}\n`);
});

test("the browser's file exports every name of the entry", async () => {
  const names = Object.keys(await importInstalled(folder, "sfs-turbo-tasks/credentials")).sort();
  const script = readFileSync(join(folder, "node_modules/sfs-turbo-tasks/dist/credentials-page.js"), "utf8");
  const [, exported = ""] = /export \{([^}]*)\}/.exec(script) ?? [];
  assert.deepEqual(
    exported
      .split(",")
      .map((name) => name.trim())
      .sort(),
    names,
  );
  assert.deepEqual(names, [
    "CredentialsError",
    "fromChain",
    "fromDefaults",
    "fromEcsMetadata",
    "fromEnv",
    "fromIdToken",
    "fromKooCli",
    "fromPassword",
    "fromPodIdentity",
    "fromProfile",
    "fromTemporaryKeys",
  ]);
  assert.ok(existsSync(join(folder, "node_modules/sfs-turbo-tasks/dist/credentials.js")));
});
