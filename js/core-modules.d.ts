// What the build puts in the place of these names; tools/build has the other end.

declare module "core:glue" {
  /** What wasm-bindgen wrote, as a function: each instance of the core needs variables of its own. */
  export function createGlue(): {
    getTask(values: unknown[], types: string, call: object): void;
    __wbg_set_wasm(exports: object): void;
  };
}

declare module "core:text" {
  /** How many bytes the core has. */
  export const length: number;
  /** All byte values in hexadecimal, in the order that `text` counts them in. */
  export const order: string;
  /** The core, as tools/build/alphabet.mjs writes bytes. */
  export const text: string;
}

declare module "core:module" {
  /** The core as a runtime compiles it when it deploys. */
  const module: WebAssembly.Module;
  export default module;
}
