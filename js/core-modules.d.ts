// What the build puts in the place of these names; tools/build has the other end.

declare module "core:glue" {
  /** The type of each option as an octal digit, and the strings and numbers among them. */
  export type CoreOptions = [
    types: number,
    region: string | undefined,
    endpoint: string | undefined,
    projectId: string | undefined,
    shareId: string | undefined,
    taskId: string | undefined,
    tokenFunction: boolean,
    timeout: number,
    attemptTimeout: number,
    maxRetries: number,
    maxResponseBytes: number,
  ];

  /** What wasm-bindgen wrote, as a function: each instance of the core needs variables of its own. */
  export function createGlue(): {
    /** See `get_task` of src/bindings.rs. */
    getTask(call: object, ...options: CoreOptions): number;
    settled(place: number, value: unknown, failed: boolean): void;
    /** Tells it which instance it belongs to. */
    setExports(exports: object): void;
    readonly imports: WebAssembly.Imports;
  };
  /** The export that is called first, and those that the glue calls while another one runs. */
  export const start: string;
  export const inner: readonly string[];
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
