//! The filters of all operations that list tasks.

use crate::operation::get_task::{TaskStatus, TaskType};
use crate::value::Value;

/// The file system and the filters.
#[derive(Default)]
pub(super) struct Filter<'a> {
    pub(super) share_id: &'a str,
    pub(super) task_type: Option<&'a TaskType>,
    pub(super) status: Option<&'a TaskStatus>,
    pub(super) start_time: Option<&'a str>,
    pub(super) end_time: Option<&'a str>,
}

impl<'a> Filter<'a> {
    /// The value of one of these options, by its name in the tables.
    pub(super) fn value(&self, name: &str) -> Value<'a> {
        let text = match name {
            "shareId" => Some(self.share_id),
            "type" => self.task_type.map(TaskType::as_str),
            "status" => self.status.map(TaskStatus::as_str),
            "startTime" => self.start_time,
            "endTime" => self.end_time,
            _ => None,
        };
        text.map_or(Value::Absent, Value::Text)
    }
}
