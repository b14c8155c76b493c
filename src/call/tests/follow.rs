//! Waits against a scripted host, without a clock: the length of each pause, and the end of the wait.

use super::{coded, gone, network, refusal};
use crate::call::event::{Event, Happened, Look};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::error::Error;
use crate::operation::Operation;
use crate::operation::wait_for_task::WAIT_FOR_TASK;
use crate::operation::watch_task::WATCH_TASK;
use crate::operation::watch_tasks::WATCH_TASKS;
use crate::request::Asked;
use crate::request::tests::{USUAL, asked};
use crate::value::Value;

mod deadline;
mod ends;
mod failures;
mod missing;
mod pace;
mod throttling;
mod tokens;

/// The remaining time of a wait without a deadline, as the JavaScript host reports it.
const FOR_EVER: f64 = 9_007_199_254_740_991.0;

/// A wait and its host.
struct Wait<'a> {
    asked: Asked<'a>,
    /// The history, as the number that a host keeps.
    history: u64,
    remaining: f64,
    random: f64,
    interval: Value<'a>,
    /// The last failure that did not end the wait.
    fault: Option<Box<Error>>,
    /// The last pause while the page is hidden.
    hidden: f64,
}

impl<'a> Wait<'a> {
    /// A wait whose first request has been sent.
    fn of(operation: &'static Operation, options: &[(&str, Value<'a>)]) -> Self {
        Wait::asking(asked(operation, &[USUAL.as_slice(), options].concat()))
    }

    fn asking(asked: Asked<'a>) -> Self {
        let mut wait = Wait {
            asked,
            history: 0,
            remaining: FOR_EVER,
            random: 0.5,
            interval: Value::Absent,
            fault: None,
            hidden: 0.0,
        };
        wait.send(Happened::Begun);
        wait
    }

    fn tell(&mut self, happened: Happened<'_>) -> Step {
        let history = History::decode(self.history);
        let (remaining, random, interval) = (self.remaining, self.random, self.interval);
        let step = next(&self.asked, &Event { happened, history, remaining, random, interval });
        match &step {
            Step::AskCredentials { history, .. }
            | Step::Send { history, .. }
            | Step::Pause { history, .. } => {
                self.history = history.encode();
            }
            Step::SignAgain { .. } => panic!("nothing is signed"),
            Step::Give | Step::Fail(_) => {}
        }
        step
    }

    /// Sends the next request, with a token before it if necessary.
    fn send(&mut self, happened: Happened<'_>) {
        let mut step = self.tell(happened);
        if let Step::AskCredentials { refused: false, .. } = step {
            step = self.tell(Happened::CredentialsGiven);
        }
        assert!(matches!(step, Step::Send { .. }), "{step:?}");
    }

    /// The pause after an event, in milliseconds, rounded.
    fn only_pause(&mut self, happened: Happened<'_>) -> f64 {
        match self.tell(happened) {
            Step::Pause { milliseconds, hidden_milliseconds, fault, .. } => {
                assert!(milliseconds <= self.remaining && hidden_milliseconds <= self.remaining);
                assert!(hidden_milliseconds >= milliseconds);
                self.remaining -= milliseconds;
                self.fault = fault;
                self.hidden = hidden_milliseconds.round();
                milliseconds.round()
            }
            other => panic!("{other:?}"),
        }
    }

    /// The same, followed by the next request.
    fn pause(&mut self, happened: Happened<'_>) -> f64 {
        let milliseconds = self.only_pause(happened);
        self.send(Happened::Paused);
        milliseconds
    }

    /// The pauses after several events of the same kind.
    fn pauses(&mut self, happened: &Happened<'_>, times: usize) -> Vec<f64> {
        (0..times).map(|_| self.pause(happened.clone())).collect()
    }

    fn gives(&mut self, happened: Happened<'_>) {
        let step = self.tell(happened);
        assert!(matches!(step, Step::Give), "{step:?}");
    }

    fn fails(&mut self, happened: Happened<'_>) -> Box<Error> {
        match self.tell(happened) {
            Step::Fail(error) => error,
            other => panic!("{other:?}"),
        }
    }
}

fn wait(options: &[(&str, Value<'static>)]) -> Wait<'static> {
    Wait::of(&WAIT_FOR_TASK, options)
}

fn watch(options: &[(&str, Value<'static>)]) -> Wait<'static> {
    Wait::of(&WATCH_TASK, options)
}

fn watch_list() -> Wait<'static> {
    Wait::of(&WATCH_TASKS, &[])
}

fn look(status: &'static str) -> Happened<'static> {
    Happened::Looked(Look { status, has_end: false, message: "", request_id: "r" })
}

/// A look at a task that has an end time.
fn ended_look(status: &'static str, message: &'static str) -> Happened<'static> {
    Happened::Looked(Look { status, has_end: true, message, request_id: "r" })
}

fn doing() -> Happened<'static> {
    look("DOING")
}
