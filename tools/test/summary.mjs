// What `npm test` prints at its end: one line a suite, then the sums.
// @ts-check
import { countLine, sum } from "./counts.mjs";

/** @typedef {{ name: string, counts: import("./counts.mjs").Counts, seconds: number, note: string }} Row */

/**
 * @param {readonly Row[]} rows
 * @returns {string} the last line is the sums, alone
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
  return [...lines, "", countLine(sum(rows.map(({ counts }) => counts)))].join("\n");
}
