// The table of all rows: for the screen, and as Markdown for the README.
// @ts-check

/** @typedef {import("./row.mjs").Outcome} Outcome */

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {string} the last line is the sums, alone
 */
export function screenTable(outcomes) {
  const cells = [
    ["environment", "version", "result", "seconds"],
    ...outcomes.map((outcome) => [
      outcome.name,
      outcome.version,
      resultOf(outcome),
      outcome.seconds.toFixed(1),
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) => {
    const [name = "", version = "", result = "", seconds = ""] = row;
    const [first = 0, second = 0, third = 0, fourth = 0] = widths;
    return `${name.padEnd(first)}  ${version.padEnd(second)}  ${result.padEnd(third)}  ${seconds.padStart(fourth)}`;
  });
  return [...lines, "", sums(outcomes)].join("\n");
}

/**
 * Without the seconds, which depend more on the machine than on the package.
 * @param {readonly Outcome[]} outcomes
 */
export function markdownTable(outcomes) {
  const rows = outcomes.map((outcome) => `| ${outcome.name} | ${outcome.version} | ${resultOf(outcome)} |`);
  return ["| environment | version | result |", "| --- | --- | --- |", ...rows].join("\n");
}

/** @param {Outcome} outcome */
function resultOf({ result, reason }) {
  return result === "skipped" ? `skipped: ${reason}` : result;
}

/** @param {readonly Outcome[]} outcomes */
function sums(outcomes) {
  const count = (/** @type {Outcome["result"]} */ wanted) =>
    outcomes.filter(({ result }) => result === wanted).length;
  return `${count("ok")} passed, ${count("FAILED")} failed, ${count("skipped")} skipped`;
}
