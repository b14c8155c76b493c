// Medians and quartiles of measurements, and their text form.
// @ts-check

/** @typedef {{ lower: number, median: number, upper: number }} Quartiles */

/**
 * @param {readonly number[]} values at least one
 * @returns {Quartiles}
 */
export function quartiles(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return { lower: at(sorted, 0.25), median: at(sorted, 0.5), upper: at(sorted, 0.75) };
}

/**
 * Compares pair by pair: measurements of the same round had the same machine.
 * @param {readonly number[]} values
 * @param {readonly number[]} base of the same rounds
 */
export function ratios(values, base) {
  return quartiles(values.map((value, round) => value / /** @type {number} */ (base[round])));
}

/**
 * @param {readonly number[]} values
 * @param {readonly number[]} base of the same rounds
 */
export function differences(values, base) {
  return quartiles(values.map((value, round) => value - /** @type {number} */ (base[round])));
}

/**
 * The quantile of a share, interpolated between two values.
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function at(sorted, share) {
  const position = (sorted.length - 1) * share;
  const before = /** @type {number} */ (sorted[Math.floor(position)]);
  const after = /** @type {number} */ (sorted[Math.ceil(position)]);
  return before + (after - before) * (position - Math.floor(position));
}

/**
 * @param {Quartiles} quartiles
 * @param {number} [digits]
 * @returns {string} the median, and both quartiles in brackets
 */
export function spread({ lower, median, upper }, digits = 2) {
  return `${median.toFixed(digits)} (${lower.toFixed(digits)}..${upper.toFixed(digits)})`;
}

/**
 * The same candidates in another order each round, so none has a better place than the others.
 * @template T
 * @param {readonly T[]} items
 * @param {number} round
 */
export function rotated(items, round) {
  const from = round % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}
