// How Markdown files become pages: where they are cut, where their links lead, and the pages of a translation.
// @ts-check
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { guidePages } from "../../tools/docs/guide.mjs";
import { redirectLinks } from "../../tools/docs/links.mjs";
import { cutIntoSections } from "../../tools/docs/sections.mjs";
import { temporaryFolder } from "../package/folders.mjs";
import { checkout } from "../package/program.mjs";

const MANUAL = `# The thing

What it is.

## In words, for people

Text.

### \`<a-tag>\`

\`\`\`sh
## no heading
\`\`\`

## Signing

### Events
`;

test("a long file is cut at its second-level headings, and the headings inside move up", () => {
  const sections = cutIntoSections(MANUAL);
  assert.deepEqual(
    sections.map(({ title, name, text }) => [title, name, text]),
    [
      ["The thing", "the-thing", "What it is.\n"],
      ["In words, for people", "in-words-for-people", "Text.\n\n## `<a-tag>`\n\n```sh\n## no heading\n```\n"],
      ["Signing", "signing", "## Events\n"],
    ],
  );
});

test("a heading that occurs twice has another anchor in its own page than in the long file", () => {
  const sections = cutIntoSections("# A\n## B\n### Events\n## C\n### Events\n");
  assert.deepEqual(
    sections.map(({ anchors }) => [...anchors]),
    [[], [["events", "events"]], [["events-1", "events"]]],
  );
});

test("links get new targets, images too, and code is unchanged", () => {
  const markdown = [
    "[a](one.md), [`b`](two.md), ![c](three.png), `[d](four.md)`, [e",
    "f](five.md)",
    "",
    "```md",
    "[g](six.md)",
    "```",
  ].join("\n");
  /** @type {string[]} */
  const asked = [];
  const redirected = redirectLinks(markdown, (target) => {
    asked.push(target);
    return `to/${target}`;
  });
  assert.deepEqual(asked, ["one.md", "two.md", "three.png", "five.md"]);
  assert.equal(
    redirected,
    [
      "[a](to/one.md), [`b`](to/two.md), ![c](to/three.png), `[d](four.md)`, [e",
      "f](to/five.md)",
      "",
      "```md",
      "[g](six.md)",
      "```",
    ].join("\n"),
  );
});

test("a link without a target becomes plain text", () => {
  assert.equal(
    redirectLinks("see [the `source`](src/lib.rs).", () => undefined),
    "see the `source`.",
  );
});

test("a translation has its own pages, and each links to the other language", async () => {
  const folder = checkoutWith({
    "README.md": "# Thing\n\nText.\n\n## Sign in\n\nText.\n",
    "README.zh-CN.md": "# Thing\n\n文字。\n\n## 登录\n\n见[上面](#thing)。\n",
  });
  const pages = await guidePages(folder);
  const manual = pages.filter(({ source }) => source.startsWith("README"));
  assert.deepEqual(
    manual.map(({ page, title, group, language, translation }) => [
      page,
      title,
      group,
      language,
      translation?.page,
    ]),
    [
      ["guide/overview", "Overview", "Guide", "en", "guide/zh-CN/overview"],
      ["guide/sign-in", "Sign in", "Guide", "en", "guide/zh-CN/sign-in"],
      ["guide/zh-CN/overview", "概述", "指南", "zh-CN", "guide/overview"],
      ["guide/zh-CN/sign-in", "登录", "指南", "zh-CN", "guide/sign-in"],
    ],
  );
});

test("a translation with other sections links to the beginning of the original", async () => {
  const folder = checkoutWith({
    "README.md": "# Thing\n\nText.\n\n## Sign in\n\nText.\n\n## Errors\n\nText.\n",
    "README.zh-CN.md": "# Thing\n\n文字。\n\n## 登录\n\n文字。\n",
  });
  const pages = await guidePages(folder);
  assert.deepEqual(
    pages
      .filter(({ language }) => language === "zh-CN")
      .map(({ page, translation }) => [page, translation?.page]),
    [
      ["guide/zh-CN/section-1", "guide/overview"],
      ["guide/zh-CN/section-2", "guide/overview"],
    ],
  );
});

test("without a translation no page mentions one", async () => {
  const pages = await guidePages(checkoutWith({ "README.md": "# Thing\n\n## Sign in\n" }));
  assert.deepEqual(
    pages.filter(({ translation }) => translation !== undefined),
    [],
  );
});

/**
 * A checkout with these files, and the examples of this checkout.
 * @param {Record<string, string>} files
 */
function checkoutWith(files) {
  const folder = temporaryFolder("guide");
  mkdirSync(join(folder, "docs"));
  mkdirSync(join(folder, "examples"));
  cpSync(join(checkout, "examples/README.md"), join(folder, "examples/README.md"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
