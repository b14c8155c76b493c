// Bundles the emulator into dist, and lets old resolvers find it.
// @ts-check
import { bundleEntry } from "./build/bundle.mjs";
import { writeEntryFolder } from "./build/entry-folder.mjs";

/**
 * Writes `dist/emulator.js` and `dist/emulator.cjs`, and `emulator/package.json`.
 *
 * It takes some hundredths of a second, so callers build each time instead of checking whether a file is out of date.
 */
export async function buildEmulator() {
  await Promise.all([
    bundleEntry({ source: "js/emulator/index.ts", file: "emulator" }),
    writeEntryFolder("emulator"),
  ]);
}
