// Removes the words of panics from the core: no panic can be reached, and WebAssembly has no standard error that would show them.
// The trap at the end of a panic stays, and js/core/core.ts catches it.
//
// This removes a twelfth of the core. The compiler's own way, `-Cpanic=immediate-abort`, removes an eighth, but is not stable
// yet.
// @ts-check
import binaryen from "binaryen";
import { Failure } from "../run.mjs";

/** The functions that code calls to panic. None of them returns. */
const entrances = [
  /^core::panicking::panic/,
  /^core::(cell|option|result|slice|str)\b.*(panic_|_fail|unwrap_failed|expect_failed)/,
  /^alloc::(raw_vec::(handle_error|capacity_overflow)|alloc::handle_alloc_error)/,
  /^std::thread::local::panic_access_error/,
  /^__rustc::(rust_begin_unwind|__rust_alloc_error_handler)/,
];

/** The functions that turn a panic into words. Nothing else calls them: see `checkCalls`. */
const words = [
  /^<?core::fmt::/,
  /^<.* as core::fmt::(Debug|Display|Write)>::/,
  /^<?std::(panicking|sys::backtrace|alloc)::/,
  /^__rustc::(rust_panic|__rust_start_panic)/,
];

/**
 * @param {Uint8Array} wasm with the names of its functions
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {Failure} if other code calls what is removed: it would trap where it used to work
 */
export function withoutPanicMessages(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    for (let index = 0; index < module.getNumFunctions(); index += 1) {
      const reference = module.getFunctionByIndex(index);
      const { name, module: imported } = binaryen.getFunctionInfo(reference);
      if (imported === "" && matches(name, [...entrances, ...words])) {
        // The package's own type definitions leave `Function` out.
        /** @type {any} */ (binaryen).Function.setBody(reference, module.unreachable());
      }
    }
    checkCalls(module.emitText());
    // Otherwise names would not be written.
    binaryen.setDebugInfo(true);
    return withoutPanicTexts(module.emitBinary());
  } finally {
    module.dispose();
  }
}

/**
 * The data that only the removed code has read: the source positions of panics, and their words. As zeros they cost nothing after
 * compression. The length stays the same, so nothing else moves.
 */
const texts = [
  /\/rustc\/[\da-f]{40}\/library\/[\w/]+\.rs/g,
  /(?:[\w-]+-\d+\.\d+\.\d+\/)?src\/[\w/]+\.rs/g,
  /slice index starts at | but ends at | ?index out of bounds: the len is | but the index is /g,
  /range (?:start|end) index |" out of range for slice of length |capacity overflow|mid > len/g,
  // Two digits each, for numbers in such texts.
  /00010203(?:\d\d){92}96979899/g,
];

/** @param {Uint8Array} wasm */
function withoutPanicTexts(wasm) {
  const bytes = Uint8Array.from(wasm);
  const text = Buffer.from(wasm).toString("latin1");
  for (const pattern of texts) {
    for (const { index, 0: found } of text.matchAll(pattern)) bytes.fill(0, index, index + found.length);
  }
  return bytes;
}

/**
 * Finds remaining code that calls removed code.
 * @param {string} text of the module
 */
function checkCalls(text) {
  for (const body of text.split("\n (func ").slice(1)) {
    const [caller = "", ...called] = [...body.matchAll(/\$("[^"]*"|\S+)/g)].map(([, name = ""]) =>
      unquoted(name),
    );
    const wrong = called.find((name) => matches(name, words));
    if (wrong === undefined) continue;
    throw new Failure(
      `The core uses what only panics should: ${caller} calls ${wrong}. Do without it, see src/text.rs, or keep it in tools/build/panics.mjs.`,
    );
  }
}

/** @param {string} name */
function unquoted(name) {
  return name
    .replace(/^"|"?\)*$/g, "")
    .replace(/\\([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/**
 * @param {string} name as the compiler has it: with a hash behind each crate, or without
 * @param {readonly RegExp[]} patterns
 */
function matches(name, patterns) {
  const path = name.replace(/\[\w+\]/g, "");
  return patterns.some((pattern) => pattern.test(path));
}
