// Modules that the build provides; see tools/build.

declare module "core:glue" {
  /** The code of wasm-bindgen as a function, because each instance of the core needs its own variables. */
  export function createGlue(): {
    /** See `next` of src/border.rs. */
    next(said: string): string;
    /** Sets the instance that it belongs to. */
    __wbg_set_wasm(exports: object): void;
  };
}

declare module "core:text" {
  /** The size of the core in bytes. */
  export const length: number;
  /** The bytes of the module from tools/build/decoder.wat, and the start of its memory. */
  export const decoder: readonly number[];
  export const table: readonly number[];
  /** The core, encoded by tools/build/alphabet.mjs. */
  export const text: string;
}

declare module "core:module" {
  /** The core, compiled by the runtime at deployment. */
  const module: WebAssembly.Module;
  export default module;
}
