// Turns wasm-bindgen's glue, a module with its own variables, into a function that creates it again at each call.
// @ts-check
import { rollup } from "rollup";

/**
 * @param {import("./core.mjs").Core} core
 * @returns {Promise<string>} the source of the module `core:glue`, see js/core/core-modules.d.ts
 */
export async function glueFactory({ gluePath }) {
  const entry = "\0entry";
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: "what is used of the glue",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry ? `export { next, __wbg_set_wasm } from ${JSON.stringify(gluePath)};` : undefined,
      },
    ],
  });
  try {
    const { output } = await bundle.generate({
      format: "iife",
      name: "glue",
      exports: "named",
      esModule: false,
    });
    return `export function createGlue() {\n${output[0].code}\nreturn glue;\n}\n`;
  } finally {
    await bundle.close();
  }
}
