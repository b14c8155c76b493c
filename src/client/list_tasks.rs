//! `list_tasks`: which tasks are listed, and what a list is.

use wasm_bindgen::JsValue;

use crate::operation::Operation;
use crate::operation::get_task::{Task, TaskStatus, TaskType};
use crate::operation::list_tasks::LIST_TASKS;
use crate::value::Value;

use super::answer::Answer;
use super::ask::Ask;
use super::filter::Filter;
use super::options::whole;
use super::record;

/// The page that [`Client::list_tasks`](super::Client::list_tasks) asks for. Fields may be added, so end it with
/// `..ListTasks::default()`.
///
/// ```no_run
/// use sfs_turbo_tasks::client::ListTasks;
/// use sfs_turbo_tasks::operation::get_task::TaskStatus;
///
/// let ask = ListTasks {
///     share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
///     status: Some(TaskStatus::Fail),
///     limit: Some(10),
///     ..ListTasks::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTasks {
    /// The id of the SFS Turbo file system. Needed. Not `.` or `..`.
    pub share_id: String,
    /// Only tasks of this type. Default: of every type. `Other` is sent as it is: a newer service may have more.
    pub task_type: Option<TaskType>,
    /// Only tasks in this status. Default: in any. `Other` is sent as it is.
    pub status: Option<TaskStatus>,
    /// From when on, as the service writes times: `2026-11-26T09:30:00`, which is UTC. Sent as it is. Default: any time.
    ///
    /// The vendor's page does not say which time of a task it is about.
    pub start_time: Option<String>,
    /// Until when, as [`ListTasks::start_time`].
    pub end_time: Option<String>,
    /// How many tasks are left out at the beginning. Default 0; any number.
    pub offset: Option<u32>,
    /// How many tasks are given at most. Default 100; 1 to 1 000. It is always sent: the service's own default has changed.
    pub limit: Option<u32>,
}

/// One page of tasks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskList {
    /// The tasks, in the order of the service, which its pages do not document.
    ///
    /// An entry that is no task is left out. It is in [`Reply::raw`](super::Reply::raw).
    pub tasks: Vec<Task>,
    /// How many tasks there are in all, as the service counts them; the entries of this page where it does not say.
    pub count: u64,
}

/// A page, as paging sees it.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) tasks: Vec<Task>,
    /// How many entries it has, of which some may be no tasks.
    pub(super) rows: u64,
    /// Whether the first of them is a task.
    pub(super) first_is_task: bool,
    pub(super) count: u64,
}

impl Ask for ListTasks {
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
