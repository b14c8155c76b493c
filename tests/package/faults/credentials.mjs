// The tokens of the fault matrix: each is like no other text, so that finding a piece of it anywhere means that it leaked.
// @ts-check

/** The one token that the service takes. */
export const GOOD = "MIIEgoodQ7xKp2VnR9sLw4Tz8HbYc3Jd6Mf1";

/** A token that the service refuses. */
export const STALE = "MIIEstaleU5rGk8ZqA1mXe7Pv3NoDh9Wt2Bj";

/** Another one that it refuses. */
export const ALSO_STALE = "MIIEalsoF4yCs6LiO0uJn2Ra5VkQg8Ez7Hx";

/** As long as IAM's tokens are, several kilobytes, of which no piece repeats. */
export const LONG = `MIIElong${Array.from({ length: 800 }, (_, index) => (index * 7919 + 100_003).toString(36)).join("/")}`;

export const tokens = [GOOD, STALE, ALSO_STALE, LONG];

/** A piece this long is no accident. */
const PIECE = 16;

/**
 * Whether a text holds a token, or a piece of one.
 * @param {string} text
 */
export function tellsToken(text) {
  return tokens.some((token) => {
    for (let start = 0; start + PIECE <= token.length; start += 1) {
      if (text.includes(token.slice(start, start + PIECE))) return true;
    }
    return false;
  });
}
