//! The events that a host reports to the core.

pub use super::fault::Fault;
use super::step::History;
use crate::answer::Answer;
use crate::value::Value;

/// An event of a call, and the state that the host keeps.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What has happened since the last step.
    pub happened: Happened<'a>,
    /// The history from the last step; the default at the start.
    pub history: History,
    /// Milliseconds until the deadline of the call; for a call that polls, until the deadline of the whole wait.
    pub remaining: f64,
    /// A random number that is at least 0 and below 1.
    pub random: f64,
    /// The result of the caller's function for the time until the next look, if there is such a function.
    pub interval: Value<'a>,
}

/// What has happened: see [`Event`].
#[derive(Clone, Debug)]
pub enum Happened<'a> {
    /// The call has started.
    Begun,
    /// The caller's function gave a valid token or key, or the clock was corrected.
    CredentialsGiven,
    /// The caller's function failed, gave nothing valid, or gave the refused token again.
    NoCredentials {
        /// What is wrong, without a subject: `function failed: see cause`.
        problem: &'a str,
        /// The answer that refused the last token, if there was one.
        answer: Option<Answer<'a>>,
    },
    /// An answer came that is not the expected one.
    Answered(Answer<'a>),
    /// A good answer came, in a call that polls.
    Looked(Look<'a>),
    /// No answer came.
    Fault(Fault<'a>),
    /// A pause is over.
    Paused,
    /// The deadline of the call has passed; in a call that polls, the deadline of one look.
    CallTimeout,
}

/// What a look saw of a task. For a list it is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// Its status.
    pub status: &'a str,
    /// Whether the task has an end time.
    pub has_end: bool,
    /// Its message.
    pub message: &'a str,
    /// The id of the request.
    pub request_id: &'a str,
}
