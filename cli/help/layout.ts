// Names and their meanings: side by side if there is room, otherwise below each other.

import { pad, wrap } from "../terminal/width.js";

/** Lines longer than this are hard to read. */
const READABLE = 100;

/** The largest column where the meanings begin. */
const NAMES = 30;

/** The columns of a terminal that help texts use. */
export function readable(width: number): number {
  return Math.max(20, Math.min(width, READABLE));
}

/** A paragraph. */
export function paragraph(text: string, width: number): string {
  return `${wrap(text, readable(width)).join("\n")}\n`;
}

/** Names with their meanings. */
export function entries(pairs: readonly (readonly [name: string, meaning: string])[], width: number): string {
  const columns = readable(width);
  const longest = Math.max(...pairs.map(([name]) => name.length)) + 4;
  const left = columns < 60 && longest > 10 ? 6 : Math.min(longest, NAMES);
  const lines = pairs.flatMap(([name, meaning]) => {
    const meanings = wrap(meaning, columns - left).map((line) => `${" ".repeat(left)}${line}`);
    const [first = "", ...rest] = meanings;
    if (name.length + 4 > left) return [`  ${name}`, first, ...rest];
    return [`${pad(`  ${name}`, left)}${first.slice(left)}`, ...rest];
  });
  return `${lines.join("\n")}\n`;
}
