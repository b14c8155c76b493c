// Colours and widths of texts, as the terminal gets them.
// @ts-check
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { source } from "./source.mjs";

test("a Node without styleText, before 20.12, uses the same colours", async (t) => {
  const { styleFor } = await source("terminal/style");
  const util = createRequire(import.meta.url)("node:util");
  const colours = ["red", "green", "yellow", "cyan", "dim", "bold"];
  const all = () => colours.map((colour) => styleFor(true)(colour, "text"));
  const before = all();
  const { styleText } = util;
  t.after(() => {
    util.styleText = styleText;
  });
  util.styleText = undefined;
  assert.deepEqual(all(), before);
  assert.equal(styleFor(true)("green", "text"), "\u001b[32mtext\u001b[39m");
  assert.equal(styleFor(false)("green", "text"), "text");
});

test("a character takes the columns that a terminal uses for it", async () => {
  const { widthOf, cut, pad } = await source("terminal/width");
  const texts = ["abc", "训练", "데이터", "e\u0301", "🚀", "👩‍👩‍👧", "Ａ", "…", ""];
  assert.deepEqual(texts.map(widthOf), [3, 4, 6, 1, 2, 2, 2, 1, 0]);
  assert.equal(cut("训练数据", 5), "训练…");
  assert.equal(cut("训练数据", 8), "训练数据");
  assert.equal(cut("abc", 0), "");
  assert.equal(pad("训练", 6), "训练  ");
});

test("text is broken at blanks and inside Chinese, and no line begins with closing punctuation", async () => {
  const { wrap } = await source("terminal/width");
  assert.deepEqual(wrap("one two three", 8), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
  assert.deepEqual(wrap("the 桶不存在。", 10), ["the 桶不存", "在。"]);
  assert.deepEqual(wrap("桶不存在。桶", 8), ["桶不存", "在。桶"]);
  assert.deepEqual(wrap("", 8), [""]);
  assert.deepEqual(wrap("as long as it is", Number.POSITIVE_INFINITY), ["as long as it is"]);
});
