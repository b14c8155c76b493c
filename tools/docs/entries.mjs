// The entries of the package that have types, as package.json exports them, and a sentence for each.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../run.mjs";

/**
 * @typedef {object} Entry
 * @property {string} specifier what is imported, such as `sfs-turbo-tasks/element`
 * @property {string} name its part of an address in the site, such as `element`
 * @property {string} types its type definitions, in the checkout
 * @property {string} summary one sentence
 */

/** @type {Record<string, string>} */
const summaries = {
  "sfs-turbo-tasks": "The client: starts, follows, lists and deletes tasks.",
  "sfs-turbo-tasks/credentials": "Keys and tokens from where they are, in Node.",
  "sfs-turbo-tasks/element": "The elements of a page: registers nothing by itself.",
  "sfs-turbo-tasks/element/define": "The same, and registers `<sfs-turbo-task>` and `<sfs-turbo-tasks>`.",
  "sfs-turbo-tasks/emulator": "An SFS Turbo in memory, for development and tests.",
  "sfs-turbo-tasks/messages": "Texts for people, in every language there is.",
  "sfs-turbo-tasks/messages/en": "The same texts, in English alone.",
  "sfs-turbo-tasks/messages/zh-CN": "The same texts, in Chinese alone.",
  "sfs-turbo-tasks/messages/es": "The same texts, in Spanish alone.",
};

/**
 * @returns {Entry[]} in alphabetical order
 * @throws {Failure} for an entry without a description
 */
export function packageEntries() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.entries(manifest.exports)
    .filter(([, conditions]) => typeof conditions === "object")
    .map(([path, conditions]) => {
      const specifier = path.replace(/^\./, manifest.name);
      const summary = summaries[specifier];
      if (summary === undefined) throw new Failure(`${specifier} has no sentence in tools/docs/entries.mjs.`);
      const name = path === "." ? "client" : path.slice(2).replaceAll("/", "-");
      return { specifier, name, types: join(root, conditions.import.types), summary };
    })
    .sort((one, other) => (one.specifier < other.specifier ? -1 : 1));
}
