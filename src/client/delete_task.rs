//! `delete_task`: the task to delete.

use crate::operation::Operation;
use crate::operation::delete_task::DELETE_TASK;
use crate::value::Value;

use super::call_options::CallOptions;
use super::get_task::place;

/// The task that [`Client::delete_task`](super::Client::delete_task) deletes. See [`GetTask`](super::GetTask) for the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeleteTask {
    /// The id of the SFS Turbo file system.
    pub share_id: String,
    /// The id of the task.
    pub task_id: String,
}

impl CallOptions for DeleteTask {
    type Answer = ();

    const OPERATION: &'static Operation = &DELETE_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        place(name, &self.share_id, &self.task_id)
    }
}
