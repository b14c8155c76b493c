//! The base URL of a request: the host of a region, or the caller's endpoint.

use crate::error::Error;
use crate::request::rule::required_text;
use crate::request::sign_in::SignIn;
use crate::request::{Asked, region};
use crate::text::{Sentence, beginning, has, owned, split_at_word};
use crate::value::Value;

/// The start of every URL, without a slash at the end. An endpoint is used before a region.
#[inline(never)]
pub(super) fn resolve(asked: &Asked<'_>) -> Result<String, Box<Error>> {
    let (region, endpoint) = (asked.value("region"), asked.value("endpoint"));
    if !matches!(endpoint, Value::Absent) {
        let problem = problem(required_text("endpoint", endpoint)?, asked);
        if !problem.is_empty() {
            return Err(Error::of_argument("endpoint", problem));
        }
        let mut url = asked.endpoint_url;
        while let Some(shorter) = url.strip_suffix('/') {
            url = shorter;
        }
        return Ok(owned(url));
    }
    if asked.sign_in == SignIn::Nothing {
        return Err(Error::of_argument("token", "is null, so pass an endpoint: a proxy that adds the token"));
    }
    if matches!(region, Value::Absent) {
        let problem = "is missing: pass a region such as cn-north-4, or an endpoint";
        return Err(Error::of_argument("region", problem));
    }
    let name = required_text("region", region)?;
    region::endpoint(name).ok_or_else(|| unknown_region(name))
}

/// What is wrong with the caller's endpoint, if anything.
#[inline(never)]
fn problem(text: &str, asked: &Asked<'_>) -> &'static str {
    // A path on the page's own origin: with two slashes, or with a backslash, it would be another host.
    if text.starts_with("//") || text.starts_with("/\\") {
        return "must start with https:// or with one slash";
    }
    // A URL parser removes tabs and line breaks, so that the request could go to another URL than the checked one.
    if has(text, char::is_control) || has(text, char::is_whitespace) {
        return "contains whitespace or a control character: remove it";
    }
    let url = asked.endpoint_url;
    let Some((scheme, rest)) = split_at_word(url, "://") else {
        return "is not a URL: pass https://host, or in a browser a path such as /proxy";
    };
    // Whatever the parser makes of a path, the token must stay on the page's own origin.
    let on_page = url.strip_prefix(asked.page_origin).is_some_and(|rest| rest.starts_with('/'));
    if text.starts_with('/') && !on_page {
        return "must stay on the page's own origin";
    }
    let authority = split_at_word(rest, "/").map_or(rest, |(authority, _)| authority);
    if split_at_word(authority, "@").is_some() {
        return "must not contain a user name or a password: pass the token in option token";
    }
    if split_at_word(url, "?").or_else(|| split_at_word(url, "#")).is_some() {
        return "must not contain a query or a fragment: remove it";
    }
    match scheme {
        "https" => "",
        "http" if matches!(asked.value("allowInsecure"), Value::Flag(true)) || is_loopback(authority) => "",
        "http" => "would send the token unencrypted: use https, or pass allowInsecure: true",
        _ => "must start with https://",
    }
}

/// Whether a normalised host, with or without a port, is this machine.
fn is_loopback(authority: &str) -> bool {
    // An IPv6 address has its own colons, inside brackets.
    if authority.starts_with('[') {
        return authority == "[::1]" || authority.starts_with("[::1]:");
    }
    let host = split_at_word(authority, ":").map_or(authority, |(host, _)| host);
    let numeric = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    host == "localhost" || host.ends_with(".localhost") || (numeric && host.starts_with("127."))
}

#[cold]
#[inline(never)]
fn unknown_region(name: &str) -> Box<Error> {
    let mut problem = Sentence::new("\"");
    problem.add(beginning(name, 64)).add("\" is not known: ");
    if !region::add_near(&mut problem, name) {
        problem.add("pass one of the vendor's regions, such as cn-north-4, or an endpoint");
    }
    Error::of_argument("region", &problem.text)
}
