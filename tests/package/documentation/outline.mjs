// What two languages of one page share: the same pieces in the same order, with the same code, numbers and links.
// @ts-check
import ts from "typescript";
import { targetsOf } from "./markdown.mjs";

/** @typedef {import("./markdown.mjs").Page} Page */
/** @typedef {import("./markdown.mjs").Token} Token */

/**
 * @typedef {object} Piece
 * @property {string} kind such as `h2`, `td` or `js`
 * @property {string[]} code for a block its program without comments, otherwise the words in backticks, sorted
 * @property {string[]} numbers those in the text, sorted
 * @property {string[]} links
 */

/** The names of a vendor's page in its two languages. */
const VENDOR = /^https:\/\/support\.huaweicloud\.com\/(intl\/en-us\/)?/;

/**
 * The pieces of a page, except the paragraph that links to the other language, which each page has in its own place.
 * @param {Page} page
 * @param {string} other the file of the other language
 * @returns {Piece[]}
 */
export function outline(page, other) {
  /** @type {Piece[]} */
  const pieces = [];
  let kind = "";
  for (const token of page.tokens) {
    if (token.type === "fence") {
      pieces.push({ kind: token.info, code: [withoutComments(token)], numbers: [], links: [] });
    } else if (token.type === "html_block") {
      pieces.push({ kind: "html", code: token.content.match(/<\/?[a-z]+/g) ?? [], numbers: [], links: [] });
    } else if (token.type === "inline") {
      const links = targetsOf(token).map((target) => placeOf(page, target));
      if (links.includes(other)) continue;
      const children = token.children ?? [];
      const code = children.filter(({ type }) => type === "code_inline").map(({ content }) => content);
      const text = children.filter(({ type }) => type === "text").map(({ content }) => content);
      pieces.push({ kind, code: code.sort(), numbers: numbersIn(text.join(" ")), links });
    } else if (token.type.endsWith("_open") && token.tag !== "") {
      // A paragraph of a list belongs to the list.
      kind = token.tag === "p" && kind === "li" ? "li" : token.tag;
    }
  }
  return pieces;
}

/**
 * The missing parts of the translation, one sentence each. After the first piece of another kind no comparison is possible.
 * @param {Page} original @param {Page} translation @param {[original: string, translation: string]} names
 */
export function differences(original, translation, names) {
  const [wanted, given] = [outline(original, names[1]), outline(translation, names[0])];
  /** @type {string[]} */
  const found = [];
  for (const [at, piece] of wanted.entries()) {
    const same = given[at];
    const name = `piece ${at + 1}, ${piece.kind} ${piece.code.join(" ").slice(0, 60)}`;
    if (same?.kind !== piece.kind) return [...found, `${name}: there is ${same?.kind ?? "nothing"}`];
    for (const what of /** @type {const} */ (["code", "links"])) {
      if (same[what].join("\0") === piece[what].join("\0")) continue;
      found.push(`${name}: ${what}: ${missing(piece[what], same[what])}`);
    }
    // A translation may write a number that the original writes as a word.
    const numbers = piece.numbers.filter((number) => !same.numbers.includes(number));
    if (numbers.length > 0) found.push(`${name}: the number ${numbers.join(", ")} is missing`);
  }
  if (given.length > wanted.length) found.push(`${given.length - wanted.length} pieces more`);
  return found;
}

/** @param {string[]} wanted @param {string[]} given */
function missing(wanted, given) {
  const lacks = wanted.filter((one) => !given.includes(one));
  const has = given.filter((one) => !wanted.includes(one));
  return `lacks ${JSON.stringify(lacks)}, has ${JSON.stringify(has)}, of ${wanted.length} and ${given.length}`;
}

/** A link, by its target and not by the words of one language. @param {Page} page @param {string} target */
function placeOf({ headings }, target) {
  if (!target.startsWith("#")) return target.replace(VENDOR, "the vendor's ");
  return `heading ${headings.findIndex(({ anchor }) => `#${anchor}` === target)}`;
}

/** @param {string} text */
function numbersIn(text) {
  const numbers = text.match(/\d+(?:[., {2}]\d{3})*(?:\.\d+)?/g) ?? [];
  return numbers.map((number) => number.replace(/[ ,]/g, " ")).sort();
}

/** A comment that states a result is not only for readers. @param {Token} token */
function withoutComments({ info, content }) {
  if (info === "js" || info === "ts")
    return [printed(content), ...(content.match(/\/\/=>.*/g) ?? [])].join("\n");
  return info === "sh" ? content.replace(/(^|\s+)#.*$/gm, "") : content;
}

/** @param {string} program */
function printed(program) {
  const whole = program.startsWith("catch") ? `try {} ${program}` : program;
  const file = ts.createSourceFile("program.ts", whole, ts.ScriptTarget.ESNext);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}
