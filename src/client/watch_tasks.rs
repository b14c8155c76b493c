//! `watch_tasks`: the tasks of a file system each time one of them changes.

use core::fmt;
use std::collections::HashMap;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::{Task, TaskStatus, TaskType};
use crate::operation::watch_tasks::WATCH_TASKS;
use crate::value::Value;

use super::call_options::CallOptions;
use super::error::ClientError;
use super::filter::Filter;
use super::follower::Follower;
use super::following::Following;
use super::list_tasks::TaskList;
use super::options::{ClientOptions, whole};
use super::reply::Reply;

/// Which tasks [`Client::watch_tasks`](super::Client::watch_tasks) watches, and how. New fields may be added, so end it with
/// `..WatchTasks::default()`.
#[derive(Clone, Debug, Default)]
pub struct WatchTasks {
    /// The id of the SFS Turbo file system. Required. Not `.` or `..`.
    pub share_id: String,
    /// Only tasks of this type. Default: every type.
    pub task_type: Option<TaskType>,
    /// Only tasks in this status. Default: every status.
    pub status: Option<TaskStatus>,
    /// The maximum number of tasks: one list request cannot return more. Default 1 000; 1 to 1 000.
    pub limit: Option<u32>,
    /// How often to look, and which failures are tolerated.
    pub following: Following,
}

/// The current tasks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TasksUpdate {
    /// All of them. See [`TaskList::tasks`].
    pub tasks: Vec<Task>,
    /// The tasks that are new or have changed; in the first update all. Empty if tasks were only removed.
    pub changed: Vec<Task>,
    /// The total number of tasks. See [`TaskList::count`].
    pub count: u64,
}

/// The tasks each time one of them changes. It does not end by itself. See [`Client::watch_tasks`](super::Client::watch_tasks).
pub struct TasksWatch(Follower<WatchTasks>);

impl TasksWatch {
    pub(super) fn new(options: Rc<ClientOptions>, call_options: WatchTasks) -> Self {
        TasksWatch(Follower::new(options, call_options))
    }

    /// The current tasks: first at once, then each time a task is added, changed or removed. `None` only after a failure.
    ///
    /// Dropping the future aborts the request under way, and leaves no timer. The next call continues, like
    /// [`TaskWatch::next`](super::TaskWatch::next).
    ///
    /// # Errors
    ///
    /// Those of [`Client::list_tasks`](super::Client::list_tasks), except for the failures that [`Following`] tolerates. Kind
    /// `Timeout` if [`Following::wait_timeout`] expired.
    pub async fn next(&mut self) -> Option<Result<Reply<TasksUpdate>, ClientError>> {
        let change = match self.0.change().await? {
            Ok(change) => change,
            Err(error) => return Some(Err(error)),
        };
        let previous = change.previous.map(|reply| reply.value.tasks).unwrap_or_default();
        Some(Ok(change.reply.map(|list| update(list, &previous))))
    }
}

fn update(TaskList { tasks, count }: TaskList, previous: &[Task]) -> TasksUpdate {
    let before: HashMap<&str, &Task> = previous.iter().map(|task| (&*task.task_id, task)).collect();
    let is_changed = |task: &&Task| before.get(&*task.task_id) != Some(task);
    TasksUpdate { changed: tasks.iter().filter(is_changed).cloned().collect(), tasks, count }
}

impl fmt::Debug for TasksWatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TasksWatch").finish_non_exhaustive()
    }
}

impl CallOptions for WatchTasks {
    type Answer = TaskList;

    const OPERATION: &'static Operation = &WATCH_TASKS;

    fn value(&self, name: &str) -> Value<'_> {
        let filter = Filter {
            share_id: &self.share_id,
            task_type: self.task_type.as_ref(),
            status: self.status.as_ref(),
            ..Filter::default()
        };
        match name {
            "limit" => whole(self.limit),
            _ => filter.value(name),
        }
    }

    fn following(&self) -> Option<&Following> {
        Some(&self.following)
    }
}
