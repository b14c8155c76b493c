// Gives the links of a Markdown file new targets. Pure: text in, text out; code is unchanged.
// @ts-check
import MarkdownIt from "markdown-it";

/**
 * Gives the new target of a link.
 * @callback Redirect
 * @param {string} target as it stands in the file
 * @returns {string | undefined} nothing for a link without a target: only its text is kept
 */

// Code between backticks, or a link or an image whose text may contain such code.
const CODE_OR_LINK =
  /(?<mark>!?)\[(?<text>(?:`[^`]*`|[^\]`])*)\]\((?<target>[^)\s]+)\)|(?<fence>`+)[^`][\s\S]*?\k<fence>/g;

const parser = new MarkdownIt({ html: true });

/**
 * @param {string} markdown
 * @param {Redirect} redirect
 */
export function redirectLinks(markdown, redirect) {
  const lines = markdown.split("\n");
  const blocks = parser.parse(markdown, {}).filter(({ type }) => type === "fence" || type === "code_block");
  const isCode = new Set(blocks.flatMap(({ map }) => (map ? range(map[0], map[1]) : [])));
  /** @type {{ code: boolean, lines: string[] }[]} */
  const runs = [];
  for (const [index, line] of lines.entries()) {
    const code = isCode.has(index);
    const last = runs.at(-1);
    if (last?.code === code) last.lines.push(line);
    else runs.push({ code, lines: [line] });
  }
  return runs
    .map((run) => (run.code ? run.lines.join("\n") : redirectProse(run.lines.join("\n"), redirect)))
    .join("\n");
}

/**
 * @param {string} prose
 * @param {Redirect} redirect
 */
function redirectProse(prose, redirect) {
  return prose.replaceAll(CODE_OR_LINK, (whole, ...rest) => {
    const { mark, text, target } = rest.at(-1);
    if (target === undefined) return whole;
    const instead = redirect(target);
    return instead === undefined ? text : `${mark}[${text}](${instead})`;
  });
}

/**
 * @param {number} from
 * @param {number} to
 */
function range(from, to) {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
