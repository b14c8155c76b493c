//! `watch_task`: a task each time it has changed.

use core::fmt;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::Task;
use crate::operation::watch_task::WATCH_TASK;
use crate::value::Value;

use super::ask::Ask;
use super::error::ClientError;
use super::follower::Follower;
use super::following::Following;
use super::get_task::place;
use super::options::ClientOptions;
use super::reply::Reply;

/// Which task [`Client::watch_task`](super::Client::watch_task) follows, and how. Fields may be added, so end it with
/// `..WatchTask::default()`.
#[derive(Clone, Debug, Default)]
pub struct WatchTask {
    /// The id of the SFS Turbo file system. Needed, as in [`GetTask`](super::GetTask).
    pub share_id: String,
    /// The id of the task. Needed, as in [`GetTask`](super::GetTask).
    pub task_id: String,
    /// Whether the task has been created a moment ago, as [`WaitForTask::just_created`](super::WaitForTask::just_created).
    pub just_created: bool,
    /// How often to look, and how patiently.
    pub following: Following,
}

/// A task each time it has changed. See [`Client::watch_task`](super::Client::watch_task).
///
/// Nothing is asked before the first [`TaskWatch::next`], nor while nobody waits for the next one: who is slow gets the newest
/// state, and no queue of old ones.
pub struct TaskWatch(Follower<WatchTask>);

impl TaskWatch {
    pub(super) fn new(options: Rc<ClientOptions>, ask: WatchTask) -> Self {
        TaskWatch(Follower::new(options, ask))
    }

    /// The task as it is now, when it first is seen and then when it has changed. `None` after it has ended, also as `Fail`,
    /// or is gone, and after a failure.
    ///
    /// To drop the future is to abort the request under way, and to leave no timer. The next call goes on: it waits for the
    /// rest of the pause, or makes the request again. So it may be one side of a `select!`.
    ///
    /// # Errors
    ///
    /// As [`Client::wait_for_task`](super::Client::wait_for_task), but not for a task that ended as `Fail`, or that is gone
    /// after it was seen.
    pub async fn next(&mut self) -> Option<Result<Reply<Task>, ClientError>> {
        Some(self.0.change().await?.map(|change| change.reply))
    }

    /// The task as it was seen last.
    pub fn last(&self) -> Option<&Reply<Task>> {
        self.0.last()
    }
}

impl fmt::Debug for TaskWatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TaskWatch").field("last", &self.last()).finish_non_exhaustive()
    }
}

impl Ask for WatchTask {
    type Answer = Task;

    const OPERATION: &'static Operation = &WATCH_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        match name {
            "raw" => Value::Flag(self.just_created),
            _ => place(name, &self.share_id, &self.task_id),
        }
    }

    fn following(&self) -> Option<&Following> {
        Some(&self.following)
    }
}
