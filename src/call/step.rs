//! What the core tells a host to do.

use crate::error::Error;
use crate::request::Request;
use crate::request::signature::Signature;

/// What is to be done next. A host does it and asks again, until the call has failed or it has read a good answer.
#[derive(Debug)]
pub enum Step {
    /// Ask the caller's function for a token or an access key; `refused`: for another one than the last, which was refused.
    AskCredentials {
        /// To be given back with the next event.
        history: History,
        /// Whether the last one was refused.
        refused: bool,
        /// What the refusal was.
        fault: Option<Box<Error>>,
    },
    /// Sign the request anew, since the clock was wrong.
    SignAgain {
        /// To be given back with the next event.
        history: History,
        /// Milliseconds that the service's clock is ahead of the one that signed.
        skew: f64,
        /// What the refusal was.
        fault: Box<Error>,
    },
    /// Send the request, and read the answer by the operation's table. If it is a good one, the call is over.
    Send {
        /// To be given back with the next event.
        history: History,
        /// What to send.
        request: Request,
        /// What signs it, where requests are signed.
        signature: Option<Box<Signature>>,
    },
    /// Wait.
    Pause {
        /// To be given back with the next event.
        history: History,
        /// How long.
        milliseconds: f64,
        /// How long while nobody sees the page; the same where it asks once.
        hidden_milliseconds: f64,
        /// How long at least, when the page is shown again or its connection is back.
        wake_milliseconds: f64,
        /// What the last request came to, if it failed.
        fault: Option<Box<Error>>,
    },
    /// Resolve: with the last answer that was good, where it asks again and again; else with what the answer tells.
    Give,
    /// Reject with this error.
    Fail(Box<Error>),
}

/// What the core wants to know again of a call. To a host it is a number that it gives back as it got it.
///
/// It is that number here too, since it goes from step to step, and as a record of seven fields it was a hundredth of the core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History(u64);

/// Where each count begins, and where it ends.
const LOOKS: (u32, u32) = (4, 8);
const RETRIES: (u32, u32) = (8, 18);
const PRESSURE: (u32, u32) = (18, 50);

impl History {
    /// As a number, of which JavaScript loses no digit.
    pub fn encode(self) -> u64 {
        self.0
    }

    /// From that number.
    pub fn decode(number: u64) -> Self {
        History(number)
    }

    /// Whether the token function was asked for another token, or the request signed anew.
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

    /// Whether there has been a good look.
    pub fn seen(self) -> bool {
        self.flag(3)
    }

    /// How many looks there were, as far as it matters.
    pub fn looks(self) -> u32 {
        self.count(LOOKS)
    }

    /// How often the request was sent again; how many looks have failed since the last good one.
    pub fn retries(self) -> u32 {
        self.count(RETRIES)
    }

    /// Milliseconds between two looks that throttled answers have brought about.
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
