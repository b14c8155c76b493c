//! The states of a task, and whether they end a wait.

use super::{coded, doing, ended_look, gone, look, wait, watch, watch_list};
use crate::error::ErrorKind;
use crate::value::Value;

#[test]
fn success_ends_a_wait_and_a_watch() {
    for mut wait in [wait(&[]), watch(&[]), wait(&[("until", Value::Text("ended"))])] {
        wait.pause(doing());
        wait.gives(look("SUCCESS"));
    }
}

#[test]
fn a_failed_task_fails_the_wait_with_the_services_message() {
    let error = wait(&[]).fails(ended_look("FAIL", "the bucket is gone"));
    assert_eq!((error.kind, error.code()), (ErrorKind::TaskFailed, "CLIENT.TASK_FAILED"));
    assert_eq!(error.reason, "the bucket is gone");
    assert_eq!(error.message, "waitForTask: task t of file system s ended as FAIL: the bucket is gone");
    assert_eq!((error.http_status, &*error.request_id, error.retryable), (0, "r", false));
    assert_eq!(error.field, "");
}

#[test]
fn a_failed_task_without_a_message_has_a_sentence_of_its_own() {
    let error = wait(&[]).fails(look("FAIL"));
    assert_eq!((error.kind, error.code()), (ErrorKind::TaskFailed, "CLIENT.TASK_FAILED"));
    assert_eq!(error.reason, "task t of file system s ended as FAIL");
    let expected = "waitForTask: task t of file system s ended as FAIL: the service gives no reason";
    assert_eq!(error.message, expected);
}

#[test]
fn a_watch_gives_a_failed_task_as_its_last_value() {
    watch(&[]).gives(ended_look("FAIL", "the bucket is gone"));
    watch(&[]).gives(look("FAIL"));
}

#[test]
fn a_task_that_is_deleting_or_doing_continues_even_if_it_has_an_end_time() {
    for mut wait in [wait(&[]), watch(&[])] {
        for happened in [look("DELETING"), ended_look("DELETING", ""), ended_look("DOING", "x"), doing()] {
            wait.pause(happened);
        }
    }
}

#[test]
fn an_unknown_status_continues_at_the_usual_pace() {
    for status in ["PAUSED", "success", "FAILED", "", "é"] {
        for mut wait in [wait(&[]), watch(&[])] {
            assert_eq!(wait.pauses(&look(status), 3), [2_000.0, 3_000.0, 4_500.0], "{status}");
            wait.gives(look("SUCCESS"));
        }
    }
}

#[test]
fn an_unknown_status_ends_a_wait_if_the_task_has_an_end_time() {
    let error = wait(&[]).fails(ended_look("CANCELLED", "by an administrator"));
    assert_eq!((error.kind, error.code()), (ErrorKind::TaskFailed, "CLIENT.TASK_STATUS_UNKNOWN"));
    assert_eq!(error.reason, "by an administrator");
    let expected = "waitForTask: task t of file system s ended as CANCELLED: by an administrator";
    assert_eq!(error.message, expected);
    watch(&[]).gives(ended_look("CANCELLED", ""));
}

#[test]
fn a_wait_for_a_deletion_continues_with_every_status() {
    let mut wait = wait(&[("until", Value::Text("deleted"))]);
    for happened in [
        ended_look("SUCCESS", ""),
        ended_look("FAIL", "no"),
        ended_look("CANCELLED", ""),
        look("DELETING"),
        doing(),
    ] {
        wait.pause(happened);
    }
    wait.gives(gone());
}

#[test]
fn a_wait_for_a_deletion_ends_at_once_if_the_task_does_not_exist() {
    wait(&[("until", Value::Text("deleted"))]).gives(gone());
    let error = wait(&[("until", Value::Text("deleted"))]).fails(coded(404, "SFS.TURBO.0002"));
    assert_eq!((error.kind, error.code()), (ErrorKind::NotFound, "SFS.TURBO.0002"));
}

#[test]
fn a_list_does_not_end_by_itself() {
    let mut list = watch_list();
    for status in ["SUCCESS", "FAIL", "", "CANCELLED"] {
        list.pause(look(status));
        list.pause(ended_look(status, "x"));
    }
    let error = list.fails(coded(404, "SFS.TURBO.0002"));
    assert_eq!(error.message, "watchTasks: found no file system s: SFS.TURBO.0002 (HTTP 404, request id r)");
}
