//! The state of one call, and what its host does in it: sends a request, reads the answer, asks for a token.

use js_sys::JSON;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::attempt::{Received, exchange};
use super::body::BodyText;
use super::cause::Cause;
use super::error::ClientError;
use super::host::{self, Fetch};
use super::options::ClientOptions;
use super::owned_answer::{OwnedAnswer, OwnedBody, pause_asked_for};
use super::record;
use super::reply::Reply;
use super::timer::within;
use super::token::{self, Source, TokenContext};
use crate::call::event::{Fault, Happened};
use crate::call::step::History;
use crate::error::Error;
use crate::operation::Operation;
use crate::request::Request;

/// What has happened since the last step, with its texts on this side.
pub(super) enum News {
    Begun,
    TokenGiven,
    NoToken(String),
    Answered,
    Network,
    NoResponse,
    AttemptTimeout,
    Paused,
    CallTimeout,
}

/// The state of one call.
pub(super) struct Call<'a> {
    operation: &'static Operation,
    source: &'a Source,
    fetch: Fetch,
    deadline: f64,
    /// What the next request carries: the caller's text, or what the caller's function gave last.
    token: String,
    /// All that were sent.
    tokens: Vec<String>,
    attempts: u32,
    /// What was thrown underneath last, and the code and the words in it that say most.
    cause: Option<Cause>,
    reason: (String, String),
    in_page: bool,
    /// The last answer that is not what was asked for.
    answer: Option<OwnedAnswer>,
}

impl<'a> Call<'a> {
    /// A call whose time is over after so many milliseconds.
    pub(super) fn new(
        options: &'a ClientOptions,
        operation: &'static Operation,
        timeout: f64,
    ) -> Result<Self, Box<Error>> {
        host::check()?;
        let mut call = Call {
            operation,
            source: &options.token.0,
            fetch: host::fetch(options.fetch.as_ref())?,
            deadline: host::now() + timeout,
            token: String::new(),
            tokens: Vec::new(),
            attempts: 0,
            cause: None,
            reason: Default::default(),
            in_page: host::is_in_page(),
            answer: None,
        };
        if let Source::Text(token) = &options.token.0 {
            if let Some(problem) = token::problem(token) {
                return Err(Error::of_argument("token", problem));
            }
            call.use_token(token.clone());
        }
        Ok(call)
    }

    /// What happened, as the core wants it.
    pub(super) fn happened<'n>(&'n self, news: &'n News, history: History) -> Happened<'n> {
        let answer = || self.answer.as_ref().map(OwnedAnswer::answer);
        match news {
            News::Begun => Happened::Begun,
            News::TokenGiven => Happened::TokenGiven,
            News::NoToken(problem) => {
                let answer = if history.renewed { answer() } else { None };
                Happened::NoToken { problem, answer }
            }
            News::Answered => answer().map_or(Happened::Begun, Happened::Answered),
            News::Network => {
                let (code, words) = &self.reason;
                Happened::Fault(Fault::Network { code, words, in_page: self.in_page })
            }
            News::NoResponse => Happened::Fault(Fault::NoResponse { function: &self.fetch.name }),
            News::AttemptTimeout => Happened::Fault(Fault::AttemptTimeout),
            News::Paused => Happened::Paused,
            News::CallTimeout => Happened::CallTimeout,
        }
    }

    /// Sends a request, and gives what was asked for if it came.
    pub(super) async fn send<T: DeserializeOwned>(&mut self, request: &Request) -> Result<Reply<T>, News> {
        let remaining = self.remaining();
        let milliseconds = remaining.min(request.attempt_timeout as f64);
        self.attempts += 1;
        self.cause = None;
        let attempt =
            exchange(&self.fetch, self.operation, &request.url, &self.token, request.max_response_bytes);
        match within(milliseconds, attempt).await {
            None if milliseconds < remaining => Err(News::AttemptTimeout),
            None => Err(News::CallTimeout),
            Some(Ok(Some(received))) => self.read(received),
            Some(Ok(None)) => Err(News::NoResponse),
            Some(Err(thrown)) => {
                self.cause = Cause::of(&thrown);
                self.reason = self.cause.as_ref().map(Cause::reason).unwrap_or_default();
                Err(News::Network)
            }
        }
    }

    /// Whether an answer is what was asked for; if not, the core says what it is.
    fn read<T: DeserializeOwned>(&mut self, received: Received) -> Result<Reply<T>, News> {
        let mut missing = "";
        let body = match &received.body {
            BodyText::TooLarge => OwnedBody::TooLarge,
            BodyText::Whole(text) => match JSON::parse(text) {
                Err(_) => OwnedBody::of_text(text),
                Ok(raw) => {
                    if received.is_success() {
                        match record::read(&raw, self.operation) {
                            Ok(value) => return Ok(reply(value, received.request_id, raw)),
                            Err(field) => missing = field,
                        }
                    }
                    OwnedBody::of_json(&raw)
                }
            },
        };
        self.answer = Some(OwnedAnswer {
            status: received.status,
            retry_after: pause_asked_for(&received.retry_after, &received.date),
            request_id: received.request_id,
            missing: missing.to_owned(),
            body,
        });
        Err(News::Answered)
    }

    /// Asks the caller's function, for another token than the last if that was refused.
    pub(super) async fn ask_token(&mut self, refused: bool) -> News {
        // The core asks only where there is a function.
        let Source::Function(give) = self.source else { return News::TokenGiven };
        let rejected = refused.then(|| self.token.clone());
        let token = match within(self.remaining(), give(TokenContext { rejected })).await {
            None => return News::CallTimeout,
            Some(Ok(token)) => token,
            Some(Err(thrown)) => {
                self.cause = Cause::of(&thrown);
                return News::NoToken("function failed: see cause".to_owned());
            }
        };
        if let Some(problem) = token::problem(&token) {
            return News::NoToken(format!("function gave a token that {problem}"));
        }
        if refused && token == self.token {
            return News::NoToken("function gave the same token again".to_owned());
        }
        self.use_token(token);
        News::TokenGiven
    }

    fn use_token(&mut self, token: String) {
        self.tokens.push(token.clone());
        self.token = token;
    }

    /// Milliseconds until the time of the call is over.
    pub(super) fn remaining(&self) -> f64 {
        self.deadline - host::now()
    }

    /// What the call fails with.
    pub(super) fn error(&self, error: Box<Error>) -> ClientError {
        ClientError::new(error, self.operation.name, self.attempts, self.cause.as_ref(), &self.tokens)
    }
}

fn reply<T>(value: T, request_id: String, raw: JsValue) -> Reply<T> {
    Reply { value, request_id: Some(request_id).filter(|id| !id.is_empty()), raw }
}
