//! The options of all calls that poll. This file is the manual of waiting.

use core::fmt;
use core::time::Duration;
use std::rc::Rc;

use super::error::ClientError;
use super::options::{milliseconds, whole};
use crate::operation::get_task::Task;
use crate::value::Value;

/// How often a wait or watch looks at the task, and which failures it tolerates. A look is one request for the current state.
///
/// [`ClientOptions::timeout`](super::ClientOptions::timeout) and `attempt_timeout` apply to each look. `max_retries` has no
/// effect, because each look is one request. A temporary failure (`Network`, `Timeout`, `Unavailable`, `InvalidResponse`) makes
/// the next pause longer: each failure in a row doubles it, up to one minute. A throttled answer makes the looks slower and never
/// ends the wait. Every other failure ends it at once.
///
/// A token function is called before each look, because a wait may last longer than a token is valid.
///
/// ```no_run
/// use std::rc::Rc;
/// use std::time::Duration;
/// use sfs_turbo_tasks::client::Following;
///
/// let following = Following {
///     interval: Some(Duration::from_secs(5).into()),
///     wait_timeout: Some(Duration::from_secs(3_600)),
///     on_fault: Some(Rc::new(|fault| eprintln!("{}; next look in {:?}", fault.error, fault.next_delay))),
///     ..Following::default()
/// };
/// ```
#[derive(Clone, Default)]
pub struct Following {
    /// The time between two looks: a [`Duration`] or a function, see [`Interval`].
    ///
    /// Default: 2 s, then 1.5 times as long after each look, up to 15 s. Every pause is changed at random by up to 20 %, so that
    /// many waits that start together do not send their requests together. `Retry-After` makes a pause longer.
    pub interval: Option<Interval>,
    /// The time for the whole wait. Default: no limit; 1 ms to 2 147 483 647 ms.
    ///
    /// The last look is made shortly before the deadline. After that the call fails with kind `Timeout`, and
    /// [`ClientError::task`] is the last known state. The task itself is not cancelled.
    pub wait_timeout: Option<Duration>,
    /// How many looks in a row may fail. One more failure ends the wait with its error. Default 5; 0 to 1 000.
    pub max_consecutive_failures: Option<u32>,
    /// What to do while the page is hidden. Default [`WhenHidden::Slow`].
    pub when_hidden: WhenHidden,
    /// Called after a failed look that does not end the wait. Default: nothing is called.
    pub on_fault: Option<OnFault>,
}

/// Called after a failed look that does not end the wait.
pub type OnFault = Rc<dyn Fn(&Fault)>;

/// What to do while the page is hidden.
///
/// When the page becomes visible or its connection is back, the next look is made at once. Node and workers have no page, so that
/// this option has no effect there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhenHidden {
    /// At most one look per minute. Browsers slow down hidden pages anyway.
    #[default]
    Slow,
    /// No look.
    Pause,
    /// The same looks as in a visible page.
    Same,
}

/// The time between two looks: a [`Duration`], or a function that gives it. 250 ms to 2 147 483 647 ms.
///
/// Any other value is kind `InvalidRequest` with field `interval`: at once for a duration, after the look for a function.
#[derive(Clone)]
pub struct Interval(Source);

#[derive(Clone)]
enum Source {
    Fixed(Duration),
    Function(Rc<dyn Fn(Look<'_>) -> Option<Duration>>),
}

/// What an interval function gets after a good look.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Look<'a> {
    /// The task; `None` for a list.
    pub task: Option<&'a Task>,
    /// The number of good looks so far.
    pub looks: u32,
}

/// What [`Following::on_fault`] gets after a failed look that does not end the wait.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fault {
    /// Why the look failed.
    pub error: ClientError,
    /// How many looks have failed since the last good one. A throttled answer does not count as a failure.
    pub consecutive: u32,
    /// The time until the next look, while the page is visible.
    pub next_delay: Duration,
}

impl Interval {
    /// A function that is called after each good look. `None` means the default.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use sfs_turbo_tasks::client::Interval;
    ///
    /// let interval = Interval::from_fn(|look| (look.looks < 10).then_some(Duration::from_secs(1)));
    /// ```
    pub fn from_fn(give: impl Fn(Look<'_>) -> Option<Duration> + 'static) -> Self {
        Interval(Source::Function(Rc::new(give)))
    }
}

impl From<Duration> for Interval {
    fn from(duration: Duration) -> Self {
        Interval(Source::Fixed(duration))
    }
}

impl Following {
    /// The value of an option of all calls that poll, by its name in the tables.
    pub(super) fn value(&self, name: &str) -> Value<'_> {
        match name {
            "interval" => match self.interval.as_ref().map(|interval| &interval.0) {
                None => Value::Absent,
                Some(Source::Fixed(duration)) => milliseconds(Some(*duration)),
                Some(Source::Function(_)) => Value::Function,
            },
            "waitTimeout" => milliseconds(self.wait_timeout),
            "maxConsecutiveFailures" => whole(self.max_consecutive_failures),
            "whenHidden" => Value::Text(match self.when_hidden {
                WhenHidden::Slow => "slow",
                WhenHidden::Pause => "pause",
                WhenHidden::Same => "same",
            }),
            "onFault" if self.on_fault.is_some() => Value::Function,
            _ => Value::Absent,
        }
    }

    /// The result of the interval function, if there is one.
    pub(super) fn interval_after(&self, look: Look<'_>) -> Value<'static> {
        match &self.interval {
            Some(Interval(Source::Function(give))) => milliseconds(give(look)),
            _ => Value::Absent,
        }
    }
}

impl<'a> Look<'a> {
    pub(super) fn new(task: Option<&'a Task>, looks: u32) -> Self {
        Look { task, looks }
    }
}

impl fmt::Debug for Following {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Following")
            .field("interval", &self.interval)
            .field("wait_timeout", &self.wait_timeout)
            .field("max_consecutive_failures", &self.max_consecutive_failures)
            .field("when_hidden", &self.when_hidden)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Interval {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Fixed(duration) => write!(formatter, "Interval({duration:?})"),
            Source::Function(_) => formatter.write_str("Interval(function)"),
        }
    }
}
