// The links of the documentation: those of the tarball's pages lead into the tarball, the others into the checkout.
// @ts-check
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deadLinks, hiddenLinks } from "./documentation/dead-links.mjs";
import { parsePage, readPage } from "./documentation/markdown.mjs";
import { checkout } from "./program.mjs";
import { packTarball } from "./tarball.mjs";

const examples = readdirSync(join(checkout, "examples"), { recursive: true })
  .map((path) => `examples/${path}`)
  .filter((path) => path.endsWith("README.md") && !path.includes("node_modules"));

/** Pages for readers of the checkout. */
const CHECKOUT_PAGES = ["CONTRIBUTING.md", "benches/RESULTS.md", ...examples];

test("each link and image of a page in the tarball leads to a file, and a heading, in the tarball", async (t) => {
  const { contents } = await packTarball();
  const pages = contents.filter((path) => path.endsWith(".md"));
  for (const page of ["README.md", "README.zh-CN.md", "SECURITY.md", "CHANGELOG.md", "docs/elements.md"]) {
    assert.ok(pages.includes(page), page);
  }
  const dead = pages.flatMap((path) => deadLinks(path, readPage(path), (file) => contents.includes(file)));
  assert.deepEqual(dead, []);
  const links = pages.reduce((sum, path) => sum + readPage(path).links.length, 0);
  t.diagnostic(`${links} links of ${pages.length} pages`);
});

test("each link and image of a page for contributors leads to a file, and a heading, in the checkout", (t) => {
  assert.ok(examples.length >= 4, `${examples}`);
  const exists = (/** @type {string} */ file) => existsSync(join(checkout, file));
  assert.deepEqual(
    CHECKOUT_PAGES.flatMap((path) => deadLinks(path, readPage(path), exists)),
    [],
  );
  const links = CHECKOUT_PAGES.reduce((sum, path) => sum + readPage(path).links.length, 0);
  t.diagnostic(`${links} links of ${CHECKOUT_PAGES.length} pages`);
});

test("no link is hidden in HTML", async () => {
  const { contents } = await packTarball();
  for (const path of [...contents.filter((name) => name.endsWith(".md")), ...CHECKOUT_PAGES]) {
    assert.deepEqual(hiddenLinks(readPage(path)), [], path);
  }
});

test("a dead link is found, wherever it stands", () => {
  const text = [
    ...["# One", "", "## 使用 Token", "", "## `<a-b>` twice", "", "## `<a-b>` twice", ""],
    "[a](#使用-token) [b](#a-b-twice-1) [c](README.md#install) ![d](docs/card.png) [e](https://example.com)",
    "[f](#使用-Token) [g](#a-b-twice-2) [h](README.md#instal) ![i](docs/no.png) [j](/README.md)",
    "",
    '| [k](docs/no.md) |\n| --- |\n\n<a href="x">m</a>',
  ].join("\n");
  const page = parsePage("PAGE.md", text);
  const exists = (/** @type {string} */ path) => ["README.md", "PAGE.md", "docs/card.png"].includes(path);
  assert.deepEqual(deadLinks("PAGE.md", page, exists), [
    "PAGE.md:9: #使用-Token: there is no such heading",
    "PAGE.md:9: #a-b-twice-2: there is no such heading",
    "PAGE.md:9: README.md#instal: there is no such heading",
    "PAGE.md:9: docs/no.png: there is no such file",
    "PAGE.md:9: /README.md: it is neither relative nor https",
    "PAGE.md:12: docs/no.md: there is no such file",
  ]);
  assert.deepEqual(hiddenLinks(page), ['<a href="x">']);
});
