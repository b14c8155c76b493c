// Reads an INI file: sections, `key = value` or `key: value`, comments behind `;` or `#`.

/** The sections by name. Keys are in lower case. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * What the vendor's two readers have in common, and where they differ, what a key can mean: a comment may stand behind a
 * blank, a value may stand in quotes, and a `%` stays as it is (Python's own reader wants it doubled, Go's does not).
 *
 * @returns the sections, or the number of the first line that is none of these
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
    // Not by one expression: it would try each blank of a long line anew.
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

/** A section by its name, else by its name in any case. */
export function sectionOf(sections: Sections, name: string): ReadonlyMap<string, string> | undefined {
  const lower = name.toLowerCase();
  return sections.get(name) ?? [...sections].find(([other]) => other.toLowerCase() === lower)?.[1];
}
