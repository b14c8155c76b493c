//! Calls against a scripted host: the requests, the pauses and the result.

use super::event::{Event, Fault, Happened};
use super::next;
use super::step::{History, Step};
use crate::answer::error_body::{Body, NAMES};
use crate::answer::tests::answer;
use crate::error::{Error, ErrorKind};
use crate::operation::create_task::CREATE_TASK;
use crate::operation::delete_task::DELETE_TASK;
use crate::operation::get_task::GET_TASK;
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::request::tests::{USUAL, asked};
use crate::value::Value;

mod faults;
mod fleet;
mod follow;
mod history;
mod removal;
mod signing;

fn refusal(status: u16) -> Happened<'static> {
    Happened::Answered(answer(status, Body::Text("")))
}

/// A refusal with a code of the service.
fn coded(status: u16, code: &'static str) -> Happened<'static> {
    let values = NAMES.map(|name| if name == "errCode" { Value::Text(code) } else { Value::Absent });
    Happened::Answered(answer(status, Body::Object(values.into())))
}

/// The task is not there.
fn gone() -> Happened<'static> {
    coded(400, "SFS.TURBO.0106")
}

fn network(code: &'static str) -> Happened<'static> {
    Happened::Fault(Fault::Network { code, words: "", in_page: false })
}

fn get_task() -> Asked<'static> {
    asked(&GET_TASK, &USUAL)
}

fn with_function() -> Asked<'static> {
    Asked { sign_in: SignIn::TokenFunction, ..get_task() }
}

fn create_task() -> Asked<'static> {
    let own = [("type", Value::Text("export")), ("srcTarget", Value::Text("d"))];
    asked(&CREATE_TASK, &[&USUAL[..3], &own].concat())
}

fn delete_task() -> Asked<'static> {
    asked(&DELETE_TASK, &USUAL)
}

/// What the core returns after each event. It stops at the first failure or after the last event.
fn steps(
    asked: &Asked<'_>,
    events: &[Happened<'_>],
    mut remaining: f64,
) -> (Vec<String>, Option<Box<Error>>) {
    let mut said = Vec::new();
    let mut history = History::default();
    for happened in [Happened::Begun].iter().chain(events) {
        let event =
            Event { happened: happened.clone(), history, remaining, random: 0.5, interval: Value::Absent };
        match next(asked, &event) {
            Step::AskCredentials { history: new, refused, .. } => {
                history = new;
                said.push(if refused { "renew".into() } else { "ask".into() });
            }
            Step::SignAgain { history: new, skew, fault } => {
                assert_eq!(fault.kind, ErrorKind::Unauthenticated);
                history = new;
                said.push(format!("sign {skew}"));
            }
            Step::Send { history: new, .. } => {
                history = new;
                said.push("send".into());
            }
            Step::Pause { history: new, milliseconds, hidden_milliseconds, fault, .. } => {
                assert_eq!((hidden_milliseconds, fault.is_some()), (milliseconds, true));
                history = new;
                remaining -= milliseconds;
                said.push(format!("pause {milliseconds}"));
            }
            Step::Give => said.push("give".into()),
            Step::Fail(error) => return (said, Some(error)),
        }
    }
    (said, None)
}

fn failure(asked: &Asked<'_>, events: &[Happened<'_>]) -> Box<Error> {
    steps(asked, events, 1e9).1.unwrap()
}

#[test]
fn a_temporary_failure_is_retried_after_a_pause() {
    let events = [refusal(503), Happened::Paused, network("ECONNRESET"), Happened::Paused];
    let (said, error) = steps(&get_task(), &events, 1e9);
    assert_eq!(said, ["send", "pause 125", "send", "pause 250", "send"]);
    assert!(error.is_none());
}

#[test]
fn the_last_failure_is_the_error_when_there_are_no_retries_left() {
    let events = [refusal(503), Happened::Paused, refusal(503), Happened::Paused, refusal(500)];
    let error = failure(&get_task(), &events);
    assert_eq!(
        error.message,
        "getTask: the service is unavailable for task t: HTTP.500 (HTTP 500, request id r)"
    );
}

#[test]
fn a_permanent_failure_is_not_retried() {
    for status in [400, 401, 403, 404, 409, 302, 204] {
        let (said, error) = steps(&get_task(), &[refusal(status)], 1e9);
        assert_eq!((said, error.is_some()), (vec!["send".to_owned()], true), "{status}");
    }
}

#[test]
fn a_pause_that_is_longer_than_the_call_is_not_started() {
    let (said, error) = steps(&get_task(), &[refusal(503)], 125.0);
    assert_eq!(said, ["send"]);
    assert_eq!(error.unwrap().kind, ErrorKind::Unavailable);
    assert_eq!(steps(&get_task(), &[refusal(503)], 125.1).0, ["send", "pause 125"]);
}

