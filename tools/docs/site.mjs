// Builds the site: every part, and then the steps for all pages.
// @ts-check
import { mkdir, rm } from "node:fs/promises";
import { parts } from "./parts.mjs";
import { setPolicies } from "./policy.mjs";

/**
 * @param {string} site an absolute path; existing files are replaced
 * @throws {import("../run.mjs").Failure} if a part is missing or wrong
 */
export async function buildSite(site) {
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  for (const { name, build } of parts) {
    const started = performance.now();
    await build(site);
    console.log(`docs: ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  await setPolicies(site);
}
