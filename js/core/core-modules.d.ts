// What the build puts in the place of these names; tools/build has the other end.

declare module "core:glue" {
  /** What wasm-bindgen wrote, as a function: each instance of the core needs variables of its own. */
  export function createGlue(): {
    /** See `next` of src/border.rs. */
    next(said: string): string;
    /** Tells it which instance it belongs to. */
    __wbg_set_wasm(exports: object): void;
  };
}

declare module "core:text" {
  /** How many bytes the core has. */
  export const length: number;
  /** The bytes of the module that tools/build/decoder.wat is, and those that it begins its memory with. */
  export const decoder: readonly number[];
  export const table: readonly number[];
  /** The core, as tools/build/alphabet.mjs writes bytes. */
  export const text: string;
}

declare module "core:module" {
  /** The core as a runtime compiles it when it deploys. */
  const module: WebAssembly.Module;
  export default module;
}
