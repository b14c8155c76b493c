// Rows of a table of parts: how many bytes each has, and what it costs after compression.
// @ts-check
import { brotliSize } from "../bundle.mjs";
import { kibibytes } from "../table.mjs";

/** @typedef {import("./wasm.mjs").Range} Range */

/**
 * @param {Map<string, Range[]>} parts
 * @param {string} name
 * @param {Range} range
 */
export function addRange(parts, name, range) {
  const ranges = parts.get(name) ?? [];
  parts.set(name, ranges);
  ranges.push(range);
}

/**
 * @param {Uint8Array} contents
 * @param {Map<string, Range[]>} parts
 * @param {Range} [ignored] what is no part of the package
 */
export function partRows(contents, parts, ignored) {
  const always = ignored ? [ignored] : [];
  const whole = without(contents, always);
  const compressed = brotliSize(whole);
  const data = [...parts]
    .map(([name, ranges]) => ({
      name,
      bytes: ranges.reduce((sum, { from, to }) => sum + to - from, 0),
      brotli: compressed - brotliSize(without(contents, [...ranges, ...always])),
    }))
    .sort((one, other) => other.bytes - one.bytes);
  const counted = data.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    columns: ["part", "KiB", "brotli KiB", "share"],
    rows: [
      ...data.map(({ name, bytes, brotli }) => [
        name,
        kibibytes(bytes),
        kibibytes(Math.max(0, brotli)),
        `${((bytes / whole.length) * 100).toFixed(1)} %`,
      ]),
      ["lengths and headers", kibibytes(whole.length - counted), "", ""],
      ["all", ...[whole.length, compressed].map(kibibytes), "100 %"],
    ],
    data,
  };
}

/**
 * @param {Uint8Array} contents
 * @param {readonly Range[]} ranges that do not overlap
 */
function without(contents, ranges) {
  const kept = [];
  let end = 0;
  for (const { from, to } of [...ranges].sort((one, other) => one.from - other.from)) {
    kept.push(contents.subarray(end, from));
    end = to;
  }
  return Buffer.concat([...kept, contents.subarray(end)]);
}
