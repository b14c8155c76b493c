//! Waits for tasks.

use std::rc::Rc;

use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientOptions, OnUpdate, Token, WaitForDeletion, WaitForTask};
use sfs_turbo_tasks::operation::get_task::TaskStatus;
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Notes, Script, failed, gone, in_no_time, task, url};
use super::{SHARE, given_up, pause, told};

pub(crate) fn wait() -> WaitForTask {
    WaitForTask { share_id: SHARE.to_owned(), task_id: "t".to_owned(), ..WaitForTask::default() }
}

fn deletion() -> WaitForDeletion {
    WaitForDeletion { share_id: SHARE.to_owned(), task_id: "t".to_owned(), ..WaitForDeletion::default() }
}

/// A function that records the previous and the current status.
fn noting(notes: &Notes) -> Option<OnUpdate> {
    let notes = Rc::clone(notes);
    Some(Rc::new(move |task, previous| {
        let before = previous.map_or("nothing", |task| task.status.as_str());
        notes.borrow_mut().push(format!("{before}, {}", task.status.as_str()));
    }))
}

#[wasm_bindgen_test]
async fn a_task_is_looked_at_until_it_has_ended_and_each_change_is_told() {
    let script = Script::of(&[task("DOING"), task("DOING"), task("PAUSED"), task("SUCCESS")]);
    let notes = Notes::default();
    let ask = WaitForTask { on_update: noting(&notes), ..wait() };
    let (reply, timers) = in_no_time(script.client().wait_for_task(ask)).await;
    let reply = reply.unwrap();
    assert_eq!((reply.value.status, timers), (TaskStatus::Success, 0));
    assert!(reply.raw.is_object());
    assert_eq!(*notes.borrow(), ["nothing, DOING", "DOING, PAUSED", "PAUSED, SUCCESS"]);
    assert_eq!(script.times(), [0.0, 2_000.0, 5_000.0, 9_500.0]);
    let requests = script.requests().await;
    assert_eq!((&requests[0]["method"], &requests[0]["url"]), (&json!("GET"), &json!(url("task/t"))));
    assert_eq!(requests[0], requests[3]);
}

#[wasm_bindgen_test]
async fn a_task_that_failed_is_an_error_that_carries_it() {
    let script = Script::of(&[task("DOING"), failed("disk full")]);
    let notes = Notes::default();
    let ask = WaitForTask { on_update: noting(&notes), ..wait() };
    let (outcome, timers) = in_no_time(script.client().wait_for_task(ask)).await;
    let error = outcome.unwrap_err();
    let message = format!("waitForTask: task t of file system {SHARE} ended as FAIL: disk full");
    assert_eq!(told(&error), ("task-failed", "CLIENT.TASK_FAILED", &*message));
    assert_eq!((error.reason(), error.request_id()), ("disk full", Some("r")));
    assert_eq!((error.attempts(), error.retryable(), timers), (2, false, 0));
    let task = error.task().unwrap();
    assert_eq!((&task.status, &*task.message), (&TaskStatus::Fail, "disk full"));
    assert_eq!(*notes.borrow(), ["nothing, DOING", "DOING, FAIL"]);
}

#[wasm_bindgen_test]
async fn a_status_of_a_newer_service_is_an_end_if_the_task_says_when_it_ended() {
    let ended = json!({ "body": { "task_id": "t", "status": "LOST", "end_time": "2026-11-26T09:30:00" } });
    let script = Script::of(&[task("LOST"), ended]);
    let error = in_no_time(script.client().wait_for_task(wait())).await.0.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code()), ("task-failed", "CLIENT.TASK_STATUS_UNKNOWN"));
    assert_eq!((error.task().unwrap().status.as_str(), error.attempts()), ("LOST", 2));
}

#[wasm_bindgen_test]
async fn a_task_that_is_gone_ends_the_wait_with_what_was_seen_last() {
    for (answers, last) in [(vec![task("DOING"), gone()], Some("DOING")), (vec![gone()], None)] {
        let script = Script::of(&answers);
        let error = in_no_time(script.client().wait_for_task(wait())).await.0.unwrap_err();
        let message = format!(
            "waitForTask: found no task t of file system {SHARE}: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id none)"
        );
        assert_eq!(told(&error), ("not-found", "SFS.TURBO.0106", &*message));
        assert_eq!(error.task().map(|task| task.status.as_str()), last);
        assert_eq!(script.times().len(), answers.len());
    }
}

