//! Takes tokens out of a text: a service, or a proxy before it, may echo what it was sent.

use crate::text::split_at_word;

/// As much of the beginning of a token as gives it away; shorter text is no token, and the sentence would be garbled.
const TELLING: usize = 8;

/// The text with `[token]` for every token in it, or for as much of its beginning as stands there: services cut long
/// messages short, and so does the core.
pub(super) fn redact(text: &str, tokens: &[String]) -> String {
    tokens.iter().fold(text.to_owned(), |text, token| match token.get(..TELLING) {
        Some(beginning) => without(&text, token, beginning),
        None => text,
    })
}

fn without(text: &str, token: &str, beginning: &str) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some((before, after)) = split_at_word(rest, beginning) {
        redacted.push_str(before);
        redacted.push_str("[token]");
        let more = token.bytes().skip(TELLING).zip(after.bytes()).take_while(|(one, other)| one == other);
        // A token is ASCII, so what is equal to its bytes ends between two characters.
        rest = after.get(more.count()..).unwrap_or_default();
    }
    redacted.push_str(rest);
    redacted
}
