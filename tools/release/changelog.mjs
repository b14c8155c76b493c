// The changelog has an entry for the version, with its date.
// @ts-check
import { readFile } from "node:fs/promises";
import { Failure, root } from "../run.mjs";
import { readVersion } from "./version.mjs";

export async function checkChangelog() {
  const { version } = await readVersion();
  return entryOf(await readFile(`${root}CHANGELOG.md`, "utf8"), version);
}

/**
 * @param {string} changelog
 * @param {string} version
 * @returns {string} the number of its points
 * @throws {Failure} if there is no entry, or if it is not the entry of a published version
 */
export function entryOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  const heading = `"## ${version} (YYYY-MM-DD)"`;
  if (section === undefined) throw new Failure(`CHANGELOG.md has no entry with the heading ${heading}`);
  const [first = "", ...rest] = section.split("\n");
  if (!/^\S+ \(\d{4}-\d\d-\d\d\)$/.test(first.trimEnd())) {
    throw new Failure(`the heading of CHANGELOG.md is "## ${first}": write ${heading}`);
  }
  const points = rest.filter((line) => line.startsWith("- ")).length;
  if (points === 0) throw new Failure(`the entry of CHANGELOG.md for ${version} is empty`);
  return `${points} points`;
}
