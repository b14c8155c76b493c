// Every link of every page of the site leads somewhere.
// @ts-check
import assert from "node:assert/strict";
import { posix } from "node:path";
import { before, test } from "node:test";
import { filesBelow } from "../../tools/docs/files.mjs";
import { attribute } from "../../tools/docs/html.mjs";
import { readPages, site } from "./site.mjs";

/** @typedef {import("../../tools/docs/html.mjs").Element} Element */

const LINKS = ["href", "src", "poster", "action"];

/** @type {Map<string, Element[]>} */
let pages;
/** @type {Set<string>} */
let files;
/** The anchors that links may lead to, by page. @type {Map<string, Set<string | undefined>>} */
let places;

before(async () => {
  pages = await readPages();
  files = new Set(await filesBelow(site));
  places = new Map(
    [...pages].map(([page, elements]) => [
      page,
      new Set(elements.map((element) => attribute(element, "id"))),
    ]),
  );
});

test("each link within the site leads to an existing file and anchor", () => {
  let count = 0;
  /** @type {string[]} */
  const dead = [];
  for (const [page, elements] of pages) {
    for (const link of linksOf(elements)) {
      if (isExternal(link)) continue;
      count += 1;
      if (!leadsSomewhere(page, link)) dead.push(`${page}: ${link}`);
    }
  }
  assert.deepEqual(dead, []);
  // So a page without links is noticed: the guide alone has hundreds.
  assert.ok(count > 1_000, `${count} links`);
});

test("a link out of the site is a whole https: address, or an address of the reader's own machine", () => {
  const external = new Set([...pages.values()].flatMap(linksOf).filter(isExternal));
  const strange = [...external].filter((link) => !URL.canParse(link) || !isPublic(link));
  assert.deepEqual(strange, []);
  assert.ok([...external].some((link) => link.startsWith("https://support.huaweicloud.com/")));
});

test("a dead link is found", () => {
  assert.equal(leadsSomewhere("guide/sign-in.html", "start-a-task.html"), true);
  assert.equal(leadsSomewhere("guide/sign-in.html", "#with-a-token"), true);
  assert.equal(leadsSomewhere("guide/sign-in.html", "../index.html"), true);
  assert.equal(leadsSomewhere("guide/sign-in.html", "../../index.html"), false);
  assert.equal(leadsSomewhere("guide/sign-in.html", "start-a-job.html"), false);
  assert.equal(leadsSomewhere("guide/sign-in.html", "../guide"), false);
  assert.equal(leadsSomewhere("guide/sign-in.html", "#with-a-tokem"), false);
  assert.equal(leadsSomewhere("guide/follow-it.html", "sign-in.html#with-a-tokem"), false);
});

test("an anchor of README's long page leads to the page of its section", () => {
  const links = linksOf(pages.get("guide/overview.html") ?? []);
  for (const page of ["on-the-command-line", "elements-for-a-page", "in-words-for-people"]) {
    assert.ok(links.includes(`${page}.html`), page);
  }
  const token = linksOf(pages.get("guide/sign-in.html") ?? []);
  assert.ok(token.includes("credentials.html#getting-a-token"));
});

test("files that README links to are in the site", () => {
  assert.ok(linksOf(pages.get("guide/on-the-command-line.html") ?? []).includes("command-line.html"));
  const house = linksOf(pages.get("guide/contributing.html") ?? []);
  assert.ok(house.includes("../examples/overview.html"), house.join(" "));
});

/** @param {Element[]} elements */
function linksOf(elements) {
  return elements.flatMap((element) => LINKS.flatMap((name) => attribute(element, name) ?? []));
}

/** @param {string} link */
function isExternal(link) {
  return /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link);
}

/** @param {string} link */
function isPublic(link) {
  return link.startsWith("https://") || new URL(link).hostname === "127.0.0.1";
}

/**
 * @param {string} page
 * @param {string} link
 */
function leadsSomewhere(page, link) {
  const [path = "", fragment] = link.split("#");
  const target =
    path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
  if (!files.has(target)) return false;
  const ids = places.get(target);
  return !fragment || ids === undefined || ids.has(decodeURIComponent(fragment));
}
