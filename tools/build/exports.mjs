// Removes wasm-bindgen's exports for JavaScript objects from the core: only text crosses this border, and no object.
// @ts-check
import binaryen from "binaryen";

/** The exports that the glue uses. The others are for objects, and for cores that end themselves after a panic. */
const used = ["memory", "next", "__wbindgen_malloc", "__wbindgen_realloc", "__wbindgen_free"];

/**
 * @param {Uint8Array} wasm with the names of its functions
 * @returns {Uint8Array} the core without the other exports; wasm-opt removes the code that only they use
 */
export function withoutUnusedExports(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    const exports = Array.from({ length: module.getNumExports() }, (_, index) => {
      return binaryen.getExportInfo(module.getExportByIndex(index)).name;
    });
    for (const name of exports) if (!used.includes(name)) module.removeExport(name);
    // Otherwise names would not be written.
    binaryen.setDebugInfo(true);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
