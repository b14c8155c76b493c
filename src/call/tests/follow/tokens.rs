//! A wait may last longer than its token is valid.

use super::{Wait, doing, look, refusal, wait, watch, watch_list};
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::Happened;
use crate::call::step::Step;
use crate::error::ErrorKind;
use crate::request::Asked;
use crate::request::sign_in::SignIn;

/// The same with a token function, whose first token has been sent.
fn with_function(wait: Wait<'static>) -> Wait<'static> {
    Wait::asking(Asked { sign_in: SignIn::TokenFunction, ..wait.asked })
}

fn all() -> [Wait<'static>; 3] {
    [wait(&[]), watch(&[]), watch_list()].map(with_function)
}

fn no_token() -> Happened<'static> {
    Happened::NoCredentials { problem: "function failed: see cause", answer: None }
}

/// Whether the function is called for another token after a refusal. It panics if the function is not called.
fn asks(wait: &mut Wait<'_>, happened: Happened<'_>) -> bool {
    match wait.tell(happened) {
        Step::AskCredentials { refused, .. } => refused,
        other => panic!("{other:?}"),
    }
}

/// A look and a pause, after which the function is called again.
fn asks_after(wait: &mut Wait<'_>, happened: Happened<'_>) {
    wait.only_pause(happened);
    assert!(!asks(wait, Happened::Paused));
}

#[test]
fn each_look_calls_the_function_again() {
    for mut wait in all() {
        for happened in [doing(), refusal(429), refusal(503), doing()] {
            asks_after(&mut wait, happened);
            wait.send(Happened::CredentialsGiven);
        }
    }
}

#[test]
fn without_a_function_nothing_is_called() {
    let mut wait = wait(&[]);
    wait.only_pause(doing());
    assert!(matches!(wait.tell(Happened::Paused), Step::Send { .. }));
}

#[test]
fn a_refused_token_is_renewed_once_a_look() {
    for mut wait in all() {
        for after in [doing(), refusal(503), refusal(429)] {
            assert!(asks(&mut wait, refusal(401)));
            wait.send(Happened::CredentialsGiven);
            wait.pause(after);
        }
        assert!(asks(&mut wait, refusal(401)));
        wait.send(Happened::CredentialsGiven);
        assert_eq!(wait.fails(refusal(401)).kind, ErrorKind::Unauthenticated);
    }
}

#[test]
fn a_renewal_is_not_a_failure() {
    let mut wait = with_function(wait(&[("maxConsecutiveFailures", crate::value::Value::Whole(0))]));
    for _ in 0..9 {
        assert!(asks(&mut wait, refusal(401)));
        wait.send(Happened::CredentialsGiven);
        wait.pause(doing());
    }
    assert!(asks(&mut wait, refusal(401)));
    wait.send(Happened::CredentialsGiven);
    wait.fails(refusal(503));
}

#[test]
fn without_another_token_the_wait_ends_with_the_401() {
    for mut wait in all() {
        wait.pause(doing());
        assert!(asks(&mut wait, refusal(401)));
        let problem = "function failed: see cause";
        let answer = Some(answer(401, Body::Text("")));
        let error = wait.fails(Happened::NoCredentials { problem, answer });
        assert_eq!((error.kind, error.http_status), (ErrorKind::Unauthenticated, 401));
    }
}

#[test]
fn a_session_that_never_existed_ends_the_wait() {
    let asked = Asked { sign_in: SignIn::TokenFunction, ..wait(&[]).asked };
    let mut wait = Wait { asked, history: 0, ..wait(&[]) };
    assert!(!asks(&mut wait, Happened::Begun));
    let error = wait.fails(no_token());
    assert_eq!((error.kind, error.code()), (ErrorKind::NoCredentials, "CLIENT.NO_CREDENTIALS"));
    assert_eq!(error.message, "waitForTask: the token function failed: see cause");
}

#[test]
fn failed_looks_do_not_prove_that_a_session_existed() {
    let mut wait = with_function(wait(&[]));
    asks_after(&mut wait, refusal(503));
    assert_eq!(wait.fails(no_token()).kind, ErrorKind::NoCredentials);
}

#[test]
fn a_session_may_be_missing_for_some_looks_after_a_task_was_seen() {
    let mut wait = with_function(wait(&[]));
    asks_after(&mut wait, doing());
    for expected in [6_000.0, 12_000.0, 24_000.0, 48_000.0, 60_000.0] {
        assert_eq!(wait.only_pause(no_token()), expected);
        assert_eq!(wait.fault.take().unwrap().kind, ErrorKind::NoCredentials);
        assert!(!asks(&mut wait, Happened::Paused));
    }
    assert_eq!(wait.fails(no_token()).kind, ErrorKind::NoCredentials);
    let mut wait = with_function(watch(&[]));
    asks_after(&mut wait, doing());
    asks_after(&mut wait, no_token());
    wait.send(Happened::CredentialsGiven);
    wait.gives(look("SUCCESS"));
}
