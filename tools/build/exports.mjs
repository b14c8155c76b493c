// Takes out of the core what wasm-bindgen exports for JavaScript objects: no object crosses this border, only text.
// @ts-check
import binaryen from "binaryen";

/** What the glue uses; the rest is for objects, and for cores that end themselves after a panic. */
const used = ["memory", "next", "__wbindgen_malloc", "__wbindgen_realloc", "__wbindgen_free"];

/**
 * @param {Uint8Array} wasm with the names of its functions
 * @returns {Uint8Array} the same, with what only the other exports use still in it, for wasm-opt to remove
 */
export function withoutUnusedExports(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    const exports = Array.from({ length: module.getNumExports() }, (_, index) => {
      return binaryen.getExportInfo(module.getExportByIndex(index)).name;
    });
    for (const name of exports) if (!used.includes(name)) module.removeExport(name);
    // Else names would not be written.
    binaryen.setDebugInfo(true);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
