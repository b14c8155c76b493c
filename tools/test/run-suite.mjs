// Runs one suite, its output on the screen as it comes, and counts its tests.
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
    const { code, seconds, counts } =
      counted === "node" ? await runNode(command) : await runPrinting(command, counted);
    return { name, seconds, ...judge(counts, code) };
  } finally {
    command.remove?.();
  }
}

/**
 * @param {Command} command
 * @param {"cargo" | "checks"} counted
 */
async function runPrinting({ command, args, env }, counted) {
  const { code, seconds, output } = await run(command, args, { env, output: "echo" });
  return { code, seconds, counts: counted === "cargo" ? countCargoTests(output) : readCountLine(output) };
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
    return { code, seconds, counts: countOutcomes(readFileSync(outcomes, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
