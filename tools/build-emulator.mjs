// Bundles the emulator into dist, once for `import` and once for `require`, and lets old resolvers find it.
// @ts-check
import { writeEntryFolder } from "./build/entry-folder.mjs";
import { root } from "./run.mjs";

/** The files that {@link buildEmulator} writes, with their source maps, from the root of the checkout. */
const outputs = /** @type {const} */ ([
  { format: "esm", outfile: "dist/emulator.js" },
  { format: "cjs", outfile: "dist/emulator.cjs" },
]);

/**
 * Writes `dist/emulator.js` and `dist/emulator.cjs`, readable, with source maps, and `emulator/package.json`.
 *
 * It takes some hundredths of a second, so that callers build each time instead of asking whether anything is stale.
 * @returns {Promise<void>}
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function buildEmulator() {
  // Loaded here, so that a checkout without node_modules can load this file to set them up.
  const { build } = await import("esbuild");
  const builds = outputs.map((output) =>
    build({
      ...output,
      absWorkingDir: root,
      entryPoints: ["js/emulator/index.ts"],
      bundle: true,
      platform: "neutral",
      target: "es2018",
      sourcemap: true,
      logLevel: "warning",
    }),
  );
  await Promise.all([...builds, writeEntryFolder("emulator")]);
}
