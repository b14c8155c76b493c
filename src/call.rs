//! Decides the next step of a call: a pure function of the call's input and its last event.
//!
//! A host carries out a [`Step`] and calls again with the [`Event`] that resulted. All state of a call is in its host, so that
//! one call can never affect another.

use crate::answer::diagnosis;
use crate::error::{Error, ErrorKind};
use crate::operation::{Follow, Repeat};
use crate::request::sign_in::SignIn;
use crate::request::{Asked, Request, signature};
use crate::text::Sentence;

pub mod event;
mod failure;
mod fault;
mod follow;
pub mod retry;
pub mod step;

use event::{Event, Happened};
use failure::{fail, named};
use step::{History, Step};

/// The error of a clock, in seconds, from which on a request is signed again. The gateway allows fifteen minutes.
const SMALLEST_SKEW: u64 = 300;

/// The next step of a call.
pub fn next(asked: &Asked<'_>, event: &Event<'_>) -> Step {
    let request = match Request::new(asked) {
        Ok(request) => request,
        Err(error) => return fail(asked, error),
    };
    let history = event.history;
    let follows = asked.operation.follow != Follow::No;
    let failure = match &event.happened {
        Happened::Paused if follows && event.remaining < 1.0 => {
            return fail(asked, follow::out_of_time(asked));
        }
        // A wait may last longer than a token or key is valid, so each look gets a new one.
        Happened::Begun if asked.sign_in.asks() => {
            return Step::AskCredentials { history, refused: false, fault: None };
        }
        Happened::Paused if asked.sign_in.asks() && follows => {
            return Step::AskCredentials { history, refused: false, fault: None };
        }
        Happened::Begun | Happened::Paused | Happened::CredentialsGiven => {
            return send(asked, history, request);
        }
        // The refusal is a better error than the missing second token.
        Happened::NoCredentials { answer: Some(answer), .. } => return fail(asked, answer.error(asked)),
        Happened::NoCredentials { problem, answer: None } => {
            let mut reason =
                Sentence::new(if asked.sign_in.signs() { "the credentials " } else { "the token " });
            reason.add(problem);
            Error::of_client(ErrorKind::NoCredentials, reason.text)
        }
        Happened::Looked(look) => return follow::looked(asked, event, look),
        Happened::Answered(answer) => answer.error(asked),
        Happened::Fault(fault) => fault.error(asked),
        Happened::CallTimeout => fault::timeout(asked, "timeout"),
    };
    let history = history.with_sent(false);
    if failure.kind == ErrorKind::Unauthenticated && !history.renewed() {
        let history = history.with_renewed(true);
        if asked.sign_in == SignIn::TokenFunction {
            return Step::AskCredentials { history, refused: true, fault: Some(named(asked, failure)) };
        }
        // No other refused signature is retried: after more than five in a row the gateway locks the key.
        let skew = match &event.happened {
            Happened::Answered(answer) if asked.sign_in.signs() => {
                diagnosis::skew(&failure.reason, answer.signed)
            }
            _ => None,
        };
        if let Some(seconds) = skew.filter(|seconds| seconds.unsigned_abs() > SMALLEST_SKEW) {
            let skew = seconds as f64 * 1_000.0;
            return Step::SignAgain { history, skew, fault: named(asked, failure) };
        }
    }
    let retry_after = match &event.happened {
        Happened::Answered(answer) => answer.retry_after,
        _ => 0.0,
    };
    if follows {
        return follow::missed(asked, event, failure, retry_after);
    }
    let may_have_acted = may_have_acted(event, &failure);
    // An earlier request may have removed the task. If it no longer exists, the deletion has succeeded.
    if history.unsure() && asked.operation.repeat == Repeat::Removal && asked.operation.is_gone(&failure) {
        return Step::Give;
    }
    let history = history.with_unsure(history.unsure() || may_have_acted);
    let failure = if may_have_acted { doubted(asked, failure) } else { failure };
    if let Happened::CallTimeout = event.happened {
        return fail(asked, failure);
    }
    if u64::from(history.retries()) < request.max_retries && failure.retryable {
        let milliseconds = retry::pause(failure.kind, history.retries(), retry_after, event.random);
        // If the pause would be longer than the call, the last failure is a better error than a timeout.
        if milliseconds < event.remaining {
            return Step::Pause {
                history: history.with_retries(history.retries() + 1),
                milliseconds,
                hidden_milliseconds: milliseconds,
                wake_milliseconds: milliseconds,
                fault: Some(named(asked, failure)),
            };
        }
    }
    fail(asked, failure)
}

/// Sends the next request, signed if necessary.
fn send(asked: &Asked<'_>, history: History, request: Request) -> Step {
    let history = history.with_sent(true);
    if !asked.sign_in.signs() {
        return Step::Send { history, request, signature: None };
    }
    match signature::of(&request.url, asked) {
        Ok(signature) => Step::Send { history, request, signature: Some(Box::new(signature)) },
        Err(error) => fail(asked, error),
    }
}

/// Whether the request may have acted, although there was no good answer.
fn may_have_acted(event: &Event<'_>, failure: &Error) -> bool {
    match &event.happened {
        Happened::Fault(fault) => fault.may_have_arrived(),
        Happened::CallTimeout => event.history.sent(),
        _ => failure.kind == ErrorKind::Unavailable,
    }
}

/// The failure of a request that may have acted. It may be retried only if acting twice does no harm.
fn doubted(asked: &Asked<'_>, mut failure: Box<Error>) -> Box<Error> {
    let Repeat::Unsafe(doubt) = asked.operation.repeat else { return failure };
    failure.retryable = false;
    let mut message = Sentence { text: failure.message };
    if message.text.is_empty() {
        message.add(&failure.reason);
    }
    message.add("; ").add(doubt);
    failure.message = message.text;
    failure
}

#[cfg(test)]
mod tests;
