//! Options, and the request or error that they become.

use super::{Asked, Request};
use crate::error::{Error, ErrorKind};
use crate::operation::get_task::GET_TASK;
use crate::operation::{COMMON, Operation};
use crate::value::Value;

mod body;
mod creation;
mod rule;

/// The input of a call with these options. The others are absent.
pub(crate) fn asked<'a>(operation: &'static Operation, given: &[(&str, Value<'a>)]) -> Asked<'a> {
    let mut names = COMMON.iter().chain(operation.options.iter().copied()).map(|option| option.name);
    Asked::new(operation, || {
        let name = names.next().unwrap();
        given.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| *value).unwrap_or_default()
    })
}

pub(crate) const USUAL: [(&str, Value<'_>); 4] = [
    ("region", Value::Text("cn-north-4")),
    ("projectId", Value::Text("p")),
    ("shareId", Value::Text("s")),
    ("taskId", Value::Text("t")),
];

/// The usual options with some changes.
fn with<'a>(changes: &[(&'a str, Value<'a>)]) -> Asked<'a> {
    asked(&GET_TASK, &[USUAL.as_slice(), changes].concat())
}

/// With an endpoint that the host's parser has normalised to this URL.
fn with_endpoint<'a>(endpoint: &'a str, url: &'a str) -> Asked<'a> {
    Asked { endpoint_url: url, ..with(&[("endpoint", Value::Text(endpoint))]) }
}

fn refusal(asked: &Asked<'_>) -> Box<Error> {
    match Request::new(asked) {
        Ok(request) => panic!("accepted: {request:?}"),
        Err(error) => {
            assert_eq!(error.kind, ErrorKind::InvalidRequest);
            assert_eq!(error.code(), "CLIENT.INVALID_REQUEST");
            assert!(error.reason.starts_with(&error.field), "{}", error.reason);
            error
        }
    }
}

fn url_of(asked: &Asked<'_>) -> String {
    Request::new(asked).map_or_else(|error| error.reason, |request| request.url)
}

#[test]
fn the_documented_request_is_made() {
    let asked = with(&[
        ("projectId", Value::Text("2b31ed520xxxxxxebedb6e57xxxxxxxx")),
        ("shareId", Value::Text("77ba6f4b-6365-4895-8dda-bc7142af4dde")),
        ("taskId", Value::Text("11abef677ac40f46644d1d5cfc2424a4")),
    ]);
    let expected = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/2b31ed520xxxxxxebedb6e57xxxxxxxx/sfs-turbo/\
                    77ba6f4b-6365-4895-8dda-bc7142af4dde/hpc-cache/task/11abef677ac40f46644d1d5cfc2424a4";
    assert_eq!(url_of(&asked), expected);
}

#[test]
fn defaults_are_those_of_the_tables() {
    let request = Request::new(&with(&[])).unwrap();
    assert_eq!(request.attempt_timeout, 20_000);
    assert_eq!(request.max_retries, 2);
    assert_eq!(request.max_response_bytes, 1_048_576);
}

#[test]
fn ids_are_percent_encoded_so_that_they_stay_one_segment() {
    let url = url_of(&with(&[("taskId", Value::Text("a/../b?c#d e%2Fé~._-"))]));
    assert!(url.ends_with("/hpc-cache/task/a%2F..%2Fb%3Fc%23d%20e%252F%C3%A9~._-"), "{url}");
}

#[test]
fn every_id_is_checked_and_named() {
    let cases = [
        (Value::Absent, "is missing: pass a string"),
        (Value::Whole(5), "must be a string, not a number"),
        (Value::Fraction, "must be a string, not a number"),
        (Value::Flag(true), "must be a string, not a boolean"),
        (Value::Date("2026-11-26T09:30:00"), "must be a string, not a date"),
        (Value::Function, "must be a string, not a function"),
        (Value::Object, "must be a string, not an object"),
        (Value::Other, "must be a string, not a symbol or a bigint"),
        (Value::Text(""), "is empty: pass a non-empty string"),
        (Value::BrokenText, "contains a lone surrogate (half of a character): remove it"),
        (Value::Text("."), "must not be . or .."),
        (Value::Text(".."), "must not be . or .."),
        (Value::Text("a\nb"), "contains a control character: remove it"),
        (Value::Text("a\u{85}b"), "contains a control character: remove it"),
        (Value::Text(" a"), "starts or ends with whitespace: remove it"),
        (Value::Text("a\u{a0}"), "starts or ends with whitespace: remove it"),
    ];
    for field in ["projectId", "shareId", "taskId"] {
        for (value, problem) in cases {
            assert_eq!(refusal(&with(&[(field, value)])).reason, format!("{field} {problem}"));
        }
    }
}

#[test]
fn an_unknown_region_suggests_similar_ones() {
    let reason = refusal(&with(&[("region", Value::Text("cn-nort-4"))])).reason;
    let near = "did you mean cn-north-4, cn-north-1, cn-north-2? Otherwise pass an endpoint";
    assert_eq!(reason, format!("region \"cn-nort-4\" is not known: {near}"));
    let reason = refusal(&with(&[("region", Value::Text("atlantis"))])).reason;
    let expected = "region \"atlantis\" is not known: pass one of the vendor's regions, such as cn-north-4, or an endpoint";
    assert_eq!(reason, expected);
}

#[test]
fn a_region_or_an_endpoint_is_required_and_the_endpoint_is_used_first() {
    assert_eq!(refusal(&with(&[("region", Value::Absent)])).field, "region");
    let both = with_endpoint("https://proxy.example", "https://proxy.example/");
    assert_eq!(url_of(&both), "https://proxy.example/v1/p/sfs-turbo/s/hpc-cache/task/t");
}

#[test]
fn an_endpoint_may_have_a_path_and_trailing_slashes() {
    let asked = with_endpoint("https://proxy.example:8443/sfs/api//", "https://proxy.example:8443/sfs/api//");
    assert_eq!(url_of(&asked), "https://proxy.example:8443/sfs/api/v1/p/sfs-turbo/s/hpc-cache/task/t");
}

#[test]
fn an_invalid_endpoint_has_an_error_that_says_what_to_do() {
    let cases = [
        ("", "", "is empty"),
        ("proxy.example", "", "is not a URL"),
        ("//evil.example", "", "must start with https:// or with one slash"),
        ("/\\evil.example", "", "must start with https:// or with one slash"),
        ("/\t/evil.example", "https://evil.example/", "contains whitespace or a control character"),
        ("https://a.exam\nple", "https://a.example/", "contains whitespace or a control character"),
        (" https://a.example", "https://a.example/", "contains whitespace or a control character"),
        ("ftp://host/", "ftp://host/", "must start with https://"),
        ("https://user@host/", "https://user@host/", "must not contain a user name"),
        ("https://user:password@host/", "https://user:password@host/", "must not contain a user name"),
        ("https://host/?a=b", "https://host/?a=b", "must not contain a query"),
        ("https://host/#a", "https://host/#a", "must not contain a query"),
    ];
    for (endpoint, url, problem) in cases {
        let error = refusal(&with_endpoint(endpoint, url));
        assert_eq!(error.field, "endpoint", "{endpoint}");
        assert!(error.reason.contains(problem), "{endpoint}: {}", error.reason);
        assert!(!error.reason.contains("user:") && !error.reason.contains("password@"), "{}", error.reason);
    }
}

#[test]
fn a_path_stays_on_the_pages_own_origin_whatever_the_parser_does() {
    let on_page = |url| Asked { page_origin: "https://console.example", ..with_endpoint("/proxy", url) };
    assert_eq!(
        url_of(&on_page("https://console.example/proxy")),
        "https://console.example/proxy/v1/p/sfs-turbo/s/hpc-cache/task/t"
    );
    for url in
        ["https://evil.example/proxy", "https://console.example.evil/", "https://console.example@evil/"]
    {
        assert_eq!(refusal(&on_page(url)).reason, "endpoint must stay on the page's own origin", "{url}");
    }
    // Without a page, no parser gives a URL for a path. If one did, it would be refused.
    assert_eq!(refusal(&with_endpoint("/proxy", "https://evil.example/")).field, "endpoint");
}

#[test]
fn plain_http_is_allowed_for_this_machine_only() {
    let url = |host: &str| format!("http://{host}/");
    for host in
        ["localhost", "localhost:80", "a.localhost", "127.0.0.1:4010", "127.9.9.9", "[::1]", "[::1]:4010"]
    {
        assert!(Request::new(&with_endpoint("http://x", &url(host))).is_ok(), "{host}");
    }
    for host in [
        "example.com",
        "127.evil.example",
        "localhost.evil.example",
        "[::2]",
        "[::1].evil",
        "10.0.0.1",
        "1.127.0.0",
    ] {
        let url = url(host);
        let error = refusal(&with_endpoint("http://x", &url));
        let reason = "endpoint would send the token unencrypted: use https, or pass allowInsecure: true";
        assert_eq!(error.reason, reason, "{host}");
        let allowed = with(&[("endpoint", Value::Text("http://x")), ("allowInsecure", Value::Flag(true))]);
        assert!(Request::new(&Asked { endpoint_url: &url, ..allowed }).is_ok());
    }
}

#[test]
fn a_number_is_whole_and_within_its_bounds() {
    for (field, least, most) in [
        ("timeout", 1, 2_147_483_647),
        ("attemptTimeout", 1, 2_147_483_647),
        ("maxRetries", 0, 10),
        ("maxResponseBytes", 1, 2_147_483_647),
    ] {
        for value in [Value::Whole(least), Value::Whole(most)] {
            assert!(Request::new(&with(&[(field, value)])).is_ok(), "{field}");
        }
        let expected = format!("{field} must be a whole number from {least} to {most}");
        for value in [
            Value::Whole(least - 1),
            Value::Whole(most + 1),
            Value::Whole(-5),
            Value::Fraction,
            Value::Text("5"),
            Value::Flag(true),
            Value::Date("2026-11-26T09:30:00"),
            Value::Object,
            Value::Other,
        ] {
            assert_eq!(refusal(&with(&[(field, value)])).reason, expected);
        }
    }
}

#[test]
fn a_flag_is_true_or_false() {
    let reason = refusal(&with(&[("allowInsecure", Value::Text("yes"))])).reason;
    assert_eq!(reason, "allowInsecure must be true or false, not a string");
}

#[test]
fn an_unknown_name_is_refused_only_if_it_seems_to_mean_an_option() {
    let unknown = |name| Asked { unknown: vec!["requestId", name], ..with(&[]) };
    let error = refusal(&unknown("project_id"));
    assert_eq!(
        (&*error.field, &*error.reason),
        ("project_id", "project_id is not an option: pass projectId")
    );
    assert!(Request::new(&unknown("status")).is_ok());
}
