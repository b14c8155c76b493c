//! Broken flows of `waitForTask`: the credentials, the defect, and the rule that finds it.

use super::Wrong;
use super::change::{
    send, with_end, with_error, with_history, with_number, with_pause, with_running, without_retry_after,
};
use sfs_turbo_tasks::call::event::{Event, Happened};
use sfs_turbo_tasks::call::next;
use sfs_turbo_tasks::call::step::Step;
use sfs_turbo_tasks::error::{Error, ErrorKind};
use sfs_turbo_tasks::request::sign_in::SignIn;

/// The defect, the credentials, and the rule that finds it; for `waitForTask`.
pub(super) const WRONG: &[(SignIn, Wrong, &str)] = &[
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Answered(_) => send(asked, event),
            _ => next(asked, event),
        },
        "between two requests there is a pause or a renewal",
    ),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Paused => send(asked, event),
            _ => next(asked, event),
        },
        "nothing is sent after the end",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| match event.happened {
            Happened::Paused => next(asked, &Event { happened: Happened::Begun, ..event.clone() }),
            _ => next(asked, event),
        },
        "nothing is asked after the end",
    ),
    (
        SignIn::TokenFunction,
        |asked, event| with_history(asked, event, |history| history.with_renewed(false)),
        "a token is renewed once",
    ),
    (
        SignIn::Token,
        |asked, event| with_history(asked, event, |history| history.with_retries(0)),
        "failures in a row are counted",
    ),
    (
        SignIn::Token,
        |asked, event| with_number(asked, event, "maxConsecutiveFailures", 10),
        "no more failures in a row than maxConsecutiveFailures",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { fault: Some(error), .. } if error.kind == ErrorKind::Throttled => Step::Fail(error),
            step => step,
        },
        "what may pass ends no wait",
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
    (SignIn::Token, with_running, "what has come to its end goes on no more"),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Give => Step::Fail(Error::of_client(ErrorKind::Network, "x".into())),
            step => step,
        },
        "what has come to its end does not fail",
    ),
    (
        SignIn::Token,
        |asked, event| with_pause(asked, event, |milliseconds| milliseconds / 2.0),
        "no pause is shorter than its interval",
    ),
    (
        SignIn::Token,
        |asked, event| with_pause(asked, event, |milliseconds| milliseconds * 40.0),
        "no pause is longer than a minute, than its interval, or than Retry-After",
    ),
    (SignIn::Token, without_retry_after, "no pause is shorter than Retry-After"),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Paused => next(asked, event),
            _ => next(asked, &Event { remaining: 9e15, ..event.clone() }),
        },
        "no pause outlives the wait",
    ),
    (
        SignIn::Token,
        |asked, event| with_pause(asked, event, |milliseconds| milliseconds),
        "a page that is shown again is looked after at once",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { history, milliseconds, hidden_milliseconds, fault, .. } => {
                let wake_milliseconds = 250.0;
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault }
            }
            step => step,
        },
        "a page that is shown again does not hurry a service that is busy",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { history, milliseconds, wake_milliseconds, fault, .. } => {
                let hidden_milliseconds = milliseconds / 2.0;
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault }
            }
            step => step,
        },
        "a page that nobody sees is not looked after more often",
    ),
    (
        SignIn::Token,
        |asked, event| match next(asked, event) {
            Step::Pause { history, milliseconds, wake_milliseconds, fault, .. } => {
                let hidden_milliseconds = milliseconds.max(80_000.0);
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault }
            }
            step => step,
        },
        "a page that nobody sees is looked after once a minute",
    ),
    (
        SignIn::Token,
        |asked, event| if event.random > 0.9 { Step::Give } else { next(asked, event) },
        "chance changes no more than a pause",
    ),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Paused => next(asked, &Event { remaining: 0.0, ..event.clone() }),
            _ => next(asked, event),
        },
        "a wait goes on as long as it may",
    ),
    (
        SignIn::Token,
        |asked, event| with_end(asked, event, |error| error.kind = ErrorKind::Network),
        "a wait whose time is over has run out of time",
    ),
    (
        SignIn::Token,
        |asked, event| with_end(asked, event, |error| error.reason = "x".into()),
        "a wait whose time is over says which time",
    ),
    (
        SignIn::Token,
        |asked, event| with_end(asked, event, |error| error.retryable = false),
        "a wait whose time is over may be made again",
    ),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Looked(_) => with_error(asked, event, |error| error.kind = ErrorKind::Network),
            _ => next(asked, event),
        },
        "a task that failed fails its wait",
    ),
    (
        SignIn::Token,
        |asked, event| match event.happened {
            Happened::Looked(_) => with_error(asked, event, |error| error.request_id = "other".into()),
            _ => next(asked, event),
        },
        "an error has the id of its request",
    ),
    (
        SignIn::Token,
        |asked, event| match (&event.happened, next(asked, event)) {
            (Happened::Answered(answer), Step::Fail(error)) if answer.status == 403 => Step::Pause {
                history: event.history,
                milliseconds: 2_000.0,
                hidden_milliseconds: 60_000.0,
                wake_milliseconds: 500.0,
                fault: Some(error),
            },
            (_, step) => step,
        },
        "only what may pass is followed by a pause",
    ),
    (
        SignIn::Token,
        |asked, event| match &event.happened {
            Happened::Answered(answer) if answer.status == 403 => {
                with_error(asked, event, |error| error.kind = ErrorKind::Network)
            }
            _ => next(asked, event),
        },
        "a call fails with what it ended with",
    ),
];
