// A page of Markdown as GitHub reads it: its headings with their anchors, its links, its blocks of code.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import GitHubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import { checkout } from "../program.mjs";

/**
 * What markdown-it makes of a page, as far as it is used here.
 * @typedef {object} Token
 * @property {string} type
 * @property {string} tag
 * @property {string} info the language of a block of code
 * @property {string} content
 * @property {[number, number] | null} map its lines, from 0 on
 * @property {Token[] | null} children
 * @property {(name: string) => string | null} attrGet
 */

/** @typedef {{ level: number, text: string, anchor: string }} Heading */
/** @typedef {{ target: string, line: number }} Link */

/**
 * @typedef {object} Block
 * @property {string} page
 * @property {string} section the heading that it stands under, `""` before the first
 * @property {number} index which block it is of this language in its section, from 1 on
 * @property {string} language
 * @property {string} code
 * @property {number} line where it begins, from 1 on
 */

/**
 * @typedef {object} Page
 * @property {Token[]} tokens
 * @property {Heading[]} headings
 * @property {Link[]} links
 * @property {Block[]} blocks
 * @property {string[][]} rows of its tables, as plain text
 */

const markdown = new MarkdownIt({ html: true });

/** @param {string} path in the checkout */
export function readPage(path) {
  return parsePage(path, readFileSync(join(checkout, path), "utf8"));
}

/** @param {string} path @param {string} text @returns {Page} */
export function parsePage(path, text) {
  /** @type {Token[]} */
  const tokens = markdown.parse(text, {});
  const slugger = new GitHubSlugger();
  /** @type {Page} */
  const page = { tokens, headings: [], links: [], blocks: [], rows: [] };
  // The cells of a table have no line of their own: it is that of their row.
  let line = 1;
  for (const [at, token] of tokens.entries()) {
    if (token.map !== null) line = token.map[0] + 1;
    if (token.type === "heading_open") {
      const heading = plainText(tokens[at + 1]);
      page.headings.push({ level: Number(token.tag.slice(1)), text: heading, anchor: slugger.slug(heading) });
    }
    if (token.type === "fence") {
      const section = page.headings.at(-1)?.text ?? "";
      const same = page.blocks.filter((block) => block.section === section && block.language === token.info);
      const { info: language, content: code } = token;
      page.blocks.push({ page: path, section, index: same.length + 1, language, code, line });
    }
    if (token.type === "tr_open") page.rows.push([]);
    if (/^t[hd]_open$/.test(token.type)) page.rows.at(-1)?.push(plainText(tokens[at + 1]));
    for (const target of targetsOf(token)) page.links.push({ target, line });
  }
  return page;
}

/** Where the links and images of a token lead, in their order. @param {Token} token */
export function targetsOf(token) {
  const targets = (token.children ?? []).flatMap((child) => {
    if (child.type === "link_open") return [child.attrGet("href")];
    return child.type === "image" ? [child.attrGet("src")] : [];
  });
  return targets.map((target) => decodeURI(target ?? ""));
}

/** What a reader sees of a heading. @param {Token | undefined} token */
export function plainText(token) {
  return (token?.children ?? []).map(({ content }) => content).join("");
}
