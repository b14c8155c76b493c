//! The state of one call, and the work of its host: sends requests, reads answers, calls the token function.

use std::rc::Rc;

use js_sys::JSON;
use wasm_bindgen::JsValue;

use super::answer::Answer;
use super::attempt::{Received, exchange};
use super::body::BodyText;
use super::cause::Cause;
use super::error::ClientError;
use super::host::{self, Fetch};
use super::options::ClientOptions;
use super::owned_answer::{OwnedAnswer, OwnedBody, pause_asked_for};
use super::reply::Reply;
use super::sent::SentTokens;
use super::timer::within;
use super::token::{self, Source, TokenContext};
use crate::call::event::{Fault, Happened, Look};
use crate::call::step::History;
use crate::error::Error;
use crate::operation::get_task::Task;
use crate::operation::{AnswerShape, Operation};
use crate::request::Request;

/// What has happened since the last step. It owns its texts.
pub(super) enum News {
    Begun,
    CredentialsGiven,
    NoCredentials(String),
    Answered,
    Looked,
    Network,
    NoResponse,
    AttemptTimeout,
    Paused,
    CallTimeout,
}

/// The state of one call.
pub(super) struct Call {
    operation: &'static Operation,
    options: Rc<ClientOptions>,
    fetch: Fetch,
    /// The deadline of the call, or of one look.
    deadline: f64,
    tokens: SentTokens,
    attempts: u32,
    /// The last error that was thrown underneath, and the most precise code and message in it.
    cause: Option<Cause>,
    reason: (String, String),
    in_page: bool,
    /// The last answer that was not the expected one.
    answer: Option<OwnedAnswer>,
    /// The task in the last good answer, and the id of its request.
    task: Option<Task>,
    task_request: String,
}

impl Call {
    /// A call that has not started.
    pub(super) fn new(options: Rc<ClientOptions>, operation: &'static Operation) -> Result<Self, Box<Error>> {
        let mut call = Call {
            operation,
            fetch: host::fetch(options.fetch.as_ref())?,
            deadline: 0.0,
            tokens: SentTokens::default(),
            attempts: 0,
            cause: None,
            reason: Default::default(),
            in_page: host::is_in_page(),
            answer: None,
            task: None,
            task_request: String::new(),
            options,
        };
        if let Source::Text(token) = &call.options.token.0 {
            if let Some(problem) = token::problem(token) {
                return Err(Error::of_argument("token", problem));
            }
            call.tokens.next(token.clone());
        }
        Ok(call)
    }

    /// Starts the clock of the call, or of its next look, with this many milliseconds until the deadline.
    pub(super) fn begin(&mut self, milliseconds: f64) -> Result<(), Box<Error>> {
        self.deadline = host::now() + milliseconds;
        host::check()
    }

    /// What has happened, as an event of the core.
    pub(super) fn happened<'n>(&'n self, news: &'n News, history: History) -> Happened<'n> {
        let answer = || self.answer.as_ref().map(OwnedAnswer::answer);
        match news {
            News::Begun => Happened::Begun,
            News::CredentialsGiven => Happened::CredentialsGiven,
            News::NoCredentials(problem) => {
                let answer = if history.renewed() { answer() } else { None };
                Happened::NoCredentials { problem, answer }
            }
            News::Answered => answer().map_or(Happened::Begun, Happened::Answered),
            News::Looked => Happened::Looked(self.look()),
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

    fn look(&self) -> Look<'_> {
        let Some(task) = &self.task else { return Look::default() };
        Look {
            status: task.status.as_str(),
            has_end: task.end_time.is_some(),
            message: &task.message,
            request_id: &self.task_request,
        }
    }

    /// Sends a request, and returns the reply if the answer is good.
    pub(super) async fn send<T: Answer>(&mut self, request: &Request) -> Result<Reply<T>, News> {
        let remaining = self.remaining();
        let milliseconds = remaining.min(request.attempt_timeout as f64);
        self.attempts += 1;
        self.cause = None;
        let attempt = exchange(&self.fetch, self.operation, request, self.tokens.last());
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

    /// Reads an answer. If it is not the expected one, the core decides what it means.
    fn read<T: Answer>(&mut self, received: Received) -> Result<Reply<T>, News> {
        let mut missing = "";
        let body = match &received.body {
            BodyText::TooLarge => OwnedBody::TooLarge,
            BodyText::Whole(text) => match self.parse(text, received.is_success()) {
                Err(_) => OwnedBody::of_text(text),
                Ok(raw) => {
                    if received.is_success() {
                        match T::read(&raw, self.operation) {
                            Ok(value) => return Ok(self.reply(value, received.request_id, raw)),
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

    /// Parses the JSON of a body. A good answer may be empty if the operation returns nothing.
    fn parse(&self, text: &str, is_success: bool) -> Result<JsValue, JsValue> {
        if is_success && text.trim().is_empty() && matches!(self.operation.answer, AnswerShape::Nothing) {
            return Ok(JsValue::UNDEFINED);
        }
        JSON::parse(text)
    }

    fn reply<T: Answer>(&mut self, value: T, request_id: String, raw: JsValue) -> Reply<T> {
        if let Some(task) = value.task() {
            self.task = Some(task.clone());
            self.task_request.clone_from(&request_id);
        }
        Reply::new(value, Some(request_id).filter(|id| !id.is_empty()), raw)
    }

    /// Calls the caller's function for a token; if the last token was refused, for another one.
    pub(super) async fn ask_token(&mut self, refused: bool) -> News {
        // The core requests a token only if there is a function.
        let Source::Function(give) = &self.options.token.0 else { return News::CredentialsGiven };
        let rejected = refused.then(|| self.tokens.last().to_owned());
        let token = match within(self.remaining(), give(TokenContext { rejected })).await {
            None => return News::CallTimeout,
            Some(Ok(token)) => token,
            Some(Err(thrown)) => {
                self.cause = Cause::of(&thrown);
                return News::NoCredentials("function failed: see cause".to_owned());
            }
        };
        if let Some(problem) = token::problem(&token) {
            return News::NoCredentials(format!("function gave a token that {problem}"));
        }
        if refused && token == self.tokens.last() {
            return News::NoCredentials("function gave the same token again".to_owned());
        }
        self.tokens.next(token);
        News::CredentialsGiven
    }

    /// The id of the last refused request.
    pub(super) fn refusal_id(&self) -> Option<&str> {
        self.answer.as_ref().map(|answer| &*answer.request_id).filter(|id| !id.is_empty())
    }

    /// The last known state of the task.
    pub(super) fn task(&self) -> Option<&Task> {
        self.task.as_ref()
    }

    /// Milliseconds until the deadline of the call or look.
    pub(super) fn remaining(&self) -> f64 {
        self.deadline - host::now()
    }

    /// The error of the call, or of one look.
    pub(super) fn error(&self, error: Box<Error>) -> ClientError {
        ClientError::new(error, self.operation.name, self.attempts, self.cause.as_ref(), self.tokens.all())
            .with_task(self.task(), self.tokens.all())
    }
}