#[test]
fn the_pause_that_the_service_requests_is_kept_or_the_call_fails() {
    let throttled =
        Happened::Answered(crate::answer::Answer { retry_after: 30_000.0, ..answer(429, Body::Text("")) });
    assert_eq!(steps(&get_task(), std::slice::from_ref(&throttled), 60_000.0).0, ["send", "pause 30000"]);
    assert_eq!(steps(&get_task(), &[throttled], 30_000.0).1.unwrap().kind, ErrorKind::Throttled);
}

#[test]
fn an_attempt_that_takes_too_long_is_retried_and_then_a_timeout() {
    let late = || Happened::Fault(Fault::AttemptTimeout);
    let error = failure(&get_task(), &[late(), Happened::Paused, late(), Happened::Paused, late()]);
    assert_eq!((error.kind, error.code()), (ErrorKind::Timeout, "CLIENT.TIMEOUT"));
    assert_eq!(error.message, "getTask: no answer for task t within 20000 ms (attemptTimeout)");
}

#[test]
fn the_error_of_an_expired_call_says_how_long_it_was() {
    let error = failure(&get_task(), &[Happened::CallTimeout]);
    assert_eq!(error.message, "getTask: no answer for task t within 60000 ms (timeout)");
    let asked = asked(&GET_TASK, &[USUAL.as_slice(), &[("timeout", Value::Whole(30))]].concat());
    assert_eq!(
        failure(&asked, &[Happened::CallTimeout]).message,
        "getTask: no answer for task t within 30 ms (timeout)"
    );
}

#[test]
fn a_token_function_is_called_before_the_first_request() {
    let (said, error) = steps(&with_function(), &[Happened::CredentialsGiven], 1e9);
    assert_eq!((said, error), (vec!["ask".to_owned(), "send".to_owned()], None));
}

#[test]
fn a_refused_token_is_renewed_once() {
    let events = [Happened::CredentialsGiven, refusal(401), Happened::CredentialsGiven, refusal(401)];
    let (said, error) = steps(&with_function(), &events, 1e9);
    assert_eq!(said, ["ask", "send", "renew", "send"]);
    assert_eq!(error.unwrap().kind, ErrorKind::Unauthenticated);
}

#[test]
fn without_another_token_the_call_ends_with_the_401() {
    let no_token = Happened::NoCredentials {
        problem: "function failed: see cause",
        answer: Some(answer(401, Body::Text(""))),
    };
    let (said, error) = steps(&with_function(), &[Happened::CredentialsGiven, refusal(401), no_token], 1e9);
    assert_eq!(said, ["ask", "send", "renew"]);
    assert_eq!(
        error.unwrap().message,
        "getTask: the token was refused for task t: HTTP.401 (HTTP 401, request id r)"
    );
}

#[test]
fn a_token_function_that_fails_ends_the_call_before_a_request() {
    let no_token = Happened::NoCredentials { problem: "function failed: see cause", answer: None };
    let (said, error) = steps(&with_function(), &[no_token], 1e9);
    let error = error.unwrap();
    assert_eq!(said, ["ask"]);
    assert_eq!(
        (error.kind, error.code(), &*error.field),
        (ErrorKind::NoCredentials, "CLIENT.NO_CREDENTIALS", "")
    );
    assert_eq!(error.message, "getTask: the token function failed: see cause");
}

#[test]
fn a_request_that_may_act_twice_is_retried_only_if_it_cannot_have_acted() {
    for happened in [refusal(429), network("ECONNREFUSED"), network("ENOTFOUND")] {
        assert_eq!(steps(&create_task(), &[happened], 1e9).0.len(), 2);
    }
    let doubt = "; the task may exist: list the tasks before you create it again";
    for happened in [refusal(503), network("ECONNRESET"), network(""), Happened::Fault(Fault::AttemptTimeout)]
    {
        let (said, error) = steps(&create_task(), &[happened], 1e9);
        let error = error.unwrap();
        assert_eq!(said, ["send"]);
        assert!(!error.retryable && error.message.ends_with(doubt), "{}", error.message);
    }
    let (_, error) = steps(&create_task(), &[Happened::CallTimeout], 1e9);
    assert!(!error.unwrap().retryable);
    let paused = [refusal(429), Happened::CallTimeout];
    assert!(failure(&create_task(), &paused).retryable, "the request before the pause was refused");
    // The service received the request, and its answer is lost.
    let error = failure(&create_task(), &[refusal(202)]);
    assert_eq!(error.kind, ErrorKind::InvalidResponse);
    assert!(error.message.ends_with(doubt), "{}", error.message);
}

#[test]
fn a_wrong_option_fails_before_anything_else() {
    let error = failure(&asked(&GET_TASK, &USUAL[..3]), &[]);
    assert_eq!(error.message, "getTask: taskId is missing: pass a string");
    assert_eq!(error.field, "taskId");
}
