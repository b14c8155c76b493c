// The checks of a release, in the order in which they run: the quick ones first.
// @ts-check
import { mustRun } from "../run.mjs";
import { checkApi } from "./api.mjs";
import { checkBump } from "./bump.mjs";
import { checkChangelog } from "./changelog.mjs";
import { checkNpm } from "./npm.mjs";
import { checkOwner } from "./owner.mjs";
import { checkPackage } from "./package.mjs";
import { checkReproducible } from "./reproducible.mjs";
import { writeSbom } from "./sbom.mjs";
import { checkTree } from "./tree.mjs";
import { checkVersions } from "./versions.mjs";

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<string>} run returns a useful detail of a check that passed; fails with a `Failure`
 * @property {boolean} [isTest]
 */

/** @type {readonly Check[]} */
export const checks = [
  { name: "clean tree", run: checkTree },
  { name: "fields of the owner", run: checkOwner },
  { name: "npm", run: checkNpm },
  { name: "one version", run: checkVersions },
  { name: "changelog", run: checkChangelog },
  { name: "sizes", run: build },
  { name: "API report", run: checkApi },
  { name: "bump fits the API", run: checkBump },
  ...checkPackage,
  { name: "SBOM", run: writeSbom },
  { name: "reproducible build", run: checkReproducible },
  {
    name: "tests",
    isTest: true,
    run: () => mustRun(process.execPath, ["tools/test.mjs", "--nothing-skipped"]).then(() => ""),
  },
];

/** The build ends with the sizes, and fails if one is above its limit. */
async function build() {
  const { stdout } = await mustRun(process.execPath, ["tools/build.mjs"], { output: "capture" });
  const row = /^index\.js .*?([\d.]+) +[\d.]+$/m.exec(stdout);
  return row ? `index.js is ${row[1]} KiB after brotli` : "";
}
