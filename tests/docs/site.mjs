// The built site, and its pages as trees.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { filesBelow } from "../../tools/docs/files.mjs";
import { elementsOf } from "../../tools/docs/html.mjs";
import { checkout } from "../package/program.mjs";

/** The folder that `npm run docs` writes, and that `npm test` builds before this suite. */
export const site = join(checkout, "target/docs");

/**
 * Every page of the site.
 * @returns {Promise<Map<string, import("../../tools/docs/html.mjs").Element[]>>} its elements, by its path below the site
 */
export async function readPages() {
  const files = (await filesBelow(site)).filter((file) => file.endsWith(".html"));
  return new Map(files.map((file) => [file, elementsOf(parse(readFileSync(join(site, file), "utf8")))]));
}
