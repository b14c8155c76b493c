// Reads the line tables that rustc writes (DWARF 4): for each piece of code the file it was written in, inlined or not.
// @ts-check
import { Reader } from "./wasm.mjs";

/** @typedef {{ from: number, to: number, file: string }} Piece a range of the code section, counted from its beginning */

/**
 * @param {Uint8Array} lines the section `.debug_line`
 * @returns {Piece[]}
 */
export function readLines(lines) {
  /** @type {Piece[]} */
  const pieces = [];
  const reader = new Reader(lines, 0);
  while (reader.at < lines.length) {
    const end = reader.fixed(4) + reader.at;
    pieces.push(...readUnit(reader, end));
    reader.at = end;
  }
  return pieces;
}

/**
 * One table: a header, and a program that makes its rows.
 * @param {Reader} reader
 * @param {number} end
 */
function readUnit(reader, end) {
  const version = reader.fixed(2);
  if (version !== 4) throw new Error(`line tables of DWARF ${version}`);
  const program = reader.fixed(4) + reader.at;
  const step = reader.byte();
  // How many operations an instruction has, whether a row begins a statement, and the lowest step of a line.
  reader.at += 3;
  const lineRange = reader.byte();
  const firstSpecial = reader.byte();
  const operands = Array.from({ length: firstSpecial - 1 }, () => reader.byte());
  const files = fileNames(reader);
  reader.at = program;
  return runProgram(reader, end, { files, step, lineRange, firstSpecial, operands });
}

/** @param {Reader} reader */
function fileNames(reader) {
  const folders = [""];
  for (let name = reader.terminated(); name !== ""; name = reader.terminated()) folders.push(name);
  // Counted from one.
  const files = [""];
  for (let name = reader.terminated(); name !== ""; name = reader.terminated()) {
    files.push(`${folders[reader.number()]}/${name}`);
    // When it was changed, and how long it is: rustc writes neither.
    reader.number();
    reader.number();
  }
  return files;
}

/**
 * @param {Reader} reader
 * @param {number} end
 * @param {{ files: string[], step: number, lineRange: number, firstSpecial: number, operands: number[] }} header
 */
function runProgram(reader, end, { files, step, lineRange, firstSpecial, operands }) {
  /** @type {Piece[]} */
  const pieces = [];
  let address = 0;
  let file = 1;
  /** @type {{ from: number, file: number } | undefined} */
  let row;
  const endRow = () => {
    if (row && address > row.from) pieces.push({ from: row.from, to: address, file: files[row.file] ?? "" });
    row = { from: address, file };
  };
  const advance = (/** @type {number} */ special) => {
    address += Math.floor((special - firstSpecial) / lineRange) * step;
  };
  while (reader.at < end) {
    const operation = reader.byte();
    if (operation >= firstSpecial) {
      advance(operation);
      endRow();
    } else if (operation === 0) {
      const { from, to } = reader.range();
      const extended = new Reader(reader.bytes, from);
      const kind = extended.byte();
      if (kind === 1) {
        // The end of a sequence: the next begins anywhere.
        endRow();
        row = undefined;
        address = 0;
        file = 1;
      } else if (kind === 2) address = extended.fixed(to - extended.at);
    } else if (operation === 1) endRow();
    else if (operation === 2) address += reader.number() * step;
    else if (operation === 4) file = reader.number();
    else if (operation === 8) advance(255);
    else if (operation === 9) address += reader.fixed(2);
    // About lines and columns, which nobody asks for here.
    else for (let left = operands[operation - 1] ?? 0; left > 0; left -= 1) reader.number();
  }
  return pieces;
}
