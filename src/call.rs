//! One call: attempt after attempt, until there is a task, an error, or no time left.

use crate::answer::{Answer, Found};
use crate::body::Json;
use crate::error::{Error, ErrorKind};
use crate::request::Request;
use crate::retry;
use crate::text::{concat, digits};

/// Why there is no answer to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `fetch` rejected, or the body broke off.
    Network,
    /// `fetch` resolved with something that is no response, or with one that cannot be read.
    NoResponse,
    /// The time for this attempt ran out.
    AttemptTimeout,
    /// The whole call was given up; whoever did that has told the caller already.
    Stopped,
}

/// What a call needs of the place it runs in: time, chance, tokens and the network.
pub trait Host {
    /// A parsed JSON value.
    type Json: Json;

    /// Gets a token for the next request from the caller's function, which is told if its last one was refused; or says
    /// why there is none, or no other. The token stays with the host.
    fn token(&self, refused: bool) -> impl Future<Output = Result<(), String>>;

    /// Sends the request once, with the token at hand, and reads the whole answer.
    fn send(&self, request: &Request) -> impl Future<Output = Result<Answer<Self::Json>, Fault>>;

    /// Waits so many milliseconds, or less if the call is stopped.
    fn pause(&self, milliseconds: f64) -> impl Future<Output = ()>;

    /// Milliseconds until the call's time is over; none once it is stopped.
    fn remaining(&self) -> f64;

    /// A number that is at least 0 and below 1.
    fn random(&self) -> f64;
}

/// Sends the request until it is answered for good.
pub async fn run<H: Host>(host: &H, request: &Request) -> Result<Found<H::Json>, Box<Error>> {
    let mut may_refresh = request.token_function;
    if may_refresh {
        host.token(false).await.map_err(|problem| Error::of_argument("token", &problem))?;
    }
    let mut retries = 0;
    loop {
        let failure = match host.send(request).await {
            Ok(answer) => match answer.interpret(request) {
                Ok(found) => return Ok(found),
                Err(error) => error,
            },
            Err(fault) => without_answer(fault, request),
        };
        if failure.kind == ErrorKind::Unauthenticated && may_refresh {
            may_refresh = false;
            if host.token(true).await.is_err() {
                return Err(failure);
            }
            continue;
        }
        let Some(pause) =
            retry::pause(&failure, retries, request.max_retries, host.remaining(), host.random())
        else {
            return Err(failure);
        };
        host.pause(pause).await;
        if host.remaining() <= 0.0 {
            return Err(failure);
        }
        retries += 1;
    }
}

#[cold]
#[inline(never)]
fn without_answer(fault: Fault, request: &Request) -> Box<Error> {
    let task = request.task_id.as_str();
    let (kind, reason) = match fault {
        Fault::Network => {
            let hint = ": the connection failed; in a browser this may also be a CORS refusal, which a proxy on the \
                        page's own origin avoids (pass endpoint: \"/path\")";
            (ErrorKind::Network, concat(&["no answer for task ", task, hint]))
        }
        Fault::NoResponse => {
            let reason =
                concat(&["the answer for task ", task, " is not a task: fetch gave no readable response"]);
            (ErrorKind::InvalidResponse, reason)
        }
        Fault::AttemptTimeout | Fault::Stopped => {
            let limit = digits(request.attempt_timeout as u64);
            (
                ErrorKind::Timeout,
                concat(&["no answer for task ", task, " within ", &limit, " ms (attemptTimeout)"]),
            )
        }
    };
    Error::of_client(kind, reason)
}

#[cfg(test)]
mod tests;
