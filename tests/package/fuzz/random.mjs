// Numbers that look random and are the same every time: one input is made from a seed and its index, and from nothing else.
// @ts-check

/** @typedef {ReturnType<typeof createRandom>} Random */

/**
 * @param {number} seed
 * @param {number} index
 */
export function createRandom(seed, index) {
  // The generator mulberry32, with the two numbers spread over its 32 bits.
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to below a bound. @param {number} bound */
  const below = (bound) => Math.floor(next() * bound);
  return {
    below,
    /** @param {number} share of 1 */
    chance: (share) => next() < share,
    /** @template Value @param {readonly Value[]} values @returns {Value} */
    pick: (values) => /** @type {Value} */ (values[below(values.length)]),
    /** @param {number} longest */
    bytes: (longest) => Uint8Array.from({ length: below(longest + 1) }, () => below(256)),
    /** Text of any UTF-16 units, halves of characters among them. @param {number} longest */
    text(longest) {
      const bounds = [0x80, 0x80, 0x80, 0x800, 0x10000];
      const length = below(longest + 1);
      return Array.from({ length }, () => String.fromCharCode(below(bounds[below(bounds.length)] ?? 1))).join(
        "",
      );
    },
  };
}
