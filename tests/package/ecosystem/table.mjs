// The table of all rows: for the screen, and as the page docs/environments.md.
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
 * The page without the seconds, which depend more on the machine than on the package.
 * @param {readonly Outcome[]} outcomes
 */
export function environmentsPage(outcomes) {
  const rows = outcomes.map(
    (outcome) => `| ${escaped(outcome.name)} | ${outcome.version} | ${resultOf(outcome)} |`,
  );
  return `# Where it runs

<!-- Written by \`npm run test:ecosystem -- --write\`. -->

\`npm run test:ecosystem\` installs the packed tarball in each of these environments, without any configuration for it, and calls an emulated
service over HTTP for a task and for a missing one. There are ${outcomes.length} rows.

| environment | version | result |
| --- | --- | --- |
${rows.join("\n")}

The vendor's Node SDK calls the emulator. Jest 27, webpack 4, Browserify and ESLint's rule do not read \`exports\` of a package.

\`npm run test:browsers\` runs the Rust host's suite, a page under a strict policy and the elements in Chromium, Firefox and WebKit.
`;
}

/** Names such as `<script>` are code. @param {string} name */
function escaped(name) {
  return name.replace(/<[^>]*>/g, "`$&`");
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
