//! What is done next in a call: a pure function of what was asked and what has happened.
//!
//! Hosts do what a [`Step`] says and ask again with the [`Event`] it came to. All state of a call is in its host, so that
//! one call can never touch another.

use crate::error::{Error, ErrorKind};
use crate::operation::Repeat;
use crate::request::{Asked, Request};
use crate::text::Sentence;

pub mod event;
mod fault;
pub mod retry;
pub mod step;

use event::{Event, Happened};
use step::{History, Step};

/// What is to be done next.
pub fn next(asked: &Asked<'_>, event: &Event<'_>) -> Step {
    let request = match Request::new(asked) {
        Ok(request) => request,
        Err(error) => return fail(asked, error),
    };
    let history = event.history;
    let failure = match &event.happened {
        Happened::Begun if asked.token_function => return Step::AskToken { history, refused: false },
        Happened::Begun | Happened::Paused | Happened::TokenGiven => {
            return Step::Send { history: History { sent: true, ..history }, request };
        }
        // The refusal says more than that there is no other token.
        Happened::NoToken { answer: Some(answer), .. } => return fail(asked, answer.error(asked)),
        Happened::NoToken { problem, answer: None } => {
            let mut reason = Sentence::new("the token ");
            reason.add(problem);
            return fail(asked, Error::of_client(ErrorKind::NoCredentials, reason.text));
        }
        Happened::Answered(answer) => answer.error(asked),
        Happened::Fault(fault) => fault.error(asked),
        Happened::CallTimeout => fault::timeout(asked, "timeout"),
    };
    let history = History { sent: false, ..history };
    if failure.kind == ErrorKind::Unauthenticated && asked.token_function && !history.renewed {
        return Step::AskToken { history: History { renewed: true, ..history }, refused: true };
    }
    let failure = judged(asked, event, failure);
    let retry_after = match &event.happened {
        Happened::Answered(answer) => answer.retry_after,
        Happened::CallTimeout => return fail(asked, failure),
        _ => 0.0,
    };
    if u64::from(history.retries) < request.max_retries && failure.retryable {
        let milliseconds = retry::pause(failure.kind, history.retries, retry_after, event.random);
        // A pause that would outlive the call is none: the failure at hand says more than a timeout.
        if milliseconds < event.remaining {
            return Step::Pause {
                history: History { retries: history.retries + 1, ..history },
                milliseconds,
            };
        }
    }
    fail(asked, failure)
}

/// The failure, after which the request may be sent again only if it cannot have acted, or does no harm when it acts twice.
fn judged(asked: &Asked<'_>, event: &Event<'_>, mut failure: Box<Error>) -> Box<Error> {
    let Repeat::Unsafe(doubt) = asked.operation.repeat else { return failure };
    let may_have_acted = match &event.happened {
        Happened::Fault(fault) => fault.may_have_arrived(),
        Happened::CallTimeout => event.history.sent,
        _ => failure.kind == ErrorKind::Unavailable,
    };
    if may_have_acted {
        failure.retryable = false;
        let mut message = Sentence { text: failure.message };
        if message.text.is_empty() {
            message.add(&failure.reason);
        }
        message.add("; ").add(doubt);
        failure.message = message.text;
    }
    failure
}

/// The end of a call: every sentence starts with the operation's name.
#[cold]
#[inline(never)]
fn fail(asked: &Asked<'_>, mut error: Box<Error>) -> Step {
    let mut message = Sentence::new(asked.operation.name);
    message.add(": ").add(if error.message.is_empty() { &error.reason } else { &error.message });
    error.message = message.text;
    Step::Fail(error)
}

#[cfg(test)]
mod tests;
