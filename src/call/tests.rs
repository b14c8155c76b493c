//! Calls against a scripted host: what was sent, what was waited, what came of it.

use core::cell::{Cell, RefCell};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;

use super::{Fault, Host, run};
use crate::answer::tests::{answer, request};
use crate::answer::{Answer, Found};
use crate::body::Body;
use crate::error::{Error, ErrorKind};
use crate::request::Request;
use serde_json::{Value, json};

/// Answers from a script, never waits, and writes down what it was asked.
#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<Result<Answer<Value>, Fault>>>,
    tokens: RefCell<VecDeque<String>>,
    token: RefCell<String>,
    seen: RefCell<Vec<String>>,
    remaining: Cell<f64>,
}

impl Host for Script {
    type Json = Value;

    async fn token(&self, refused: bool) -> Result<(), String> {
        self.seen.borrow_mut().push(format!("token? {refused}"));
        let fresh = self.tokens.borrow_mut().pop_front().ok_or("function failed: see cause")?;
        self.token.replace(fresh);
        Ok(())
    }

    async fn send(&self, request: &Request) -> Result<Answer<Value>, Fault> {
        self.seen.borrow_mut().push(format!("{} {}", request.url, self.token.borrow()));
        self.answers.borrow_mut().pop_front().unwrap_or(Err(Fault::Stopped))
    }

    async fn pause(&self, milliseconds: f64) {
        self.seen.borrow_mut().push(format!("pause {milliseconds}"));
        self.remaining.set(self.remaining.get() - milliseconds);
    }

    fn remaining(&self) -> f64 {
        self.remaining.get()
    }

    fn random(&self) -> f64 {
        0.5
    }
}

const URL: &str = "https://host/v1/p/sfs-turbo/s/hpc-cache/task/t";

fn refusal(status: u16) -> Result<Answer<Value>, Fault> {
    Ok(answer(status, Body::Text(String::new())))
}

fn task() -> Result<Answer<Value>, Fault> {
    Ok(answer(200, Body::Json(json!({ "task_id": "t", "status": "DOING" }))))
}

/// Runs a call to its end; the script never makes it wait.
fn call(
    request: Request,
    answers: impl IntoIterator<Item = Result<Answer<Value>, Fault>>,
    tokens: &[&str],
    remaining: f64,
) -> (Result<Found<Value>, Box<Error>>, Vec<String>) {
    let script = Script {
        answers: RefCell::new(answers.into_iter().collect()),
        tokens: RefCell::new(tokens.iter().map(|&token| token.to_owned()).collect()),
        token: RefCell::new("the-token".into()),
        remaining: Cell::new(remaining),
        ..Script::default()
    };
    let result = match pin!(run(&script, &request)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("the call waits for something that the script does not have"),
    };
    (result, script.seen.into_inner())
}

fn with_function() -> Request {
    Request { token_function: true, ..request() }
}

#[test]
fn a_task_at_the_first_attempt_is_one_request() {
    let (result, seen) = call(request(), [task()], &[], 1e9);
    assert_eq!(result.map(|found| found.task.task_id).ok().as_deref(), Some("t"));
    assert_eq!(seen, [format!("{URL} the-token")]);
}

#[test]
fn what_may_pass_is_tried_again_after_a_pause() {
    let (result, seen) = call(request(), [refusal(503), Err(Fault::Network), task()], &[], 1e9);
    assert!(result.is_ok());
    let sent = format!("{URL} the-token");
    assert_eq!(seen, [&*sent, "pause 125", &*sent, "pause 250", &*sent]);
}

#[test]
fn the_last_failure_is_told_when_retries_are_spent() {
    let (result, seen) = call(request(), [refusal(503), refusal(503), refusal(500)], &[], 1e9);
    assert_eq!(result.map_err(|error| error.code).err().as_deref(), Some("HTTP.500"));
    assert_eq!(seen.len(), 5);
}

#[test]
fn a_failure_for_good_is_not_tried_again() {
    for status in [400, 401, 403, 404, 409, 302, 204] {
        let (result, seen) = call(request(), [refusal(status), task()], &[], 1e9);
        assert!(result.is_err());
        assert_eq!(seen.len(), 1, "{status}");
    }
}

#[test]
fn a_pause_that_outlives_the_call_is_not_begun() {
    let (result, seen) = call(request(), [refusal(503), task()], &[], 125.0);
    assert_eq!(result.map_err(|error| error.kind).err(), Some(ErrorKind::Unavailable));
    assert_eq!(seen.len(), 1);
}

#[test]
fn an_attempt_that_takes_too_long_is_tried_again_and_then_a_timeout() {
    let late = || Err(Fault::AttemptTimeout);
    let (result, _) = call(request(), [late(), late(), late()], &[], 1e9);
    let error = result.err().unwrap_or_else(|| panic!("no error"));
    assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Timeout, "CLIENT.TIMEOUT"));
    assert_eq!(error.message, "getTask: no answer for task t within 20000 ms (attemptTimeout)");
}

#[test]
fn a_token_function_is_asked_before_the_first_request() {
    let (result, seen) = call(with_function(), [task()], &["fresh"], 1e9);
    assert!(result.is_ok());
    assert_eq!(seen, ["token? false".to_owned(), format!("{URL} fresh")]);
}

#[test]
fn a_refused_token_is_shown_to_the_function_and_the_request_sent_again_once() {
    let (result, seen) =
        call(with_function(), [refusal(401), refusal(401), task()], &["old", "new", "newer"], 1e9);
    assert_eq!(result.map_err(|error| error.kind).err(), Some(ErrorKind::Unauthenticated));
    let sent = |token: &str| format!("{URL} {token}");
    assert_eq!(seen, ["token? false".to_owned(), sent("old"), "token? true".to_owned(), sent("new")]);
}

#[test]
fn no_other_token_ends_the_call_with_the_401() {
    let (result, seen) = call(with_function(), [refusal(401), task()], &["old"], 1e9);
    assert_eq!(result.map_err(|error| error.http_status).err(), Some(Some(401)));
    assert_eq!(seen, ["token? false".to_owned(), format!("{URL} old"), "token? true".to_owned()]);
}

#[test]
fn a_token_function_that_fails_ends_the_call_before_a_request() {
    let (result, seen) = call(with_function(), [task()], &[], 1e9);
    let error = result.err().unwrap_or_else(|| panic!("no error"));
    assert_eq!((error.kind, error.field), (ErrorKind::InvalidRequest, Some("token")));
    assert_eq!(error.message, "getTask: token function failed: see cause");
    assert_eq!(seen, ["token? false"]);
}
