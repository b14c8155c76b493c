//! The wasm suite: the core as JavaScript calls it, over the platform's own `Response`, streams and `Date`.
//!
//! `tests/node.rs` and `tests/browser.rs` run all of it, each in its own place.

use serde_json::{Value, json};
use sfs_turbo_tasks::bindings::{self, Call, get_task};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/tests/common/host.js")]
extern "C" {
    #[wasm_bindgen(extends = Call)]
    type ScriptedCall;

    #[wasm_bindgen(constructor)]
    fn new(script: &str) -> ScriptedCall;

    #[wasm_bindgen(method)]
    fn connect(this: &ScriptedCall, settled: &Closure<dyn FnMut(JsValue, bool)>);

    fn settled(call: &ScriptedCall) -> js_sys::Promise;
}

const URL: &str = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/task/t";

/// The options in the order in which js/client.ts hands them over.
const OPTIONS: [&str; 10] = [
    "region",
    "endpoint",
    "projectId",
    "shareId",
    "taskId",
    "timeout",
    "attemptTimeout",
    "maxRetries",
    "maxResponseBytes",
    "allowInsecure",
];

/// What an option is, as `typeCode` of js/client.ts gives it.
fn type_code(value: &Value) -> u32 {
    match value {
        Value::Null => 0,
        Value::String(_) => 1,
        Value::Number(_) => 2,
        Value::Bool(false) => 3,
        Value::Bool(true) => 4,
        Value::Array(_) | Value::Object(_) => 5,
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
    let types = OPTIONS.iter().rev().fold(0, |digits, name| digits * 8 + type_code(&options[*name]));
    let text = |name: &str| options[name].as_str().map(str::to_owned);
    let number = |name: &str| options[name].as_f64().unwrap_or_default();
    let call = ScriptedCall::new(script);
    let place = get_task(
        JsValue::clone(&call).unchecked_into(),
        types,
        text("region"),
        text("endpoint"),
        text("projectId"),
        text("shareId"),
        text("taskId"),
        options["tokenFunction"] == true,
        number("timeout"),
        number("attemptTimeout"),
        number("maxRetries"),
        number("maxResponseBytes"),
    );
    let tell = Closure::new(move |value, failed| bindings::settled(place, value, failed));
    call.connect(&tell);
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
async fn one_request_is_sent() {
    let request = json!({ "url": URL, "header": "X-Auth-Token", "milliseconds": 20_000, "limit": 1000 });
    assert_eq!(ask("task", json!({})).await["log"], json!([request]));
}

#[wasm_bindgen_test]
async fn names_known_and_new_come_as_the_service_writes_them() {
    for (script, expected) in
        [("known names", ["import_metadata", "FAIL"]), ("new names", ["verify", "PAUSED"])]
    {
        let outcome = ask(script, json!({})).await;
        assert_eq!([&outcome["task"][1], &outcome["task"][2]], expected, "{script}");
    }
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
async fn characters_beyond_ascii_come_through() {
    assert_eq!(ask("characters", json!({})).await["task"][7], "é€😀");
}

#[wasm_bindgen_test]
async fn a_body_that_is_too_large_is_refused() {
    let outcome = ask("large", json!({})).await;
    assert_eq!(outcome["error"]["kind"], "invalid-response");
    assert_eq!(
        outcome["error"]["errMsg"],
        "the answer for task t is not a task: it is larger than maxResponseBytes"
    );
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
async fn a_fetch_that_fails_is_a_network_error_whatever_it_rejects_with() {
    let cases = [
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
async fn a_body_that_breaks_off_is_a_network_error_and_its_request_is_abandoned() {
    let outcome = ask("breaks", json!({})).await;
    assert_eq!(outcome["error"]["kind"], "network");
    assert_eq!(outcome["log"][1], "abandoned");
}

#[wasm_bindgen_test]
async fn what_is_no_response_is_refused_and_its_request_abandoned() {
    for script in ["undefined", "number", "no status", "status 0", "unreadable"] {
        let outcome = ask(script, json!({})).await;
        let error = &outcome["error"];
        assert_eq!(
            (&error["kind"], &error["message"]),
            (&json!("invalid-response"), &json!(UNREADABLE)),
            "{script}"
        );
        assert_eq!(
            outcome["log"].as_array().and_then(|log| log.last()),
            Some(&json!("abandoned")),
            "{script}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_redirect_that_a_browser_hides_is_refused() {
    let outcome = ask("redirect", json!({})).await;
    assert_eq!(outcome["error"]["kind"], "invalid-response");
    assert!(outcome["error"]["message"].as_str().unwrap().contains("it is a redirect"));
}

#[wasm_bindgen_test]
async fn a_time_to_wait_that_says_nothing_does_not_cost_the_error() {
    let outcome = ask("throttled", json!({})).await;
    assert_eq!(
        (&outcome["error"]["kind"], &outcome["error"]["httpStatus"]),
        (&json!("throttled"), &json!(429))
    );
}

#[wasm_bindgen_test]
async fn what_is_as_good_as_a_response_serves() {
    assert_eq!(ask("plain object", json!({})).await["task"][0], "t");
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
        let url = outcome["log"][0]["url"].as_str().unwrap_or_default();
        assert!(url.starts_with(start), "{endpoint}: {url}");
    }
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_through_the_call() {
    let outcome = ask("task", json!({ "tokenFunction": true })).await;
    assert_eq!(outcome["log"][0], "token false");
    assert_eq!(outcome["log"][1]["url"], URL);
}
