// A copy of an example, with the packed tarball instead of the checkout, as a user has it.
// @ts-check
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { temporaryFolder } from "../package/folders.mjs";
import { checkout, mustRun } from "../package/program.mjs";
import { packTarball } from "../package/tarball.mjs";

const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel", "error"];

/** The files that a developer's own run of the example has left there. */
const LEFT_BEHIND = ["node_modules", "dist"];

/**
 * Makes the copy, and installs what the example needs.
 * @param {string} name a folder of `examples/`
 * @returns {Promise<string>} the copy's folder
 */
export async function installExample(name) {
  const { file } = await packTarball();
  const folder = temporaryFolder(name);
  const filter = (/** @type {string} */ source) => !LEFT_BEHIND.includes(basename(source));
  cpSync(join(checkout, "examples", name), folder, { recursive: true, filter });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify({ name, private: true }));
  // Replaces the dependency on the checkout.
  await mustRun("npm", ["install", ...QUIET, file], { cwd: folder });
  return folder;
}
