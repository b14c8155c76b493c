// The core as a string inside the package: no bundler, server or content policy has to know of a second file.

import { length, order, text } from "core:text";

/** So many bytes are one character; each of the other characters begins a pair. See tools/build/alphabet.mjs. */
const singles = 86;

/** The core's bytes. Nothing is fetched, not even a `data:` URL, which a policy's `connect-src` would have to allow. */
export function inlinedCore(): BufferSource {
  const indexes: number[] = [];
  for (let code = 32, index = 0; code < 127; code += 1) {
    if (!"\"$'<\\`".includes(String.fromCharCode(code))) indexes[code] = index++;
  }
  const byRank = Uint8Array.from({ length: 256 }, (_, rank) =>
    Number.parseInt(order.slice(rank * 2, rank * 2 + 2), 16),
  );
  const bytes = new Uint8Array(length);
  for (let from = 0, to = 0; from < text.length; from += 1, to += 1) {
    let rank = indexes[text.charCodeAt(from)] as number;
    if (rank >= singles) rank = (rank - singles + 1) * singles + (indexes[text.charCodeAt(++from)] as number);
    bytes[to] = byRank[rank] as number;
  }
  return bytes;
}
