//! One call, from its options to its end: carries out the core's steps, and reports the results to the core.
//!
//! All state of a call is in here, so that no call can affect another. All waiting is in futures that can be dropped: the call
//! itself can then continue from where it was.

use core::time::Duration;
use std::rc::Rc;

use super::answer::Answer;
use super::call::{Call, News};
use super::call_options::CallOptions;
use super::error::ClientError;
use super::following::{Fault, Following, Look};
use super::host;
use super::input::Input;
use super::options::ClientOptions;
use super::pause::Pause;
use super::reply::Reply;
use crate::call::event::Event;
use crate::call::next;
use crate::call::step::{History, Step};
use crate::error::{Error, ErrorKind};
use crate::operation::{Follow, Operation};
use crate::value::Value;

/// Makes a call that does not poll.
pub(super) async fn run<A: CallOptions>(
    options: Rc<ClientOptions>,
    call_options: A,
) -> Result<Reply<A::Answer>, ClientError> {
    let mut flow = Flow::new(options, call_options)?;
    match flow.answer().await? {
        Some(reply) => Ok(reply),
        None => flow.given(None),
    }
}

/// A call.
pub(super) struct Flow<A> {
    input: Input<A>,
    call: Call,
    history: History,
    news: News,
    /// When the last event happened. A pause starts then.
    since: f64,
    pause: Option<Pause>,
    /// The deadline of the whole wait, if the call polls.
    wait_deadline: f64,
    looks: u32,
    interval: Value<'static>,
}

impl<A: CallOptions> Flow<A> {
    /// A call. Its clock starts now.
    pub(super) fn new(options: Rc<ClientOptions>, call_options: A) -> Result<Self, ClientError> {
        let failure = |error| ClientError::new(error, A::OPERATION.name, 0, None, &[]);
        host::check().map_err(failure)?;
        let mut flow = Flow {
            call: Call::new(Rc::clone(&options), A::OPERATION).map_err(failure)?,
            input: Input::new(options, call_options),
            history: History::default(),
            news: News::Begun,
            since: host::now(),
            pause: None,
            wait_deadline: f64::INFINITY,
            looks: 0,
            interval: Value::Absent,
        };
        if let Some(wait_timeout) = flow.input.time("waitTimeout") {
            flow.wait_deadline = flow.since + wait_timeout;
        }
        flow.begin()?;
        Ok(flow)
    }

    /// Continues to the next good answer; `None` if the core says that the call has succeeded.
    pub(super) async fn answer(&mut self) -> Result<Option<Reply<A::Answer>>, ClientError> {
        if follows(A::OPERATION) && self.pause.is_none() {
            self.begin()?;
        }
        loop {
            if let Some(pause) = self.pause {
                if follows(A::OPERATION) {
                    pause.over_in_page().await
                } else {
                    pause.over().await
                }
                self.pause = None;
                self.record(News::Paused, self.history);
                if follows(A::OPERATION) {
                    self.begin()?;
                }
            }
            // The state changes only after the waiting, so that a dropped future changes nothing.
            match self.step() {
                Step::Fail(error) => return Err(self.call.error(error)),
                Step::Give => return Ok(None),
                Step::AskCredentials { history, refused, .. } => {
                    let news = self.call.ask_token(refused).await;
                    self.record(news, history);
                }
                // This host supports tokens only.
                Step::SignAgain { fault, .. } => return Err(self.call.error(fault)),
                Step::Send { history, request, .. } => match self.call.send(&request).await {
                    Ok(reply) => {
                        self.record(News::Looked, history);
                        self.looked(&reply.value);
                        return Ok(Some(reply));
                    }
                    Err(news) => self.record(news, history),
                },
                Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault } => {
                    self.history = history;
                    let times = [milliseconds, hidden_milliseconds, wake_milliseconds];
                    let [due, hidden_due, wake_due] = times.map(|time| self.since + time);
                    self.pause = Some(Pause { due, hidden_due, wake_due });
                    if let Some(error) = fault {
                        self.failed(error, milliseconds);
                    }
                }
            }
        }
    }

    /// The result of a call that succeeds without a new answer: the last one.
    pub(super) fn given(&self, last: Option<Reply<A::Answer>>) -> Result<Reply<A::Answer>, ClientError> {
        let request_id = || self.call.refusal_id().map(str::to_owned);
        let nothing =
            || A::Answer::of_nothing().map(|value| Reply::new(value, request_id(), Default::default()));
        last.or_else(nothing).ok_or_else(|| {
            let reason = "the call ended without an answer".to_owned();
            self.call.error(Error::of_client(ErrorKind::InvalidResponse, reason))
        })
    }

    fn begin(&mut self) -> Result<(), ClientError> {
        let timeout = self.input.time("timeout").unwrap_or_default();
        let rest = self.wait_deadline - host::now();
        self.call.begin(timeout.min(rest)).map_err(|error| self.call.error(error))
    }

    fn record(&mut self, news: News, history: History) {
        self.news = news;
        self.history = history;
        self.since = host::now();
    }

    fn step(&self) -> Step {
        let rest =
            if follows(A::OPERATION) { self.wait_deadline - host::now() } else { self.call.remaining() };
        next(
            &self.input.asked(),
            &Event {
                happened: self.call.happened(&self.news, self.history),
                history: self.history,
                remaining: rest.max(0.0),
                random: host::random(),
                interval: self.interval,
            },
        )
    }

    fn looked(&mut self, answer: &A::Answer) {
        self.looks = self.looks.saturating_add(1);
        if let Some(following) = self.input.call_options.following() {
            self.interval = following.interval_after(Look::new(answer.task(), self.looks));
        }
    }

    fn failed(&self, error: Box<Error>, milliseconds: f64) {
        let Some(Following { on_fault: Some(on_fault), .. }) = self.input.call_options.following() else {
            return;
        };
        on_fault(&Fault {
            error: self.call.error(error),
            consecutive: self.history.retries(),
            next_delay: Duration::try_from_secs_f64(milliseconds / 1_000.0).unwrap_or(Duration::MAX),
        });
    }
}

fn follows(operation: &Operation) -> bool {
    operation.follow != Follow::No
}
