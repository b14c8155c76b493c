// Writes bytes as text that stays small when it is compressed. The other end is decoder.wat and js/inlined.ts.
// @ts-check

/**
 * The characters of the text: printable ASCII without what a string literal, a template or a page around the script would
 * have to escape.
 */
const alphabet = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (character) => !"\"$'<\\`".includes(character),
);

/** So many bytes are one character; each of the other characters begins a pair. */
const singles = 86;

/** Where decoder.wat looks a byte up: a pair's second character counts from here for each first one. */
const row = 128;

/**
 * Gives each of the 86 most frequent bytes a character of its own, and each other byte two.
 *
 * Base64 shifts bytes across characters, so that a compressor no longer sees what repeats: the same core takes a third
 * more after brotli or gzip in base64, and 4 % more in this form.
 * @param {Uint8Array} bytes
 * @returns {{ table: Uint8Array, text: string }} `table`: the byte of each character, or of each pair, for decoder.wat
 */
export function bytesToText(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte] += 1;
  const order = [...count.keys()].sort((one, other) => count[other] - count[one] || one - other);
  const table = new Uint8Array(4 * row);
  /** @type {string[]} */
  const written = [];
  order.forEach((byte, rank) => {
    const group = Math.floor(rank / singles);
    const character = /** @type {string} */ (alphabet[rank % singles]);
    written[byte] = group === 0 ? character : `${alphabet[singles + group - 1]}${character}`;
    table[group * row + character.charCodeAt(0)] = byte;
  });
  return { table, text: Array.from(bytes, (byte) => written[byte]).join("") };
}
