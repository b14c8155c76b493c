// Bundles the texts for people into dist, all languages in one file and each in its own, and lets old resolvers find them.
// @ts-check
import { writeEntryFolder } from "./build/entry-folder.mjs";
import { root } from "./run.mjs";

/** The languages that have an entry of their own. */
export const languages = /** @type {const} */ (["en", "zh-CN", "es"]);

/**
 * Writes `dist/messages.js` and `dist/messages-en.js` and its like, each as `.cjs` too, readable, and
 * `messages/package.json` with one below it a language.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the source does not compile; esbuild has printed why
 */
export async function buildMessages() {
  // Loaded here, so that a checkout without node_modules can load this file to set them up.
  const { build } = await import("esbuild");
  const entries = [
    { source: "index.ts", file: "messages" },
    ...languages.map((tag) => ({ source: `entries/${tag}.ts`, file: `messages-${tag}` })),
  ];
  const builds = entries.flatMap(({ source, file }) =>
    /** @type {const} */ (["esm", "cjs"]).map((format) =>
      build({
        absWorkingDir: root,
        entryPoints: [`js/messages/${source}`],
        outfile: `dist/${file}.${format === "esm" ? "js" : "cjs"}`,
        format,
        bundle: true,
        platform: "neutral",
        target: "es2018",
        // Else each Chinese character would be six.
        charset: "utf8",
        // A language is nothing but texts, which its file shows as they are.
        sourcemap: file === "messages",
        logLevel: "warning",
      }),
    ),
  );
  const folders = ["messages", ...languages.map((tag) => `messages/${tag}`)];
  await Promise.all([...builds, ...folders.map(writeEntryFolder)]);
}
