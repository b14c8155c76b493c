// Runs one suite, shows its output as it arrives, and counts its tests.
// @ts-check
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../run.mjs";
import { countCargoTests, countOutcomes, judge, readCountLine } from "./counts.mjs";

/** @typedef {import("./suites.mjs").Suite} Suite */
/** @typedef {import("./suites.mjs").Command} Command */

/**
 * @param {Suite} suite
 * @param {import("./prepare.mjs").Found} found
 * @returns {Promise<import("./summary.mjs").Row>}
 */
export async function runSuite({ name, counted, command: commandOf }, found) {
  const command = commandOf(found);
  try {
    const { code, seconds, counts, reasons } =
      counted === "node" ? await runNode(command) : await runPrinting(command, counted);
    return { name, seconds, reasons, ...judge(counts, code) };
  } finally {
    command.remove?.();
  }
}

/**
 * @param {Command} command
 * @param {"cargo" | "checks"} counted
 */
async function runPrinting({ command, args, env }, counted) {
  const { code, seconds, stdout } = await run(command, args, { env, output: "echo" });
  const counts = counted === "cargo" ? countCargoTests(stdout) : readCountLine(stdout);
  const reasons = counts.skipped > 0 ? [["ignored; its output above says why", counts.skipped]] : [];
  return { code, seconds, counts, reasons: new Map(/** @type {[string, number][]} */ (reasons)) };
}

/** @param {Command} command */
async function runNode({ command, args, env }) {
  const folder = mkdtempSync(join(tmpdir(), "node-test-"));
  const outcomes = join(folder, "outcomes");
  const reporter = fileURLToPath(new URL("reporter.mjs", import.meta.url));
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${outcomes}`],
  ];
  try {
    const { code, seconds } = await run(command, [...reporters, ...args], { env });
    return { code, seconds, ...countOutcomes(readFileSync(outcomes, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
