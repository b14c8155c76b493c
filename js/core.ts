// The WebAssembly core: started at the first call, once for all calls, and anew after a trap.

import { type CoreOptions, createGlue, inner, start } from "core:glue";
import type { Call } from "./call.js";

/** Gives the core's bytes, or the module a bundler made of them. */
export type LoadCore = () => BufferSource | WebAssembly.Module;

/** What the core answers with after a trap: an empty tuple, since the glue takes some answers apart. */
const nothing: readonly never[] = [];

/** One running core. */
export class Instance {
  /** By the place that the core gave them. */
  private readonly calls: (Call | undefined)[] = [];
  /** The one that has no place yet. */
  private beginning: Call | undefined;
  private readonly glue = createGlue();
  private trapped = false;

  constructor(readonly onTrap: () => void) {}

  /** Starts at once where that is allowed, else later. */
  start(core: BufferSource | WebAssembly.Module): this | Promise<this> {
    const { imports } = this.glue;
    try {
      const module = "byteLength" in core ? new WebAssembly.Module(core) : core;
      return this.begin(new WebAssembly.Instance(module, imports));
    } catch (cause) {
      // A policy's refusal: to ask again would only report it once more.
      if ((cause as Error).name === "CompileError") throw cause;
      // Chrome before 115 compiles no more than 4 KiB at once on a page's main thread.
      return WebAssembly.instantiate(core as BufferSource, imports).then((result) =>
        this.begin("instance" in result ? result.instance : result),
      );
    }
  }

  private begin({ exports }: WebAssembly.Instance): this {
    const guarded = this.guarded(exports);
    this.glue.setExports(guarded);
    (guarded[start] as () => void)();
    return this;
  }

  run(call: Call, options: CoreOptions): void {
    this.beginning = call;
    call.instance = this;
    try {
      call.place = this.glue.getTask(call, ...options);
    } catch (cause) {
      // There was no memory for the options.
      this.trap(cause);
    }
    this.beginning = undefined;
    if (!call.over) this.calls[call.place] = call;
  }

  /** Tells a call's place in the core what it has waited for. */
  settled(place: number, value: unknown, failed: boolean): void {
    this.glue.settled(place, value, failed);
  }

  /** Takes a call off that is over. */
  forget(call: Call): void {
    if (this.calls[call.place] === call) this.calls[call.place] = undefined;
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
      const guards = typeof value === "function" && !inner.includes(name);
      guarded[name] = guards ? this.guard(value as (...values: unknown[]) => unknown) : value;
    }
    return guarded;
  }

  private guard(run: (...values: unknown[]) => unknown): (...values: unknown[]) => unknown {
    return (...values) => {
      if (this.trapped) return nothing;
      try {
        return run(...values);
      } catch (cause) {
        this.trap(cause);
        return nothing;
      }
    };
  }

  /** Memory may be half-written, so that all calls on this instance end here, and none begins on it again. */
  private trap(cause: unknown): void {
    this.trapped = true;
    this.onTrap();
    for (const call of [...this.calls, this.beginning]) {
      call?.failInRuntime(
        "the WebAssembly core failed while it ran; this is a bug of sfs-turbo-tasks",
        cause,
      );
    }
  }
}

/** Where calls are run. */
export class Core {
  private started: Instance | Promise<Instance> | undefined;

  constructor(readonly load: LoadCore) {}

  /** Runs a call as soon as the core has started; a core that does not start fails the call, and the next one tries again. */
  run(call: Call, options: CoreOptions): void {
    const fail = (cause: unknown) =>
      call.failInRuntime(
        "WebAssembly could not start (see cause); where a Content-Security-Policy is set, script-src needs 'wasm-unsafe-eval'",
        cause,
      );
    try {
      this.started ??= this.start();
    } catch (cause) {
      fail(cause);
      return;
    }
    if (this.started instanceof Instance) this.started.run(call, options);
    else this.started.then(() => call.over || this.run(call, options), fail);
  }

  private start(): Instance | Promise<Instance> {
    const instance = new Instance(() => {
      if (this.started === instance) this.started = undefined;
    });
    const started = instance.start(this.load());
    if (started !== instance) {
      const is = (state: Instance | undefined) => () => {
        this.started = state;
      };
      (started as Promise<Instance>).then(is(instance), is(undefined));
    }
    return started;
  }
}
