//! `watch_task`: a task each time it changes.

use core::fmt;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::Task;
use crate::operation::watch_task::WATCH_TASK;
use crate::value::Value;

use super::call_options::CallOptions;
use super::error::ClientError;
use super::follower::Follower;
use super::following::Following;
use super::get_task::place;
use super::options::ClientOptions;
use super::reply::Reply;

/// The task that [`Client::watch_task`](super::Client::watch_task) watches, and how. New fields may be added, so end it with
/// `..WatchTask::default()`.
#[derive(Clone, Debug, Default)]
pub struct WatchTask {
    /// The id of the SFS Turbo file system. Required. See [`GetTask`](super::GetTask).
    pub share_id: String,
    /// The id of the task. Required. See [`GetTask`](super::GetTask).
    pub task_id: String,
    /// Whether the task has just been created. See [`WaitForTask::just_created`](super::WaitForTask::just_created).
    pub just_created: bool,
    /// How often to look, and which failures are tolerated.
    pub following: Following,
}

/// A task each time it changes. See [`Client::watch_task`](super::Client::watch_task).
///
/// No request is sent before the first [`TaskWatch::next`], nor while no `next` is pending. A slow consumer gets the newest state,
/// not a queue of old ones.
pub struct TaskWatch(Follower<WatchTask>);

impl TaskWatch {
    pub(super) fn new(options: Rc<ClientOptions>, call_options: WatchTask) -> Self {
        TaskWatch(Follower::new(options, call_options))
    }

    /// The current state of the task: first at once, then after each change. `None` after the task has ended (also as `Fail`) or no
    /// longer exists, and after a failure.
    ///
    /// Dropping the future aborts the request under way, and leaves no timer. The next call continues: it waits for the rest of the
    /// pause, or sends the request again. So it may be one side of a `select!`.
    ///
    /// # Errors
    ///
    /// Those of [`Client::wait_for_task`](super::Client::wait_for_task), but not for a task that ended as `Fail`, or that no longer
    /// exists after it was seen.
    pub async fn next(&mut self) -> Option<Result<Reply<Task>, ClientError>> {
        Some(self.0.change().await?.map(|change| change.reply))
    }

    /// The last known state of the task.
    pub fn last(&self) -> Option<&Reply<Task>> {
        self.0.last()
    }
}

impl fmt::Debug for TaskWatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TaskWatch").field("last", &self.last()).finish_non_exhaustive()
    }
}

impl CallOptions for WatchTask {
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
