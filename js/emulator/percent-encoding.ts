// The percent-encoding of paths and queries, as the signature algorithm defines it (RFC 3986).

/** A malformed escape is kept unchanged: no existing id can contain it. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everything but letters, digits and `-._~` as escapes in upper case. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
