//! How a call ends that failed: every sentence starts with the operation's name.

use super::step::Step;
use crate::error::Error;
use crate::request::Asked;
use crate::text::Sentence;

/// The end of a call.
#[cold]
pub(super) fn fail(asked: &Asked<'_>, error: Box<Error>) -> Step {
    Step::Fail(named(asked, error))
}

/// An error with its whole sentence.
#[cold]
#[inline(never)]
pub(super) fn named(asked: &Asked<'_>, mut error: Box<Error>) -> Box<Error> {
    let mut message = Sentence::new(asked.operation.name);
    message.add(": ").add(if error.message.is_empty() { &error.reason } else { &error.message });
    error.message = message.text;
    error
}
