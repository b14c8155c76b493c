//! Takes tokens out of a text: a service, or a proxy before it, may echo what it was sent.

use crate::text::split_at_word;

/// As much of the beginning of a token as gives it away; shorter text is no token, and the sentence would be garbled.
const TELLING: usize = 8;

/// So many characters of a token are one, also where other text follows.
const CERTAIN: usize = 12;

/// The text with `[token]` for every token in it, or for as much of its beginning as stands there: services cut long
/// messages short, and so does the core.
pub(super) fn redact(text: &str, tokens: &[String]) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some(start) = tokens.iter().filter_map(|token| first(token, rest)).min() {
        let (before, found) = rest.split_at_checked(start).unwrap_or((rest, ""));
        // Tokens of one service begin alike, so that the one which goes on longest is the one that stands there.
        let Some((length, token)) = tokens.iter().map(|token| (common(token, found), token)).max() else {
            break;
        };
        // A token is ASCII, so what is equal to its bytes ends between two characters.
        let (found, after) = found.split_at_checked(length).unwrap_or((found, ""));
        // Fewer characters amid other text are a word that the token happens to begin with.
        let is_token = length >= CERTAIN || length == token.len() || after.is_empty();
        redacted.push_str(before);
        redacted.push_str(if is_token { "[token]" } else { found });
        rest = after;
    }
    redacted.push_str(rest);
    redacted
}

/// Where a token begins first.
fn first(token: &str, text: &str) -> Option<usize> {
    split_at_word(text, token.get(..TELLING)?).map(|(before, _)| before.len())
}

/// How much of a token a text begins with.
fn common(token: &str, text: &str) -> usize {
    token.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count()
}
