// Programs of crates.io, built from source into target/tools, so nothing is installed for the whole machine.
// @ts-check
import { join } from "node:path";
import { mustRun, root, run } from "../run.mjs";
import { programPath } from "./program.mjs";
import { step } from "./step.mjs";

/** The folder of the programs. */
export const TOOLS = join(root, "target/tools");

/**
 * @typedef {object} CargoTool
 * @property {string} name of the crate, and of its program
 * @property {string} version
 * @property {string} expected how long it takes to build, as in "about 60 s"
 */

/**
 * Builds a program, unless the same version exists.
 * @param {CargoTool} tool
 * @returns {Promise<string>} its path
 * @throws {import("../run.mjs").Failure} if cargo is missing or the build fails
 */
export async function setUpCargoTool({ name, version, expected }) {
  const program = programPath(join(TOOLS, "bin"), name);
  const answer = await run(program, ["--version"], { output: "capture" }).catch(() => undefined);
  if (answer?.code === 0 && answer.output.split("\n", 1)[0]?.includes(version)) return program;
  // Unoptimized, which takes a third of the time.
  const args = ["install", "--locked", name, "--version", version, "--debug", "--force", "--root", TOOLS];
  await step(`building ${name} with cargo`, `${expected} the first time`, () =>
    mustRun("cargo", args, { output: "capture" }),
  );
  return program;
}
