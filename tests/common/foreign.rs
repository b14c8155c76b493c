//! A `fetch` that fails, or returns something that is not a response.

use core::time::Duration;

use sfs_turbo_tasks::client::{Client, ClientOptions};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ask, fetch_that, get, get_by, get_with, options, told};

/// The sentence for a failed connection. In a page it also names possible reasons.
fn network(words: &str) -> String {
    let reason = if words.is_empty() { String::new() } else { format!(" ({words})") };
    let page = if js_sys::Reflect::has(&js_sys::global(), &"document".into()).unwrap() {
        "; in a browser CORS may be the cause: use a proxy on the page's own origin (pass endpoint: \
         \"/path\")"
    } else {
        ""
    };
    format!("getTask: no answer for task t: the connection failed{reason}{page}")
}

#[wasm_bindgen_test]
async fn a_fetch_that_fails_is_a_network_error_whatever_it_fails_with() {
    for (does, words, cause) in [
        ("rejects with an error", "fetch failed", Some("TypeError: fetch failed")),
        ("rejects with a string", "refused", Some("Error: refused")),
        ("rejects with null", "null", Some("Error: null")),
        ("rejects with undefined", "", None),
        (
            "rejects with what cannot be read",
            "the cause cannot be read",
            Some("Error: the cause cannot be read"),
        ),
        (
            "rejects with what cannot be touched",
            "the cause cannot be read",
            Some("Error: the cause cannot be read"),
        ),
        ("rejects with a symbol", "Symbol(lost)", Some("Error: Symbol(lost)")),
        ("rejects with its own cause", "round", Some("Error: round")),
        ("throws", "at once", Some("Error: at once")),
        ("a body that breaks off with a string", "the stream broke", Some("Error: the stream broke")),
    ] {
        let error = get_by(fetch_that(does)).await.unwrap_err();
        assert_eq!(told(&error), ("network", "CLIENT.NETWORK", &*network(words)), "{does}");
        assert_eq!(error.cause().map(ToString::to_string).as_deref(), cause, "{does}");
        assert_eq!((error.http_status(), error.retryable()), (None, true), "{does}");
    }
}

#[wasm_bindgen_test]
async fn what_is_no_response_is_refused_and_names_the_function() {
    for does in [
        "undefined",
        "null",
        "number",
        "no status",
        "status that throws",
        "read already",
        "network error",
        "text that throws",
        "text that is a number",
        "pieces of text",
        "pieces that are nothing",
    ] {
        let error = get_by(fetch_that(does)).await.unwrap_err();
        let message = format!(
            "getTask: the answer for task t is not a task: the function passed as fetch ({does}) gave no readable response"
        );
        assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
    }
}

#[wasm_bindgen_test]
async fn a_proxy_of_a_response_serves_or_is_refused_as_the_platform_has_it() {
    match get_by(fetch_that("a proxy of a response")).await {
        Ok(reply) => assert_eq!(reply.value.task_id, "t"),
        Err(error) => assert_eq!(error.kind().as_str(), "invalid-response"),
    }
}

#[wasm_bindgen_test]
async fn what_is_as_good_as_a_response_serves() {
    for does in ["plain object", "not a promise", "a thenable", "bytes of another kind"] {
        assert_eq!(get_by(fetch_that(does)).await.unwrap().value.task_id, "t", "{does}");
    }
}

#[wasm_bindgen_test]
async fn a_promise_that_throws_when_it_is_waited_for_is_a_network_error() {
    for does in ["a promise whose then throws", "a thenable that throws"] {
        let error = get_by(fetch_that(does)).await.unwrap_err();
        assert_eq!(told(&error), ("network", "CLIENT.NETWORK", &*network("from a getter")), "{does}");
    }
}

#[wasm_bindgen_test]
async fn a_promise_that_an_engine_may_never_settle_ends_its_attempt_all_the_same() {
    // WebKit gives neither function the value that the getter threw.
    let fetch = Some(fetch_that("a promise whose constructor throws"));
    let options = ClientOptions { fetch, attempt_timeout: Some(Duration::from_millis(200)), ..options() };
    let error = Client::new(options).get_task(ask("t")).await.unwrap_err();
    let timeout = "getTask: no answer for task t within 200 ms (attemptTimeout)".to_owned();
    let expected = if error.code() == "CLIENT.TIMEOUT" { timeout } else { network("from a getter") };
    assert_eq!(error.message(), expected);
}

#[wasm_bindgen_test]
async fn headers_that_cannot_be_read_do_not_cost_the_error() {
    let error = get_by(fetch_that("headers that throw")).await.unwrap_err();
    assert_eq!((error.code(), error.request_id()), ("HTTP.503", None));
}

#[wasm_bindgen_test]
async fn a_connection_that_breaks_tells_the_platforms_code() {
    for fault in [serde_json::json!({ "reject": "network" }), serde_json::json!({ "cutOff": 20 })] {
        let error = get_with(fault).await;
        assert_eq!((error.kind().as_str(), error.code()), ("network", "CLIENT.NETWORK"));
        assert!(error.message().contains("(read ECONNRESET)"), "{error}");
        let cause = error.cause().and_then(|cause| cause.cause.as_ref()).unwrap();
        assert_eq!((cause.code.as_deref(), &*cause.message), (Some("ECONNRESET"), "read ECONNRESET"));
    }
}

#[wasm_bindgen_test]
async fn a_token_in_what_fetch_rejects_with_is_not_in_the_error() {
    let error = get_by(fetch_that("rejects with the request")).await.unwrap_err();
    assert_eq!(error.cause().unwrap().message, "sent [token]");
    let all = format!("{error} {error:?}");
    assert!(!all.contains("emulator-t"), "{all}");
}

#[wasm_bindgen_test]
async fn a_connection_that_the_platform_cannot_make_is_a_network_error() {
    let endpoint = Some("http://127.0.0.1:9".to_owned());
    let error = get(ClientOptions { endpoint, ..options() }).await.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code()), ("network", "CLIENT.NETWORK"));
    assert_eq!(error.cause().unwrap().name, "TypeError");
    assert_eq!(error.attempts(), 1);
}
