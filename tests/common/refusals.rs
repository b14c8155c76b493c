//! Answers other than the requested one.

use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientOptions, GetTask};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{FIRST_ID, Service, TASK, ask, fetch_that, get, get_by, get_with, told};

fn not_a_task(problem: &str, status: u16) -> String {
    format!(
        "getTask: the answer for task {TASK} is not a task: {problem} (HTTP {status}, request id {FIRST_ID})"
    )
}

#[wasm_bindgen_test]
async fn a_missing_task_is_not_found_with_the_services_code() {
    let service = Service::new();
    let error = Client::new(service.options()).get_task(ask("t")).await.unwrap_err();
    let message = format!(
        "getTask: found no task t of file system {}: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id {FIRST_ID})",
        super::SHARE
    );
    assert_eq!(told(&error), ("not-found", "SFS.TURBO.0106", &*message));
    assert_eq!((error.reason(), error.http_status()), ("Invalid task id.", Some(400)));
    assert_eq!((error.request_id(), error.operation()), (Some(FIRST_ID), "getTask"));
    assert_eq!((error.attempts(), error.retryable(), error.field()), (1, false, None));
    assert_eq!(error.to_string(), message);
}

#[wasm_bindgen_test]
async fn a_refusal_names_the_iam_action_that_is_needed() {
    let service = Service::new();
    let asked = GetTask { share_id: "s".to_owned(), task_id: "t".to_owned() };
    let error = Client::new(service.options()).get_task(asked).await.unwrap_err();
    let message = format!(
        "getTask: no permission for task t of file system s: SFS.TURBO.9000 no privileges to operate; the user needs the IAM \
         action sfsturbo:shares:getDataRepositoryTask (HTTP 403, request id {FIRST_ID})"
    );
    assert_eq!(told(&error), ("forbidden", "SFS.TURBO.9000", &*message));
}

#[wasm_bindgen_test]
async fn an_address_where_nothing_answers_is_not_a_missing_task() {
    let service = Service::new();
    let endpoint = Some("https://sfs-turbo.emulator.invalid/wrong".to_owned());
    let error = get(ClientOptions { endpoint, ..service.options() }).await.unwrap_err();
    assert_eq!((error.kind().as_str(), error.code()), ("rejected", "APIGW.0101"));
    assert!(error.message().contains("there is no such API at this address: check endpoint"), "{error}");
    let error = get_with(json!({ "status": 404 })).await;
    assert_eq!((error.kind().as_str(), error.code()), ("rejected", "HTTP.404"));
}

#[wasm_bindgen_test]
async fn a_denial_keeps_its_encoded_message_and_its_code_inside_of_a_list() {
    let details =
        json!([{ "error_code": "PAP5.0001", "error_msg": "denied", "encoded_authorization_message": "e" }]);
    let error = get_with(json!({ "status": 403, "body": json!({ "details": details }).to_string() })).await;
    assert_eq!((error.code(), error.reason()), ("PAP5.0001", "denied"));
    assert_eq!(error.encoded_authorization_message(), Some("e"));
}

#[wasm_bindgen_test]
async fn iams_old_form_has_its_code_as_a_number_inside_of_an_object() {
    let body = json!({ "error": { "code": 401, "message": "no", "title": "Unauthorized" } }).to_string();
    let error = get_with(json!({ "status": 401, "body": body })).await;
    assert_eq!((error.kind().as_str(), error.code(), error.reason()), ("unauthenticated", "401", "no"));
}

#[wasm_bindgen_test]
async fn an_error_page_says_its_title() {
    let error = get_with(json!({ "status": 502, "body": "<html><title>Bad Gateway</title>" })).await;
    assert_eq!(
        (error.kind().as_str(), error.code(), error.reason()),
        ("unavailable", "HTTP.502", "Bad Gateway")
    );
    assert!(error.retryable());
}

#[wasm_bindgen_test]
async fn what_is_no_task_is_refused_and_says_what_it_is() {
    for (body, problem) in [
        ("<html>welcome</html>", "it is not valid JSON"),
        ("", "it is empty"),
        ("[{}]", "it is JSON, but not an object"),
        ("null", "it is JSON, but not an object"),
        ("{\"task_id\":\"t\"}", "it has no status"),
        ("{\"task_id\":5,\"status\":\"DOING\"}", "it has no task_id"),
        ("{\"errCode\":\"A\",\"errMsg\":\"b\"}", "it has no task_id, but says A b"),
    ] {
        let error = get_with(json!({ "status": 200, "body": body })).await;
        let message = not_a_task(problem, 200);
        assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
        assert_eq!(error.http_status(), Some(200));
    }
    let error = get_with(json!({ "status": 204 })).await;
    assert_eq!(error.message(), not_a_task("it is empty", 204));
}

#[wasm_bindgen_test]
async fn a_body_that_is_larger_than_allowed_is_refused_and_read_no_further() {
    let service = Service::new();
    service.fault(json!({ "chunkSize": 50, "hang": 150 }));
    let error = get(ClientOptions { max_response_bytes: Some(100), ..service.options() }).await.unwrap_err();
    let message = not_a_task("it is larger than maxResponseBytes", 200);
    assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
    let body = json!({ "task_id": "t", "status": "DOING" }).to_string();
    for (limit, good) in [(body.len() as u64, true), (body.len() as u64 - 1, false)] {
        service.fault(json!({ "body": body }));
        let outcome = get(ClientOptions { max_response_bytes: Some(limit), ..service.options() }).await;
        assert_eq!(outcome.is_ok(), good, "{limit}");
    }
}

#[wasm_bindgen_test]
async fn a_redirect_is_refused_whether_it_can_be_seen_or_not() {
    let problem = "it is a redirect, and redirects are not followed";
    let service = Service::new();
    service.fault(json!({ "status": 302, "headers": { "location": "https://elsewhere.invalid/" } }));
    let error = get(service.options()).await.unwrap_err();
    assert_eq!(error.message(), not_a_task(problem, 302));
    assert_eq!(service.requests().as_array().map(Vec::len), Some(1));
    let error = get_by(fetch_that("a hidden redirect")).await.unwrap_err();
    assert_eq!(error.http_status(), None);
    let message =
        format!("getTask: the answer for task t is not a task: {problem} (HTTP 0, request id none)");
    assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
}

#[wasm_bindgen_test]
async fn a_token_that_an_answer_echoes_is_not_in_the_error() {
    let body = json!({ "errCode": "emulator-token", "errMsg": "token emulator-token, or emulator-tok" });
    let error = get_with(json!({ "status": 400, "body": body.to_string() })).await;
    assert_eq!((error.code(), error.reason()), ("[token]", "token [token], or [token]"));
    let all = format!("{error} {error:?}");
    assert!(!all.contains("emulator-t"), "{all}");
}

#[wasm_bindgen_test]
async fn a_token_that_an_answer_echoes_with_the_escapes_of_a_url_is_not_in_the_error() {
    let escaped: String = "emulator-token".bytes().map(|byte| format!("%{byte:x}")).collect();
    for (message, reason) in [
        (format!("100%25 of {escaped}, \"a\" and %22a%22"), "100% of [token], \"a\" and %22a%22"),
        (format!("%+5 %4 %e9 %0a {escaped}%"), "%+5 %4 %e9 %0a [token]%"),
        ("bad path: a%2Fb".to_owned(), "bad path: a%2Fb"),
    ] {
        let body = json!({ "errCode": "A.1", "errMsg": message });
        let error = get_with(json!({ "status": 400, "body": body.to_string() })).await;
        assert_eq!(error.reason(), reason);
    }
}
