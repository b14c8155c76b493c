// The console page of the site: examples/console, built by Vite.
// @ts-check
import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { Failure, mustRun, root } from "../run.mjs";

const source = join(root, "examples/console");

/** @param {string} site */
export async function buildConsole(site) {
  if (!existsSync(join(source, "package.json"))) {
    throw new Failure("examples/console is not there: the site has no console page without it.");
  }
  /** @type {import("../run.mjs").RunOptions} */
  const inConsole = { cwd: source, output: "capture" };
  await mustRun("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], inConsole);
  await mustRun("npm", ["run", "build"], inConsole);
  await cp(join(source, "dist"), join(site, "console"), { recursive: true });
}
