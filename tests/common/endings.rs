//! Calls that take too long, and calls that are cancelled.

use core::future::pending;
use core::time::Duration;

use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientOptions, Token};
use wasm_bindgen::externref_heap_live_count;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Service, TASK, Timers, ask, fetch_that, get, given_up, options, pause, told};

fn milliseconds(number: u64) -> Option<Duration> {
    Some(Duration::from_millis(number))
}

fn late(milliseconds: u32, option: &str) -> String {
    format!("getTask: no answer for task {TASK} within {milliseconds} ms ({option})")
}

#[wasm_bindgen_test]
async fn an_attempt_that_takes_too_long_is_aborted() {
    for fault in [json!({ "hang": "headers" }), json!({ "hang": "body" }), json!({ "hang": 20 })] {
        let service = Service::new();
        service.fault(fault);
        let error =
            get(ClientOptions { attempt_timeout: milliseconds(30), ..service.options() }).await.unwrap_err();
        assert_eq!(told(&error), ("timeout", "CLIENT.TIMEOUT", &*late(30, "attemptTimeout")));
        assert_eq!((error.attempts(), service.aborted()), (1, vec![true]));
    }
}

#[wasm_bindgen_test]
async fn an_attempt_that_took_too_long_is_made_again() {
    let service = Service::new();
    service.fault(json!({ "hang": "headers" }));
    let (attempt_timeout, max_retries) = (milliseconds(100), Some(1));
    assert!(get(ClientOptions { attempt_timeout, max_retries, ..service.options() }).await.is_ok());
    assert_eq!(service.aborted(), [true, false]);
}

#[wasm_bindgen_test]
async fn a_call_that_takes_too_long_is_over_whatever_it_waits_for() {
    let service = Service::new();
    service.misbehave("{\"hang\":\"headers\"}", 9.0);
    let silent = Token::from_fn(|_| pending::<Result<String, String>>());
    let timeout = milliseconds(30);
    for options in [
        ClientOptions { timeout, ..service.options() },
        ClientOptions { timeout, token: silent, ..service.options() },
        ClientOptions { timeout, fetch: Some(fetch_that("nothing, ever")), ..service.options() },
        ClientOptions { timeout, fetch: Some(fetch_that("pieces for ever")), ..service.options() },
        ClientOptions { timeout, fetch: Some(fetch_that("empty pieces for ever")), ..service.options() },
    ] {
        let error = get(options).await.unwrap_err();
        assert_eq!(told(&error), ("timeout", "CLIENT.TIMEOUT", &*late(30, "timeout")));
    }
}

#[wasm_bindgen_test]
async fn a_call_that_has_ended_leaves_no_timer() {
    let service = Service::new();
    let timers = Timers::new();
    let good = get(service.options()).await.is_ok();
    service.fault(json!({ "status": 503 }));
    let again = get(ClientOptions { max_retries: Some(1), ..service.options() }).await.is_ok();
    let count = timers.count();
    timers.restore();
    assert_eq!((good, again, count), (true, true, 0));
}

#[wasm_bindgen_test]
async fn a_call_that_is_dropped_aborts_its_request_and_leaves_no_timer() {
    for fault in [json!({ "hang": "headers" }), json!({ "hang": 20 })] {
        let service = Service::new();
        service.fault(fault);
        let timers = Timers::new();
        given_up(get(service.options()), 20).await;
        let count = timers.count();
        timers.restore();
        assert_eq!((service.aborted(), count), (vec![true], 0));
    }
}

#[wasm_bindgen_test]
async fn a_call_that_is_dropped_in_a_pause_sends_nothing_more() {
    let service = Service::new();
    service.fault(json!({ "status": 503, "headers": { "Retry-After": "30" } }));
    let timers = Timers::new();
    given_up(get(ClientOptions { max_retries: Some(2), ..service.options() }), 20).await;
    let count = timers.count();
    timers.restore();
    assert_eq!((service.aborted(), count), (vec![false], 0));
}

#[wasm_bindgen_test]
async fn promises_that_never_settle_hold_nothing_of_calls_that_have_ended() {
    let rounds = async |count: u32| {
        let timeout = milliseconds(10);
        for _ in 0..count {
            let fetch = Some(fetch_that("nothing, ever"));
            let ended = get(ClientOptions { timeout, fetch: fetch.clone(), ..options() });
            given_up(get(ClientOptions { fetch, ..options() }), 1).await;
            assert_eq!(ended.await.unwrap_err().kind().as_str(), "timeout");
        }
        pause(1).await;
        externref_heap_live_count()
    };
    let before = rounds(2).await;
    assert_eq!(rounds(20).await, before);
}

#[wasm_bindgen_test]
async fn nothing_happens_before_a_call_is_waited_for() {
    let service = Service::new();
    let call = Client::new(service.options()).get_task(ask(TASK));
    pause(10).await;
    assert_eq!(service.requests(), json!([]));
    assert!(call.await.is_ok());
}
