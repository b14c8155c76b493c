//! Options in, request or a sentence out.

use super::{Options, Request};
use crate::error::ErrorKind;
use crate::value::Value;

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn options() -> Options {
    Options {
        region: text("cn-north-4"),
        project_id: text("p"),
        share_id: text("s"),
        task_id: text("t"),
        ..Options::default()
    }
}

/// Stands for the platform's parser, on URLs that are in normal form already.
fn normal(url: &str) -> Option<String> {
    url.contains("://").then(|| url.to_owned())
}

fn refusal(options: Options) -> (Option<&'static str>, String) {
    match Request::new(options, normal) {
        Ok(request) => panic!("accepted: {request:?}"),
        Err(error) => {
            assert_eq!(error.kind, ErrorKind::InvalidRequest);
            assert_eq!(error.code, "CLIENT.INVALID_REQUEST");
            (error.field, error.reason)
        }
    }
}

fn url_of(options: Options) -> String {
    Request::new(options, normal).map_or_else(|error| error.message, |request| request.url)
}

fn with_endpoint(endpoint: &str) -> Options {
    Options { endpoint: text(endpoint), ..options() }
}

#[test]
fn the_documented_request_is_made() {
    let request = Request::new(
        Options {
            project_id: text("2b31ed520xxxxxxebedb6e57xxxxxxxx"),
            share_id: text("77ba6f4b-6365-4895-8dda-bc7142af4dde"),
            task_id: text("11abef677ac40f46644d1d5cfc2424a4"),
            ..options()
        },
        normal,
    );
    let expected = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/2b31ed520xxxxxxebedb6e57xxxxxxxx/sfs-turbo/\
                    77ba6f4b-6365-4895-8dda-bc7142af4dde/hpc-cache/task/11abef677ac40f46644d1d5cfc2424a4";
    assert_eq!(request.map(|request| request.url).as_deref(), Ok(expected));
}

#[test]
fn defaults_are_those_of_the_definitions() {
    let request = Request::new(options(), normal).unwrap();
    assert_eq!(request.attempt_timeout, 20_000.0);
    assert_eq!(request.max_retries, 2);
    assert_eq!(request.max_response_bytes, 1_048_576.0);
}

#[test]
fn ids_are_percent_encoded_so_that_none_leaves_its_segment() {
    let url = url_of(Options { task_id: text("a/../b?c#d e%2Fé~._-"), ..options() });
    assert!(url.ends_with("/hpc-cache/task/a%2F..%2Fb%3Fc%23d%20e%252F%C3%A9~._-"), "{url}");
}

#[test]
fn every_id_is_checked_and_named() {
    type Set = fn(&mut Options, Value);
    let fields: [(&str, Set); 3] = [
        ("projectId", |options, value| options.project_id = value),
        ("shareId", |options, value| options.share_id = value),
        ("taskId", |options, value| options.task_id = value),
    ];
    let cases = [
        (Value::Absent, "is missing: pass a string"),
        (Value::Number(5.0), "must be a string, not a number"),
        (Value::Flag(true), "must be a string, not a boolean"),
        (Value::Other, "must be a string, not an object or a function"),
        (text(""), "is empty: pass a string that is not"),
        (text("."), "must not be a dot segment: pass an id"),
        (text(".."), "must not be a dot segment: pass an id"),
        (text("a\nb"), "holds a control character: remove it"),
        (text("a\u{85}b"), "holds a control character: remove it"),
        (text(" a"), "starts or ends with a blank: remove it"),
        (text("a\u{a0}"), "starts or ends with a blank: remove it"),
    ];
    for (field, set) in fields {
        for (value, problem) in &cases {
            let mut options = options();
            set(&mut options, value.clone());
            assert_eq!(refusal(options), (Some(field), format!("{field} {problem}")));
        }
    }
}

#[test]
fn a_token_function_is_known_of() {
    let given = |token_function| {
        Request::new(Options { token_function, ..options() }, normal).unwrap().token_function
    };
    assert_eq!([given(true), given(false)], [true, false]);
}

#[test]
fn an_unknown_region_names_near_ones() {
    let (field, reason) = refusal(Options { region: text("cn-nort-4"), ..options() });
    assert_eq!(field, Some("region"));
    assert!(reason.starts_with("region \"cn-nort-4\" is not known: did you mean cn-north-4, "), "{reason}");
    let (_, reason) = refusal(Options { region: text("atlantis"), ..options() });
    let expected = "region \"atlantis\" is not known: pass one of the vendor's regions, such as cn-north-4, or an endpoint";
    assert_eq!(reason, expected);
}

