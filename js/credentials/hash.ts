// SHA-256 and HMAC-SHA256 by the platform's WebCrypto, as hexadecimal digits.

const SHA_256 = "SHA-256";

/**
 * The platform's WebCrypto; `undefined` if there is none.
 *
 * A page has it only if it was loaded over https or from localhost.
 */
export function webCrypto(): SubtleCrypto | undefined {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  return crypto?.subtle;
}

/** The SHA-256 of a text in UTF-8. */
export async function hash(subtle: SubtleCrypto, text: string): Promise<string> {
  return hexadecimal(await subtle.digest(SHA_256, new TextEncoder().encode(text)));
}

/** A secret as a key that can sign but cannot be read. */
export async function signingKey(subtle: SubtleCrypto, secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: SHA_256 };
  return subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
}

/** The HMAC-SHA256 of a text. */
export async function authenticate(
  subtle: SubtleCrypto,
  secret: string | CryptoKey,
  text: string,
): Promise<string> {
  const key = typeof secret === "string" ? await signingKey(subtle, secret) : secret;
  return hexadecimal(await subtle.sign("HMAC", key, new TextEncoder().encode(text)));
}

function hexadecimal(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
