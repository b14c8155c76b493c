// Finds the owner of a part of the core by the name that twiggy gives it.
// @ts-check

/** Parts that the package does not ship: names, and data that only wasm-bindgen reads. */
const LEFT_OUT = /^"[\w ]+ names?" subsection$|^custom section /;

/**
 * The first that matches. The type of a generic function comes before its crate: a `drop_in_place` of one of our types is ours.
 * @type {readonly [group: string, pattern: RegExp][]}
 */
const groups = [
  ["wasm-bindgen: shims between core and host", /shim$|^Closure\(| -> Externref$|::__wbg_/],
  ["data", /^data segment /],
  [
    "types, imports, exports, tables, headers",
    /^(type|elem|global|table|memory)\[|^(export|import) "| headers$|^wasm magic/,
  ],
  ["serde", /\bserde(_core|_json)?::/],
  ["wasm-bindgen", /\bwasm_bindgen::|^__wbindgen|^__externref/],
  ["allocator", /\b(lol_alloc|dlmalloc|talc)::|__rust_\w*alloc/],
  ["std: panics", /panic|alloc_error|handle_error/],
  ["core::fmt", /\bcore::fmt::|\balloc::fmt::|\bflt2dec\b|\bgrisu\b/],
  ["compiler: memcpy and the like", /^(mem\w+|f?(max|min|mod)f?|__\w+)$|compiler_builtins/],
  ["core, alloc, std: all else", /\b(core|alloc|std)::|^<(char|str|[iu]\d+)>::/],
];

/**
 * @param {string} name
 * @returns {string | undefined} nothing for a part that is not in the package
 */
export function groupOf(name) {
  if (LEFT_OUT.test(name)) return undefined;
  // Hashes have no meaning: `core[c5930c85a12de822]::fmt` in new names, `::hd8938f0f6a4bb37c` in old ones.
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}(?=$| )/, "");
  const own = /\bsfs_turbo_tasks::(\w+)/.exec(plain)?.[1];
  const [group] = groups.find(([, pattern]) => pattern.test(plain)) ?? [];
  // A shim belongs to wasm-bindgen, even if it calls one of our functions.
  if (own !== undefined && group !== groups[0]?.[0]) return `src/${own}.rs`;
  return (
    group ??
    (/^code\[\d+\]$/.test(plain) ? "functions that wasm-opt made" : `crate ${/\w+/.exec(plain)?.[0]}`)
  );
}
