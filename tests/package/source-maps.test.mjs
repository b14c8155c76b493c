// Source maps of the packed scripts: a debugger finds the TypeScript source of a line.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { installTarball } from "./tarball.mjs";

/** A sentence of each script, and the source that contains it. */
const SENTENCES = {
  "credentials-page.cjs": ["sfs-turbo-tasks/credentials runs in Node only", "js/credentials/node/page.ts"],
  "credentials-page.js": ["sfs-turbo-tasks/credentials runs in Node only", "js/credentials/node/page.ts"],
  "credentials.cjs": ["a source is configured but does not work", "js/credentials/node/chain.ts"],
  "credentials.js": ["a source is configured but does not work", "js/credentials/node/chain.ts"],
  "element.cjs": ["Import and export tasks", "js/element/words/en.ts"],
  "element.js": ["Import and export tasks", "js/element/words/en.ts"],
  "emulator.cjs": ["no privileges to operate", "js/emulator/answers.ts"],
  "emulator.js": ["no privileges to operate", "js/emulator/answers.ts"],
  "index.cjs": ["must be an AbortSignal", "js/call/host-options.ts"],
  "index.js": ["must be an AbortSignal", "js/call/host-options.ts"],
  "messages.cjs": ["The path is not a directory.", "js/messages/languages/en.ts"],
  "messages.js": ["The path is not a directory.", "js/messages/languages/en.ts"],
  "workerd.js": ["must be an AbortSignal", "js/call/host-options.ts"],
};

/** @type {string} */
let dist;

before(async () => {
  dist = join(await installTarball(), "node_modules/sfs-turbo-tasks/dist");
});

test("every script has a map, and the maps contain the expected sentences", () => {
  const maps = readdirSync(dist).filter((name) => name.endsWith(".map"));
  assert.deepEqual(
    maps.sort(),
    Object.keys(SENTENCES).map((name) => `${name}.map`),
  );
});

for (const [script, [sentence = "", source = ""]] of Object.entries(SENTENCES)) {
  test(`${script} leads back to its sources, which are in its map`, () => {
    const lines = readFileSync(join(dist, script), "utf8").trimEnd().split("\n");
    assert.equal(lines.at(-1), `//# sourceMappingURL=${script}.map`);
    const payload = JSON.parse(readFileSync(join(dist, `${script}.map`), "utf8"));
    assert.equal(payload.sourcesContent.length, payload.sources.length);
    assert.ok(payload.sourcesContent.every((/** @type {unknown} */ content) => content));
    // A reader of maps would take anything else for an address, and could not read it.
    assert.deepEqual(
      payload.sources.filter((/** @type {string} */ name) => !/^\.\.\/js\/[\w/.-]+$/.test(name)),
      [],
    );

    const line = lines.findIndex((text) => text.includes(sentence));
    const column = lines[line]?.indexOf(`"${sentence}`) ?? -1;
    const entry = new SourceMap(payload).findEntry(line, column);
    assert.ok("originalSource" in entry, `${script}:${line + 1}:${column + 1} has no source`);
    assert.ok(entry.originalSource.endsWith(source), entry.originalSource);
    const content = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)];
    assert.ok(content.split("\n")[entry.originalLine].includes(sentence));
  });
}
