// Text that others wrote, without anything that a terminal would obey.

/** Control characters, and those that turn the direction of text or break lines. */
const OBEYED = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** In one line: white space becomes a blank, and what a terminal would obey is replaced. */
export function visible(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ").replace(OBEYED, "\ufffd");
}

/** In several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join("\n");
}

/** JSON that means the same, in which no such character stands as it is. */
export function visibleJson(json: string): string {
  return json.replace(OBEYED, (character) =>
    // The line breaks between fields are JSON's own: those in texts are escaped already.
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
