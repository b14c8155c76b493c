// The numbers of passed, failed and skipped tests, read from each runner's own output. Pure: text in, numbers out.
// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {keyof Counts} Outcome */

/**
 * The data of one finished test for a `node:test` reporter.
 * @typedef {object} TestEvent
 * @property {string} type
 * @property {{ name?: string, file?: string, skip?: string | boolean, todo?: string | boolean, details?: { type?: string } }} data
 */

/** @param {readonly Counts[]} parts */
export function sum(parts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
  return total;
}

/** @param {Counts} counts */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Reads the last line that `countLine` wrote, which ends the output of our own checks.
 * @param {string} output
 */
export function readCountLine(output) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped\r?$/gm)];
  const [, passed = 0, failed = 0, skipped = 0] = lines.at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

/**
 * Adds up the results of `cargo test`: one for each test binary and one for the examples in the documentation.
 * wasm-bindgen's runner writes the same line. Tests that a filter left out are not counted.
 * @param {string} output
 */
export function countCargoTests(output) {
  const result = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;/gm;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences.
  const plain = output.replaceAll(/\u001b(?:\[[\d;]*[A-Za-z]|\(B)/g, "");
  return sum(
    [...plain.matchAll(result)].map(([, passed, failed, skipped]) => ({
      passed: Number(passed),
      failed: Number(failed),
      skipped: Number(skipped),
    })),
  );
}

/**
 * The result of one test of `node:test`.
 * @param {TestEvent} event
 * @param {(name: string) => string} absolute resolves a path as the runner's own working directory would
 * @returns {Outcome | undefined} nothing for an event that is not a test: a group, another event, a file without a test
 */
export function outcomeOf({ type, data }, absolute) {
  if (type !== "test:pass" && type !== "test:fail") return undefined;
  // A skipped group reports none of its tests.
  if (data.details?.type === "suite") return isSet(data.skip) ? "skipped" : undefined;
  // A test marked as todo is not expected to pass, and does not fail the run if it fails.
  if (isSet(data.skip) || isSet(data.todo)) return "skipped";
  if (type === "test:fail") return "failed";
  // The runner reports a file without tests as one test that passed, named as the file.
  const isFile = data.name !== undefined && data.file !== undefined && absolute(data.name) === data.file;
  return isFile ? undefined : "passed";
}

/**
 * One result as the reporter writes it: a line, followed by the reason if a test was skipped.
 * @param {Outcome} outcome
 * @param {TestEvent["data"]} data
 */
export function outcomeLine(outcome, { skip, todo }) {
  const reason = [skip, todo].find((mark) => typeof mark === "string" && mark !== "") ?? "no reason given";
  return outcome === "skipped" ? `skipped ${String(reason).replaceAll(/\s+/g, " ")}\n` : `${outcome}\n`;
}

/**
 * Adds the results that the reporter wrote.
 * @param {string} output
 * @returns {{ counts: Counts, reasons: Map<string, number> }} `reasons`: why tests were skipped, and how many for each reason
 */
export function countOutcomes(output) {
  const lines = output.split("\n");
  /** @type {Map<string, number>} */
  const reasons = new Map();
  for (const line of lines) {
    if (!line.startsWith("skipped ")) continue;
    const reason = line.slice("skipped ".length);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const count = (/** @type {Outcome} */ outcome) => lines.filter((line) => line === outcome).length;
  const skipped = [...reasons.values()].reduce((sum, many) => sum + many, 0);
  return { counts: { passed: count("passed"), failed: count("failed"), skipped }, reasons };
}

/**
 * The verdict on a suite. A suite that ends badly counts as at least one failure, so the sums never look clean by mistake.
 * @param {Counts} counts
 * @param {number} code the exit code of its runner
 * @returns {{ counts: Counts, note: string }} the note is empty for a suite that needs none
 */
export function judge(counts, code) {
  if (code !== 0 && counts.failed === 0) {
    return { counts: { ...counts, failed: 1 }, note: `its runner ended with exit code ${code}` };
  }
  if (counts.passed + counts.failed === 0)
    return { counts: { ...counts, failed: 1 }, note: "it ran no test" };
  return { counts, note: "" };
}

/**
 * `skip: ""` skips too.
 * @param {string | boolean | undefined} mark
 */
function isSet(mark) {
  return mark !== undefined && mark !== false;
}
