// The texts of the languages: each has all of them, with the same placeholders, short and plain.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { furtherCodes, gatewayCodes, serviceCodes } from "./message-codes.mjs";
import { checkout } from "./program.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const LANGUAGES = ["en", "zh-CN", "es"];

/** Bytes after brotli that the texts of one language may have. */
const CEILING = 3 * 1024;

/** Characters that a text may have: a title fits a badge or a heading, everything else two lines of a card. */
const LONGEST_TITLE = 40;
const LONGEST_TEXT = 120;

/** @type {string} */
let folder;
/** @type {Record<string, any>} by tag */
const entries = {};

before(async () => {
  folder = await installTarball();
  for (const tag of LANGUAGES)
    entries[tag] = await importInstalled(folder, `sfs-turbo-tasks/messages/${tag}`);
});

/**
 * Every text of a table, by the path of its keys.
 * @param {unknown} table
 * @param {string} [path]
 * @returns {[string, string][]}
 */
function texts(table, path = "") {
  if (typeof table === "string") return [[path, table]];
  return Object.entries(/** @type {object} */ (table)).flatMap(([key, value]) =>
    texts(value, `${path}/${key}`),
  );
}

/** The strings of a union of js/. @param {string} file @param {string} type */
function union(file, type) {
  const source = readFileSync(join(checkout, file), "utf8");
  const [, members = ""] = source.match(new RegExp(`export type ${type} =([^;]*);`)) ?? [];
  return [...members.matchAll(/"([^"]+)"/g)].map(([, member]) => member ?? "");
}

/** The codes in the sources, file by file. @param {string} folder @param {RegExp} name */
function sources(folder, name) {
  const files = readdirSync(join(checkout, folder), { recursive: true }).map(String);
  return files
    .filter((file) => name.test(file) && !/^messages|tests/.test(file))
    .map((file) => readFileSync(join(checkout, folder, file), "utf8"));
}

for (const tag of LANGUAGES) {
  test(`${tag} has the keys of English, in the same order, and the same number of actions`, () => {
    const paths = (/** @type {unknown} */ table) => texts(table).map(([path]) => path);
    assert.deepEqual(paths(entries[tag].messages), paths(entries.en.messages));
  });

  test(`${tag} has the placeholders of English, text by text`, () => {
    const placeholders = (/** @type {unknown} */ table) =>
      texts(table).map(([path, text]) => [path, ...(text.match(/\{\w+\}/g) ?? []).sort()]);
    assert.deepEqual(placeholders(entries[tag].messages), placeholders(entries.en.messages));
  });

  test(`${tag} has a text for every kind, status and type of the package`, () => {
    const { topics, statuses, types } = entries[tag].messages;
    const kinds = union("js/errors/kinds.ts", "ErrorKind");
    assert.equal(kinds.length, 13);
    assert.deepEqual(Object.keys(topics).slice(0, kinds.length), kinds);
    assert.deepEqual(Object.keys(statuses).sort(), union("js/operations/task.ts", "KnownTaskStatus").sort());
    assert.deepEqual(Object.keys(types).sort(), union("js/operations/task.ts", "KnownTaskType").sort());
  });

  test(`${tag} has a text for every documented code, and for no other`, () => {
    const { codes } = entries[tag].messages;
    const [ofGateway = []] = gatewayCodes;
    assert.deepEqual(Object.keys(codes).sort(), [...serviceCodes, ...ofGateway, ...furtherCodes].sort());
  });

  test(`${tag} has a text for every code that the sources name`, () => {
    const { codes } = entries[tag].messages;
    const all = [...sources("src", /\.rs$/), ...sources("js", /\.ts$/)].join("\n");
    const named = new Set(all.match(/\b(?:SFS\.TURBO|APIGW|APIG|APIC)\.\d{4}\b/g));
    assert.ok(named.has("SFS.TURBO.0106") && named.has("APIGW.0301"));
    // Invented by a test of the core: a code of the service with the gateway's digits.
    named.delete("SFS.TURBO.0308");
    const missing = [...named].filter((code) => !(code.replace(/^(APIG|APIC)\./, "APIGW.") in codes));
    assert.deepEqual(missing, []);
  });

  test(`${tag} has short texts: no title above ${LONGEST_TITLE} characters, no other above ${LONGEST_TEXT}`, () => {
    const long = texts(entries[tag].messages).filter(
      ([path, { length }]) =>
        length > (path.endsWith("/title") ? LONGEST_TITLE : LONGEST_TEXT) || length === 0,
    );
    assert.deepEqual(long, []);
  });

  test(`${tag} has plain text: no markup, no blank at either end, no double blank, no line break`, () => {
    const strange = texts(entries[tag].messages).filter(([, text]) => /[<>&`"\n\t]|^ | $| {2}/.test(text));
    assert.deepEqual(strange, []);
  });

  test(`${tag} has sentences with an end mark, and titles without one`, () => {
    const end = tag === "zh-CN" ? "。" : ".";
    const wrong = texts(entries[tag].messages).filter(([path, text]) => {
      // A value is at the end, without a full stop after it: people copy it.
      const isSentence = !/\/title$|^\/units|^\/task$/.test(path) && !text.endsWith("{action}");
      return isSentence !== text.endsWith(end);
    });
    assert.deepEqual(wrong, []);
  });

  test(`the texts of ${tag} alone take at most 3 KiB after brotli`, async () => {
    const size = brotliCompressSync(
      await bundled(`export { messages } from "sfs-turbo-tasks/messages/${tag}";`),
    ).length;
    assert.ok(size <= CEILING, `${size} bytes`);
    assert.ok(size > CEILING / 2, "the texts are there");
  });

  test(`a page that imports only ${tag} loads no other language`, async () => {
    const page = `${await bundled(`import { describeError } from "sfs-turbo-tasks/messages/${tag}"; describeError(1);`)}`;
    const present = LANGUAGES.filter((other) =>
      page.includes(entries[other].messages.codes["SFS.TURBO.0109"]),
    );
    assert.deepEqual(present, [tag]);
  });
}

test("English is plain: sentences of at most 17 words, no shortened ones, no apologies, no shouting", () => {
  const sentences = texts(entries.en.messages).flatMap(([, text]) => text.split(/(?<=[.:]) /));
  const hard = sentences.filter(
    (sentence) =>
      sentence.split(" ").length > 17 || /n't|'ll|please|sorry|oops|!|e\.g\.|i\.e\./i.test(sentence),
  );
  assert.deepEqual(hard, []);
});

test("importing the texts does nothing", async () => {
  for (const entry of ["messages", ...LANGUAGES.map((tag) => `messages/${tag}`)]) {
    // Without the manifest's statement: the bundler has to see it in the file.
    const rest = await bundled(`import "sfs-turbo-tasks/${entry}";`, { ignoreAnnotations: true });
    assert.equal(`${rest}`.includes("SFS.TURBO.0109"), false, entry);
  }
});

/** A program as a page gets it, minified. @param {string} program @param {import("esbuild").BuildOptions} [options] */
async function bundled(program, options = {}) {
  const { outputFiles } = await build({
    ...{ stdin: { contents: program, resolveDir: folder }, bundle: true, minify: true, charset: "utf8" },
    ...{ format: "esm", target: "es2018", write: false, logLevel: "silent", ...options },
  });
  return Buffer.from(outputFiles?.[0]?.contents ?? []);
}
