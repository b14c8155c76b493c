// The package's own files, once for all pages of the site that import it.
// @ts-check
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../run.mjs";

/** The modules that pages import, by their specifiers. */
export const modules = /** @type {const} */ ({
  "sfs-turbo-tasks": "index.js",
  "sfs-turbo-tasks/element": "element.js",
  "sfs-turbo-tasks/element/define": "element-define.js",
  "sfs-turbo-tasks/emulator": "emulator.js",
  "sfs-turbo-tasks/messages": "messages.js",
});

/** @param {string} site */
export async function copyPackage(site) {
  await mkdir(join(site, "package"), { recursive: true });
  for (const file of Object.values(modules)) {
    await cp(join(root, "dist", file), join(site, "package", file));
    // Otherwise a browser's tools would request it in vain. The entry that only imports another one has no map.
    if (file !== "element-define.js") {
      await cp(join(root, "dist", `${file}.map`), join(site, "package", `${file}.map`));
    }
  }
}
