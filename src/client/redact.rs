//! Removes tokens from a text: a service, or a proxy in between, may repeat the request in its answer.

use crate::text::split_at_word;

/// So many leading characters of a token are recognised. A shorter text could be an ordinary word.
const TELLING: usize = 8;

/// A match of at least this length is a token, also if other text follows.
const CERTAIN: usize = 12;

/// Replaces each token in the text with `[token]`, also a token that is cut off, because services and the core shorten long
/// messages, and a token with the escapes of a URL. If there is one with escapes, the text is returned without its escapes.
pub(super) fn redact(text: &str, tokens: &[String]) -> String {
    let redacted = redact_verbatim(text, tokens);
    if !redacted.contains('%') {
        return redacted;
    }
    let plain = without_escapes(&redacted);
    let again = redact_verbatim(&plain, tokens);
    if again == plain { redacted } else { again }
}

/// The text with the characters that the escapes of a URL stand for. Quotes keep theirs: the JavaScript host redacts JSON like this.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, after) = part.split_at_checked(2).unwrap_or(("", part));
        // A sign is not a digit, although a number may start with it.
        let code =
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16));
        match code {
            Some(Ok(code @ b' '..=b'~')) if !matches!(code, b'"' | b'\\') => plain.push(char::from(code)),
            _ => plain.extend(["%", digits]),
        }
        plain.push_str(after);
    }
    plain
}

fn redact_verbatim(text: &str, tokens: &[String]) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some(start) = tokens.iter().filter_map(|token| first(token, rest)).min() {
        let (before, found) = rest.split_at_checked(start).unwrap_or((rest, ""));
        // Tokens of one service start alike, so that the longest match is the right one.
        let Some((length, token)) = tokens.iter().map(|token| (common(token, found), token)).max() else {
            break;
        };
        // A shorter match inside other text may be a word that the token happens to start with.
        let is_token = length >= CERTAIN || length == token.len() || length == found.len();
        // Another token may start inside a match that is not a token. A token is ASCII, so that a match ends between two characters.
        let (found, after) = found.split_at_checked(if is_token { length } else { 1 }).unwrap_or((found, ""));
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
