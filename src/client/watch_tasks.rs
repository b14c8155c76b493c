//! `watch_tasks`: the tasks of a file system each time one has changed.

use core::fmt;
use std::collections::HashMap;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::{Task, TaskStatus, TaskType};
use crate::operation::watch_tasks::WATCH_TASKS;
use crate::value::Value;

use super::ask::Ask;
use super::error::ClientError;
use super::filter::Filter;
use super::follower::Follower;
use super::following::Following;
use super::list_tasks::TaskList;
use super::options::{ClientOptions, whole};
use super::reply::Reply;

/// Which tasks [`Client::watch_tasks`](super::Client::watch_tasks) follows, and how. Fields may be added, so end it with
/// `..WatchTasks::default()`.
#[derive(Clone, Debug, Default)]
pub struct WatchTasks {
    /// The id of the SFS Turbo file system. Needed. Not `.` or `..`.
    pub share_id: String,
    /// Only tasks of this type. Default: of every type.
    pub task_type: Option<TaskType>,
    /// Only tasks in this status. Default: in any.
    pub status: Option<TaskStatus>,
    /// How many tasks are followed at most: one listing has no more. Default and most 1 000.
    pub limit: Option<u32>,
    /// How often to look, and how patiently.
    pub following: Following,
}

/// The tasks as they are now.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TasksUpdate {
    /// All of them, as [`TaskList::tasks`].
    pub tasks: Vec<Task>,
    /// Those that are new, or not as they were; the first time all. None where a task is gone and nothing else is new.
    pub changed: Vec<Task>,
    /// How many tasks there are in all, as [`TaskList::count`].
    pub count: u64,
}

/// The tasks each time one has changed, without an end of its own. See [`Client::watch_tasks`](super::Client::watch_tasks).
pub struct TasksWatch(Follower<WatchTasks>);

impl TasksWatch {
    pub(super) fn new(options: Rc<ClientOptions>, ask: WatchTasks) -> Self {
        TasksWatch(Follower::new(options, ask))
    }

    /// The tasks as they are now, first of all and then each time one has come, changed or gone. `None` only after a failure.
    ///
    /// To drop the future is to abort the request under way, and to leave no timer. The next call goes on, as
    /// [`TaskWatch::next`](super::TaskWatch::next) does.
    ///
    /// # Errors
    ///
    /// As [`Client::list_tasks`](super::Client::list_tasks), but that some failures are waited out: see [`Following`]. Kind
    /// `Timeout` once [`Following::wait_timeout`] has run out.
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

impl Ask for WatchTasks {
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
