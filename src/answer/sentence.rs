//! Builds the sentences of errors: what failed, for which task or file system, and what to do. All names come from tables.

use crate::answer::{Answer, diagnosis};
use crate::error::ErrorKind;
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::text::{Sentence, split_at_word};

/// The start of the sentence for an answer of this kind. `missing` names the object that was not found.
#[inline(never)]
pub(super) fn lead(kind: ErrorKind, asked: &Asked<'_>, missing: &str) -> Sentence {
    let operation = asked.operation;
    let (before, thing) = match kind {
        ErrorKind::Unauthenticated => match asked.sign_in {
            SignIn::Nothing => ("access was refused for ", operation.thing),
            other if other.signs() => ("the signature was refused for ", operation.thing),
            _ => ("the token was refused for ", operation.thing),
        },
        ErrorKind::Forbidden => ("no permission for ", operation.thing_in_place),
        ErrorKind::NotFound => ("found no ", missing),
        ErrorKind::Throttled => ("the request was throttled for ", operation.thing),
        ErrorKind::Rejected => ("the request was rejected for ", operation.thing),
        _ => ("the service is unavailable for ", operation.thing),
    };
    let mut sentence = Sentence::new(before);
    sentence.fill(thing, asked);
    sentence
}

/// The start of the sentence about an answer that is not the expected one.
#[inline(never)]
pub(crate) fn not_an_answer(asked: &Asked<'_>) -> Sentence {
    let mut sentence = Sentence::new("the answer for ");
    let thing = asked.operation.thing;
    sentence.fill(thing, asked).add(" is not ").add(asked.operation.answer_name).add(": ");
    sentence
}

/// The advice for a proxy that answers 407.
pub(crate) const PASSWORD_ADVICE: &str =
    "; the proxy needs a user name and a password: put them into its URL";

/// Adds advice about a refusal to the sentence, if there is any.
#[inline(never)]
pub(super) fn add_advice(
    sentence: &mut Sentence,
    kind: ErrorKind,
    answer: &Answer<'_>,
    asked: &Asked<'_>,
    code: &str,
    words: &str,
) {
    if diagnosis::add(sentence, words, answer.signed) {
        return;
    }
    match kind {
        ErrorKind::Forbidden => {
            sentence.add("; the user needs the IAM action ").add(asked.operation.iam_action);
        }
        ErrorKind::Rejected if answer.status == 407 => {
            sentence.add(PASSWORD_ADVICE);
        }
        // With a code of its own, the service itself has answered.
        ErrorKind::Rejected if answer.status == 404 && split_at_word(code, "SFS.TURBO.").is_none() => {
            sentence.add(
                "; there is no such API at this address: check endpoint, region and the path of your proxy",
            );
        }
        _ => {}
    }
}
