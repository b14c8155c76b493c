//! Attempts without an answer: the error, whether it is retried, and whether the request may have acted.

use super::{create_task, failure, get_task, network, steps};
use crate::call::event::{Fault, Happened};
use crate::error::{Error, ErrorKind};
use crate::value::Value;

const START: &str = "getTask: no answer for task t: ";

fn fault(code: &'static str, words: &'static str) -> Happened<'static> {
    Happened::Fault(Fault::Network { code, words, in_page: false })
}

/// The error of a call that is not retried.
fn error(happened: Happened<'static>) -> Box<Error> {
    let mut asked = get_task();
    asked.options.iter_mut().find(|(option, _)| option.name == "maxRetries").unwrap().1 = Value::Whole(0);
    failure(&asked, &[happened])
}

#[test]
fn the_error_of_a_failed_connection_contains_the_reason_that_the_host_gives() {
    let start = format!("{START}the connection failed");
    let refused = "connect ECONNREFUSED 127.0.0.1:9";
    for (code, words, reason) in [
        ("", "", ""),
        ("ECONNREFUSED", refused, " (connect ECONNREFUSED 127.0.0.1:9)"),
        ("ECONNREFUSED", "", " (ECONNREFUSED)"),
        ("UND_ERR_SOCKET", "other side closed", " (UND_ERR_SOCKET other side closed)"),
        ("UND_ERR_ABORTED", "Proxy response () !== 200", " (UND_ERR_ABORTED Proxy response () !== 200)"),
        ("", "Proxy response (407)", " (Proxy response (407))"),
        ("UND_ERR_ABORTED", "Proxy response (abc)", " (UND_ERR_ABORTED Proxy response (abc))"),
        ("UND_ERR_ABORTED", "Proxy response (4071)", " (UND_ERR_ABORTED Proxy response (4071))"),
    ] {
        let error = error(fault(code, words));
        assert_eq!((&*error.message, error.retryable), (&*format!("{start}{reason}"), true));
    }
}

#[test]
fn in_a_page_the_error_mentions_cors() {
    let error = error(Happened::Fault(Fault::Network { code: "", words: "Failed to fetch", in_page: true }));
    let start = "the connection failed (Failed to fetch); in a browser CORS may be the cause";
    assert!(error.message.starts_with(&format!("{START}{start}")), "{}", error.message);
}

#[test]
fn a_certificate_that_is_not_trusted_is_not_retried() {
    let advice = "; if a company proxy decrypts TLS, set NODE_EXTRA_CA_CERTS to its root certificate";
    for (code, advice) in [
        ("CERT_HAS_EXPIRED", ""),
        ("ERR_TLS_CERT_ALTNAME_INVALID", ""),
        ("DEPTH_ZERO_SELF_SIGNED_CERT", advice),
        ("SELF_SIGNED_CERT_IN_CHAIN", advice),
        ("UNABLE_TO_VERIFY_LEAF_SIGNATURE", advice),
        ("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", advice),
    ] {
        let error = failure(&get_task(), &[network(code)]);
        assert_eq!((error.kind, error.retryable), (ErrorKind::Network, false));
        assert_eq!(error.message, format!("{START}the certificate is not trusted ({code}){advice}"));
    }
}

#[test]
fn a_refusal_by_a_proxy_has_its_own_sentence_and_is_retried_only_after_a_5xx() {
    let password = "; the proxy needs a user name and a password: put them into its URL";
    for (code, words, status, advice, retryable) in [
        (
            "UND_ERR_ABORTED",
            "AbortError: Proxy response (407) !== 200 when HTTP Tunneling",
            407,
            password,
            false,
        ),
        ("UND_ERR_INVALID_ARG", "Proxy Authentication Required (407)", 407, password, false),
        ("UND_ERR_ABORTED", "Proxy response (403) !== 200 when HTTP Tunneling", 403, "", false),
        ("UND_ERR_ABORTED", "Proxy response (503) !== 200 when HTTP Tunneling", 503, "", true),
    ] {
        let error = error(fault(code, words));
        assert_eq!((error.kind, error.retryable), (ErrorKind::Network, retryable));
        assert_eq!(error.message, format!("{START}the proxy refused the connection (HTTP {status}){advice}"));
    }
}

#[test]
fn a_dispatcher_from_another_version_of_undici_is_recognised() {
    let wrong = fault("UND_ERR_INVALID_ARG", "InvalidArgumentError: invalid onRequestStart method");
    let said = "(UND_ERR_INVALID_ARG InvalidArgumentError: invalid onRequestStart method)";
    let advice = "; the dispatcher and fetch are from different versions of undici: pass the dispatcher's own fetch too";
    let error = failure(&get_task(), &[wrong]);
    assert_eq!(
        (error.message, error.retryable),
        (format!("{START}the connection failed {said}{advice}"), false)
    );
    let other = failure(&get_task(), &[fault("UND_ERR_INVALID_ARG", "invalid path")]);
    assert_eq!(other.message, format!("{START}the connection failed (UND_ERR_INVALID_ARG invalid path)"));
}

#[test]
fn a_failure_before_anything_was_sent_leaves_no_doubt_whether_a_task_was_created() {
    let doubt = "the task may exist";
    for (code, words) in [
        ("UND_ERR_ABORTED", "Proxy response (407) !== 200 when HTTP Tunneling"),
        ("UND_ERR_ABORTED", "Proxy response (503) !== 200 when HTTP Tunneling"),
        ("UND_ERR_INVALID_ARG", "invalid onError method"),
        ("SELF_SIGNED_CERT_IN_CHAIN", ""),
        ("CERT_HAS_EXPIRED", ""),
        ("ECONNREFUSED", ""),
    ] {
        let error = failure(&create_task(), &[fault(code, words), fault(code, words), fault(code, words)]);
        assert!(!error.message.contains(doubt), "{}", error.message);
    }
    let (said, error) = steps(&create_task(), &[fault("UND_ERR_ABORTED", "This operation was aborted")], 1e9);
    assert_eq!(said, ["send"]);
    assert!(error.unwrap().message.contains(doubt));
}

#[test]
fn a_fetch_without_a_response_is_named() {
    let reason = |function| failure(&get_task(), &[Happened::Fault(Fault::NoResponse { function })]).reason;
    let start = "the answer for task t is not a task: ";
    assert_eq!(reason(""), format!("{start}fetch gave no readable response"));
    assert_eq!(
        reason("ofetch"),
        format!("{start}the function passed as fetch (ofetch) gave no readable response")
    );
}

#[test]
fn an_unreachable_host_received_nothing_only_if_the_failure_was_while_connecting() {
    for code in ["EHOSTUNREACH", "ENETUNREACH"] {
        let connecting = fault(code, "connect EHOSTUNREACH 10.0.0.1:443");
        assert_eq!(steps(&create_task(), &[connecting], 1e9).0, ["send", "pause 125"]);
        for words in ["read EHOSTUNREACH", "write ENETUNREACH", ""] {
            let (said, error) = steps(&create_task(), &[fault(code, words)], 1e9);
            assert_eq!((said, error.unwrap().retryable), (vec!["send".to_owned()], false), "{words}");
        }
    }
}
