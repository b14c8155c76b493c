// Builds examples/console with the package in dist.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun, root } from "../run.mjs";
import { fingerprint, isStamped, stamp, step } from "../set-up/step.mjs";

/** @returns {Promise<string>} the example's folder */
export async function buildConsole() {
  const folder = join(root, "examples/console");
  const installed = fingerprint(readFileSync(join(folder, "package-lock.json")));
  // In node_modules, so it is removed with the packages.
  const stampFile = join(folder, "node_modules", ".set-up");
  if (!isStamped(stampFile, installed)) {
    await step("installing the npm packages of examples/console with `npm ci`", "about 10 s", () =>
      mustRun("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
        cwd: folder,
        output: "capture",
      }),
    );
    stamp(stampFile, installed);
  }
  await mustRun("npm", ["run", "build"], { cwd: folder, output: "capture" });
  return folder;
}
