//! The deadline of a wait: one last look before it, and then an error that says that nothing was cancelled.

use super::{Wait, doing, gone, look, network, refusal, wait, watch, watch_list};
use crate::answer::Answer;
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::{Fault, Happened};
use crate::error::{Error, ErrorKind};
use crate::value::Value;

const SENTENCE: &str =
    "stopped following task t after 10000 ms (waitTimeout); nothing was cancelled: call again to continue";

/// A wait of ten seconds with a look every four seconds.
fn short() -> Wait<'static> {
    let options = [("waitTimeout", Value::Whole(10_000)), ("interval", Value::Whole(4_000))];
    Wait { remaining: 10_000.0, ..wait(&options) }
}

fn is_out_of_time(error: &Error) {
    assert_eq!((error.kind, error.code()), (ErrorKind::Timeout, "CLIENT.TIMEOUT"));
    assert_eq!(error.reason, SENTENCE);
    assert_eq!(error.message, format!("waitForTask: {SENTENCE}"));
    assert_eq!((&*error.field, error.http_status), ("", 0));
}

#[test]
fn the_last_look_is_one_second_before_the_deadline() {
    for happened in [doing(), look("DELETING"), look("PAUSED")] {
        let mut wait = short();
        assert_eq!(wait.pauses(&happened, 3), [4_000.0, 4_000.0, 1_000.0]);
        assert_eq!((wait.remaining, wait.only_pause(happened)), (1_000.0, 1_000.0));
        is_out_of_time(&wait.fails(Happened::Paused));
    }
}

#[test]
fn the_last_look_may_end_the_wait() {
    let mut wait = short();
    wait.pauses(&doing(), 3);
    wait.gives(look("SUCCESS"));
    let mut late = Wait { remaining: 0.0, ..short() };
    late.gives(look("SUCCESS"));
}

#[test]
fn failures_and_throttling_leave_time_for_the_last_look_too() {
    for happened in [refusal(503), refusal(429), network("")] {
        let mut wait = short();
        assert_eq!(wait.pauses(&happened, 2), [8_000.0, 1_000.0]);
        assert_eq!(wait.only_pause(happened), 1_000.0);
        is_out_of_time(&wait.fails(Happened::Paused));
    }
    let retry_after = 3_600_000.0;
    let asking = Happened::Answered(Answer { retry_after, ..answer(429, Body::Text("")) });
    assert_eq!(short().pause(asking), 9_000.0);
}

#[test]
fn no_look_is_made_just_before_the_last_one() {
    for (remaining, expected) in [
        (5_000.0, 4_000.0),
        (4_999.0, 3_999.0),
        (1_251.0, 251.0),
        (1_250.0, 1_250.0),
        (1_000.0, 1_000.0),
        (3.0, 3.0),
    ] {
        let mut wait = Wait { remaining, ..short() };
        assert_eq!(wait.only_pause(doing()), expected, "{remaining}");
    }
}

#[test]
fn a_look_that_is_under_way_at_the_deadline_ends_the_wait_as_a_timeout() {
    for remaining in [0.0, 0.9] {
        for happened in [
            Happened::CallTimeout,
            Happened::Fault(Fault::AttemptTimeout),
            network("ECONNRESET"),
            refusal(503),
            refusal(429),
        ] {
            let mut wait = Wait { remaining, ..short() };
            is_out_of_time(&wait.fails(happened));
        }
    }
}

#[test]
fn a_look_that_times_out_before_the_deadline_is_a_temporary_failure() {
    let mut wait = short();
    assert_eq!(wait.pause(Happened::CallTimeout), 8_000.0);
    assert_eq!(wait.fault.unwrap().reason, "no answer for task t within 60000 ms (timeout)");
}

#[test]
fn an_expired_wait_is_not_a_failure_of_the_task_and_may_be_retried() {
    let mut wait = Wait { remaining: 0.0, ..short() };
    assert!(wait.fails(Happened::Paused).retryable);
}

#[test]
fn a_watch_has_a_deadline_too() {
    let options = [("waitTimeout", Value::Whole(10_000))];
    let mut watch = Wait { remaining: 0.0, ..watch(&options) };
    assert_eq!(watch.fails(Happened::Paused).message, format!("watchTask: {SENTENCE}"));
    let mut list = Wait { remaining: 0.4, ..watch_list() };
    assert_eq!(list.fails(Happened::Paused).kind, ErrorKind::Timeout);
}

#[test]
fn a_wait_for_a_deletion_has_a_deadline_too() {
    let options = [("waitTimeout", Value::Whole(10_000)), ("until", Value::Text("deleted"))];
    let mut wait = Wait { remaining: 10_000.0, ..wait(&options) };
    assert_eq!(wait.pauses(&look("SUCCESS"), 3), [2_000.0, 3_000.0, 4_000.0]);
    wait.gives(gone());
}

#[test]
fn a_short_wait_makes_its_last_look_a_tenth_before_its_deadline() {
    let short = [("waitTimeout", Value::Whole(1_000)), ("interval", Value::Whole(250))];
    let mut wait = Wait { remaining: 1_000.0, ..wait(&short) };
    let mut pauses = Vec::new();
    while wait.remaining > 100.0 {
        pauses.push(wait.pause(doing()));
    }
    assert_eq!(pauses, [250.0, 250.0, 250.0, 150.0]);
}

#[test]
fn a_failure_a_millisecond_before_the_end_may_still_pass() {
    let mut wait = Wait { remaining: 1.0, ..short() };
    assert_eq!(wait.only_pause(refusal(503)), 1.0);
}

#[test]
fn a_pause_that_leaves_a_millisecond_is_followed_by_a_look() {
    let mut wait = Wait { remaining: 1.0, ..short() };
    wait.send(Happened::Paused);
}
