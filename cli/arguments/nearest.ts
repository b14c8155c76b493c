// The name that was probably meant: the nearest of the existing names.

/** The nearest name, if it is near enough to be a typing error. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const lower = given.toLowerCase();
  const most = Math.max(1, Math.floor(lower.length / 3));
  const near = names
    .map((name) => ({ name, slips: slips(lower, name) }))
    .filter(({ name, slips }) => slips <= most || (lower.length > 2 && name.startsWith(lower)))
    .sort((one, other) => one.slips - other.slips);
  return near[0]?.name;
}

/** How many characters were left out, inserted, replaced or swapped with the next one. */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = line;
  }
  return last[other.length] ?? 0;
}
