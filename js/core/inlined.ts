// The core as a string inside the package, so that bundlers, servers and content policies have only one file.

import { decoder, length, table, text } from "core:text";

/** The core's bytes. Nothing is fetched, not even a `data:` URL, which `connect-src` of a policy would have to allow. */
export function inlinedCore(): BufferSource {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(decoder)));
  const { memory, decode } = exports as {
    memory: WebAssembly.Memory;
    decode(from: number, to: number, end: number): void;
  };
  const bytes = new Uint8Array(memory.buffer);
  const from = table.length;
  const to = from + text.length;
  bytes.set(table);
  new TextEncoder().encodeInto(text, bytes.subarray(from, to));
  decode(from, to, to + length);
  return bytes.subarray(to, to + length);
}
