//! The texts that are signed: SDK-HMAC-SHA256, as the vendor publishes it (devg-apisign, api-sign-algorithm-002 to 005).
//!
//! The host hashes and signs. The secret and the security token never enter the core: the canonical request has a gap for the
//! token, and ends where the hash of the body follows.

use crate::error::{Error, ErrorKind};
use crate::request::Asked;
use crate::request::url::add_encoded;
use crate::text::{Parts, Sentence, has, owned, split_at_word};

/// The header with the time of the signature.
pub const DATE_HEADER: &str = "X-Sdk-Date";
/// The header with the project of the request.
pub const PROJECT_HEADER: &str = "X-Project-Id";

/// What a host needs to sign a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// The value of [`DATE_HEADER`].
    pub date: String,
    /// The value of [`PROJECT_HEADER`].
    pub project: String,
    /// The canonical request up to the security token; if there is none, up to the end of the headers.
    pub head: String,
    /// The canonical request from there up to the hash of the body.
    pub tail: String,
    /// The text to sign, up to the hash of the canonical request.
    pub text: String,
    /// The header `Authorization` up to the id of the key, and from there up to the signature.
    pub authorization: [String; 2],
}

/// The signature data for a request to a URL from [`super::url`].
pub(crate) fn of(url: &str, asked: &Asked<'_>) -> Result<Signature, Box<Error>> {
    let date = compact(asked.time);
    if date.is_empty() {
        let problem = "the clock of this page or process gives no valid time, which a signature needs";
        return Err(Error::of_client(ErrorKind::Runtime, owned(problem)));
    }
    let project = asked.value("projectId").text().unwrap_or_default();
    if has(project, |character| !character.is_ascii_graphic()) {
        let problem = "must be visible ASCII without spaces: a signed request sends it in a header";
        return Err(Error::of_argument("projectId", problem));
    }
    let rest = split_at_word(url, "://").map_or(url, |(_, rest)| rest);
    let (rest, query) = split_at_word(rest, "?").unwrap_or((rest, ""));
    let (host, path) = split_at_word(rest, "/").unwrap_or((rest, ""));
    let mut head = Sentence::new(asked.operation.method);
    head.add("\n/");
    add_normal_path(&mut head, path);
    head.add("/\n");
    add_sorted(&mut head, query);
    head.add("\ncontent-type:").add(asked.operation.content_type).add("\nhost:").add(host);
    head.add("\nx-project-id:").add(project).add("\nx-sdk-date:").add(&date).add("\n");
    let mut names = Sentence::new("content-type;host;x-project-id;x-sdk-date");
    let mut tail = Sentence::default();
    if asked.security_token {
        head.add("x-security-token:");
        names.add(";x-security-token");
        tail.add("\n");
    }
    tail.add("\n").add(&names.text).add("\n");
    let mut text = Sentence::new("SDK-HMAC-SHA256\n");
    text.add(&date).add("\n");
    let mut middle = Sentence::new(", SignedHeaders=");
    middle.add(&names.text).add(", Signature=");
    Ok(Signature {
        date,
        project: owned(project),
        head: head.text,
        tail: tail.text,
        text: text.text,
        authorization: [owned("SDK-HMAC-SHA256 Access="), middle.text],
    })
}

/// `20260102T030405Z` for `2026-01-02T03:04:05`; `""` if there is no time.
fn compact(time: &str) -> String {
    let mut compact = String::new();
    for byte in time.bytes() {
        if !matches!(byte, b'-' | b':') {
            compact.push(char::from(byte));
        }
    }
    if !compact.is_empty() {
        compact.push('Z');
    }
    compact
}

/// A path as the gateway reads it: decoded and encoded again, because the host's URL parser leaves some characters unchanged.
fn add_normal_path(sentence: &mut Sentence, path: &str) {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let mut byte = *first;
        if let (b'%', [high, low, after @ ..]) = (byte, after)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            rest = after;
            byte = (high * 16 + low) as u8;
        } else if byte == b'/' {
            sentence.add("/");
            continue;
        }
        add_encoded(sentence, byte);
    }
}

/// The parts of a query in order: the smallest, then the smallest of the larger ones, and so on. No name occurs twice.
fn add_sorted(sentence: &mut Sentence, query: &str) {
    let mut last = "";
    loop {
        let mut next = "";
        for part in Parts::of(query, "&") {
            if part > last && (next.is_empty() || part < next) {
                next = part;
            }
        }
        if next.is_empty() {
            return;
        }
        sentence.add(if last.is_empty() { "" } else { "&" }).add(next);
        last = next;
    }
}

#[cfg(test)]
mod tests;
