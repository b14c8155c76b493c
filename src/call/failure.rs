//! Ends a call with an error. Every sentence starts with the name of the operation.

use super::step::Step;
use crate::error::Error;
use crate::request::Asked;
use crate::text::Sentence;

/// The last step of a failed call.
#[cold]
pub(super) fn fail(asked: &Asked<'_>, error: Box<Error>) -> Step {
    Step::Fail(named(asked, error))
}

/// The error with its complete sentence.
#[cold]
#[inline(never)]
pub(super) fn named(asked: &Asked<'_>, mut error: Box<Error>) -> Box<Error> {
    let mut message = Sentence::new(asked.operation.name);
    message.add(": ").add(if error.message.is_empty() { &error.reason } else { &error.message });
    error.message = message.text;
    error
}
