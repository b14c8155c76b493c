//! How often a wait looks at a task, and how many failures it accepts.

use core::time::Duration;
use std::rc::Rc;

use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientOptions, Following, Interval, WaitForTask};
use sfs_turbo_tasks::operation::get_task::TaskStatus;
use wasm_bindgen::externref_heap_live_count;
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Notes, Script, in_no_time, status, task};
use super::told;
use super::waits::wait;

/// The default policy, which also records each fault.
fn noting_faults(notes: &Notes) -> Following {
    let notes = Rc::clone(notes);
    Following {
        on_fault: Some(Rc::new(move |fault| {
            let (consecutive, delay) = (fault.consecutive, fault.next_delay);
            notes.borrow_mut().push(format!("{consecutive}, {delay:?}, {}", fault.error));
        })),
        ..Following::default()
    }
}

#[wasm_bindgen_test]
async fn a_throttled_answer_slows_the_wait_down_and_is_no_failure() {
    let script = Script::of(&[task("DOING"), status(429), status(429), task("SUCCESS")]);
    let notes = Notes::default();
    let following = Following { max_consecutive_failures: Some(0), ..noting_faults(&notes) };
    let reply =
        in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap();
    assert_eq!(reply.value.status, TaskStatus::Success);
    assert_eq!(script.times(), [0.0, 2_000.0, 8_000.0, 20_000.0]);
    let words = "waitForTask: the request was throttled for task t: HTTP.429 (HTTP 429, request id none)";
    assert_eq!(*notes.borrow(), [format!("0, 6s, {words}"), format!("0, 12s, {words}")]);
}

#[wasm_bindgen_test]
async fn failures_that_may_pass_are_waited_out_until_there_are_too_many_in_a_row() {
    let broken = json!({ "reject": { "message": "read ECONNRESET", "code": "ECONNRESET" } });
    let script =
        Script::of(&[status(503), json!({ "body": "[]" }), task("DOING"), broken, status(502), status(500)]);
    let notes = Notes::default();
    let following = Following { max_consecutive_failures: Some(2), ..noting_faults(&notes) };
    let (outcome, timers) =
        in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await;
    let error = outcome.unwrap_err();
    let words = "waitForTask: the service is unavailable for task t: HTTP.500 (HTTP 500, request id none)";
    assert_eq!(told(&error), ("unavailable", "HTTP.500", words));
    assert_eq!((error.task().unwrap().status.as_str(), error.attempts(), timers), ("DOING", 6, 0));
    assert_eq!(error.cause(), None);
    assert_eq!(script.times(), [0.0, 4_000.0, 12_000.0, 14_000.0, 20_000.0, 32_000.0]);
    let notes = notes.borrow();
    let starts = [
        "1, 4s, waitForTask: the service is",
        "2, 8s, waitForTask: the answer for",
        "1, 6s, waitForTask: no answer",
        "2, 12s, ",
    ];
    for (note, start) in notes.iter().zip(starts) {
        assert!(note.starts_with(start), "{note}");
    }
    assert_eq!(notes.len(), starts.len());
}

#[wasm_bindgen_test]
async fn a_failure_that_cannot_pass_ends_the_wait_at_once() {
    for (answer, kind) in
        [(status(403), "forbidden"), (status(404), "rejected"), (status(401), "unauthenticated")]
    {
        let script = Script::of(&[task("DOING"), answer]);
        let error = in_no_time(script.client().wait_for_task(wait())).await.0.unwrap_err();
        assert_eq!((error.kind().as_str(), error.attempts()), (kind, 2));
        assert_eq!(error.task().unwrap().status, TaskStatus::Doing);
    }
}

#[wasm_bindgen_test]
async fn the_time_of_a_wait_ends_it_after_a_last_look() {
    let script = Script::of(&[task("DOING")]);
    let following = Following { wait_timeout: Some(Duration::from_secs(10)), ..Following::default() };
    let (outcome, timers) =
        in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await;
    let error = outcome.unwrap_err();
    let message = "waitForTask: stopped following task t after 10000 ms (waitTimeout); nothing was cancelled: call again \
                   to continue";
    assert_eq!(told(&error), ("timeout", "CLIENT.TIMEOUT", message));
    assert_eq!((error.task().unwrap().status.as_str(), timers), ("DOING", 0));
    assert_eq!(script.times(), [0.0, 2_000.0, 5_000.0, 9_000.0]);
}

