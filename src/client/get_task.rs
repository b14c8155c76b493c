//! `get_task`: the task to read.

use crate::operation::Operation;
use crate::operation::get_task::{GET_TASK, Task};
use crate::value::Value;

use super::call_options::CallOptions;

/// The task that [`Client::get_task`](super::Client::get_task) gets.
///
/// Both ids are required. An id that is empty, `.` or `..`, that starts or ends with whitespace, or that has a control character
/// is kind `InvalidRequest` with field `shareId` or `taskId`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetTask {
    /// The id of the SFS Turbo file system, a UUID in the vendor's examples.
    pub share_id: String,
    /// The id of the task, from `create_task` or a list.
    pub task_id: String,
}

impl CallOptions for GetTask {
    type Answer = Task;

    const OPERATION: &'static Operation = &GET_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        place(name, &self.share_id, &self.task_id)
    }
}

/// The value of an option for the ids of a task.
pub(super) fn place<'a>(name: &str, share_id: &'a str, task_id: &'a str) -> Value<'a> {
    match name {
        "shareId" => Value::Text(share_id),
        "taskId" => Value::Text(task_id),
        _ => Value::Absent,
    }
}
