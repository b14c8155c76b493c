// Removes tokens from a text.

/** So many leading characters of a token are recognised. A shorter text could be an ordinary word. */
const TELLING = 8;

/** A match of at least this length is a token, also if other text follows. */
const CERTAIN = 12;

/**
 * Replaces each token in the text with `[token]`, also a token that is cut off, because services and the core shorten long
 * messages, and a token with the escapes of a URL. If there is one with escapes, the text is returned without its escapes.
 */
export function redact(text: string, tokens: readonly string[]): string {
  const redacted = redactVerbatim(text, tokens);
  if (!redacted.includes("%")) return redacted;
  const plain = redacted.replace(/%[2-7][\da-f]/gi, (sequence) => {
    const character = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    // The text may be JSON, which must stay JSON.
    return character === '"' || character === "\\" || character > "~" ? sequence : character;
  });
  const again = redactVerbatim(plain, tokens);
  return again === plain ? redacted : again;
}

function redactVerbatim(text: string, tokens: readonly string[]): string {
  let redacted = text;
  const long = tokens.filter((token) => token.length >= TELLING);
  // Tokens of one issuer start alike. They are searched together, so that no end of one of them stays in the text.
  for (const beginning of new Set(long.map((token) => token.slice(0, TELLING)))) {
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
 * The same for a text that is JSON, in which a token may contain escapes.
 *
 * It works on the text and not on the parsed value: a recursive walk through a hundred thousand levels overflows the stack.
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
      let length = TELLING;
      while (length < token.length && text[start + length] === token[length]) length += 1;
      return length;
    });
    const length = Math.max(TELLING, ...lengths);
    const isWhole = tokens.some((token, index) => token.length === lengths[index]);
    // A shorter match inside other text may be a word that the token happens to start with.
    const isToken = length >= CERTAIN || isWhole || start + length === text.length;
    // Another token may start inside a match that is not a token.
    next = isToken ? start + length : start + 1;
    if (!isToken) continue;
    redacted += `${text.slice(from, start)}[token]`;
    from = next;
  }
  return redacted + text.slice(from);
}
