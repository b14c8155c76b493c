// Reads of a WebAssembly module where its functions, data and sections stand, and what the functions are called.
// @ts-check

/** @typedef {{ from: number, to: number }} Range of bytes in the file */

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const DATA = 11;
const SECTIONS = [
  ...["custom", "types", "imports", "functions", "tables", "memory", "globals", "exports", "start"],
  ...["elements", "code", "data", "data count", "tags"],
];

/** A place in the file that moves on as it is read. */
export class Reader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++] ?? 0;
  }

  /** An unsigned LEB128 number. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /**
   * A number of a fixed size, the lowest byte first.
   * @param {number} size in bytes
   */
  fixed(size) {
    let value = 0;
    for (let index = 0; index < size; index += 1) value += this.byte() * 256 ** index;
    return value;
  }

  /** A text that a zero ends. */
  terminated() {
    const from = this.at;
    this.at = this.bytes.indexOf(0, from) + 1;
    return new TextDecoder().decode(this.bytes.subarray(from, this.at - 1));
  }

  /** A length, and that many bytes. */
  range() {
    const length = this.number();
    this.at += length;
    return { from: this.at - length, to: this.at };
  }

  text() {
    const { from, to } = this.range();
    return new TextDecoder().decode(this.bytes.subarray(from, to));
  }
}

/** @param {Uint8Array} contents a module with a name section */
export function readWasm(contents) {
  /** @type {{ name: string, range: Range }[]} */
  const sections = [];
  /** @type {Range[]} */
  let bodies = [];
  /** @type {Range[]} */
  let dataRanges = [];
  let nameSection = { from: 0, to: 0 };
  let codeStart = 0;
  let imported = 0;
  /** @type {Map<number, string>} */
  let names = new Map();
  const file = new Reader(contents, 8);
  while (file.at < contents.length) {
    const start = file.at;
    const id = file.byte();
    const range = file.range();
    const reader = new Reader(contents, range.from);
    if (id === CUSTOM && reader.text() === "name") {
      nameSection = { from: start, to: range.to };
      names = functionNames(reader, range.to);
    } else if (id === CODE) {
      codeStart = range.from;
      bodies = Array.from({ length: reader.number() }, () => reader.range());
    } else if (id === DATA) dataRanges = Array.from({ length: reader.number() }, () => dataSegment(reader));
    else sections.push({ name: SECTIONS[id] ?? `${id}`, range });
    if (id === IMPORT) imported = importedFunctions(new Reader(contents, range.from));
  }
  const functions = bodies.map((range, index) => ({ name: names.get(imported + index) ?? "", range }));
  return { contents, functions, sections, dataRanges, nameSection, codeStart };
}

/**
 * @param {Reader} reader
 * @param {number} end
 */
function functionNames(reader, end) {
  while (reader.at < end) {
    const kind = reader.byte();
    const { from } = reader.range();
    // 1 is the part about functions.
    if (kind !== 1) continue;
    const list = new Reader(reader.bytes, from);
    return new Map(
      Array.from({ length: list.number() }, () => {
        const index = list.number();
        return /** @type {const} */ ([index, list.text()]);
      }),
    );
  }
  return new Map();
}

/** @param {Reader} reader at the beginning of the imports */
function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    // wasm-bindgen keeps the memory and the tables inside: there is nothing else to be read over.
    if (kind !== 0) throw new Error(`an import of kind ${kind}`);
    reader.number();
    functions += 1;
  }
  return functions;
}

/** @param {Reader} reader */
function dataSegment(reader) {
  const kind = reader.number();
  if (kind === 2) reader.number();
  // The place in memory: an instruction with its operand, and the end of the expression.
  if (kind !== 1) {
    reader.byte();
    reader.number();
    reader.byte();
  }
  return reader.range();
}

/**
 * Takes the sentences and names apart from the tables between them.
 * @param {Uint8Array} contents
 * @param {readonly Range[]} ranges
 */
export function dataText(contents, ranges) {
  /** @type {{ text: Range[], rest: Range[] }} */
  const found = { text: [], rest: [] };
  for (const { from, to } of ranges) {
    // Latin-1, so that a character is a byte. Four printable ones by chance are rare enough.
    const characters = Buffer.from(contents.subarray(from, to)).toString("latin1");
    for (const { 0: run, index, groups } of characters.matchAll(
      /(?<text>[\n\x20-\x7e]{4,})|(?:(?![\n\x20-\x7e]{4})[\s\S])+/g,
    )) {
      const range = { from: from + index, to: from + index + run.length };
      found[groups?.text === undefined ? "rest" : "text"].push(range);
    }
  }
  return found;
}
