//! The steps that the core returns to a host.

use crate::error::Error;
use crate::request::Request;
use crate::request::signature::Signature;

/// The next step of a call. A host carries it out and calls again, until the call has failed or has a good answer.
#[derive(Debug)]
pub enum Step {
    /// Call the caller's function for a token or access key.
    AskCredentials {
        /// To be returned with the next event.
        history: History,
        /// Whether the last one was refused, so that another one is needed.
        refused: bool,
        /// The error of the refusal.
        fault: Option<Box<Error>>,
    },
    /// Sign the request again, because the clock was wrong.
    SignAgain {
        /// To be returned with the next event.
        history: History,
        /// Milliseconds that the service's clock is ahead of the one that signed.
        skew: f64,
        /// The error of the refusal.
        fault: Box<Error>,
    },
    /// Send the request, and read the answer with the operation's table. If the answer is good, the call ends.
    Send {
        /// To be returned with the next event.
        history: History,
        /// The request.
        request: Request,
        /// What the host needs to sign the request; `None` if requests are not signed.
        signature: Option<Box<Signature>>,
    },
    /// Wait.
    Pause {
        /// To be returned with the next event.
        history: History,
        /// How long.
        milliseconds: f64,
        /// How long while the page is hidden. The same value in a call that does not poll.
        hidden_milliseconds: f64,
        /// The minimum, if the page becomes visible or its connection is back.
        wake_milliseconds: f64,
        /// The error of the last request, if it failed.
        fault: Option<Box<Error>>,
    },
    /// Resolve: a call that polls with its last good answer, any other call with its request id.
    Give,
    /// Reject with this error.
    Fail(Box<Error>),
}

/// What the core needs to remember about a call. A host keeps it as a number that it returns unchanged.
///
/// In the core it is the same number. As a struct of seven fields it made the core one percent larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History(u64);

/// The first bit of each count, and the bit after its last.
const LOOKS: (u32, u32) = (4, 8);
const RETRIES: (u32, u32) = (8, 18);
const PRESSURE: (u32, u32) = (18, 50);

impl History {
    /// As a number that JavaScript can represent exactly.
    pub fn encode(self) -> u64 {
        self.0
    }

    /// From that number.
    pub fn decode(number: u64) -> Self {
        History(number)
    }

    /// Whether the token was renewed, or the request was signed again.
    pub fn renewed(self) -> bool {
        self.flag(0)
    }

    /// Whether a request is under way, so that nobody knows whether it has acted.
    pub fn sent(self) -> bool {
        self.flag(1)
    }

    /// Whether an earlier request may have acted.
    pub fn unsure(self) -> bool {
        self.flag(2)
    }

    /// Whether there was a good look.
    pub fn seen(self) -> bool {
        self.flag(3)
    }

    /// The number of looks, up to the number that matters.
    pub fn looks(self) -> u32 {
        self.count(LOOKS)
    }

    /// The number of retries; in a call that polls, the number of failed looks since the last good one.
    pub fn retries(self) -> u32 {
        self.count(RETRIES)
    }

    /// The pause between two looks that throttled answers have caused, in milliseconds.
    pub fn pressure(self) -> u32 {
        self.count(PRESSURE)
    }

    /// See [`History::renewed`].
    pub fn with_renewed(self, renewed: bool) -> Self {
        self.with(0, 1, renewed.into())
    }

    /// See [`History::sent`].
    pub fn with_sent(self, sent: bool) -> Self {
        self.with(1, 2, sent.into())
    }

    /// See [`History::unsure`].
    pub fn with_unsure(self, unsure: bool) -> Self {
        self.with(2, 3, unsure.into())
    }

    /// See [`History::seen`].
    pub fn with_seen(self, seen: bool) -> Self {
        self.with(3, 4, seen.into())
    }

    /// See [`History::looks`].
    pub fn with_looks(self, looks: u32) -> Self {
        self.with(LOOKS.0, LOOKS.1, looks.min(15))
    }

    /// See [`History::retries`].
    pub fn with_retries(self, retries: u32) -> Self {
        self.with(RETRIES.0, RETRIES.1, retries)
    }

    /// See [`History::pressure`].
    pub fn with_pressure(self, pressure: u32) -> Self {
        self.with(PRESSURE.0, PRESSURE.1, pressure)
    }

    fn flag(self, bit: u32) -> bool {
        (self.0 >> bit) & 1 != 0
    }

    fn count(self, (from, to): (u32, u32)) -> u32 {
        (self.0 >> from) as u32 & (u32::MAX >> (32 + from - to))
    }

    fn with(self, from: u32, to: u32, value: u32) -> Self {
        let mask = (u64::MAX >> (64 + from - to)) << from;
        History(self.0 & !mask | u64::from(value) << from)
    }
}
