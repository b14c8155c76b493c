// The texts of examples/console: one file per language, all with the same texts.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkout } from "../package/program.mjs";

const folder = join(checkout, "examples/console");
const read = (/** @type {string} */ file) => readFileSync(join(folder, file), "utf8");
/** @type {Record<string, Record<string, string>>} */
const tables = Object.fromEntries(
  ["en", "es", "zh-CN"].map((language) => [language, JSON.parse(read(`src/texts/${language}.json`))]),
);
const { en: english = {} } = tables;

test("these languages have files, and no others", () => {
  assert.deepEqual(readdirSync(join(folder, "src/texts")).sort(), ["en.json", "es.json", "zh-CN.json"]);
});

for (const [language, texts] of Object.entries(tables)) {
  test(`${language} has every text in the same order, and none is empty`, () => {
    assert.deepEqual(Object.keys(texts), Object.keys(english));
    assert.deepEqual(
      Object.keys(texts).filter((key) => texts[key]?.trim() === ""),
      [],
    );
  });

  test(`${language} has the same placeholders in each text`, () => {
    const placeholders = (/** @type {string | undefined} */ text) => text?.match(/\{\w+\}/g)?.sort() ?? [];
    for (const key of Object.keys(english))
      assert.deepEqual(placeholders(texts[key]), placeholders(english[key]), key);
  });
}

test("the page itself is in English, with the words of the file", () => {
  const found = [...read("index.html").matchAll(/data-text="(\w+)"[^<>]*>([^<>]*)</g)];
  const unescaped = (/** @type {string} */ text) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  for (const [, key = "", content = ""] of found) assert.equal(unescaped(content), english[key], key);
  assert.ok(found.length > 50);
});

test("every text is used, and every text that the page names exists", () => {
  const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => read(`src/${name}`));
  const page = read("index.html");
  const named = [...page.matchAll(/data-text="(\w+)"/g)].map(([, key = ""]) => key);
  assert.deepEqual(
    named.filter((key) => !(key in english)),
    [],
  );
  const all = [page, ...sources].join("\n");
  // The texts of a fault are named by the fault.
  const isUsed = (/** @type {string} */ key) =>
    /^(fault|hint)_/.test(key) || new RegExp(`"${key}"`).test(all);
  assert.deepEqual(
    Object.keys(english).filter((key) => !isUsed(key)),
    [],
  );
});
