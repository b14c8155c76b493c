// Words of a POSIX shell.

/** One word, with any characters. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command over several lines. */
export function folded(parts: readonly string[]): string {
  return parts.join(" \\\n  ");
}