#[wasm_bindgen_test]
async fn a_task_that_has_just_been_created_may_be_missing_for_a_while() {
    let ask = || WaitForTask { just_created: true, ..wait() };
    let script = Script::of(&[gone(), gone(), task("DOING"), task("SUCCESS")]);
    let reply = in_no_time(script.client().wait_for_task(ask())).await.0.unwrap();
    assert_eq!((reply.value.status, script.times().len()), (TaskStatus::Success, 4));
    let script = Script::of(&[gone()]);
    let error = in_no_time(script.client().wait_for_task(ask())).await.0.unwrap_err();
    assert_eq!((error.kind().as_str(), error.attempts()), ("not-found", 6));
    let script = Script::of(&[task("DOING"), gone()]);
    let error = in_no_time(script.client().wait_for_task(ask())).await.0.unwrap_err();
    assert_eq!((error.kind().as_str(), error.attempts()), ("not-found", 2));
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_before_each_look_and_no_token_is_in_the_error() {
    let echo = json!({ "errCode": "X", "errMsg": "looked with numbered-token-7" });
    let mut answers = vec![task("DOING"); 6];
    answers.push(json!({ "status": 400, "body": echo }));
    let script = Script::of(&answers);
    let asked = Rc::new(core::cell::Cell::new(0));
    let token = Token::from_fn(move |_| {
        asked.set(asked.get() + 1);
        let token = format!("numbered-token-{}", asked.get());
        async move { Ok::<_, String>(token) }
    });
    let client = Client::new(ClientOptions { token, ..script.options() });
    let error = in_no_time(client.wait_for_task(wait())).await.0.unwrap_err();
    assert_eq!(error.reason(), "looked with [token]");
    let requests = script.requests().await;
    let sent = requests.as_array().unwrap().iter().map(|request| &request["headers"]["x-auth-token"]);
    let expected: Vec<_> = (1..=7).map(|number| json!(format!("numbered-token-{number}"))).collect();
    assert_eq!(sent.collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn a_token_that_a_task_echoes_is_not_in_the_error() {
    let script = Script::of(&[failed("no access with emulator-token")]);
    let error = in_no_time(script.client().wait_for_task(wait())).await.0.unwrap_err();
    assert_eq!(
        (error.reason(), &*error.task().unwrap().message),
        ("no access with [token]", "no access with [token]")
    );
}

#[wasm_bindgen_test]
async fn a_task_is_waited_for_until_it_is_gone() {
    let script = Script::of(&[task("FAIL"), task("DELETING"), task("DELETING"), gone()]);
    let notes = Notes::default();
    let ask = WaitForDeletion { on_update: noting(&notes), ..deletion() };
    let (reply, timers) = in_no_time(script.client().wait_for_deletion(ask)).await;
    assert_eq!((reply.unwrap().value.unwrap().status, timers), (TaskStatus::Deleting, 0));
    assert_eq!(*notes.borrow(), ["nothing, FAIL", "FAIL, DELETING"]);
    assert_eq!(script.times().len(), 4);
    let script = Script::of(&[gone()]);
    let reply = in_no_time(script.client().wait_for_deletion(deletion())).await.0.unwrap();
    assert_eq!((reply.value, reply.raw.is_undefined()), (None, true));
}

#[wasm_bindgen_test]
async fn a_file_system_that_is_gone_is_an_error_also_of_a_deletion() {
    let script = Script::of(&[
        json!({ "status": 400, "body": { "errCode": "SFS.TURBO.0002", "errMsg": "no share" } }),
    ]);
    let error = in_no_time(script.client().wait_for_deletion(deletion())).await.0.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code()), ("not-found", "SFS.TURBO.0002"));
}

#[wasm_bindgen_test]
async fn a_wait_that_is_dropped_stops() {
    for (milliseconds, aborted) in [(1_000, vec![false]), (3_000, vec![false, true])] {
        let script = Script::of(&[task("DOING"), json!({ "hang": true })]);
        let ((), timers) = in_no_time(async {
            given_up(script.client().wait_for_task(wait()), milliseconds).await;
        })
        .await;
        let _ = in_no_time(pause(100_000)).await;
        assert_eq!((timers, script.aborted()), (0, aborted));
    }
}
