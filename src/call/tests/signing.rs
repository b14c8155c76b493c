//! Calls that sign: which requests are signed again, which are not, and their errors.

use super::{failure, get_task, refusal, steps};
use crate::answer::Answer;
use crate::answer::error_body::{Body, NAMES};
use crate::answer::tests::answer;
use crate::call::event::{Event, Happened};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::error::ErrorKind;
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::value::Value;

fn signing() -> Asked<'static> {
    Asked { sign_in: SignIn::AccessKey, time: "2026-01-02T03:04:05", ..get_task() }
}

/// The gateway's refusal of a signature, with this text after `Incorrect IAM authentication information: `.
fn refused(words: &'static str) -> Answer<'static> {
    let values = NAMES.map(|name| match name {
        "error_code" => Value::Text("APIGW.0301"),
        "error_msg" => Value::Text(words),
        _ => Value::Absent,
    });
    Answer { signed: "x-sdk-date:20260102T030405Z\n", ..answer(401, Body::Object(values.into())) }
}

const BEHIND: &str = "signature expired, signature time:20260102T030405Z,server time:20260102T032005Z";
const AHEAD: &str = "signature expired, signature time:20260102T030405Z,server time:20260102T024805Z";
const ALMOST: &str = "signature expired, signature time:20260102T030405Z,server time:20260102T030905Z";

#[test]
fn a_request_is_signed_and_one_with_a_token_is_not() {
    for (sign_in, signs) in [
        (SignIn::Token, false),
        (SignIn::TokenFunction, false),
        (SignIn::AccessKey, true),
        (SignIn::AccessKeyFunction, true),
    ] {
        let asked = Asked { sign_in, ..signing() };
        let event = Event {
            happened: Happened::CredentialsGiven,
            history: History::default(),
            remaining: 1e9,
            random: 0.5,
            interval: Value::Absent,
        };
        match next(&asked, &event) {
            Step::Send { signature, .. } => assert_eq!(signature.is_some(), signs, "{sign_in:?}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_request_with_a_wrong_clock_is_signed_again_once() {
    for (words, skew) in [(BEHIND, "sign 960000"), (AHEAD, "sign -960000")] {
        let events = [
            Happened::Answered(refused(words)),
            Happened::CredentialsGiven,
            Happened::Answered(refused(words)),
        ];
        let (said, error) = steps(&signing(), &events, 1e9);
        assert_eq!(said, ["send", skew, "send"]);
        assert_eq!(error.unwrap().kind, ErrorKind::Unauthenticated);
    }
}

#[test]
fn a_message_about_another_request_does_not_set_the_clock() {
    for signed in ["x-sdk-date:20260102T030406Z\n", ""] {
        let event = Happened::Answered(Answer { signed, ..refused(BEHIND) });
        let (said, _) = steps(&signing(), &[event], 1e9);
        assert_eq!(said, ["send"]);
    }
}

#[test]
fn no_other_refused_signature_is_retried() {
    for words in [ALMOST, "ak AAAA not exist", "AK access failed to reach the limit,forbidden.", ""] {
        let (said, error) = steps(&signing(), &[Happened::Answered(refused(words))], 1e9);
        assert_eq!(said, ["send"], "{words}");
        assert_eq!(error.unwrap().kind, ErrorKind::Unauthenticated);
    }
    let (said, _) = steps(&signing(), &[refusal(403)], 1e9);
    assert_eq!(said, ["send"]);
}

#[test]
fn a_key_function_is_called_once_and_not_again_after_a_refusal() {
    let asked = Asked { sign_in: SignIn::AccessKeyFunction, ..signing() };
    let events = [Happened::CredentialsGiven, Happened::Answered(refused("ak AAAA not exist"))];
    let (said, error) = steps(&asked, &events, 1e9);
    assert_eq!(said, ["ask", "send"]);
    assert_eq!(error.unwrap().code, "APIGW.0301");
    let problem = "function gave no secretAccessKey";
    let error = failure(&asked, &[Happened::NoCredentials { problem, answer: None }]);
    assert_eq!(error.message, "getTask: the credentials function gave no secretAccessKey");
    assert_eq!(error.kind, ErrorKind::NoCredentials);
}

#[test]
fn an_error_says_how_wrong_the_clock_is() {
    let event = Happened::Answered(refused(BEHIND));
    let error = failure(&signing(), &[event.clone(), Happened::CredentialsGiven, event]);
    assert_eq!(
        error.message,
        format!(
            "getTask: the signature was refused for task t: APIGW.0301 {BEHIND}; the clock that signed the request is 960 s \
             behind the service's (HTTP 401, request id r)"
        )
    );
}

/// The end of the sentence about a mismatch between the read and the signed request.
fn difference(read: &'static str, signed: &'static str) -> String {
    let event = Happened::Answered(Answer { signed, ..refused(read) });
    let message = failure(&signing(), &[event]).message;
    let (_, advice) = message.rsplit_once("; ").unwrap();
    advice.replace(" (HTTP 401, request id r)", "")
}

#[test]
fn an_error_says_in_which_line_the_gateway_read_another_request_than_was_signed() {
    let signed = "GET\n/v1/\n\nhost:a\nx-sdk-date:1\n\nhost;x-sdk-date\ne3b0";
    let read =
        "verify aksk signature fail, canonicalRequest:GET|/v1/||host:b|x-sdk-date:1||host;x-sdk-date|e3b0";
    assert_eq!(
        difference(read, signed),
        "the gateway read \"host:b\", but \"host:a\" was signed: a proxy may have changed it"
    );
    let read =
        "verify aksk signature fail, canonicalRequest:GET|/v1/||host:a|x-sdk-date:1||host;x-sdk-date|e3b0";
    assert_eq!(difference(read, signed), "the gateway read what was signed: check secretAccessKey");
    let read = "canonicalRequest:GET|/v1/||host:a|x-sdk-date:1||host;x-sdk-date|e3b0|more";
    assert_eq!(
        difference(read, signed),
        "the gateway read \"more\", but \"\" was signed: a proxy may have changed it"
    );
}

#[test]
fn a_proxy_that_adds_the_token_needs_an_endpoint() {
    let asked = Asked { sign_in: SignIn::Nothing, ..get_task() };
    let error = failure(&asked, &[]);
    assert_eq!(
        (&*error.field, &*error.reason),
        ("token", "token is null, so pass an endpoint: a proxy that adds the token")
    );
}

#[test]
fn without_a_token_the_error_does_not_say_that_a_token_was_refused() {
    let mut asked = crate::request::tests::asked(
        &crate::operation::get_task::GET_TASK,
        &[
            ("endpoint", Value::Text("/p")),
            ("projectId", Value::Text("p")),
            ("shareId", Value::Text("s")),
            ("taskId", Value::Text("t")),
        ],
    );
    asked.endpoint_url = "https://a.example/p";
    asked.page_origin = "https://a.example";
    asked.sign_in = SignIn::Nothing;
    asked.no_cookies = true;
    let cookies =
        "; no cookies were sent: pass fetchOptions: { credentials: \"same-origin\" } if the proxy needs them";
    assert_eq!(
        failure(&asked, &[refusal(401)]).message,
        format!("getTask: access was refused for task t: HTTP.401{cookies} (HTTP 401, request id r)")
    );
    assert_eq!(
        failure(&asked, &[refusal(302)]).message,
        format!(
            "getTask: the answer for task t is not a task: it is a redirect, and redirects are not \
             followed{cookies} (HTTP 302, request id r)"
        )
    );
}

#[test]
fn a_call_that_does_not_sign_sets_no_clock() {
    let (said, error) = steps(&get_task(), &[Happened::Answered(refused(BEHIND))], 1e9);
    assert_eq!(said, ["send"]);
    assert_eq!(error.unwrap().kind, ErrorKind::Unauthenticated);
}

#[test]
fn what_was_signed_is_compared_with_all_that_the_gateway_has_read() {
    let path = "a".repeat(600);
    let read = format!("verify aksk signature fail, canonicalRequest:GET|/{path}/|b");
    let signed = format!("GET\n/{path}/\nc");
    let values = NAMES.map(|name| if name == "error_msg" { Value::Text(&read) } else { Value::Absent });
    let refused = Answer { signed: &signed, ..answer(401, Body::Object(values.into())) };
    let message = failure(&signing(), &[Happened::Answered(refused)]).message;
    let advice = "the gateway read \"b\", but \"c\" was signed: a proxy may have changed it";
    assert!(message.contains(advice), "{message}");
}
