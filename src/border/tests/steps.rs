//! Each step as JavaScript is told it.

use super::{DELETE_TASK, GET_TASK, Said, URL, WAIT_FOR_TASK, begun, object};

/// A refusal of a signature whose clock was wrong.
fn skewed(words: &'static str) -> Said<'static> {
    let body = object(&[("error_code", "sAPIGW.0301"), ("error_msg", words)]);
    let header = ["401", "r", "", "0", "0", ""];
    let details = [header.as_slice(), &body, &["x-sdk-date:20260102T030405Z\n"]].concat();
    Said { sign_in: 2, time: "d2026-01-02T03:04:05", ..begun(GET_TASK) }.after(4, &details)
}

#[test]
fn a_request_is_to_be_sent_with_its_limits() {
    assert_eq!(begun(GET_TASK).told(), format!("send|2|20000|1048576|{URL}|"));
    let mut own = begun(GET_TASK);
    own.options.extend([("attemptTimeout", "n5"), ("maxResponseBytes", "n7")]);
    assert_eq!(own.told(), format!("send|2|5|7|{URL}|"));
    let mut create = begun(3);
    create.options.extend([("type", "sexport"), ("srcTarget", "sd")]);
    let url = URL.trim_end_matches("/t");
    let body = r#"{"type":"export","src_target":"d","dest_target":"d"}"#;
    assert_eq!(create.told(), format!("send|2|20000|1048576|{url}|{body}"));
}

#[test]
fn a_request_that_is_signed_goes_with_what_signs_it() {
    let host = "sfs-turbo.cn-north-4.myhuaweicloud.com";
    let head = format!(
        "GET\n/v1/p/sfs-turbo/s/hpc-cache/task/t/\n\ncontent-type:application/json\nhost:{host}\n\
         x-project-id:p\nx-sdk-date:20260102T030405Z\n"
    );
    let names = "content-type;host;x-project-id;x-sdk-date";
    let signed = |names: &str, head: &str, tail: &str| {
        format!(
            "send|2|20000|1048576|{URL}||{head}|{tail}|SDK-HMAC-SHA256\n20260102T030405Z\n|SDK-HMAC-SHA256 Access=|\
             , SignedHeaders={names}, Signature=|X-Sdk-Date|20260102T030405Z|X-Project-Id|p"
        )
    };
    let key = Said { sign_in: 2, time: "d2026-01-02T03:04:05", ..begun(GET_TASK) };
    assert_eq!(key.told(), signed(names, &head, &format!("\n{names}\n")));
    let temporary = Said { sign_in: 2 + 8, ..key };
    let names = format!("{names};x-security-token");
    let head = format!("{head}x-security-token:");
    assert_eq!(temporary.told(), signed(&names, &head, &format!("\n\n{names}\n")));
}

#[test]
fn a_function_is_to_be_asked_and_asked_again_with_what_the_refusal_was() {
    let function = Said { sign_in: 1, ..begun(GET_TASK) };
    assert_eq!(function.told(), "ask|0");
    let refused = Said { history: 2, ..function }.answered("401", &["text", ""]);
    let reason = "the token was refused for task t";
    let message = format!("getTask: {reason}: HTTP.401 (HTTP 401, request id r)");
    assert_eq!(refused.told(), format!("renew|1|unauthenticated|HTTP.401|{reason}|{message}|401|r|0||"));
}

#[test]
fn a_clock_is_to_be_set_forward_or_back() {
    let ahead = "ssignature expired, signature time:20260102T030405Z,server time:20260102T032005Z";
    assert!(
        skewed(ahead).told().starts_with("sign|1||960000|unauthenticated|APIGW.0301|signature expired, ")
    );
    let back = "ssignature expired, signature time:20260102T030405Z,server time:20260102T024805Z";
    assert!(
        skewed(back).told().starts_with("sign|1|-|960000|unauthenticated|APIGW.0301|signature expired, ")
    );
}

#[test]
fn a_pause_is_told_with_its_times_its_count_and_its_failure() {
    let reason = "the service is unavailable for task t";
    let failure = |name: &str| {
        let message = format!("{name}: {reason}: HTTP.503 (HTTP 503, request id r)");
        format!("unavailable|HTTP.503|{reason}|{message}|503|r|1||")
    };
    let call = Said { history: 2, ..begun(GET_TASK) }.answered("503", &["text", ""]);
    assert_eq!(call.told(), format!("pause|260|125|125|125|1|{}", failure("getTask")));
    let rare = Said { random: 100, ..call };
    assert_eq!(rare.told(), format!("pause|260|25|25|25|1|{}", failure("getTask")));
    let wait = Said { history: 2, remaining: 1_000_000, ..begun(WAIT_FOR_TASK) };
    let missed = wait.clone().answered("503", &["text", ""]);
    assert_eq!(missed.told(), format!("pause|256|4000|66000|1000|1|{}", failure("waitForTask")));
    let looked = wait.after(10, &["DOING", "0", "", "r"]);
    assert_eq!(looked.told(), "pause|24|2000|66000|250|0");
}

#[test]
fn a_call_that_has_come_to_its_end_gives() {
    let gone = object(&[("errCode", "sSFS.TURBO.0106")]);
    // An earlier request may have acted.
    let deletion = Said { history: 256 + 4 + 2, ..begun(DELETE_TASK) }.answered("400", &gone);
    assert_eq!(deletion.told(), "give");
    assert_eq!(begun(WAIT_FOR_TASK).after(10, &["SUCCESS", "1", "", "r"]).told(), "give");
}

#[test]
fn a_failure_is_told_with_all_that_its_error_has() {
    let body = object(&[
        ("errCode", "sPAP5.0001"),
        ("errMsg", "sdenied"),
        ("request_id", "sb"),
        ("encoded_authorization_message", "se"),
    ]);
    let header = ["403", "", "", "0", "0", ""];
    let denied = begun(GET_TASK).after(4, &[&header, body.as_slice(), &[""]].concat());
    let advice = "the user needs the IAM action sfsturbo:shares:getDataRepositoryTask";
    let sentence = "getTask: no permission for task t of file system s: PAP5.0001 denied";
    let message = format!("{sentence}; {advice} (HTTP 403, request id b)");
    assert_eq!(denied.told(), format!("fail|forbidden|PAP5.0001|denied|{message}|403|b|0||e"));
    let mut wrong = begun(GET_TASK);
    wrong.options.push(("taskId", "n5"));
    let reason = "taskId must be a string, not a number";
    assert_eq!(wrong.told(), format!("fail|invalid-request||{reason}|getTask: {reason}|0||0|taskId|"));
}
