//! Builds the URL of a request: the operation's path with its options, and the query.

use crate::operation::{Need, Place};
use crate::request::Asked;
use crate::text::Sentence;
use crate::value::Value;

/// A URL with the usual ids has 150 characters. Reserving space at once is faster than growing piece by piece.
const USUAL_LENGTH: usize = 256;

/// The URL for checked options.
#[inline(never)]
pub(super) fn of(base: &str, asked: &Asked<'_>) -> String {
    let mut url = Sentence { text: String::with_capacity(USUAL_LENGTH) };
    url.add(base).fill_with(asked.operation.path, asked, encode);
    let mut mark = "?";
    for (option, value) in &asked.options {
        let Place::Query(name) = option.place else { continue };
        let value = match (value, option.need) {
            (Value::Absent, Need::Default(number)) => Value::Whole(number.into()),
            (Value::Absent, _) => continue,
            (value, _) => *value,
        };
        encode(url.add(mark).add(name).add("="), &value.text_or_digits());
        mark = "&";
    }
    url.text
}

/// Adds a text, percent-encoded. RFC 3986's unreserved characters stay unchanged.
///
/// The crate percent-encoding uses a table of 256 texts for this, which is two percent of the download.
#[inline(never)]
fn encode<'a>(url: &'a mut Sentence, text: &str) -> &'a mut Sentence {
    for byte in text.bytes() {
        add_encoded(url, byte);
    }
    url
}

/// Adds one byte of a text, percent-encoded.
#[inline(never)]
pub(super) fn add_encoded(url: &mut Sentence, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| char::from(DIGITS.get(usize::from(half)).copied().unwrap_or_default());
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
        url.text.push(char::from(byte));
    } else {
        url.text.push('%');
        url.text.push(digit(byte >> 4));
        url.text.push(digit(byte & 15));
    }
}
