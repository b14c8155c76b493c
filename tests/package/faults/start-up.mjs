// The start of the core, each time in a copy of the package that has not started: it hangs, fails, or is cancelled.
// @ts-check
import { GOOD } from "./credentials.mjs";
import { givenUp, noCore, succeeds, timedOut } from "./expected.mjs";
import { never } from "./scene.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

// Read here, since a row that uses it has replaced `WebAssembly`.
const { CompileError, Instance, Module } = WebAssembly;
const nothingSent = { seen: [], attempts: 0 };
const works = succeeds();

/** As in Chrome before 115: it compiles small modules at once, and leaves the rest to `instantiate`. */
class SmallModule extends Module {
  /** @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(bytes) {
    if (bytes.byteLength > 4096) throw new RangeError("larger than 4KB");
    super(bytes);
  }
}

/** @param {(...values: any[]) => unknown} instantiate */
const instantiating = (instantiate) => ({ Instance, Module: SmallModule, instantiate });

/** @type {Fault[]} */
export const startUp = [
  {
    name: "aborted while the core starts",
    fresh: true,
    options: ({ signal }) => ({ signal }),
    meanwhile: ({ abort }) => abort(),
    expected: givenUp({ seen: [] }),
    next: works,
  },
  {
    name: "aborted while the core never starts",
    fresh: true,
    webAssembly: instantiating(never),
    options: ({ signal }) => ({ signal }),
    meanwhile: ({ abort }) => setTimeout(abort, 20),
    expected: givenUp({ seen: [] }),
  },
  {
    name: "timeout while the core never starts",
    fresh: true,
    webAssembly: instantiating(never),
    options: { timeout: 30 },
    expected: timedOut(nothingSent),
    recovers: false,
  },
  {
    name: "a runtime without WebAssembly",
    fresh: true,
    webAssembly: undefined,
    expected: noCore(),
    next: works,
  },
  {
    name: "a policy that forbids WebAssembly",
    fresh: true,
    webAssembly: instantiating(() =>
      Promise.reject(new CompileError("Wasm code generation disallowed by embedder")),
    ),
    expected: noCore({ cause: "CompileError: Wasm code generation disallowed by embedder" }),
    next: works,
  },
  {
    name: "a start that throws at once",
    fresh: true,
    webAssembly: instantiating(() => {
      throw new RangeError("out of memory");
    }),
    expected: noCore({ cause: "RangeError: out of memory" }),
    next: works,
  },
  {
    name: "a start that gives nothing",
    fresh: true,
    webAssembly: instantiating(async () => undefined),
    expected: noCore(),
    next: works,
  },
  {
    name: "three calls during a start that fails",
    fresh: true,
    calls: 3,
    webAssembly: instantiating(() => Promise.reject(new Error("once"))),
    expected: noCore({ cause: "Error: once" }),
    next: works,
  },
  {
    name: "three calls during one start",
    fresh: true,
    calls: 3,
    expected: succeeds({ requestId: undefined }, { seen: [GOOD, GOOD, GOOD] }),
  },
];
