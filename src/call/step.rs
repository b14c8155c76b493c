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
    },
    /// Reject with this error.
    Fail(Box<Error>),
}

/// What the core wants to know again of a call. To a host it is a number that it gives back as it got it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// How often the request was sent again.
    pub retries: u32,
    /// Whether the token function was asked for another token.
    pub renewed: bool,
    /// Whether a request is under way, so that nobody knows whether it has acted.
    pub sent: bool,
}

impl History {
    /// As a number.
    pub fn encode(self) -> u32 {
        (self.retries << 2) | (u32::from(self.sent) << 1) | u32::from(self.renewed)
    }

    /// From that number.
    pub fn decode(number: u32) -> Self {
        History { retries: number >> 2, renewed: number & 1 != 0, sent: number & 2 != 0 }
    }
}
