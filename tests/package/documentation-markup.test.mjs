// The blocks of the documentation that are not programs: JSON, HTML and CSS parse, and use only names of the package.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import { blocks } from "./documentation/programs.mjs";
import { checkout } from "./program.mjs";
import { packTarball } from "./tarball.mjs";

/** Which test examines the blocks of a language. No test examines blocks of another language. */
const TESTS = {
  console: "documentation-session.test.mjs",
  css: "this one",
  html: "this one",
  js: "readme.test.mjs and documentation-types.test.mjs",
  json: "this one",
  rust: "documentation-rust.test.mjs",
  sh: "documentation-commands.test.mjs",
  ts: "readme.test.mjs and documentation-types.test.mjs",
};

/** @param {string} language */
function only(language) {
  const found = blocks().filter((block) => block.language === language);
  assert.ok(found.length > 0, language);
  return found;
}

test("a test handles the language of each block", (t) => {
  const languages = [...new Set(blocks().map(({ language }) => language))].sort();
  assert.deepEqual(languages, Object.keys(TESTS));
  t.diagnostic(`${blocks().length} blocks`);
});

test("JSON parses, and the manifest of an extension allows what the core needs", () => {
  for (const { code } of only("json")) {
    const { manifest_version, content_security_policy, host_permissions } = JSON.parse(code);
    assert.equal(manifest_version, 3);
    assert.match(content_security_policy.extension_pages, /^script-src 'self' 'wasm-unsafe-eval';/);
    for (const pattern of host_permissions)
      assert.match(pattern, /^https:\/\/sfs-turbo\.[\w-]+\.myhuaweicloud\.com\/\*$/);
  }
});

test("an import map names a file of the package", async () => {
  const { contents } = await packTarball();
  for (const { code } of only("html")) {
    const [, map = ""] = /<script type="importmap"[^>]*>([\s\S]*?)<\/script>/.exec(code) ?? [];
    const { imports } = JSON.parse(map);
    for (const [name, path] of Object.entries(imports)) {
      const prefix = `/node_modules/${name}/`;
      assert.ok(path.startsWith(prefix) && contents.includes(path.slice(prefix.length)), path);
    }
    // Every opened tag is closed.
    assert.equal(code.match(/<script\b/g)?.length, code.match(/<\/script>/g)?.length);
  }
});

test("CSS parses, and uses only properties, parts, states and elements that exist", async () => {
  const { modules } = JSON.parse(readFileSync(join(checkout, "dist/custom-elements.json"), "utf8"));
  /** @type {({ tagName: string } & Record<string, { name: string }[]>)[]} */
  const elements = modules.flatMap((/** @type {any} */ { declarations }) => declarations);
  const names = (/** @type {string} */ what) =>
    elements.flatMap((element) => (element[what] ?? []).map(({ name }) => name));
  for (const { code } of only("css")) {
    assert.deepEqual((await transform(code, { loader: "css" })).warnings, []);
    for (const [pattern, known] of /** @type {const} */ ([
      [/(--sfs-[\w-]+):/g, names("cssProperties")],
      [/::part\(([\w-]+)\)/g, names("cssParts")],
      [/:state\(([\w-]+)\)/g, names("cssStates")],
      [/(sfs-[\w-]+?)(?=[ :[.])(?<!--[\w-]+)/g, elements.map(({ tagName }) => tagName)],
    ])) {
      const used = [...code.matchAll(pattern)].map(([, name]) => name);
      assert.ok(used.length > 0, `${pattern}`);
      for (const name of used) assert.ok(known.includes(name ?? ""), name);
    }
  }
});
