// README.zh-CN.md beside README.md: the same headings, programs, tables, numbers and links, in another language.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parsePage, readPage } from "./documentation/markdown.mjs";
import { differences, outline } from "./documentation/outline.mjs";
import { checkout } from "./program.mjs";

/** @type {[string, string]} */
const NAMES = ["README.md", "README.zh-CN.md"];

test("the Chinese README has what the English one has, piece by piece", (t) => {
  const [english, chinese] = [readPage(NAMES[0]), readPage(NAMES[1])];
  const levels = (/** @type {typeof english} */ page) => page.headings.map(({ level }) => level);
  assert.deepEqual(levels(chinese), levels(english));
  assert.deepEqual(differences(english, chinese, NAMES), []);
  t.diagnostic(`${outline(english, NAMES[1]).length} pieces`);
});

test("each README begins with a link to the other", () => {
  const [first, second] = NAMES;
  assert.equal(readPage(first).links[0]?.target, second);
  assert.equal(readPage(second).links[0]?.target, first);
});

test("no mark of Markdown is left in the text, where Chinese punctuation stands beside it", () => {
  const texts = readPage("README.zh-CN.md").tokens.flatMap(({ children }) => children ?? []);
  const marks = texts.filter(({ type, content }) => type === "text" && /[*`]|\]\(/.test(content));
  assert.deepEqual(
    marks.map(({ content }) => content),
    [],
  );
});

test("its English is only names: each heading and each paragraph has Chinese in it", () => {
  const { tokens } = readPage("README.zh-CN.md");
  const said = tokens.flatMap((token, at) => {
    const opens = tokens[at - 1]?.type;
    if (opens !== "paragraph_open" && opens !== "heading_open") return [];
    const text = (token.children ?? []).filter(({ type }) => type === "text").map(({ content }) => content);
    return [text.join("")];
  });
  assert.deepEqual(
    said.filter((text) => !/\p{Script=Han}/u.test(text) && /\p{Letter}/u.test(text)),
    ["sfs-turbo-tasks", "English", "Cookie", "MIT"],
  );
});

test("a missing part of a translation is reported", () => {
  const text = readFileSync(join(checkout, "README.md"), "utf8");
  const told = (/** @type {(text: string) => string} */ change) =>
    differences(parsePage("README.md", text), parsePage("README.md", change(text)), [
      "README.zh-CN.md",
      "README.zh-CN.md",
    ]);
  assert.deepEqual(
    told((same) => same),
    [],
  );
  assert.match(
    told((one) => one.replace("| `forbidden` | 403;", "| `forbidden` | 404;")).join(),
    /number 403 is/,
  );
  assert.match(
    told((one) => one.replace("| `forbidden` | 403;", "| forbidden | 403;")).join(),
    /lacks \["forbidden"\]/,
  );
  assert.match(
    told((one) => one.replace('type: "export", ', 'type: "import", ')).join(),
    /^piece \d+, js [\s\S]*code: lacks/,
  );
  assert.match(
    told((one) => one.replace("#errors)", "#install)").replace("#follow-it)", "#install)")).join(),
    /links/,
  );
  assert.match(told((one) => one.replace("\n## Licence\n", "\n### Licence\n")).join(), /there is h3/);
  assert.match(told((one) => one.replace(/\n\| `forbidden`.*/, "")).join(), /there is/);
});
