//! `get_task`: which task is asked for.

use crate::operation::Operation;
use crate::operation::get_task::{GET_TASK, Task};
use crate::value::Value;

use super::ask::Ask;

/// Which task [`Client::get_task`](super::Client::get_task) asks for.
///
/// Both are needed. Empty, `.`, `..`, a blank at an end or a control character is kind `InvalidRequest`, with field
/// `shareId` or `taskId`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetTask {
    /// The id of the SFS Turbo file system, a UUID in the vendor's examples.
    pub share_id: String,
    /// The id of the task, as creating or listing tasks gave it.
    pub task_id: String,
}

impl Ask for GetTask {
    type Answer = Task;

    const OPERATION: &'static Operation = &GET_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        match name {
            "shareId" => Value::Text(&self.share_id),
            "taskId" => Value::Text(&self.task_id),
            _ => Value::Absent,
        }
    }
}
