// Every program of the documentation: the blocks of the pages, and the examples of the type definitions.
// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { checkout } from "../program.mjs";
import { readPage } from "./markdown.mjs";

/**
 * @typedef {object} Program
 * @property {string} name where it stands: `README.md, Errors 1`, or `credentials, fromEnv`
 * @property {"js" | "ts"} language
 * @property {string} code
 * @property {string} entry the entry whose names it may use without an import, like a reader of its definitions
 */

const docs = readdirSync(join(checkout, "docs")).filter((name) => name.endsWith(".md"));

/** The pages with programs in English. README.zh-CN.md has those of README.md: readme-chinese.test.mjs compares them. */
export const PAGES = ["README.md", "SECURITY.md", "CHANGELOG.md", ...docs.map((name) => `docs/${name}`)];

/** Every block of the pages, of any language. */
export function blocks() {
  return PAGES.flatMap((page) => readPage(page).blocks);
}

/** Where a block stands. @param {import("./markdown.mjs").Block} block */
export function nameOf({ page, section, index }) {
  return `${page}, ${section} ${index}`;
}

/** The programs of the pages. @returns {Program[]} */
export function pagePrograms() {
  return blocks().flatMap((block) => {
    const { language, code } = block;
    if (language !== "js" && language !== "ts") return [];
    return [{ name: nameOf(block), language, code, entry: "sfs-turbo-tasks" }];
  });
}

/** The entries that have examples. The main entry is first, since others repeat its types. */
const ENTRIES = ["index", "emulator", "credentials", "messages", "element", "element-define"];
const LANGUAGES = ["messages-en", "messages-es", "messages-zh-CN"];

/** The definitions that are built, so no new entry is left out. */
export function definitions() {
  const built = readdirSync(join(checkout, "dist")).filter((name) => name.endsWith(".d.ts"));
  return { read: [...ENTRIES, ...LANGUAGES].sort(), built: built.map((name) => name.slice(0, -5)).sort() };
}

/** The examples of the definitions, each once. @returns {Program[]} */
export function examples() {
  /** @type {Map<string, Program>} */
  const found = new Map();
  for (const entry of [...ENTRIES, ...LANGUAGES]) {
    for (const { symbol, code } of examplesOf(entry)) {
      const key = `${symbol}\0${code}`;
      const name = `${entry}, ${symbol}`;
      if (!found.has(key)) found.set(key, { name, language: "ts", code, entry: specifierOf(entry) });
    }
  }
  return [...found.values()];
}

/** How many examples stand in the definitions, counted without a parser. */
export function countExamples() {
  const texts = definitions().built.map((name) => readFileSync(join(checkout, `dist/${name}.d.ts`), "utf8"));
  return texts.join("").split("* @example").length - 1;
}

/** The number that the parser finds, counting those of two entries twice. */
export function countParsedExamples() {
  return definitions().read.flatMap((entry) => examplesOf(entry)).length;
}

/** @param {string} entry */
function specifierOf(entry) {
  return entry === "index" ? "sfs-turbo-tasks" : `sfs-turbo-tasks/${entry.replace("-", "/")}`;
}

/** @param {string} entry @returns {{ symbol: string, code: string }[]} */
function examplesOf(entry) {
  const file = ts.createSourceFile(
    `${entry}.d.ts`,
    readFileSync(join(checkout, `dist/${entry}.d.ts`), "utf8"),
    ts.ScriptTarget.ESNext,
    true,
  );
  /** @type {{ symbol: string, code: string }[]} */
  const found = [];
  // A node and the one around it may share a comment.
  /** @type {Set<ts.Node>} */
  const seen = new Set();
  /** @param {ts.Node} node @param {string[]} path */
  const visit = (node, path) => {
    const own = nameOfNode(node);
    const here = own === undefined ? path : [...path, own];
    for (const comment of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      for (const tag of comment.tags ?? []) {
        if (tag.tagName.text !== "example" || seen.has(tag)) continue;
        seen.add(tag);
        const symbol = (ts.isVariableStatement(node) ? namesOfStatement(node) : here).join(".");
        for (const code of fenced(ts.getTextOfJSDocComment(tag.comment) ?? "")) found.push({ symbol, code });
      }
    }
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(file, []);
  return found;
}

/** @param {ts.Node} node */
function nameOfNode(node) {
  const name = ts.isSourceFile(node) ? undefined : /** @type {any} */ (node).name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}

/** @param {ts.VariableStatement} statement */
function namesOfStatement({ declarationList }) {
  return declarationList.declarations.map(({ name }) => name.getText());
}

/** @param {string} text */
function fenced(text) {
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
}
