//! What every operation can be told that asks again and again. This file is the manual of waiting.

use core::fmt;
use core::time::Duration;
use std::rc::Rc;

use super::error::ClientError;
use super::options::{milliseconds, whole};
use crate::operation::get_task::Task;
use crate::value::Value;

/// How often to look, and how patiently.
///
/// [`ClientOptions::timeout`](super::ClientOptions::timeout) and `attempt_timeout` are for each look. `max_retries` does not
/// count, since each look is one request. A failure that may pass (`Network`, `Timeout`, `Unavailable`, `InvalidResponse`)
/// costs a longer pause, doubled by each up to a minute. A throttled answer slows the looks down and never ends them. Every
/// other failure ends them at once.
///
/// A token function is asked before each look, since a wait may outlive a token.
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
    /// Default: 2 s, half as long again after each look, up to 15 s. Every pause is a fifth longer or shorter by chance, so
    /// that many that began together do not ask together. `Retry-After` makes it longer.
    pub interval: Option<Interval>,
    /// The time for all of it. Default: none, as long as it takes; 1 ms to 2 147 483 647 ms.
    ///
    /// The last look is taken shortly before the end. Then it fails with kind `Timeout`, and
    /// [`ClientError::task`] is what was seen last. The task itself goes on.
    pub wait_timeout: Option<Duration>,
    /// How many looks may fail one after the other. The next failure is the one that it all ends with. Default 5; 0 to 1 000.
    pub max_consecutive_failures: Option<u32>,
    /// What to do while nobody sees the page. Default [`WhenHidden::Slow`].
    pub when_hidden: WhenHidden,
    /// Called when a look has failed and another one will be taken. Default: nothing is called.
    pub on_fault: Option<OnFault>,
}

/// Called when a look has failed and another one will be taken.
pub type OnFault = Rc<dyn Fn(&Fault)>;

/// What to do while nobody sees the page.
///
/// When it is shown again, or its connection is back, the next look is taken at once. In Node and in workers there is no
/// page, and this changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhenHidden {
    /// A look a minute at most: browsers slow down what is hidden anyway.
    #[default]
    Slow,
    /// No look.
    Pause,
    /// As ever.
    Same,
}

/// The time between two looks: a [`Duration`], or a function that gives it. 250 ms to 2 147 483 647 ms.
///
/// Any other is kind `InvalidRequest` with field `interval`: at once for a duration, after the look for a function.
#[derive(Clone)]
pub struct Interval(Source);

#[derive(Clone)]
enum Source {
    Fixed(Duration),
    Function(Rc<dyn Fn(Look<'_>) -> Option<Duration>>),
}

/// What an interval function is told of the look that was good.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Look<'a> {
    /// The task; `None` where a list is followed.
    pub task: Option<&'a Task>,
    /// How many good looks there were.
    pub looks: u32,
}

/// What [`Following::on_fault`] is told of a look that failed, after which the next is taken.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fault {
    /// Why it failed.
    pub error: ClientError,
    /// How many have failed since the last good one. A throttled answer is no failure and does not count.
    pub consecutive: u32,
    /// The time until the next look, in a page that is seen.
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
    /// The value of an option that every such operation has, by its name in the tables.
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

    /// What the function says of the time until the next look, if there is one.
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
