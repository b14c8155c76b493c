// Adds to typedoc's pages what people who cannot see them need: landmarks, an outline, and no control inside a button.
// @ts-check

const SUMMARY = /<summary[^>]*>[\s\S]*?<\/summary>/g;
const PERMALINK = /<a [^>]*class="tsd-anchor-icon"[^>]*>[\s\S]*?<\/a>/g;
const LINK = /<\/?a\b[^>]*>/g;
const HEADING = /<h([1-6])(?=[ >])/g;

/** @param {string} html a whole page */
export function accessible(html) {
  const marked = html
    .replace('<div class="col-content">', '<div class="col-content" role="main">')
    .replace('<div class="page-menu">', '<div class="page-menu" role="region" aria-label="This page">')
    .replace('<nav id="tsd-sidebar-links"', '<nav id="tsd-sidebar-links" aria-label="Site"')
    // A link inside a control that opens and closes cannot be told from it; a link beside it leads to the same place.
    .replace(SUMMARY, (summary) => summary.replace(PERMALINK, "").replace(LINK, ""));
  return outlined(marked);
}

/**
 * Gives headings whose level only fits their style the level that they have in the outline.
 * @param {string} html
 */
function outlined(html) {
  /** @type {number[]} */
  const above = [];
  return html.replace(HEADING, (start, digit) => {
    const level = Number(digit);
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return above.length === level ? start : `${start} aria-level="${above.length}"`;
  });
}
