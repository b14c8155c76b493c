// Takes tokens out of a text.

/** Shorter text is no token; taking it out would only garble a sentence. The core has the same bound. */
const shortest = 8;

/** The text with `[token]` for every token in it. */
export function redact(text: string, tokens: readonly string[]): string {
  return tokens
    .filter((token) => token.length >= shortest)
    .reduce((redacted, token) => redacted.split(token).join("[token]"), text);
}
