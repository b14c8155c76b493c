// Cuts one long Markdown file into pages, one for each second-level heading. Pure: text in, pages out.
// @ts-check
import MarkdownIt from "markdown-it";
import { Slugger } from "typedoc";

/**
 * A part of a Markdown file that becomes its own page.
 * @typedef {object} Section
 * @property {string} title the heading as text, which the page shows itself
 * @property {string} name the anchor of the heading on GitHub, such as `in-words-for-people`
 * @property {string} text the text after the heading, with the headings in it one level up
 * @property {Map<string, string>} anchors of each heading in it: its name on GitHub, and its name in its own page
 */

const parser = new MarkdownIt({ html: true });

/**
 * @param {string} markdown
 * @returns {Section[]} the text before the first second-level heading, titled by the first heading, and then the others
 */
export function cutIntoSections(markdown) {
  const lines = markdown.split("\n");
  const headings = headingsOf(markdown);
  const starts = headings.filter(({ level }) => level <= 2);
  return starts.map((start, index) => {
    const end = starts[index + 1]?.line ?? lines.length;
    const inner = headings.filter(({ line }) => line > start.line && line < end);
    const local = newSlugger();
    for (const { line } of inner) lines[line] = (lines[line] ?? "").slice(1);
    return {
      title: start.title,
      name: start.name,
      text: `${lines
        .slice(start.line + 1, end)
        .join("\n")
        .trim()}\n`,
      anchors: new Map(inner.map(({ name, title }) => [name, local.slug(title)])),
    };
  });
}

/**
 * The headings of a Markdown file that begin with `#`.
 * @param {string} markdown
 */
export function headingsOf(markdown) {
  const tokens = parser.parse(markdown, {});
  const slugger = newSlugger();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.map === null) return [];
    const children = tokens[index + 1]?.children ?? [];
    const title = children
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join("");
    return [{ level: token.markup.length, line: token.map[0], title, name: slugger.slug(title) }];
  });
}

function newSlugger() {
  return new Slugger({ lowercase: true });
}
