//! A task that does not exist: never, not yet, or no longer.

use super::{Wait, doing, gone, refusal, wait, watch};
use crate::error::ErrorKind;
use crate::value::Value;

const NEW: [(&str, Value<'static>); 1] = [("raw", Value::Flag(true))];

fn is_not_found(wait: &mut Wait<'_>) {
    let error = wait.fails(gone());
    assert_eq!((error.kind, error.code()), (ErrorKind::NotFound, "SFS.TURBO.0106"));
    let name = wait.asked.operation.name;
    let expected =
        format!("{name}: found no task t of file system s: SFS.TURBO.0106 (HTTP 400, request id r)");
    assert_eq!(error.message, expected);
}

#[test]
fn a_task_that_never_existed_is_not_found_at_the_first_look() {
    is_not_found(&mut wait(&[]));
    is_not_found(&mut watch(&[]));
}

#[test]
fn a_task_that_disappears_ends_a_wait_as_not_found() {
    let mut wait = wait(&[]);
    wait.pause(doing());
    is_not_found(&mut wait);
}

#[test]
fn a_task_that_disappears_ends_a_watch_without_an_error() {
    for between in [doing(), refusal(503), refusal(429)] {
        let mut watch = watch(&[]);
        watch.pause(doing());
        watch.pause(between);
        watch.gives(gone());
    }
}

#[test]
fn failed_looks_do_not_prove_that_a_task_existed() {
    for happened in [refusal(503), refusal(429)] {
        let mut watch = watch(&[]);
        watch.pause(happened);
        is_not_found(&mut watch);
    }
}

#[test]
fn a_new_task_may_be_missing_for_five_looks() {
    for mut wait in [wait(&NEW), watch(&NEW)] {
        let expected = [2_000.0, 3_000.0, 4_500.0, 6_750.0, 10_125.0];
        assert_eq!(wait.pauses(&gone(), 5), expected);
        assert_eq!(wait.fault.as_ref().unwrap().kind, ErrorKind::NotFound);
        is_not_found(&mut wait);
    }
}

#[test]
fn looks_that_miss_a_new_task_do_not_count_as_failures() {
    let most = ("maxConsecutiveFailures", Value::Whole(0));
    let mut wait = wait(&[NEW[0], most]);
    wait.pauses(&gone(), 5);
    is_not_found(&mut wait);
    let mut wait = self::wait(&[NEW[0], ("maxConsecutiveFailures", Value::Whole(1))]);
    wait.pause(refusal(503));
    wait.pauses(&gone(), 5);
    assert_eq!(wait.fails(refusal(503)).kind, ErrorKind::Unavailable);
}

#[test]
fn failures_do_not_reduce_the_five_looks_of_a_new_task() {
    let mut wait = wait(&NEW);
    for _ in 0..5 {
        wait.pause(gone());
        wait.pauses(&refusal(429), 3);
        wait.pause(refusal(503));
    }
    is_not_found(&mut wait);
}

#[test]
fn a_new_task_that_was_seen_is_no_longer_new() {
    let mut wait = wait(&NEW);
    wait.pause(gone());
    wait.pause(doing());
    is_not_found(&mut wait);
    let mut watch = watch(&NEW);
    watch.pause(gone());
    watch.pause(doing());
    watch.gives(gone());
}

#[test]
fn only_the_flag_from_the_host_marks_a_task_as_new() {
    for raw in [Value::Flag(false), Value::Object, Value::Text("true"), Value::Whole(1)] {
        is_not_found(&mut wait(&[("raw", raw)]));
    }
}
