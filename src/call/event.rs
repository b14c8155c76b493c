//! What a host tells the core.

pub use super::fault::Fault;
use super::step::History;
use crate::answer::Answer;
use crate::value::Value;

/// What has happened since the last step.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What it was.
    pub happened: Happened<'a>,
    /// What the last step said to give back; the default at the beginning.
    pub history: History,
    /// Milliseconds until the time of the call is over; of the whole wait, where it asks again and again.
    pub remaining: f64,
    /// A number that is at least 0 and below 1.
    pub random: f64,
    /// What the caller's function says of the time until the next look, if there is such a function.
    pub interval: Value<'a>,
}

/// See [`Event`].
#[derive(Clone, Debug)]
pub enum Happened<'a> {
    /// The call was made.
    Begun,
    /// The caller's function gave a token that can be sent, or a key that can sign; or the clock was set right.
    CredentialsGiven,
    /// The caller's function failed, or gave nothing that can be used, or the refused token again.
    NoCredentials {
        /// What is wrong, without a subject: `function failed: see cause`.
        problem: &'a str,
        /// The answer that refused the last token, if there was one.
        answer: Option<Answer<'a>>,
    },
    /// An answer came that is not what was asked for.
    Answered(Answer<'a>),
    /// An answer came that is, in a call that asks again and again.
    Looked(Look<'a>),
    /// No answer came.
    Fault(Fault<'a>),
    /// A pause is over.
    Paused,
    /// The time for the whole call is over; for one look, where it asks again and again.
    CallTimeout,
}

/// What was seen of a task; nothing of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// Its status.
    pub status: &'a str,
    /// Whether it tells when it ended.
    pub has_end: bool,
    /// Its message.
    pub message: &'a str,
    /// The id of the request.
    pub request_id: &'a str,
}
