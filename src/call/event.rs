//! What a host tells the core.

pub use super::fault::Fault;
use super::step::History;
use crate::answer::Answer;

/// What has happened since the last step.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What it was.
    pub happened: Happened<'a>,
    /// What the last step said to give back; the default at the beginning.
    pub history: History,
    /// Milliseconds until the call's own time is over.
    pub remaining: f64,
    /// A number that is at least 0 and below 1.
    pub random: f64,
}

/// See [`Event`].
#[derive(Clone, Debug)]
pub enum Happened<'a> {
    /// The call was made.
    Begun,
    /// The token function gave a token that can be sent.
    TokenGiven,
    /// The token function failed, or gave no token that can be sent, or the refused one again.
    NoToken {
        /// What is wrong, without a subject: `function failed: see cause`.
        problem: &'a str,
        /// The answer that refused the last token, if there was one.
        answer: Option<Answer<'a>>,
    },
    /// An answer came that is not what was asked for.
    Answered(Answer<'a>),
    /// No answer came.
    Fault(Fault<'a>),
    /// A pause is over.
    Paused,
    /// The time for the whole call is over.
    CallTimeout,
}
