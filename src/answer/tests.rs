//! Answers and the errors that they become: kind, code and the whole sentence.

use super::Answer;
use super::error_body::Body;
use super::error_body::tests::body;
use crate::error::{Error, ErrorKind};
use crate::operation::create_task::CREATE_TASK;
use crate::operation::get_task::GET_TASK;
use crate::request::tests::{USUAL, asked};
use crate::value::Value;
use serde_json::{Value as Json, json};

pub(crate) fn answer(status: u16, body: Body<'_>) -> Answer<'_> {
    Answer { status, request_id: "r", retry_after: 0.0, body, missing: "", signed: "" }
}

fn error(answer: &Answer<'_>) -> Box<Error> {
    answer.error(&asked(&GET_TASK, &USUAL))
}

fn of_json(status: u16, json: &Json) -> Box<Error> {
    error(&answer(status, body(json)))
}

#[test]
fn a_missing_task_is_not_found_though_its_status_is_400() {
    let error = of_json(400, &json!({ "errCode": "SFS.TURBO.0106", "errMsg": "Invalid task id." }));
    assert_eq!(error.kind, ErrorKind::NotFound);
    assert_eq!(error.code(), "SFS.TURBO.0106");
    assert_eq!(error.reason, "Invalid task id.");
    assert_eq!(
        error.message,
        "found no task t of file system s: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id r)"
    );
}

#[test]
fn a_missing_file_system_is_not_found_and_is_named() {
    let error = of_json(404, &json!({ "errCode": "SFS.TURBO.0002", "errMsg": "no such share" }));
    assert_eq!(error.kind, ErrorKind::NotFound);
    assert_eq!(
        error.message,
        "found no file system s: SFS.TURBO.0002 no such share (HTTP 404, request id r)"
    );
}

#[test]
fn a_407_comes_from_a_proxy_and_says_what_the_proxy_needs() {
    let error = self::error(&answer(407, Body::Text("")));
    assert_eq!((error.kind, &*error.code, error.retryable), (ErrorKind::Rejected, "HTTP.407", false));
    let advice = "the proxy needs a user name and a password: put them into its URL";
    let expected = "the request was rejected for task t: HTTP.407";
    assert_eq!(error.message, format!("{expected}; {advice} (HTTP 407, request id r)"));
}

#[test]
fn a_404_without_a_code_of_the_service_means_a_wrong_address_and_not_a_missing_task() {
    let advice = "; there is no such API at this address: check endpoint, region and the path of your proxy";
    let error = of_json(404, &json!({ "error_code": "APIGW.0101", "error_msg": "no such API" }));
    assert_eq!((error.kind, error.code()), (ErrorKind::Rejected, "APIGW.0101"));
    let expected = "the request was rejected for task t: APIGW.0101 no such API";
    assert_eq!(error.message, format!("{expected}{advice} (HTTP 404, request id r)"));
    let page = self::error(&answer(404, Body::Text("<html><title>404 Not Found</title>")));
    assert_eq!((page.kind, &*page.code), (ErrorKind::Rejected, "HTTP.404"));
    let expected = "the request was rejected for task t: HTTP.404 404 Not Found";
    assert_eq!(page.message, format!("{expected}{advice} (HTTP 404, request id r)"));
}

#[test]
fn a_missing_permission_names_the_action_that_is_needed() {
    let error = of_json(403, &json!({ "errCode": "SFS.TURBO.9000", "errMsg": "no privileges to operate" }));
    assert_eq!(error.kind, ErrorKind::Forbidden);
    assert_eq!(
        error.message,
        "no permission for task t of file system s: SFS.TURBO.9000 no privileges to operate; the user needs the IAM action \
         sfsturbo:shares:getDataRepositoryTask (HTTP 403, request id r)"
    );
}

#[test]
fn every_sentence_takes_its_names_from_the_table() {
    let place = [
        ("region", Value::Text("cn-north-4")),
        ("projectId", Value::Text("p")),
        ("shareId", Value::Text("s")),
    ];
    let asked = asked(&CREATE_TASK, &place);
    for (status, start) in [
        (401, "the token was refused for a new task of file system s: HTTP.401 ("),
        (
            403,
            "no permission for a new task of file system s: HTTP.403; the user needs the IAM action sfsturbo:shares:createDataRepositoryTask (",
        ),
        (409, "the request was rejected for a new task of file system s: HTTP.409 ("),
        (429, "the request was throttled for a new task of file system s: HTTP.429 ("),
        (503, "the service is unavailable for a new task of file system s: HTTP.503 ("),
        (204, "the answer for a new task of file system s is not the id of a new task: it is empty ("),
    ] {
        let message = answer(status, Body::Text("")).error(&asked).message;
        assert!(message.starts_with(start), "{message}");
    }
}

#[test]
fn an_answer_without_a_code_gets_a_code_from_its_status() {
    let error = error(&answer(502, Body::Text("<html><title>Bad Gateway</title>")));
    assert_eq!((error.kind, error.code()), (ErrorKind::Unavailable, "HTTP.502"));
    let expected = "the service is unavailable for task t: HTTP.502 Bad Gateway (HTTP 502, request id r)";
    assert_eq!(error.message, expected);
    let error = self::error(&answer(503, Body::Text("")));
    assert_eq!(error.reason, "the service is unavailable for task t");
    assert_eq!(error.message, "the service is unavailable for task t: HTTP.503 (HTTP 503, request id r)");
}

#[test]
fn the_request_id_comes_from_the_header_or_else_from_the_body() {
    let json = json!({ "error_code": "APIGW.0301", "error_msg": "no", "request_id": "of-body" });
    assert_eq!(of_json(401, &json).request_id, "r");
    let hidden = error(&Answer { request_id: "", ..answer(401, body(&json)) });
    assert_eq!(hidden.request_id, "of-body");
    let none = error(&Answer { request_id: "", ..answer(500, Body::Text("")) });
    assert_eq!(none.message, "the service is unavailable for task t: HTTP.500 (HTTP 500, request id none)");
}

#[test]
fn the_limit_from_the_gateways_message_is_in_the_sentence() {
    let said = "Throttled: policy user over ratelimit,limit:200,time:1 second";
    let error = of_json(429, &json!({ "error_code": "APIG.0308", "error_msg": said }));
    assert_eq!(error.reason, said);
    let expected = format!(
        "the request was throttled for task t: APIG.0308 {said}; the limit is 200 calls in 1 second \
         (HTTP 429, request id r)"
    );
    assert_eq!(error.message, expected);
}

#[test]
fn a_success_with_an_unexpected_body_is_an_invalid_response_that_says_why() {
    let (empty, complaint) = (json!({}), json!({ "errCode": "A", "errMsg": "b" }));
    let cases = [
        (200, Body::Text("<html>"), "", "it is not valid JSON"),
        (200, Body::Text("{\"task_id\": \"t"), "", "it is not valid JSON"),
        (204, Body::Text(""), "", "it is empty"),
        (200, Body::TooLarge, "", "it is larger than maxResponseBytes"),
        (200, Body::OtherJson, "", "it is JSON, but not an object"),
        (200, body(&empty), "task_id", "it has no task_id"),
        (200, body(&empty), "status", "it has no status"),
        (200, body(&complaint), "task_id", "it has no task_id, but says A b"),
    ];
    for (status, body, missing, problem) in cases {
        let error = error(&Answer { missing, ..answer(status, body) });
        assert_eq!((error.kind, error.code()), (ErrorKind::InvalidResponse, "CLIENT.INVALID_RESPONSE"));
        assert_eq!(error.reason, format!("the answer for task t is not a task: {problem}"));
        assert_eq!(error.message, format!("{} (HTTP {status}, request id r)", error.reason));
        assert_eq!(error.http_status, status);
    }
}

#[test]
fn a_redirect_is_refused() {
    for status in [0, 301, 302, 307, 308] {
        let error = error(&answer(status, Body::Text("")));
        assert_eq!(error.kind, ErrorKind::InvalidResponse);
        let reason = "the answer for task t is not a task: it is a redirect, and redirects are not followed";
        assert_eq!(error.reason, reason);
    }
}

#[test]
fn a_status_that_has_no_meaning_is_an_invalid_response() {
    for status in [100, 199, 600] {
        let error = error(&answer(status, Body::Text("")));
        assert_eq!(
            error.reason, "the answer for task t is not a task: its HTTP status is not valid",
            "{status}"
        );
    }
}

#[test]
fn only_an_answer_that_may_hide_a_new_task_says_that_it_may_exist() {
    let place = [("shareId", Value::Text("s"))];
    let asked = asked(&CREATE_TASK, &place);
    let message = |status| answer(status, Body::Text("")).error(&asked).message;
    let start = "the request was rejected for a new task of file system s";
    assert_eq!(message(409), format!("{start}: HTTP.409 (HTTP 409, request id r)"));
    let start = "the answer for a new task of file system s is not the id of a new task";
    let redirect = "it is a redirect, and redirects are not followed";
    assert_eq!(message(302), format!("{start}: {redirect} (HTTP 302, request id r)"));
    let doubt = "the task may exist: list the tasks before you create it again";
    assert_eq!(message(200), format!("{start}: it is empty (HTTP 200, request id r); {doubt}"));
}
