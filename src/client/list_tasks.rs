//! `list_tasks`: the options and the result of one page.

use wasm_bindgen::JsValue;

use crate::operation::Operation;
use crate::operation::get_task::{Task, TaskStatus, TaskType};
use crate::operation::list_tasks::LIST_TASKS;
use crate::value::Value;

use super::answer::Answer;
use super::call_options::CallOptions;
use super::filter::Filter;
use super::options::whole;
use super::record;

/// The page that [`Client::list_tasks`](super::Client::list_tasks) gets. New fields may be added, so end it with
/// `..ListTasks::default()`.
///
/// ```no_run
/// use sfs_turbo_tasks::client::ListTasks;
/// use sfs_turbo_tasks::operation::get_task::TaskStatus;
///
/// let options = ListTasks {
///     share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
///     status: Some(TaskStatus::Fail),
///     limit: Some(10),
///     ..ListTasks::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTasks {
    /// The id of the SFS Turbo file system. Required. Not `.` or `..`.
    pub share_id: String,
    /// Only tasks of this type. Default: every type. `Other` is sent unchanged: a newer service may have more types.
    pub task_type: Option<TaskType>,
    /// Only tasks in this status. Default: every status. `Other` is sent unchanged.
    pub status: Option<TaskStatus>,
    /// The earliest time, in UTC, in the service's format: `2026-11-26T09:30:00`. Sent unchanged. Default: any time.
    ///
    /// The vendor's page does not say which time of a task it filters.
    pub start_time: Option<String>,
    /// The latest time. See [`ListTasks::start_time`].
    pub end_time: Option<String>,
    /// How many tasks to skip. Default 0; any number.
    pub offset: Option<u32>,
    /// The maximum number of tasks. Default 100; 1 to 1 000. It is always sent, because the service has changed its own default.
    pub limit: Option<u32>,
}

/// One page of tasks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskList {
    /// The tasks in the service's order, which is not documented.
    ///
    /// An entry that is not a task is left out. It is in [`Reply::raw`](super::Reply::raw).
    pub tasks: Vec<Task>,
    /// The total number of tasks, as the service counts them; the number of entries of this page if it does not say.
    pub count: u64,
}

/// A page as paging needs it.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) tasks: Vec<Task>,
    /// The number of entries. Some of them may not be tasks.
    pub(super) rows: u64,
    /// Whether the first of them is a task.
    pub(super) first_is_task: bool,
    pub(super) count: u64,
}

impl CallOptions for ListTasks {
    type Answer = TaskList;

    const OPERATION: &'static Operation = &LIST_TASKS;

    fn value(&self, name: &str) -> Value<'_> {
        let filter = Filter {
            share_id: &self.share_id,
            task_type: self.task_type.as_ref(),
            status: self.status.as_ref(),
            start_time: self.start_time.as_deref(),
            end_time: self.end_time.as_deref(),
        };
        match name {
            "offset" => whole(self.offset),
            "limit" => whole(self.limit),
            _ => filter.value(name),
        }
    }
}

impl Answer for TaskList {
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str> {
        Page::read(json, operation).map(|Page { tasks, count, .. }| TaskList { tasks, count })
    }
}

impl Answer for Page {
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str> {
        let entries = record::read_list(json, operation)?;
        let record::Entries { records: tasks, rows, first_is_record: first_is_task, count } = entries;
        Ok(Page { tasks, rows, first_is_task, count })
    }
}
