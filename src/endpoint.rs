//! Where to ask: a region's host, or an endpoint of the caller's own.

use crate::error::Error;
use crate::region;
use crate::request::required_text;
use crate::text::{beginning, concat, split_at_word};
use crate::value::Value;

/// The start of every URL, without a slash at its end.
///
/// An endpoint goes before a region, so that shared options can name a region and one call can go elsewhere.
pub(crate) fn resolve(
    region: Value,
    endpoint: Value,
    allow_insecure: bool,
    parse_url: impl FnOnce(&str) -> Option<String>,
) -> Result<String, Box<Error>> {
    if endpoint != Value::Absent {
        return own(&required_text("endpoint", endpoint)?, allow_insecure, parse_url)
            .map_err(|problem| Error::of_argument("endpoint", problem));
    }
    if region == Value::Absent {
        return Err(Error::of_argument(
            "region",
            "is missing: pass a region such as cn-north-4, or an endpoint",
        ));
    }
    let name = required_text("region", region)?;
    region::endpoint(&name).ok_or_else(|| unknown_region(&name))
}

fn own(
    text: &str,
    allow_insecure: bool,
    parse_url: impl FnOnce(&str) -> Option<String>,
) -> Result<String, &'static str> {
    const NO_URL: &str = "is no URL: pass https://host, or in a browser a path such as /proxy";
    // A path of the page's own: with two slashes, or with a backslash for one, it would name another host.
    if text.starts_with("//") || text.starts_with("/\\") {
        return Err("must start with https:// or with one slash");
    }
    // A URL parser drops tabs and line breaks wherever they stand, so that what follows is not what was checked.
    if text.contains(|character: char| character.is_control() || character.is_whitespace()) {
        return Err("holds a blank or a control character: remove it");
    }
    let url = parse_url(text).ok_or(NO_URL)?;
    let (scheme, rest) = split_at_word(&url, "://").ok_or(NO_URL)?;
    let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
    if authority.contains('@') {
        return Err("must not hold a user name or a password: pass the token as token");
    }
    if url.contains(['?', '#']) {
        return Err("must not hold a query or a fragment: remove it");
    }
    match scheme {
        "https" => {}
        "http" if allow_insecure || is_loopback(authority) => {}
        "http" => return Err("would send the token unencrypted: use https, or pass allowInsecure: true"),
        _ => return Err("must start with https://"),
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Whether a normalised host, with or without a port, is this machine.
fn is_loopback(authority: &str) -> bool {
    // An IPv6 address has colons of its own, inside brackets.
    if authority.starts_with('[') {
        return authority == "[::1]" || authority.starts_with("[::1]:");
    }
    let host = authority.split(':').next().unwrap_or_default();
    let numeric = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    host == "localhost" || host.ends_with(".localhost") || (numeric && host.starts_with("127."))
}

#[cold]
#[inline(never)]
fn unknown_region(name: &str) -> Box<Error> {
    let near = region::near(name);
    let hint = if near.is_empty() {
        "pass one of the vendor's regions, such as cn-north-4, or an endpoint".to_owned()
    } else {
        concat(&["did you mean ", &near, "? Else pass an endpoint"])
    };
    Error::of_argument("region", &concat(&["\"", beginning(name, 64), "\" is not known: ", &hint]))
}
