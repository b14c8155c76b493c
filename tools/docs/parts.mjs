// The parts of the site, in the order in which they are built. A new part is a new row.
// @ts-check
import { buildConsole } from "./console.mjs";
import { buildGallery } from "./gallery.mjs";
import { copyPackage } from "./package.mjs";
import { buildPages } from "./pages.mjs";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {(site: string) => Promise<void>} build writes it into the site's folder, or throws a `Failure`
 */

/** @type {readonly Part[]} */
export const parts = [
  { name: "guide and reference", build: buildPages },
  { name: "package", build: copyPackage },
  { name: "gallery", build: buildGallery },
  { name: "console", build: buildConsole },
];
