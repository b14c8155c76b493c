// Bundles the credential sources and their replacement for pages into dist, and lets old resolvers find both.
// @ts-check
import { bundleEntry } from "./build/bundle.mjs";
import { writeEntryFolder } from "./build/entry-folder.mjs";

/** Writes `dist/credentials.js` and `dist/credentials-page.js`, each as `.cjs` too, and `credentials/package.json`. */
export async function buildCredentials() {
  const folder = "js/credentials/node";
  await Promise.all([
    bundleEntry({ source: `${folder}/index.ts`, file: "credentials", platform: "node", target: "node20" }),
    bundleEntry({ source: `${folder}/page.ts`, file: "credentials-page" }),
    writeEntryFolder("credentials"),
  ]);
}
