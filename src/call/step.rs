//! What the core tells a host to do.

use crate::error::Error;
use crate::request::Request;

/// What is to be done next. A host does it and asks again, until the call has failed or it has read a good answer.
#[derive(Debug)]
pub enum Step {
    /// Ask the caller's function for a token; `refused`: for another one than the last, which was refused.
    AskToken {
        /// To be given back with the next event.
        history: History,
        /// Whether the last one was refused.
        refused: bool,
    },
    /// Send the request, and read the answer by the operation's table. If it is a good one, the call is over.
    Send {
        /// To be given back with the next event.
        history: History,
        /// What to send.
        request: Request,
    },
    /// Wait.
    Pause {
        /// To be given back with the next event.
        history: History,
        /// How long.
        milliseconds: f64,
        /// How long while nobody sees the page; the same where it asks once.
        hidden_milliseconds: f64,
        /// What the last look came to, if it failed.
        fault: Option<Box<Error>>,
    },
    /// Resolve: with the last answer that was good, where it asks again and again; else with what the answer tells.
    Give,
    /// Reject with this error.
    Fail(Box<Error>),
}

/// What the core wants to know again of a call. To a host it is a number that it gives back as it got it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// How often the request was sent again; how many looks have failed since the last good one.
    pub retries: u32,
    /// Whether the token function was asked for another token.
    pub renewed: bool,
    /// Whether a request is under way, so that nobody knows whether it has acted.
    pub sent: bool,
    /// Whether an earlier request may have acted.
    pub unsure: bool,
    /// Whether there has been a good look.
    pub seen: bool,
    /// How many looks there were, as far as it matters.
    pub looks: u32,
    /// Milliseconds between two looks that throttled answers have brought about.
    pub pressure: u32,
}

impl History {
    /// As a number, of which JavaScript loses no digit.
    pub fn encode(self) -> u64 {
        let flag = |flag: bool, bit: u32| u64::from(flag) << bit;
        let flags = flag(self.renewed, 0) | flag(self.sent, 1) | flag(self.unsure, 2) | flag(self.seen, 3);
        let counts = u64::from(self.looks.min(15) << 4 | self.retries << 8);
        u64::from(self.pressure) << 18 | counts | flags
    }

    /// From that number.
    pub fn decode(number: u64) -> Self {
        let flag = |bit: u32| (number >> bit) & 1 != 0;
        History {
            renewed: flag(0),
            sent: flag(1),
            unsure: flag(2),
            seen: flag(3),
            looks: (number >> 4) as u32 & 15,
            retries: (number >> 8) as u32 & 1_023,
            pressure: (number >> 18) as u32,
        }
    }
}
