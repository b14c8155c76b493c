//! Failed looks: temporary failures end a wait only after several in a row, other failures end it at once.

use super::{Wait, coded, doing, network, refusal, wait, watch, watch_list};
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::{Fault, Happened};
use crate::error::ErrorKind;
use crate::value::Value;

/// Temporary failures, with their kinds.
fn passing() -> [(Happened<'static>, ErrorKind); 11] {
    let too_large = Happened::Answered(answer(200, Body::TooLarge));
    [
        (refusal(500), ErrorKind::Unavailable),
        (refusal(503), ErrorKind::Unavailable),
        (network("ECONNRESET"), ErrorKind::Network),
        (network("ECONNREFUSED"), ErrorKind::Network),
        (network(""), ErrorKind::Network),
        (Happened::Fault(Fault::AttemptTimeout), ErrorKind::Timeout),
        (Happened::CallTimeout, ErrorKind::Timeout),
        (Happened::Fault(Fault::NoResponse { function: "" }), ErrorKind::InvalidResponse),
        (refusal(200), ErrorKind::InvalidResponse),
        (refusal(204), ErrorKind::InvalidResponse),
        (too_large, ErrorKind::InvalidResponse),
    ]
}

fn all() -> [Wait<'static>; 3] {
    [wait(&[]), watch(&[]), watch_list()]
}

#[test]
fn each_failure_in_a_row_doubles_the_pause_up_to_a_minute_and_the_sixth_ends_the_wait() {
    for (happened, kind) in passing() {
        for mut wait in all() {
            let pauses = wait.pauses(&happened, 5);
            assert_eq!(pauses, [4_000.0, 8_000.0, 16_000.0, 32_000.0, 60_000.0], "{happened:?}");
            assert_eq!(wait.fails(happened.clone()).kind, kind, "{happened:?}");
        }
    }
}

#[test]
fn the_wait_ends_with_its_last_failure() {
    let mut wait = wait(&[]);
    for happened in passing().into_iter().take(5) {
        wait.pause(happened.0);
    }
    let error = wait.fails(coded(502, "SFS.TURBO.0005"));
    assert_eq!(
        (error.kind, error.code(), error.http_status),
        (ErrorKind::Unavailable, "SFS.TURBO.0005", 502)
    );
    assert_eq!(
        error.message,
        "waitForTask: the service is unavailable for task t: SFS.TURBO.0005 (HTTP 502, request id r)"
    );
}

#[test]
fn each_failure_is_reported_with_its_pause() {
    let mut wait = wait(&[]);
    for (happened, kind) in passing().into_iter().take(5) {
        wait.pause(happened);
        let fault = wait.fault.take().unwrap();
        assert_eq!(fault.kind, kind);
        assert!(fault.message.starts_with("waitForTask: "), "{}", fault.message);
    }
    let mut wait = self::wait(&[]);
    wait.pause(doing());
    assert_eq!(wait.fault, None);
}

#[test]
fn the_caller_sets_how_many_failures_in_a_row_are_tolerated() {
    for most in [0, 1, 12, 1_000] {
        let mut wait = wait(&[("maxConsecutiveFailures", Value::Whole(most))]);
        let pauses = wait.pauses(&refusal(503), usize::try_from(most).unwrap());
        assert!(pauses.iter().skip(5).all(|pause| *pause == 60_000.0));
        assert_eq!(wait.fails(refusal(503)).kind, ErrorKind::Unavailable, "{most}");
    }
}

#[test]
fn max_retries_has_no_effect_on_a_wait() {
    let mut wait = wait(&[("maxRetries", Value::Whole(0))]);
    wait.pauses(&refusal(503), 5);
    wait.fails(refusal(503));
}

#[test]
fn a_good_answer_resets_the_count_of_failures() {
    for mut wait in all() {
        for _ in 0..3 {
            wait.pauses(&refusal(503), 5);
            wait.pause(doing());
        }
        wait.pauses(&network(""), 5);
        assert_eq!(wait.fails(network("")).kind, ErrorKind::Network);
    }
}

#[test]
fn a_failure_doubles_the_current_pause() {
    let mut wait = wait(&[]);
    assert_eq!(wait.pauses(&doing(), 3), [2_000.0, 3_000.0, 4_500.0]);
    assert_eq!(wait.pauses(&refusal(503), 2), [13_500.0, 27_000.0]);
    assert_eq!(wait.pause(doing()), 6_750.0, "failures leave no trace");
}

#[test]
fn a_permanent_failure_ends_the_wait_at_once() {
    let cases = [
        (refusal(401), ErrorKind::Unauthenticated, "HTTP.401"),
        (refusal(403), ErrorKind::Forbidden, "HTTP.403"),
        (refusal(400), ErrorKind::Rejected, "HTTP.400"),
        (refusal(404), ErrorKind::Rejected, "HTTP.404"),
        (coded(404, "APIGW.0101"), ErrorKind::Rejected, "APIGW.0101"),
        (refusal(409), ErrorKind::Rejected, "HTTP.409"),
        (refusal(302), ErrorKind::InvalidResponse, "CLIENT.INVALID_RESPONSE"),
        (coded(404, "SFS.TURBO.0002"), ErrorKind::NotFound, "SFS.TURBO.0002"),
        (coded(400, "SFS.TURBO.0002"), ErrorKind::NotFound, "SFS.TURBO.0002"),
        (network("CERT_HAS_EXPIRED"), ErrorKind::Network, "CLIENT.NETWORK"),
    ];
    for (happened, kind, code) in cases {
        for looks in [0, 1, 9] {
            for mut wait in all() {
                wait.pauses(&doing(), looks);
                let error = wait.fails(happened.clone());
                assert_eq!((error.kind, error.code()), (kind, code), "{happened:?}");
            }
        }
    }
}

#[test]
fn the_error_of_an_expired_look_names_the_option() {
    let mut wait = wait(&[("maxConsecutiveFailures", Value::Whole(0)), ("timeout", Value::Whole(30))]);
    let message = wait.fails(Happened::CallTimeout).message;
    assert_eq!(message, "waitForTask: no answer for task t within 30 ms (timeout)");
}
