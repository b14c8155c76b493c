// Says of a function of the core, by its name, whose it is.
// @ts-check

/**
 * The first that fits. What a crate's generic code was made for comes before the crate: a `drop_in_place` of one of our
 * types is ours.
 * @type {readonly [group: string, pattern: RegExp][]}
 */
const groups = [
  ["wasm-bindgen: shims between core and host", /shim$|^Closure\(| -> Externref$|::__wbg_/],
  ["serde_wasm_bindgen", /\bserde_wasm_bindgen::/],
  ["serde", /\bserde(_core|_json)?::/],
  ["wasm-bindgen-futures, js-sys futures", /\bwasm_bindgen_futures::|\bjs_sys::futures::/],
  [
    "wasm-bindgen, js-sys, web-sys, gloo",
    /\b(wasm_bindgen|js_sys|web_sys|gloo_\w+)::|^__wbindgen|^__externref/,
  ],
  ["allocator", /\b(lol_alloc|dlmalloc)::|__rust_\w*alloc/],
  ["std: panics", /panic|alloc_error|handle_error/],
  ["core::fmt", /\bcore::fmt::|\balloc::fmt::|\bflt2dec\b|\bgrisu\b/],
  ["compiler: memcpy and the like", /^(mem\w+|f?(max|min|mod)f?|__\w+)$|compiler_builtins/],
  ["core, alloc, std: all else", /\b(core|alloc|std)::/],
];

/**
 * @param {string} name as the name section has it
 * @returns {string}
 */
export function groupOf(name) {
  // Hashes say nothing: `core[c5930c85a12de822]::fmt` in new names, `::hd8938f0f6a4bb37c` in old ones.
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}(?=$| )/, "");
  const own = /\bsfs_turbo_tasks::(\w+)/.exec(plain)?.[1];
  const [group] = groups.find(([, pattern]) => pattern.test(plain)) ?? [];
  // A shim is wasm-bindgen's also where it leads to a function of ours.
  if (own !== undefined && group !== groups[0]?.[0]) return `src/${own}.rs`;
  return group ?? (plain === "" ? "functions that wasm-opt made" : `crate ${/\w+/.exec(plain)?.[0]}`);
}
