// Reads an INI file: sections, `key = value` or `key: value`, and comments after `;` or `#`.

/** The sections by name. Keys are in lower case. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Accepts what the vendor's two readers have in common. Where they differ, it accepts every form that a key can have: a comment
 * after whitespace, a value in quotes, and a plain `%` (Python's reader needs it doubled, Go's does not).
 *
 * @returns the sections, or the number of the first line that is not valid
 */
export function readIni(text: string): Sections | number {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const content = line.trim();
    if (content === "" || /^[;#]/.test(content)) continue;
    const [, name] = /^\[([^\]]+)\]\s*(?:[;#].*)?$/.exec(content) ?? [];
    if (name !== undefined) {
      section = sections.get(name.trim()) ?? new Map();
      sections.set(name.trim(), section);
      continue;
    }
    // Not with a regular expression, which would be slow for a long line of whitespace.
    const end = content.search(/[=:]/);
    if (end < 1) return index + 1;
    const value = content.slice(end + 1).replace(/(?:^|\s)[;#].*$/s, "");
    section.set(content.slice(0, end).trim().toLowerCase(), unquoted(value.trim()));
  }
  return sections;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

/** A section by its exact name, else by its name in any case. */
export function sectionOf(sections: Sections, name: string): ReadonlyMap<string, string> | undefined {
  const lower = name.toLowerCase();
  return sections.get(name) ?? [...sections].find(([other]) => other.toLowerCase() === lower)?.[1];
}
