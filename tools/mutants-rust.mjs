// Mutants of the core: cargo-mutants makes them, and the tests of the host have to find them.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, mustRun, root, run } from "./run.mjs";
import { step } from "./set-up/step.mjs";
import { setUpRust } from "./set-up.mjs";

const VERSION = "27.1.0";

// Beside the other builds of this project, so nothing is installed for the whole machine.
const TOOLS = join(root, "target/tools");
const PROGRAM = join(TOOLS, "bin", process.platform === "win32" ? "cargo-mutants.exe" : "cargo-mutants");
const FOLDER = join(root, "target/mutants");

/** Two, since each build uses all cores. */
const JOBS = "2";

// No debug information, since nobody debugs a mutant, and it takes half of the time. Fewer cases, since every mutant runs them.
const env = { CARGO_PROFILE_DEV_DEBUG: "0", CARGO_PROFILE_TEST_DEBUG: "0", PROPTEST_CASES: "64" };

/** Exit codes of a complete run: all caught, some missed, some timed out. */
const ENDED = [0, 2, 3];

/**
 * The result of all changes.
 * @typedef {object} Mutants
 * @property {number} caught a test failed
 * @property {readonly string[]} missed no test failed
 * @property {readonly string[]} timeouts a test did not end, which counts as caught too
 * @property {number} unviable it did not compile
 */

/**
 * First with the tests inside the core, which take seconds, except the one that takes as long as all others. A mutant that they
 * miss is tried again with every test of the host.
 * @param {readonly string[]} files globs; none for all
 * @returns {Promise<Mutants>}
 * @throws {Failure} if the tests fail without a mutant, or if cargo-mutants is missing
 */
export async function mutateRust(files) {
  await setUpRust();
  await setUp();
  const chosen = files.flatMap((file) => ["--file", file]);
  await mutate([...chosen, "--cargo-arg=--lib", "--", "--", "--skip", "fleet"]);
  const first = read();
  if (first.missed.length + first.timeouts.length === 0) return first;
  await mutate([...chosen, "--iterate", "--", "--tests"]);
  const second = read();
  return { ...second, caught: first.caught + second.caught, unviable: first.unviable + second.unviable };
}

async function setUp() {
  const answer = existsSync(PROGRAM)
    ? await run(PROGRAM, ["mutants", "--version"], { output: "capture" })
    : undefined;
  if (answer?.output.trim().endsWith(` ${VERSION}`)) return;
  const args = ["install", "cargo-mutants", "--version", VERSION, "--locked", "--debug", "--root", TOOLS];
  await step("building cargo-mutants with cargo", "1 to 3 minutes the first time", () =>
    mustRun("cargo", args, { output: "capture" }),
  );
}

/** @param {readonly string[]} args */
async function mutate(args) {
  const all = ["mutants", "--jobs", JOBS, "--output", FOLDER, "--colors", "never", ...args];
  // At low priority, so other work on the machine comes first.
  const nice = process.platform === "win32" ? [] : ["nice", "-n", "10"];
  const [command = PROGRAM, ...rest] = [...nice, PROGRAM, ...all];
  const { code } = await run(command, rest, { env });
  if (!ENDED.includes(code)) throw new Failure(`cargo-mutants ended with exit code ${code}.`);
}

/** The results that cargo-mutants wrote in its last run. */
function read() {
  const lines = (/** @type {string} */ name) =>
    readFileSync(join(FOLDER, "mutants.out", `${name}.txt`), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  return {
    caught: lines("caught").length,
    missed: lines("missed"),
    timeouts: lines("timeout"),
    unviable: lines("unviable").length,
  };
}
