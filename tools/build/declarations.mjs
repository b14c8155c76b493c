// Bundles the type definitions, with their documentation, into one file for each entry.
// @ts-check
import { copyFile } from "node:fs/promises";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { languages } from "../build-messages.mjs";
import { root } from "../run.mjs";

const entries = [
  { source: "js/index.ts", file: "index.d", tsconfig: "tsconfig.json" },
  { source: "js/emulator/index.ts", file: "emulator.d", tsconfig: "tsconfig.json" },
  {
    source: "js/credentials/node/index.ts",
    file: "credentials.d",
    tsconfig: "js/credentials/node/tsconfig.json",
  },
  { source: "js/element/index.ts", file: "element.d", tsconfig: "tsconfig.json" },
  { source: "js/messages/index.ts", file: "messages.d", tsconfig: "tsconfig.json" },
  ...languages.map((tag) => ({
    source: `js/messages/entries/${tag}.ts`,
    file: `messages-${tag}.d`,
    tsconfig: "tsconfig.json",
  })),
];

export async function buildDeclarations() {
  for (const { source, file, tsconfig } of entries) {
    const bundle = await rollup({
      input: `${root}${source}`,
      plugins: [dts({ tsconfig: root + tsconfig })],
    });
    await bundle.write({ file: `${root}dist/${file}.ts`, format: "es" });
    await bundle.close();
    // TypeScript takes the module system of a definition from its name, so `require` needs a copy with another name.
    await copyFile(`${root}dist/${file}.ts`, `${root}dist/${file}.cts`);
  }
}
