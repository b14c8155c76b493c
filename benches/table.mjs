// Tables for a screen and for a Markdown file.
// @ts-check

/**
 * The result of a measurement.
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} notes how it was measured, and how to read it
 * @property {readonly string[]} columns
 * @property {readonly (readonly string[])[]} rows
 * @property {unknown} [data] the numbers, for results.json
 */

/** @param {Table} table */
export function tableText({ title, notes, columns, rows }) {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, index) => padded(cells[index] ?? "", width, index)).join(" | ")} |`;
  const rule = `| ${widths.map((width, index) => (index === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [`### ${title}`, "", ...notes, "", line(columns), rule, ...rows.map(line)].join("\n");
}

/**
 * Names are left-aligned, numbers right-aligned.
 * @param {string} cell
 * @param {number} width
 * @param {number} index
 */
function padded(cell, width, index) {
  return index === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** @param {number} bytes */
export function kibibytes(bytes) {
  return (bytes / 1024).toFixed(1);
}
