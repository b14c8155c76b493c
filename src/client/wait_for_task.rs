//! `wait_for_task` and `wait_for_deletion`: which task, and how to wait.

use core::fmt;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::Task;
use crate::operation::wait_for_task::WAIT_FOR_TASK;
use crate::value::Value;

use super::answer::Answer;
use super::call_options::CallOptions;
use super::follower::Change;
use super::following::Following;
use super::get_task::place;

/// Called with the first state of the task, and then with each state that differs from the last one, which is the second argument.
pub type OnUpdate = Rc<dyn Fn(&Task, Option<&Task>)>;

/// The task that [`Client::wait_for_task`](super::Client::wait_for_task) waits for, and how to wait. New fields may be added, so
/// end it with `..WaitForTask::default()`.
///
/// ```no_run
/// use std::rc::Rc;
/// use sfs_turbo_tasks::client::WaitForTask;
///
/// let options = WaitForTask {
///     share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
///     task_id: "11abef677ac40f46644d1d5cfc2424a4".to_owned(),
///     on_update: Some(Rc::new(|task, _| println!("{}", task.status.as_str()))),
///     ..WaitForTask::default()
/// };
/// ```
#[derive(Clone, Default)]
pub struct WaitForTask {
    /// The id of the SFS Turbo file system. Required. See [`GetTask`](super::GetTask).
    pub share_id: String,
    /// The id of the task. Required. See [`GetTask`](super::GetTask).
    pub task_id: String,
    /// Whether the task has just been created. The service may not find a new task at once, so that the wait then tolerates a
    /// missing task for half a minute. Default `false`: a missing task ends the wait with kind `NotFound`.
    pub just_created: bool,
    /// How often to look, and which failures are tolerated.
    pub following: Following,
    /// Called at each change, also at the last one. Default: nothing is called.
    pub on_update: Option<OnUpdate>,
}

/// The task that [`Client::wait_for_deletion`](super::Client::wait_for_deletion) waits for, and how to wait. New fields may be
/// added, so end it with `..WaitForDeletion::default()`.
#[derive(Clone, Default)]
pub struct WaitForDeletion {
    /// The id of the SFS Turbo file system. Required. See [`GetTask`](super::GetTask).
    pub share_id: String,
    /// The id of the task. Required. See [`GetTask`](super::GetTask).
    pub task_id: String,
    /// How often to look, and which failures are tolerated.
    pub following: Following,
    /// Called at each change. Default: nothing is called.
    pub on_update: Option<OnUpdate>,
}

impl CallOptions for WaitForTask {
    type Answer = Task;

    const OPERATION: &'static Operation = &WAIT_FOR_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        match name {
            "until" => Value::Text("ended"),
            "raw" => Value::Flag(self.just_created),
            _ => place(name, &self.share_id, &self.task_id),
        }
    }

    fn following(&self) -> Option<&Following> {
        Some(&self.following)
    }
}

impl CallOptions for WaitForDeletion {
    type Answer = Option<Task>;

    const OPERATION: &'static Operation = &WAIT_FOR_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        match name {
            "until" => Value::Text("deleted"),
            _ => place(name, &self.share_id, &self.task_id),
        }
    }

    fn following(&self) -> Option<&Following> {
        Some(&self.following)
    }
}

/// Reports a change to the caller, if there is a callback.
pub(super) fn report<T: Answer>(on_update: Option<&OnUpdate>, change: &Change<T>) {
    if let (Some(on_update), Some(task)) = (on_update, change.reply.value.task()) {
        on_update(task, change.previous.as_ref().and_then(|reply| reply.value.task()));
    }
}

impl fmt::Debug for WaitForTask {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WaitForTask")
            .field("share_id", &self.share_id)
            .field("task_id", &self.task_id)
            .field("just_created", &self.just_created)
            .field("following", &self.following)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for WaitForDeletion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WaitForDeletion")
            .field("share_id", &self.share_id)
            .field("task_id", &self.task_id)
            .field("following", &self.following)
            .finish_non_exhaustive()
    }
}