#[test]
fn a_region_or_an_endpoint_is_needed_and_the_endpoint_goes_first() {
    assert_eq!(refusal(Options { region: Value::Absent, ..options() }).0, Some("region"));
    let both = Options { region: text("atlantis"), ..with_endpoint("https://proxy.example/") };
    assert_eq!(url_of(both), "https://proxy.example/v1/p/sfs-turbo/s/hpc-cache/task/t");
}

#[test]
fn an_endpoint_may_have_a_path_and_slashes_at_its_end() {
    let url = url_of(with_endpoint("https://proxy.example:8443/sfs/api//"));
    assert_eq!(url, "https://proxy.example:8443/sfs/api/v1/p/sfs-turbo/s/hpc-cache/task/t");
}

#[test]
fn an_endpoint_that_is_none_says_what_to_do() {
    let cases = [
        ("", "is empty"),
        ("proxy.example", "is no URL"),
        ("//evil.example", "must start with https:// or with one slash"),
        ("/\\evil.example", "must start with https:// or with one slash"),
        ("ftp://host/", "must start with https://"),
        ("https://user@host/", "must not hold a user name"),
        ("https://user:password@host/", "must not hold a user name"),
        ("https://host/?a=b", "must not hold a query"),
        ("https://host/#a", "must not hold a query"),
    ];
    for (endpoint, problem) in cases {
        let (field, reason) = refusal(with_endpoint(endpoint));
        assert_eq!(field, Some("endpoint"), "{endpoint}");
        assert!(reason.contains(problem), "{endpoint}: {reason}");
    }
    let (_, reason) = refusal(with_endpoint("https://user:password@host/"));
    assert!(!reason.contains("user:") && !reason.contains("password@"), "{reason}");
}

#[test]
fn plain_http_goes_to_this_machine_only() {
    for host in
        ["localhost", "localhost:80", "a.localhost", "127.0.0.1:4010", "127.9.9.9", "[::1]", "[::1]:4010"]
    {
        assert!(Request::new(with_endpoint(&format!("http://{host}/")), normal).is_ok(), "{host}");
    }
    let elsewhere = [
        "example.com",
        "127.evil.example",
        "localhost.evil.example",
        "[::2]",
        "[::1].evil",
        "10.0.0.1",
        "1.127.0.0",
    ];
    for host in elsewhere {
        let (field, reason) = refusal(with_endpoint(&format!("http://{host}/")));
        assert_eq!(field, Some("endpoint"));
        assert!(reason.contains("allowInsecure"), "{reason}");
        let allowed =
            Options { allow_insecure: Value::Flag(true), ..with_endpoint(&format!("http://{host}/")) };
        assert!(Request::new(allowed, normal).is_ok(), "{host}");
    }
}

#[test]
fn numbers_are_whole_and_within_their_bounds() {
    type Set = fn(&mut Options, Value);
    let fields: [(&str, Set, f64, f64); 4] = [
        ("timeout", |options, value| options.timeout = value, 1.0, 2_147_483_647.0),
        ("attemptTimeout", |options, value| options.attempt_timeout = value, 1.0, 2_147_483_647.0),
        ("maxRetries", |options, value| options.max_retries = value, 0.0, 10.0),
        ("maxResponseBytes", |options, value| options.max_response_bytes = value, 1.0, 2_147_483_647.0),
    ];
    for (field, set, least, most) in fields {
        let given = |value: Value| {
            let mut options = options();
            set(&mut options, value);
            Request::new(options, normal)
        };
        for good in [least, most] {
            assert!(given(Value::Number(good)).is_ok(), "{field} {good}");
        }
        let bad =
            [least - 1.0, most + 1.0, 1.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY].map(Value::Number);
        for bad in bad.into_iter().chain([text("5"), Value::Flag(true), Value::Other]) {
            let expected = format!("{field} must be a whole number from {least} to {most}");
            assert_eq!(given(bad).map_err(|error| error.reason), Err(expected));
        }
    }
}

#[test]
fn allow_insecure_is_a_boolean() {
    let refused = refusal(Options { allow_insecure: text("false"), ..options() });
    assert_eq!(refused, (Some("allowInsecure"), "allowInsecure must be true or false, not a string".into()));
}

#[test]
fn an_error_before_sending_has_no_answer() {
    let error = Request::new(Options::default(), normal).unwrap_err();
    assert_eq!((error.http_status, error.request_id), (None, None));
}
