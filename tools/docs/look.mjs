// What this site adds to typedoc's own pages.
// @ts-check
import { accessible } from "./accessible.mjs";

/** A link to a part of the site that typedoc does not know, from any page. */
const SITE_LINK = /href="site:/g;

/** @param {import("typedoc").PageEvent} page once it is written as HTML */
export function adaptPage(page) {
  const base = "../".repeat(page.url.split("/").length - 1);
  const { model } = page;
  const language = "frontmatter" in model ? /** @type {any} */ (model.frontmatter).language : "en";
  if (page.contents === undefined) return;
  page.contents = accessible(page.contents)
    .replace('lang="en"', `lang="${language}"`)
    .replaceAll(SITE_LINK, `href="${base || "./"}`)
    // A part that scrolls can be scrolled by keyboard.
    .replaceAll("<pre><code", '<pre><code tabindex="0"');
}

/**
 * The parser options for all Markdown of the site.
 * @param {import("markdown-it").default} parser
 */
export function adaptMarkdown(parser) {
  showCodeInHeadings(parser);
  alignByClass(parser);
  withoutEmptyHeads(parser);
  // A wide table can be scrolled, by keyboard too.
  parser.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  parser.renderer.rules.table_close = () => "</table></div>\n";
}

/**
 * typedoc takes the name of a heading only from its text, so code in a heading would be missing in its anchor and in the outline.
 * @param {import("markdown-it").default} parser
 */
function showCodeInHeadings(parser) {
  parser.core.ruler.push("code in headings", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const inline = state.tokens[index + 1];
      if (!inline?.children) continue;
      inline.children = inline.children.flatMap((child) => {
        if (child.type !== "code_inline") return [child];
        const [start, text, end] = [
          new state.Token("html_inline", "", 0),
          new state.Token("text", "", 0),
          new state.Token("html_inline", "", 0),
        ];
        start.content = "<code>";
        text.content = child.content;
        end.content = "</code>";
        return [start, text, end];
      });
    }
  });
}

/**
 * Columns are aligned by an inline style, which the policy of the pages refuses.
 * @param {import("markdown-it").default} parser
 */
function alignByClass(parser) {
  parser.core.ruler.push("alignment by class", (state) => {
    for (const token of state.tokens) {
      const alignment = /^text-align:(\w+)$/.exec(token.attrGet("style") ?? "")?.[1];
      if (alignment === undefined) continue;
      token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
      token.attrJoin("class", `align-${alignment}`);
    }
  });
}

/**
 * Markdown has no table without a head: an empty head is removed.
 * @param {import("markdown-it").default} parser
 */
function withoutEmptyHeads(parser) {
  parser.core.ruler.push("no empty heads", (state) => {
    const { tokens } = state;
    for (let start = tokens.length - 1; start >= 0; start -= 1) {
      if (tokens[start]?.type !== "thead_open") continue;
      const end = tokens.findIndex(({ type }, index) => index > start && type === "thead_close");
      const isEmpty = tokens
        .slice(start, end)
        .every(({ type, content }) => type !== "inline" || content === "");
      if (isEmpty) tokens.splice(start, end - start + 1);
    }
  });
}
