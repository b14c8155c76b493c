// The WebAssembly core. The first call starts it, and it starts again after a trap. It keeps no state of a call.

import { createGlue } from "core:glue";
import { SEPARATOR } from "./border.js";
import { type Description, readDescription } from "./description.js";
import { inheritNothing } from "./pollution.js";

/** Gives the core's bytes, or the module that a bundler made of them. */
export type LoadCore = () => BufferSource | WebAssembly.Module;

/** The event that requests a description: `happened::DESCRIBE` of src/border.rs. */
const DESCRIBE = 1;

/** A running core. */
export class Instance {
  private readonly descriptions: Description[] = [];

  constructor(readonly next: (said: string) => string) {}

  /** The core's description of an operation. */
  describe(operation: number): Description {
    this.descriptions[operation] ??= readDescription(this.next(`${operation}${SEPARATOR}${DESCRIBE}`));
    return this.descriptions[operation] as Description;
  }
}

/** Starts instances of the core. */
export class Core {
  private started: Instance | Promise<Instance> | undefined;

  constructor(private readonly load: LoadCore) {}

  /** The running core, or a promise if it cannot start synchronously. If the start fails, the next call tries again. */
  start(): Instance | Promise<Instance> {
    this.started ??= this.begin();
    return this.started;
  }

  /** After a trap the memory may be inconsistent, so that no call may use the instance again. */
  discard(instance: Instance | Promise<Instance>): void {
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
      // A Content-Security-Policy refused it. A second attempt would only report it again.
      if ((cause as Error).name === "CompileError") throw cause;
      // Chrome before 115 compiles at most 4 KiB synchronously on the main thread of a page.
      const later = WebAssembly.instantiate(core as BufferSource).then((result) =>
        run("instance" in result ? result.instance : result),
      );
      later.then(
        (instance) => {
          this.started = instance;
        },
        () => this.discard(later),
      );
      return later;
    }
  }
}

inheritNothing(Core);
inheritNothing(Instance);
