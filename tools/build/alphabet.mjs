// Writes bytes as text that stays small when it is compressed.
// @ts-check

/**
 * The characters of the text, each by its index: printable ASCII without what a string literal, a template or a page
 * around the script would have to escape. js/inlined.ts has the other end.
 */
const alphabet = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (character) => !"\"$'<\\`".includes(character),
);

/** So many bytes are one character; each of the other characters begins a pair. */
const singles = 86;

/**
 * Gives each of the 86 most frequent bytes a character of its own, and each other byte two.
 *
 * Base64 shifts bytes across characters, so that a compressor no longer sees what repeats: the same core takes a third
 * more after brotli or gzip in base64, and 4 % more in this form.
 * @param {Uint8Array} bytes
 * @returns {{ order: string, text: string }} `order`: all byte values in hexadecimal, the most frequent first
 */
export function bytesToText(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte] += 1;
  const order = [...count.keys()].sort((one, other) => count[other] - count[one] || one - other);
  /** @type {string[]} */
  const written = [];
  order.forEach((byte, rank) => {
    const pair = alphabet[singles + Math.floor(rank / singles) - 1];
    written[byte] = `${rank < singles ? "" : pair}${alphabet[rank % singles]}`;
  });
  return {
    order: Buffer.from(order).toString("hex"),
    text: Array.from(bytes, (byte) => written[byte]).join(""),
  };
}
