// The WebAssembly core: started at the first call, once for all calls, and anew after a trap.

import { createGlue } from "core:glue";
import type { Call } from "./call.js";

/** Gives the core's bytes, or the module a bundler made of them. */
export type LoadCore = () => BufferSource | WebAssembly.Module;

/** What the core answers with after a trap: an empty tuple, since the glue takes some answers apart. */
const nothing: readonly never[] = [];

/** One running core. */
class Instance {
  private readonly calls = new Set<Call>();
  private readonly glue = createGlue();
  private trapped = false;

  constructor(readonly onTrap: () => void) {}

  async start(core: BufferSource | WebAssembly.Module): Promise<this> {
    const imports = { "./core_bg.js": this.glue as unknown as WebAssembly.ModuleImports };
    const result: WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource =
      await WebAssembly.instantiate(core as BufferSource, imports);
    const { exports } = "instance" in result ? result.instance : (result as WebAssembly.Instance);
    const guarded = this.guarded(exports);
    this.glue.__wbg_set_wasm(guarded);
    (guarded.__wbindgen_start as () => void)();
    return this;
  }

  run(values: unknown[], types: string, call: Call): void {
    this.calls.add(call);
    call.onOver = () => this.calls.delete(call);
    this.glue.getTask(values, types, call);
  }

  /**
   * The exports, each of which catches a trap.
   *
   * The core runs in microtasks of its own, so that nobody's `catch` would see it: the promises of all calls would stay
   * pending, and Node would end the process. Nothing that Rust reports as an error is thrown through here.
   */
  private guarded(exports: WebAssembly.Exports): Record<string, unknown> {
    const guarded: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] =
        typeof value !== "function"
          ? value
          : (...values: unknown[]) => {
              if (this.trapped) return nothing;
              try {
                return value(...values);
              } catch (cause) {
                this.trap(cause);
                return nothing;
              }
            };
    }
    return guarded;
  }

  /** Memory may be half-written, so that all calls on this instance end here, and none begins on it again. */
  private trap(cause: unknown): void {
    this.trapped = true;
    this.onTrap();
    for (const call of [...this.calls]) {
      call.failInRuntime("the WebAssembly core failed while it ran; this is a bug of sfs-turbo-tasks", cause);
    }
  }
}

/** Where calls are run. */
export class Core {
  private instance: Instance | undefined;
  private starting: Promise<void> | undefined;

  constructor(readonly load: LoadCore) {}

  /** Runs a call as soon as the core has started; a core that does not start fails the call, and the next one tries again. */
  run(values: unknown[], types: string, call: Call): void {
    if (this.instance !== undefined) {
      this.instance.run(values, types, call);
      return;
    }
    this.starting ??= this.start();
    this.starting.then(
      () => {
        if (!call.over) this.run(values, types, call);
      },
      (cause: unknown) =>
        call.failInRuntime(
          "WebAssembly could not start (see cause); where a Content-Security-Policy is set, script-src needs 'wasm-unsafe-eval'",
          cause,
        ),
    );
  }

  private async start(): Promise<void> {
    try {
      const instance = new Instance(() => {
        if (this.instance === instance) this.instance = undefined;
      });
      this.instance = await instance.start(this.load());
    } finally {
      this.starting = undefined;
    }
  }
}
