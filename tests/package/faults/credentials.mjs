// The secrets of the fault matrix. Each differs from all other text, so a piece of one that is found anywhere is a leak.
// @ts-check

/** The only token that the service accepts. */
export const GOOD = "MIIEgoodQ7xKp2VnR9sLw4Tz8HbYc3Jd6Mf1";

/** A token that the service refuses. */
export const STALE = "MIIEstaleU5rGk8ZqA1mXe7Pv3NoDh9Wt2Bj";

/** Another token that it refuses. */
export const ALSO_STALE = "MIIEalsoF4yCs6LiO0uJn2Ra5VkQg8Ez7Hx";

/** As long as IAM's tokens: several kilobytes, without a repeated piece. */
export const LONG = `MIIElong${Array.from({ length: 800 }, (_, index) => (index * 7919 + 100_003).toString(36)).join("/")}`;

/** The only access key that the service accepts, a temporary one. */
export const KEY = Object.freeze({
  accessKeyId: "HSTAGOODKEY0F4TMATRX",
  secretAccessKey: "sKgoodR7vTq3ZnX5LmB2cYd8WpJf4HsGa6EuKo1N",
  securityToken: "gQpjbi1ub3J0aC00Dk7XvQ3mNzRt9LwPy2Hc5JbS8FfA4eG6uO1oTiKxWvMn",
});

/** The same key with a wrong secret. */
export const WRONG_KEY = Object.freeze({
  ...KEY,
  secretAccessKey: "sKwrongJ2bVx8QmT5LzN7cRd3WpKf6HyGa9EuSo4",
});

/** A permanent key that the service does not know. */
export const UNKNOWN_KEY = Object.freeze({
  accessKeyId: "HPUANOKEY0F4THISMTRX",
  secretAccessKey: "sKunknownZ4tBq7XnW2LmV9cYs5RpJd8HfGa3Ee6",
});

/** Secrets in headers for a proxy. */
export const PROXY = Object.freeze({
  password: "Basic cHJveHk6cHc3VnEyWG41Wm05TGI4VGM=",
  cookie: "sessionId=sSproxyP5wKt8ZbX3NvQ7mLc2RyJd6Hf",
});

const secrets = [
  ...[GOOD, STALE, ALSO_STALE, LONG],
  ...[KEY, WRONG_KEY, UNKNOWN_KEY].map(({ secretAccessKey }) => secretAccessKey),
  ...[KEY.securityToken, PROXY.password, PROXY.cookie],
];

/** A piece of this length cannot occur by chance. */
const PIECE = 16;

/** The pieces of all secrets. */
const pieces = new Set(secrets.flatMap(piecesOf));

/** @param {string} text */
function piecesOf(text) {
  const length = Math.max(0, text.length + 1 - PIECE);
  return Array.from({ length }, (_, start) => text.slice(start, start + PIECE));
}

/** So many hexadecimal digits are not an id: they are a signature, or a piece of one. */
const SIGNATURE = /[\da-f]{40}/;

/** The gateway's own words. Their last line is the hash of the body. */
const CANONICAL = /canonicalRequest:\S*/g;

/**
 * Whether a text holds a secret, a signature, or a piece of one.
 * @param {string} text
 */
export function tellsSecret(text) {
  return piecesOf(text).some((piece) => pieces.has(piece)) || SIGNATURE.test(text.replace(CANONICAL, ""));
}

/**
 * Whether a memory holds a piece of a secret. A memory with a part of it has its beginning, or most of it.
 * @param {string} text as ISO 8859-1
 */
export function holdsSecret(text) {
  return secrets.some((secret) => {
    const beginnings = [0, 1, 2].map((part) => Math.floor((part * (secret.length - PIECE)) / 2));
    return beginnings.some((start) => text.includes(secret.slice(start, start + PIECE)));
  });
}

/**
 * The sender of a request: a token, or the id of an access key.
 * @param {string | null | undefined} token
 * @param {string | null | undefined} authorization
 */
export function senderOf(token, authorization) {
  return token ?? /^SDK-HMAC-SHA256 Access=([^,\s]+)/.exec(authorization ?? "")?.[1] ?? null;
}
