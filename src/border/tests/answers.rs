//! Each body of an answer as JavaScript tells it, and what its headers ask for.

use super::{GET_TASK, Said, begun, object};

/// The message that a call fails with, which is the fifth field.
fn message(said: &Said<'_>) -> String {
    let told = said.told();
    assert!(told.starts_with("fail|"), "{told}");
    told.split('|').nth(4).unwrap().to_owned()
}

#[test]
fn a_body_is_an_object_other_json_too_large_or_text() {
    let not_a_task = "getTask: the answer for task t is not a task: ";
    let of_success = |body: &[&'static str]| message(&begun(GET_TASK).answered("200", body));
    for (body, problem) in [
        (vec!["large"], "it is larger than maxResponseBytes"),
        (vec!["json"], "it is JSON, but not an object"),
        (vec!["text", "<html>"], "it is not valid JSON"),
        (vec!["text", ""], "it is empty"),
        (object(&[]), "it is not empty"),
    ] {
        assert_eq!(of_success(&body), format!("{not_a_task}{problem} (HTTP 200, request id r)"));
    }
    let header = ["200", "r", "", "0", "0", "status"];
    let missing = begun(GET_TASK).after(4, &[&header, object(&[]).as_slice(), &[""]].concat());
    assert_eq!(message(&missing), format!("{not_a_task}it has no status (HTTP 200, request id r)"));
}

#[test]
fn every_value_of_an_object_is_read() {
    let inner = object(&[("error_code", "sAPIGW.0101"), ("error_msg", "sno such API")]);
    let mut body = object(&[]);
    body[1] = "20";
    body.extend(&inner[2..]);
    assert_eq!(
        message(&begun(GET_TASK).answered("400", &body)),
        "getTask: the request was rejected for task t: APIGW.0101 no such API (HTTP 400, request id r)"
    );
}

/// The pause after a 503 with a `Retry-After`, whose time is told if it is a date.
fn pause(header: &str, now: &str, date: &str) -> String {
    let details = ["503", "r", header, now, date, "", "text", "", ""];
    let told = begun(GET_TASK).after(4, &details).told();
    told.split('|').nth(2).unwrap().to_owned()
}

#[test]
fn a_header_asks_for_a_pause_in_seconds_or_until_a_date() {
    assert_eq!(pause("", "1000000", "0"), "125");
    assert_eq!(pause("2", "1000000", "0"), "2000");
    assert_eq!(pause("Thu, 01 Jan 1970 00:16:43 GMT", "1000000", "1003000"), "3000");
    // A text that is no date is told as 0.
    assert_eq!(pause("soon", "0", "0"), "125");
    assert_eq!(pause("a date before another", "1003000", "1000000"), "125");
}
