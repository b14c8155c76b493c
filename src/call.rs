//! One call: attempt after attempt, until there is a task, an error, or no time left.

use crate::answer::{Answer, Found};
use crate::body::Json;
use crate::error::{Error, ErrorKind};
use crate::request::{Request, check_token};
use crate::retry;
use crate::text::concat;

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

    /// Asks the caller's token function, telling it which token was refused; else says why there is none.
    fn token(&self, rejected: Option<&str>) -> impl Future<Output = Result<String, &'static str>>;

    /// Sends the request once and reads the whole answer.
    fn send(&self, request: &Request, token: &str)
    -> impl Future<Output = Result<Answer<Self::Json>, Fault>>;

    /// Waits so many milliseconds, or less if the call is stopped.
    fn pause(&self, milliseconds: f64) -> impl Future<Output = ()>;

    /// Milliseconds until the call's time is over; none once it is stopped.
    fn remaining(&self) -> f64;

    /// A number that is at least 0 and below 1.
    fn random(&self) -> f64;
}

/// Sends the request until it is answered for good.
pub async fn run<H: Host>(host: &H, request: &Request) -> Result<Found<H::Json>, Box<Error>> {
    let mut token = match &request.token {
        Some(token) => token.clone(),
        None => first_token(host).await?,
    };
    let mut may_refresh = request.token.is_none();
    let mut retries = 0;
    loop {
        let mut failure = match host.send(request, &token).await {
            Ok(answer) => match answer.interpret(request) {
                Ok(found) => return Ok(found),
                Err(error) => error,
            },
            Err(fault) => without_answer(fault, request),
        };
        failure.redact(&token);
        if failure.kind == ErrorKind::Unauthenticated && may_refresh {
            may_refresh = false;
            match host.token(Some(&token)).await {
                Ok(fresh) if fresh != token && check_token(&fresh).is_ok() => token = fresh,
                _ => return Err(failure),
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

async fn first_token<H: Host>(host: &H) -> Result<String, Box<Error>> {
    let token = host.token(None).await.map_err(|problem| Error::of_argument("token", problem))?;
    check_token(&token).map(|()| token)
}

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
            let limit = (request.attempt_timeout as u64).to_string();
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
