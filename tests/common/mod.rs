//! The wasm suite: the core as JavaScript calls it, over the platform's own `Response`, streams and `Date`.
//!
//! `tests/node.rs` and `tests/browser.rs` run all of it, each in its own place.

use serde_json::{Value, json};
use sfs_turbo_tasks::bindings::{Call, get_task};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/tests/common/host.js")]
extern "C" {
    #[wasm_bindgen(extends = Call)]
    type ScriptedCall;

    #[wasm_bindgen(constructor)]
    fn new(script: &str) -> ScriptedCall;

    fn settled(call: &ScriptedCall) -> js_sys::Promise;
}

const URL: &str = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/task/t";

/// The options in the order in which js/client.ts hands them over.
const OPTIONS: [&str; 11] = [
    "region",
    "endpoint",
    "projectId",
    "shareId",
    "taskId",
    "tokenFunction",
    "timeout",
    "attemptTimeout",
    "maxRetries",
    "maxResponseBytes",
    "allowInsecure",
];

/// The first letter of what `typeof` says, with `u` for `null` as js/client.ts has it.
fn type_of(value: &Value) -> char {
    match value {
        Value::Null => 'u',
        Value::Bool(_) => 'b',
        Value::Number(_) => 'n',
        Value::String(_) => 's',
        Value::Array(_) | Value::Object(_) => 'o',
    }
}

fn options() -> Value {
    json!({
        "region": "cn-north-4", "projectId": "p", "shareId": "s", "taskId": "t", "maxRetries": 0,
        "maxResponseBytes": 1000
    })
}

async fn ask(script: &str, changes: Value) -> Value {
    let mut options = options();
    for (name, value) in changes.as_object().into_iter().flatten() {
        options[name] = value.clone();
    }
    let values: Vec<Value> = OPTIONS.iter().map(|name| options[name].clone()).collect();
    let types: String = values.iter().map(type_of).collect();
    let values = js_sys::JSON::parse(&Value::from(values).to_string()).unwrap();
    let call = ScriptedCall::new(script);
    get_task(values.unchecked_into(), types, JsValue::clone(&call).unchecked_into());
    let outcome = wasm_bindgen_futures::JsFuture::from(settled(&call)).await.unwrap();
    serde_json::from_str(&outcome.as_string().unwrap()).unwrap()
}

async fn failure(script: &str) -> (String, String, String) {
    let outcome = ask(script, json!({})).await;
    let text = |name: &str| outcome["error"][name].as_str().unwrap_or_default().to_owned();
    (text("kind"), text("message"), outcome["cause"].as_str().unwrap_or_default().to_owned())
}

const UNREADABLE: &str = "getTask: the answer for task t is not a task: fetch gave no readable response";

#[wasm_bindgen_test]
async fn a_task_has_every_field_of_the_definitions() {
    let raw =
        json!({ "task_id": "t", "status": "DOING", "start_time": "2023-09-02T15:04:05", "end_time": "" });
    // In the order of `succeed` in js/call.ts; JSON has no NaN, which stands for no time.
    let expected = json!(["t", "", "DOING", "", "", "", "", "", 1_693_667_045_000_i64, null, "r", raw]);
    assert_eq!(ask("task", json!({})).await["task"], expected);
}

#[wasm_bindgen_test]
async fn one_request_is_sent_and_it_says_no_more_than_it_must() {
    let request = json!({
        "url": URL, "headers": { "X-Auth-Token": "the-token" }, "signal": true, "method": "GET",
        "redirect": "manual", "credentials": "omit", "cache": "no-store", "referrerPolicy": "no-referrer"
    });
    assert_eq!(ask("task", json!({})).await["log"], json!(["attempt 20000", request, "answered"]));
}

#[wasm_bindgen_test]
async fn a_missing_task_is_an_error_with_the_services_code() {
    let message =
        "getTask: found no task t of file system s: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id r)";
    let expected = json!({
        "kind": "not-found", "errCode": "SFS.TURBO.0106", "errMsg": "Invalid task id.", "message": message,
        "httpStatus": 400, "requestId": "r", "retryable": false, "field": null, "encodedAuthorizationMessage": null
    });
    assert_eq!(ask("missing", json!({})).await["error"], expected);
}

#[wasm_bindgen_test]
async fn fields_of_odd_types_do_not_cost_the_task_and_stay_in_raw() {
    let outcome = ask("numbers", json!({})).await;
    let task = &outcome["task"];
    assert_eq!((&task[7], &task[1], &task[3]), (&json!("7"), &json!(""), &json!("")));
    assert_eq!(task[11]["src_target"], json!({ "a": 1 }));
    assert_eq!(task[11]["added"], json!([1]));
}

