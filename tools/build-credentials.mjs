// Bundles the credential sources into dist, and what pages get instead of them, and lets old resolvers find both.
// @ts-check
import { writeEntryFolder } from "./build/entry-folder.mjs";
import { root } from "./run.mjs";

/** What is bundled from js/credentials/node, for which file of dist. */
const entries = /** @type {const} */ ([
  { source: "index.ts", file: "credentials", platform: "node", target: "node20" },
  { source: "page.ts", file: "credentials-page", platform: "neutral", target: "es2018" },
]);

/**
 * Writes `dist/credentials.js` and `dist/credentials-page.js`, each as `.cjs` too, readable, with source maps, and
 * `credentials/package.json`.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function buildCredentials() {
  // Loaded here, so that a checkout without node_modules can load this file to set them up.
  const { build } = await import("esbuild");
  const builds = entries.flatMap(({ source, file, platform, target }) =>
    /** @type {const} */ (["esm", "cjs"]).map((format) =>
      build({
        absWorkingDir: root,
        entryPoints: [`js/credentials/node/${source}`],
        outfile: `dist/${file}.${format === "esm" ? "js" : "cjs"}`,
        format,
        bundle: true,
        platform,
        target,
        sourcemap: true,
        logLevel: "warning",
      }),
    ),
  );
  await Promise.all([...builds, writeEntryFolder("credentials")]);
}
