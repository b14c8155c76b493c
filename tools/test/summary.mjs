// The last output of `npm test`: one line for each suite, then the sums.
// @ts-check
import { countLine, sum } from "./counts.mjs";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {import("./counts.mjs").Counts} counts
 * @property {number} seconds
 * @property {string} note
 * @property {ReadonlyMap<string, number>} [reasons] why tests were skipped, and how many for each reason
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string} the sums are alone on their line, followed only by the skipped tests
 */
export function summary(rows) {
  const cells = rows.map(({ name, counts, seconds, note }) => [
    name,
    `${counts.passed}`,
    `${counts.failed}`,
    `${counts.skipped}`,
    seconds.toFixed(1),
    note,
  ]);
  const table = [["suite", "passed", "failed", "skipped", "seconds", ""], ...cells];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const isNumber = column > 0 && column < row.length - 1;
        return isNumber ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const left = notRun(rows);
  const end = left.length > 0 ? ["", ...left] : [];
  return [...lines, "", countLine(sum(rows.map(({ counts }) => counts))), ...end].join("\n");
}

/** @param {readonly Row[]} rows */
function notRun(rows) {
  return rows.flatMap(({ name, reasons = new Map() }) =>
    [...reasons].map(([reason, many]) => {
      const what = many === 1 ? "a test or group of tests" : `${many} tests or groups of tests`;
      return `NOT RUN: ${what} of the suite "${name}": ${reason}`;
    }),
  );
}
