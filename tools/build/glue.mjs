// Turns wasm-bindgen's glue, a module with variables of its own, into a function that makes it anew at each call.
// @ts-check
import { rollup } from "rollup";

/**
 * @param {import("./core.mjs").Core} core
 * @returns {Promise<string>} the source of the module `core:glue`, see js/core-modules.d.ts
 */
export async function glueFactory({ gluePath, imports, exports }) {
  const bundle = await rollup({ input: gluePath, treeshake: false });
  try {
    const { output } = await bundle.generate({
      format: "iife",
      name: "glue",
      exports: "named",
      esModule: false,
      strict: false,
    });
    /** By the variable that has the names as properties: `exports` is what the core imports. */
    const shortNames = new Map([
      ["wasm", exports.names],
      ["exports", imports.names],
    ]);
    const code = output[0].code.replace(
      /\b(wasm|exports)\.(\w+)/g,
      (_, variable, name) => `${variable}.${shortNames.get(variable)?.get(name) ?? name}`,
    );
    const short = (/** @type {string} */ name) => JSON.stringify(exports.names.get(name));
    // What the glue calls itself, many times a call.
    const inner = ["__wbindgen_malloc", "__wbindgen_realloc", "__externref_table_alloc"].map(short);
    return `export const start = ${short("__wbindgen_start")};
export const inner = [${inner}];
export function createGlue() {
${code}
const { getTask, settled, __wbg_set_wasm: setExports } = glue;
return { getTask, settled, setExports, imports: { ${imports.module}: glue } };
}
`;
  } finally {
    await bundle.close();
  }
}
