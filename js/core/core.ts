// The WebAssembly core: started at the first call, and anew after a trap. It keeps nothing of any call.

import { createGlue } from "core:glue";
import { separator } from "./border.js";
import { type Description, readDescription } from "./description.js";
import { inheritNothing } from "./pollution.js";

/** Gives the core's bytes, or the module a bundler made of them. */
export type LoadCore = () => BufferSource | WebAssembly.Module;

/** What asks the core for a description: `happened::DESCRIBE` of src/border.rs. */
const describe = 1;

/** One running core. */
export class Instance {
  private readonly descriptions: Description[] = [];

  constructor(readonly next: (said: string) => string) {}

  /** What it says of an operation. */
  describe(operation: number): Description {
    this.descriptions[operation] ??= readDescription(this.next(`${operation}${separator}${describe}`));
    return this.descriptions[operation] as Description;
  }
}

/** Where instances come from. */
export class Core {
  private started: Instance | Promise<Instance> | undefined;

  constructor(private readonly load: LoadCore) {}

  /** The running core, or a promise of it where it cannot start at once. A start that fails is tried again by the next call. */
  start(): Instance | Promise<Instance> {
    this.started ??= this.begin();
    return this.started;
  }

  /** After a trap its memory may be half-written, so that no call uses it again. */
  forget(instance: Instance | Promise<Instance>): void {
    if (this.started === instance) this.started = undefined;
  }

  private begin(): Instance | Promise<Instance> {
    const core = this.load();
    const glue = createGlue();
    const run = ({ exports }: WebAssembly.Instance) => {
      glue.__wbg_set_wasm(exports);
      return new Instance(glue.next);
    };
    try {
      const module = "byteLength" in core ? new WebAssembly.Module(core) : core;
      return run(new WebAssembly.Instance(module));
    } catch (cause) {
      // A policy's refusal: to ask again would only report it once more.
      if ((cause as Error).name === "CompileError") throw cause;
      // Chrome before 115 compiles no more than 4 KiB at once on a page's main thread.
      const later = WebAssembly.instantiate(core as BufferSource).then((result) =>
        run("instance" in result ? result.instance : result),
      );
      later.then(
        (instance) => {
          this.started = instance;
        },
        () => this.forget(later),
      );
      return later;
    }
  }
}

inheritNothing(Core);
inheritNothing(Instance);
