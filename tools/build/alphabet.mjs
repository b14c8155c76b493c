// Writes bytes as text that stays small after compression. decoder.wat and js/core/inlined.ts read it.
// @ts-check

/**
 * The characters of the text: printable ASCII, except the characters that a string literal, a template or a page around the
 * script would have to escape.
 */
const alphabet = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (character) => !"\"$'<\\`".includes(character),
);

/** The two ways to write a byte: as one character, or as a pair that begins with one of the last two characters. */
const singles = alphabet.slice(0, -2);
const forms = ["", ...alphabet.slice(-2)].flatMap((first) => singles.map((character) => first + character));

/** Where decoder.wat looks up a byte: the start of the pairs for each first character. */
const row = 128;

/**
 * Gives each of the most frequent bytes its own character, and each other byte two.
 *
 * Base64 shifts bytes across characters, so a compressor no longer sees what repeats: after brotli or gzip the same core is a
 * third larger in base64, and 2 % larger in this form. If possible, a byte keeps its own character: sentences stay readable, and
 * a compressor's dictionary has their words.
 * @param {Uint8Array} bytes
 * @returns {{ table: Uint8Array, text: string }} `table`: what decoder.wat adds to a character, or to a pair, to get its byte
 */
export function bytesToText(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte] += 1;
  const order = [...count.keys()].sort((one, other) => count[other] - count[one] || one - other);
  const own = new Set(
    order.slice(0, singles.length).filter((byte) => singles.includes(String.fromCharCode(byte))),
  );
  const free = forms.filter((form) => form.length > 1 || !own.has(form.charCodeAt(0)));
  // In the order of their values: neighbouring bytes often have similar meanings, and so do the characters then.
  const sorted = [
    ...order.slice(0, singles.length).sort(byValue),
    ...order.slice(singles.length).sort(byValue),
  ];
  const table = new Uint8Array(3 * row);
  /** @type {string[]} */
  const written = [];
  for (const byte of sorted) {
    const form = own.has(byte) ? String.fromCharCode(byte) : (free.shift() ?? "");
    const place = Math.floor(forms.indexOf(form) / singles.length) * row + form.charCodeAt(form.length - 1);
    written[byte] = form;
    table[place] = byte - place;
  }
  return { table, text: Array.from(bytes, (byte) => written[byte]).join("") };
}

/**
 * @param {number} one
 * @param {number} other
 */
function byValue(one, other) {
  return one - other;
}
