// Sets up the Node side: the npm packages of package-lock.json. It imports nothing that has to be installed first.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, mustRun, root } from "../run.mjs";
import { fingerprint, isStamped, stamp, step } from "./step.mjs";

const OLDEST_NODE = 20;

/**
 * Installs the npm packages, unless those of the current package-lock.json are installed.
 * @throws {Failure} if Node is too old or the install fails
 */
export async function setUpNode() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Failure(`Node ${OLDEST_NODE} or newer is needed, and this is ${process.version}.`);
  }
  const installed = fingerprint(readFileSync(join(root, "package-lock.json")));
  // In node_modules, so it is removed with the packages.
  const stampFile = join(root, "node_modules", ".set-up");
  if (isStamped(stampFile, installed)) return;
  await step("installing the npm packages with `npm ci`", "about 10 s", () =>
    // `--include=dev`: NODE_ENV=production would leave out everything that builds and tests.
    // `--ignore-scripts`: no package needs its install script, so none runs.
    mustRun("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
      output: "capture",
    }),
  );
  stamp(stampFile, installed);
}