#[wasm_bindgen_test]
async fn each_look_has_a_time_of_its_own_within_that_of_the_wait() {
    let seconds = |number| Some(Duration::from_secs(number));
    let hang = json!({ "hang": true });
    for (timeout, wait_timeout, times, words) in [
        (None, None, vec![0.0, 24_000.0], "within 20000 ms (attemptTimeout)"),
        (seconds(5), None, vec![0.0, 9_000.0], "within 5000 ms (timeout)"),
    ] {
        let script = Script::of(&[hang.clone(), task("SUCCESS")]);
        let notes = Notes::default();
        let following = Following { wait_timeout, ..noting_faults(&notes) };
        let client = Client::new(ClientOptions { timeout, ..script.options() });
        let reply = in_no_time(client.wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap();
        assert_eq!((reply.value.status, script.times()), (TaskStatus::Success, times));
        assert_eq!(script.aborted(), [true, false]);
        assert_eq!(*notes.borrow(), [format!("1, 4s, waitForTask: no answer for task t {words}")]);
    }
    let script = Script::of(&[hang]);
    let following = Following { wait_timeout: seconds(3), ..Following::default() };
    let error =
        in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap_err();
    assert!(error.message().ends_with("call again to continue"), "{error}");
    assert_eq!((script.aborted(), error.task()), (vec![true], None));
}

#[wasm_bindgen_test]
async fn an_interval_may_be_fixed_or_a_function() {
    let script = Script::of(&[task("DOING"), task("DOING"), task("SUCCESS")]);
    let following = Following { interval: Some(Duration::from_secs(60).into()), ..Following::default() };
    in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap();
    assert_eq!(script.times(), [0.0, 60_000.0, 120_000.0]);

    let script = Script::of(&[task("DOING"), status(503), task("PAUSED"), task("DOING"), task("SUCCESS")]);
    let notes = Notes::default();
    let noted = Rc::clone(&notes);
    let interval = Interval::from_fn(move |look| {
        noted.borrow_mut().push(format!("{} {}", look.looks, look.task.unwrap().status.as_str()));
        (look.looks < 3).then(|| Duration::from_secs(look.looks.into()))
    });
    let following = Following { interval: Some(interval), ..Following::default() };
    in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap();
    assert_eq!(*notes.borrow(), ["1 DOING", "2 PAUSED", "3 DOING", "4 SUCCESS"]);
    assert_eq!(script.times(), [0.0, 1_000.0, 3_000.0, 5_000.0, 9_500.0]);
}

#[wasm_bindgen_test]
async fn an_interval_that_is_too_short_is_named() {
    let message = "waitForTask: interval must be a whole number from 250 to 2147483647";
    let short = Duration::from_millis(249);
    for (interval, requests) in [(Interval::from(short), 0), (Interval::from_fn(move |_| Some(short)), 1)] {
        let script = Script::of(&[task("DOING")]);
        let following = Following { interval: Some(interval), ..Following::default() };
        let error = in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() }))
            .await
            .0
            .unwrap_err();
        assert_eq!(told(&error), ("invalid-request", "CLIENT.INVALID_REQUEST", message));
        assert_eq!((error.field(), script.times().len()), (Some("interval"), requests));
    }
}

#[wasm_bindgen_test]
async fn a_long_wait_holds_no_more_than_a_short_one() {
    let held = async |looks: usize| {
        let mut answers = vec![task("DOING"); looks];
        answers.push(task("SUCCESS"));
        let script = Script::of(&answers);
        let before = externref_heap_live_count();
        let held = Rc::new(core::cell::Cell::new(0));
        let noted = Rc::clone(&held);
        let interval = Interval::from_fn(move |_| {
            noted.set(externref_heap_live_count() - before);
            None
        });
        let following = Following { interval: Some(interval), ..Following::default() };
        in_no_time(script.client().wait_for_task(WaitForTask { following, ..wait() })).await.0.unwrap();
        assert_eq!(script.times().len(), looks + 1);
        held.get()
    };
    held(2).await;
    assert_eq!(held(200).await, held(4).await);
}
