//! Requests that are sent again.

use serde_json::json;
use sfs_turbo_tasks::client::ClientOptions;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Service, fetch_that, get, get_by, replace};

fn patient(service: &Service, max_retries: u32) -> ClientOptions {
    ClientOptions { max_retries: Some(max_retries), ..service.options() }
}

#[wasm_bindgen_test]
async fn a_request_is_sent_again_after_503() {
    let service = Service::new();
    service.fault(json!({ "status": 503 }));
    assert!(get(patient(&service, 1)).await.is_ok());
    let requests = service.requests();
    assert_eq!(requests.as_array().map(Vec::len), Some(2));
    assert_eq!(requests[0], requests[1]);
}

#[wasm_bindgen_test]
async fn a_request_is_sent_again_after_a_broken_connection_and_a_body_that_breaks_off() {
    let service = Service::new();
    service.fault(json!({ "reject": "network" }));
    service.fault(json!({ "cutOff": 20 }));
    assert!(get(patient(&service, 2)).await.is_ok());
    assert_eq!(service.aborted(), [true, true, false]);
}

#[wasm_bindgen_test]
async fn after_the_last_retry_the_failure_is_told_with_the_attempts() {
    let service = Service::new();
    service.misbehave("{\"status\":500}", 2.0);
    let error = get(patient(&service, 1)).await.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code(), error.attempts()), ("unavailable", "HTTP.500", 2));
}

#[wasm_bindgen_test]
async fn a_retry_after_that_is_longer_than_the_call_ends_it_at_once() {
    for header in ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"] {
        let service = Service::new();
        service.fault(json!({ "status": 429, "headers": { "Retry-After": header } }));
        let error = get(patient(&service, 2)).await.unwrap_err();
        assert_eq!((error.kind().as_str(), error.code(), error.attempts()), ("throttled", "HTTP.429", 1));
    }
}

#[wasm_bindgen_test]
async fn a_date_to_wait_for_is_counted_by_the_answers_own_clock() {
    let service = Service::new();
    let headers = json!({
        "Date": "Fri, 01 Jan 2100 00:00:00 GMT", "Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"
    });
    service.fault(json!({ "status": 503, "headers": headers }));
    assert!(get(patient(&service, 1)).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_date_that_has_passed_asks_for_no_wait() {
    let service = Service::new();
    let header = "Sat, 01 Jan 2000 00:00:00 GMT";
    service.fault(json!({ "status": 503, "headers": { "Retry-After": header } }));
    assert!(get(patient(&service, 1)).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_refusal_is_not_sent_again() {
    let service = Service::new();
    service.fault(json!({ "status": 400 }));
    let error = get(patient(&service, 2)).await.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code(), error.attempts()), ("rejected", "HTTP.400", 1));
}

#[wasm_bindgen_test]
async fn a_page_that_has_replaced_date_and_math_is_told_of_its_failure() {
    let restore = ["Date", "Math"].map(|name| replace(name, &js_sys::Object::new()));
    let error = get_by(fetch_that("says when to come again")).await.unwrap_err();
    for function in restore {
        function.call0(&JsValue::UNDEFINED).unwrap();
    }
    assert_eq!((error.kind().as_str(), error.code()), ("unavailable", "HTTP.503"));
}
