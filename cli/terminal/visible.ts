// Text from others, without characters that control a terminal.

/** Control characters, and characters that change the direction of text or break lines. */
const OBEYED = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** In one line: whitespace becomes a space, and control characters are replaced. */
export function visible(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ").replace(OBEYED, "\ufffd");
}

/** In several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join("\n");
}

/** JSON with the same meaning, in which all such characters are escaped. */
export function visibleJson(json: string): string {
  return json.replace(OBEYED, (character) =>
    // The line breaks between fields belong to JSON. Those in texts are escaped already.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
