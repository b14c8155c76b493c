//! Each event as JavaScript tells it.

use super::{GET_TASK, Said, URL, WAIT_FOR_TASK, begun};

/// The reason that a call fails with, which is the fourth part.
fn reason(said: &Said<'_>) -> String {
    let told = said.told();
    assert!(told.starts_with("fail|"), "{told}");
    told.split('|').nth(3).unwrap().to_owned()
}

/// A call that is not tried again.
fn impatient<'a>() -> Said<'a> {
    let mut said = Said { history: 2, ..begun(GET_TASK) };
    said.options.push(("maxRetries", "n0"));
    said
}

#[test]
fn what_was_to_be_done_is_done() {
    // A call that has only begun would ask the function.
    let asked = Said { sign_in: 1, ..begun(GET_TASK) };
    for kind in [2, 8] {
        let told = asked.clone().after(kind, &[]).told();
        assert_eq!(told, format!("send|2|20000|1048576|{URL}|"), "{kind}");
    }
}

#[test]
fn a_token_that_there_is_not_is_told_with_its_problem_and_the_refusal_before_it() {
    let asked = Said { sign_in: 1, ..begun(GET_TASK) };
    let failed = asked.clone().after(3, &["function failed: see cause"]);
    let sentence = "the token function failed: see cause";
    assert_eq!(failed.told(), format!("fail|no-credentials||{sentence}|getTask: {sentence}|0||0||"));
    let answer = ["function failed: see cause", "401", "r", "", "0", "0", "", "text", "", ""];
    let refused = Said { history: 1, ..asked }.after(3, &answer);
    assert_eq!(reason(&refused), "the token was refused for task t");
}

#[test]
fn a_connection_that_failed_is_told_with_its_code_its_words_and_where_it_was() {
    let start = "no answer for task t: the connection failed (A b)";
    assert_eq!(reason(&impatient().after(5, &["A", "b", "0"])), start);
    let cors = "; in a browser CORS may be the cause: use a proxy on the page's own origin \
                (pass endpoint: \"/path\")";
    assert_eq!(reason(&impatient().after(5, &["A", "b", "1"])), format!("{start}{cors}"));
}

#[test]
fn what_gave_no_response_is_told_by_its_name() {
    assert_eq!(
        reason(&impatient().after(6, &["ofetch"])),
        "the answer for task t is not a task: the function passed as fetch (ofetch) gave no readable response"
    );
}

#[test]
fn the_time_that_is_over_is_one_attempts_or_the_calls() {
    let over = |kind| reason(&impatient().after(kind, &[]));
    assert_eq!(over(7), "no answer for task t within 20000 ms (attemptTimeout)");
    assert_eq!(over(9), "no answer for task t within 60000 ms (timeout)");
}

#[test]
fn a_look_is_told_with_its_status_its_end_its_message_and_its_request() {
    let look = |details: &[&'static str]| begun(WAIT_FOR_TASK).after(10, details).told();
    let message = "waitForTask: task t of file system s ended as FAIL: bucket gone";
    assert_eq!(
        look(&["FAIL", "1", "bucket gone", "r"]),
        format!("fail|task-failed||bucket gone|{message}|0|r|0||")
    );
    assert!(
        look(&["CANCELLED", "1", "m", "r"]).starts_with("fail|task-failed|CLIENT.TASK_STATUS_UNKNOWN|m|")
    );
    assert!(look(&["CANCELLED", "0", "m", "r"]).starts_with("pause|"));
}

#[test]
fn the_time_that_is_left_and_the_callers_own_interval_are_told() {
    let mut wait = begun(WAIT_FOR_TASK).after(10, &["DOING", "0", "", "r"]);
    wait.options.extend([("interval", "c"), ("waitTimeout", "n60000")]);
    let own = Said { interval: "n3000", ..wait.clone() };
    assert_eq!(own.told(), "pause|24|3000|59000|250|0");
    let short = Said { remaining: 2_500, ..own };
    assert_eq!(short.told(), "pause|24|1500|1500|250|0");
    let wrong = Said { interval: "n5", ..wait };
    assert_eq!(reason(&wrong), "interval must be a whole number from 250 to 2147483647");
}

#[test]
fn an_endpoint_and_the_page_it_is_on_are_told() {
    let mut call =
        Said { page_origin: "https://a.example", endpoint_url: "https://a.example/p", ..begun(GET_TASK) };
    call.options.push(("endpoint", "s/p"));
    let url = "https://a.example/p/v1/p/sfs-turbo/s/hpc-cache/task/t";
    assert_eq!(call.told(), format!("send|2|20000|1048576|{url}|"));
    let elsewhere = Said { endpoint_url: "https://b.example/p", ..call.clone() };
    assert_eq!(reason(&elsewhere), "endpoint must stay on the page's own origin");
    let nothing = Said { sign_in: 4, ..begun(GET_TASK) };
    assert_eq!(reason(&nothing), "token is null, so pass an endpoint: a proxy that adds the token");
    let refused = |sign_in| Said { sign_in, ..call.clone() }.answered("401", &["text", ""]).told();
    assert!(refused(4 + 16).contains("; no cookies were sent: "));
    assert!(!refused(4).contains("cookies"));
}

#[test]
fn names_that_no_option_has_are_told() {
    let unknown = Said { unknown: vec!["requestId", "project_id"], ..begun(GET_TASK) };
    assert_eq!(reason(&unknown), "project_id is not an option: pass projectId");
    // What comes after them is read as what it is.
    let passing = Said { unknown: vec!["requestId", "status"], ..impatient() }.after(6, &["ofetch"]);
    assert!(reason(&passing).contains("(ofetch)"));
}
