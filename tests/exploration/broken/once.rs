//! Broken flows of `getTask`: the credentials, the defect, and the rule that finds it.

use super::Wrong;
use super::change::{
    fail_at_once, is_answer, is_begun, send, send_instead, with_error, with_history, with_number, with_pause,
    without_retry_after,
};
use sfs_turbo_tasks::call::event::{Event, Happened};
use sfs_turbo_tasks::call::next;
use sfs_turbo_tasks::call::step::Step;
use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::request::Asked;
use sfs_turbo_tasks::request::sign_in::SignIn;

/// The defect, the credentials, and the rule that finds it; for `getTask`.
pub(super) const WRONG: &[(SignIn, Wrong, &str)] = &[
    (
        SignIn::Token,
        |asked, event| with_history(asked, event, |history| history.with_retries(0)),
        "requests that are sent again are counted",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| with_history(asked, event, |history| history.with_renewed(false)),
        "a token is renewed once",
    ),
    (
        SignIn::AccessKey,
        |asked, event| with_history(asked, event, |history| history.with_renewed(false)),
        "a signature is made anew once",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| with_history(asked, event, |history| history.with_renewed(true)),
        "a refusal that can be mended is mended",
    ),
    (
        SignIn::AccessKeyFunction,
        |asked, event| next(&Asked { sign_in: SignIn::TokenFunction, ..asked.clone() }, event),
        "what is to be signed is signed",
    ),
    (
        SignIn::AccessKeyFunction,
        |asked, event| match event.happened {
            Happened::Answered(_) => next(&Asked { sign_in: SignIn::TokenFunction, ..asked.clone() }, event),
            _ => next(asked, event),
        },
        "a key is not renewed",
    ),
    (
        SignIn::Token,
        |asked, event| next(&Asked { sign_in: SignIn::TokenFunction, ..asked.clone() }, event),
        "only a function is asked",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Fail(fault) if fault.kind == ErrorKind::Unauthenticated => {
                Step::SignAgain { history: event.history, skew: 960_000.0, fault }
            }
            step => step,
        },
        "only a call that signs signs anew",
    ),
    (
        SignIn::AccessKey,
        |asked, event| match next(asked, event) {
            Step::Fail(fault) if fault.kind == ErrorKind::Unauthenticated => {
                Step::SignAgain { history: event.history, skew: 960_000.0, fault }
            }
            step => step,
        },
        "only a wrong clock makes a signature anew",
    ),
    (
        SignIn::AccessKey,
        |asked, event| match next(asked, event) {
            Step::SignAgain { history, skew, fault } => Step::SignAgain { history, skew: -skew, fault },
            step => step,
        },
        "a clock is set by what the gateway says",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| match next(asked, event) {
            Step::AskCredentials { history, refused, .. } => {
                Step::AskCredentials { history, refused, fault: None }
            }
            step => step,
        },
        "a renewal tells the refusal",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| match event.happened {
            Happened::Paused => Step::AskCredentials { history: event.history, refused: false, fault: None },
            _ => next(asked, event),
        },
        "a function is asked before a first request and before each look",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| match next(asked, event) {
            Step::Fail(error) if error.kind == ErrorKind::Forbidden => {
                Step::AskCredentials { history: event.history, refused: true, fault: Some(error) }
            }
            step => step,
        },
        "only a 401 renews a token",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| if is_begun(event) { send(asked, event) } else { next(asked, event) },
        "no request goes before its token",
    ),
    (
        SignIn::Token,
        |asked, event| send_instead(asked, event, |happened| is_answer(happened, 403)),
        "between two requests there is a pause or a renewal",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Send { history, mut request, signature } => {
                request.url = request.url.replace("https", "http");
                Step::Send { history, request, signature }
            }
            step => step,
        },
        "nothing is sent to another place",
    ),
    (
        SignIn::Token,
        |asked, event| with_pause(asked, event, |milliseconds| -milliseconds),
        "no pause is shorter than nothing",
    ),
    (
        SignIn::Token,
        |asked, event| with_pause(asked, event, |milliseconds| milliseconds * 9.0),
        "no pause is longer than 8 s, or than Retry-After",
    ),
    (
        SignIn::Token,
        |asked, event| next(asked, &Event { remaining: 1e12, ..event.clone() }),
        "no pause outlives the call",
    ),
    (SignIn::Token, without_retry_after, "no pause is shorter than Retry-After"),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { history, milliseconds, wake_milliseconds, fault, .. } => {
                let hidden_milliseconds = milliseconds * 2.0;
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault }
            }
            step => step,
        },
        "a page that nobody sees changes no pause of a call that asks once",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, .. } => {
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault: None }
            }
            step => step,
        },
        "a failure is told with its pause, and nothing else is",
    ),
    (
        SignIn::Token,
        |asked, event| fail_at_once(asked, event, 500),
        "a sentence starts with the name of its operation",
    ),
    (
        SignIn::Token,
        |asked, event| with_number(asked, event, "maxRetries", 10),
        "no more requests than maxRetries and a renewal allow",
    ),
    (
        SignIn::Token,
        |asked, event| with_history(asked, event, |history| history.with_retries(2)),
        "what may pass is tried again as often as maxRetries says",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Fail(error) if error.kind == ErrorKind::NotFound => Step::Give,
            step => step,
        },
        "only what has come to its end ends well",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.kind = ErrorKind::Network),
        "a call fails with what it ended with",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.reason = String::new()),
        "an error has a code and a reason",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.http_status = 500),
        "an error has the status of its answer",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.request_id = "other".into()),
        "an error has the id of its request",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.field = "taskId".into()),
        "no argument is blamed that was right",
    ),
    (
        SignIn::Token,
        |asked, event| with_error(asked, event, |error| error.retryable = true),
        "an error says whether the call does no harm again",
    ),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Paused => next(asked, &Event { happened: Happened::CallTimeout, ..event.clone() }),
            _ => next(asked, event),
        },
        "a call goes on where nothing has gone wrong",
    ),
];
