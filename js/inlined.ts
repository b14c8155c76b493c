// The core as a string inside the package: no bundler, server or content policy has to know of a second file.

import { length, order, text } from "core:text";

/** So many bytes are one character; each of the characters from `pair` on begins a pair. See tools/build/alphabet.mjs. */
const singles = 86;
const pair = "|".charCodeAt(0);

/** The core's bytes. Nothing is fetched, not even a `data:` URL, which a policy's `connect-src` would have to allow. */
export function inlinedCore(): BufferSource {
  // Typed arrays and nothing else in the loop: it runs once, before any engine has optimised it.
  const byRank = Uint8Array.from({ length: 256 }, (_, rank) =>
    Number.parseInt(order.slice(rank * 2, rank * 2 + 2), 16),
  );
  const ranks = new Uint8Array(127);
  for (let code = 32, rank = 0; code < pair; code += 1) {
    if (!"\"$'<\\`".includes(String.fromCharCode(code))) ranks[code] = rank++;
  }
  const codes = new TextEncoder().encode(text);
  const bytes = new Uint8Array(length);
  for (let from = 0, to = 0; to < length; from += 1, to += 1) {
    const code = codes[from] as number;
    let rank = ranks[code] as number;
    if (code >= pair) rank = (code - pair + 1) * singles + (ranks[codes[++from] as number] as number);
    bytes[to] = byRank[rank] as number;
  }
  return bytes;
}