#[wasm_bindgen_test]
async fn a_character_split_over_pieces_of_a_body_is_one_character() {
    let outcome = ask("split", json!({})).await;
    assert_eq!(outcome["task"][7], "é€😀");
}

#[wasm_bindgen_test]
async fn a_byte_order_mark_and_bytes_that_are_no_utf8_do_not_cost_the_task() {
    assert_eq!(ask("mark", json!({})).await["task"][0], "t");
    assert_eq!(ask("broken", json!({})).await["task"][2], "DO\u{fffd}");
}

#[wasm_bindgen_test]
async fn a_body_that_is_too_large_is_given_up() {
    let outcome = ask("large", json!({})).await;
    assert_eq!(outcome["error"]["kind"], "invalid-response");
    assert_eq!(
        outcome["error"]["errMsg"],
        "the answer for task t is not a task: it is larger than maxResponseBytes"
    );
    assert_eq!(outcome["log"][2], "discarded");
}

#[wasm_bindgen_test]
async fn answers_that_are_no_task_are_refused() {
    let (kind, message, _) = failure("array").await;
    assert_eq!(kind, "invalid-response");
    assert!(message.contains("it is JSON, but no object"), "{message}");
    let (kind, message, _) = failure("nothing").await;
    assert_eq!(kind, "invalid-response");
    assert!(message.contains("it is empty (HTTP 204"), "{message}");
    let (kind, message, _) = failure("page").await;
    assert_eq!(kind, "unavailable");
    assert!(message.contains("HTTP.502 Bad Gateway (HTTP 502"), "{message}");
}

#[wasm_bindgen_test]
async fn a_fetch_that_fails_is_a_network_error_whatever_it_throws() {
    let cases = [
        ("throws", "TypeError: thrown at once"),
        ("rejects with an error", "TypeError: fetch failed"),
        ("rejects with a string", "refused"),
        ("rejects with null", "null"),
    ];
    for (script, expected) in cases {
        let (kind, _, cause) = failure(script).await;
        assert_eq!((kind.as_str(), cause.as_str()), ("network", expected), "{script}");
    }
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_a_network_error() {
    assert_eq!(failure("breaks").await.0, "network");
}

#[wasm_bindgen_test]
async fn what_is_no_response_is_refused() {
    for script in ["undefined", "number", "object without text", "words"] {
        let (kind, message, _) = failure(script).await;
        assert_eq!((kind.as_str(), message.as_str()), ("invalid-response", UNREADABLE), "{script}");
    }
}

#[wasm_bindgen_test]
async fn what_is_as_good_as_a_response_serves() {
    for script in ["plain object", "no promise"] {
        assert_eq!(ask(script, json!({})).await["task"][0], "t", "{script}");
    }
}

#[wasm_bindgen_test]
async fn a_wrong_option_is_named_and_nothing_is_sent() {
    for (changes, field) in [
        (json!({ "taskId": null }), "taskId"),
        (json!({ "shareId": 5 }), "shareId"),
        (json!({ "projectId": { "a": 1 } }), "projectId"),
        (json!({ "region": "cn-nort-4" }), "region"),
        (json!({ "endpoint": "no url" }), "endpoint"),
        (json!({ "timeout": 0.5 }), "timeout"),
        (json!({ "maxRetries": true }), "maxRetries"),
    ] {
        let outcome = ask("task", changes.clone()).await;
        let found = (&outcome["error"]["kind"], &outcome["error"]["field"], &outcome["log"]);
        assert_eq!(found, (&json!("invalid-request"), &json!(field), &json!([])), "{changes}");
    }
}

#[wasm_bindgen_test]
async fn an_endpoint_is_brought_into_the_platforms_normal_form() {
    for (endpoint, start) in [
        ("HTTPS://Proxy.Example:443/a/../sfs/", "https://proxy.example/sfs/v1/"),
        ("http://127.1:8080", "http://127.0.0.1:8080/v1/"),
        ("/proxy", "https://console.example/proxy/v1/"),
        ("https://bücher.example", "https://xn--bcher-kva.example/v1/"),
    ] {
        let outcome = ask("task", json!({ "endpoint": endpoint })).await;
        let url = outcome["log"][1]["url"].as_str().unwrap_or_default();
        assert!(url.starts_with(start), "{endpoint}: {url}");
    }
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_through_the_call() {
    let outcome = ask("task", json!({ "tokenFunction": true })).await;
    assert_eq!(outcome["log"][0], "token false");
    assert_eq!(outcome["log"][2]["headers"], json!({ "X-Auth-Token": "given-token" }));
}
