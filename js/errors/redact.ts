// Takes tokens out of a text.

/** As much of the beginning of a token as gives it away; shorter text is no token, and the sentence would be garbled. */
const telling = 8;

/** So many characters of a token are one, also where other text follows. */
const certain = 12;

/**
 * The text with `[token]` for every token in it, or for as much of its beginning as stands there: services cut long
 * messages short, and so does the core.
 */
export function redact(text: string, tokens: readonly string[]): string {
  let redacted = text;
  const long = tokens.filter((token) => token.length >= telling);
  // Tokens of one issuer begin alike: all of those are looked for at once, so that no end of one stays behind.
  for (const beginning of new Set(long.map((token) => token.slice(0, telling)))) {
    if (!redacted.includes(beginning)) continue;
    redacted = withoutTokens(
      redacted,
      beginning,
      long.filter((token) => token.startsWith(beginning)),
    );
  }
  return redacted;
}

/**
 * The same for a text that is JSON, in which a token may have escapes where nobody needs them.
 *
 * The text and not the value that it is: to walk through what has a hundred thousand levels overflows the stack.
 */
export function redactJson(json: string, tokens: readonly string[]): string {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const plain = json.replace(/\\(?:u([\da-f]{4})|.)/gi, (sequence: string, code: string | undefined) => {
    const character = code === undefined ? "" : String.fromCharCode(Number.parseInt(code, 16));
    if (sequence === "\\/") return "/";
    return character >= " " && character <= "~" ? inJson(character) : sequence;
  });
  const redacted = redact(plain, tokens.map(inJson));
  return redacted === plain ? json : redacted;
}

function withoutTokens(text: string, beginning: string, tokens: readonly string[]): string {
  let redacted = "";
  let from = 0;
  let next = 0;
  for (;;) {
    const start = text.indexOf(beginning, next);
    if (!(start >= 0)) break;
    const lengths = tokens.map((token) => {
      let length = telling;
      while (length < token.length && text[start + length] === token[length]) length += 1;
      return length;
    });
    const length = Math.max(telling, ...lengths);
    const isWhole = tokens.some((token, index) => token.length === lengths[index]);
    // Fewer characters amid other text are a word that the token happens to begin with.
    const isToken = length >= certain || isWhole || start + length === text.length;
    // A token may begin inside what looks like one.
    next = isToken ? start + length : start + 1;
    if (!isToken) continue;
    redacted += `${text.slice(from, start)}[token]`;
    from = next;
  }
  return redacted + text.slice(from);
}
