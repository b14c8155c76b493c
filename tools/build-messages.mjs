// Bundles the texts for people into dist, all languages in one file and each in its own, and lets old resolvers find them.
// @ts-check
import { bundleEntry } from "./build/bundle.mjs";
import { writeEntryFolder } from "./build/entry-folder.mjs";

/** The languages with their own entry. */
export const languages = /** @type {const} */ (["en", "zh-CN", "es"]);

/**
 * Writes `dist/messages.js`, `dist/messages-en.js` and so on, each as `.cjs` too, and `messages/package.json` with one folder
 * below it for each language.
 */
export async function buildMessages() {
  await Promise.all([
    bundleEntry({ source: "js/messages/index.ts", file: "messages" }),
    writeEntryFolder("messages"),
    ...languages.flatMap((tag) => [
      // A language contains only texts, which its file shows unchanged.
      bundleEntry({ source: `js/messages/entries/${tag}.ts`, file: `messages-${tag}`, sourcemap: false }),
      writeEntryFolder(`messages/${tag}`),
    ]),
  ]);
}
