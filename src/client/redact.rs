//! Removes tokens from a text: a service, or a proxy in between, may repeat the request in its answer.

use crate::text::split_at_word;

/// So many leading characters of a token are recognised. A shorter text could be an ordinary word.
const TELLING: usize = 8;

/// A match of at least this length is a token, also if other text follows.
const CERTAIN: usize = 12;

/// Replaces each token in the text with `[token]`, also a token that is cut off: services and the core shorten long messages.
pub(super) fn redact(text: &str, tokens: &[String]) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some(start) = tokens.iter().filter_map(|token| first(token, rest)).min() {
        let (before, found) = rest.split_at_checked(start).unwrap_or((rest, ""));
        // Tokens of one service start alike, so that the longest match is the right one.
        let Some((length, token)) = tokens.iter().map(|token| (common(token, found), token)).max() else {
            break;
        };
        // A token is ASCII, so that a match ends between two characters.
        let (found, after) = found.split_at_checked(length).unwrap_or((found, ""));
        // A shorter match inside other text may be a word that the token happens to start with.
        let is_token = length >= CERTAIN || length == token.len() || after.is_empty();
        redacted.push_str(before);
        redacted.push_str(if is_token { "[token]" } else { found });
        rest = after;
    }
    redacted.push_str(rest);
    redacted
}

/// Where the start of a token first occurs.
fn first(token: &str, text: &str) -> Option<usize> {
    split_at_word(text, token.get(..TELLING)?).map(|(before, _)| before.len())
}

/// How many leading characters a token and a text have in common.
fn common(token: &str, text: &str) -> usize {
    token.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count()
}
