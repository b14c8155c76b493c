//! `list_all_tasks`: all tasks of a file system, page by page.

use core::fmt;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::operation::Operation;
use crate::operation::get_task::{Task, TaskStatus, TaskType};
use crate::operation::list_all_tasks::LIST_ALL_TASKS;
use crate::value::Value;

use super::call_options::CallOptions;
use super::error::ClientError;
use super::filter::Filter;
use super::flow;
use super::list_tasks::Page;
use super::options::{ClientOptions, whole};
use super::paging::Paging;

/// Which tasks [`Client::list_all_tasks`](super::Client::list_all_tasks) gives. New fields may be added, so end it with
/// `..ListAllTasks::default()`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListAllTasks {
    /// The id of the SFS Turbo file system. Required. Not `.` or `..`.
    pub share_id: String,
    /// Only tasks of this type. Default: every type.
    pub task_type: Option<TaskType>,
    /// Only tasks in this status. Default: every status.
    pub status: Option<TaskStatus>,
    /// The earliest time. See [`ListTasks::start_time`](super::ListTasks::start_time). Default: any time.
    pub start_time: Option<String>,
    /// The latest time. See [`ListTasks::start_time`](super::ListTasks::start_time). Default: any time.
    pub end_time: Option<String>,
    /// How many tasks one request asks for. Default 100; 2 to 1 000. Pages overlap a little, to detect changes of the list.
    pub page_size: Option<u32>,
    /// The maximum number of tasks. Default: all; 1 to 2 147 483 647.
    pub max_items: Option<u32>,
}

/// All tasks, loaded when they are needed: one request at a time, and none before the first task is needed.
///
/// No task comes twice. Every task that exists during the whole iteration comes exactly once, even if other tasks are added or
/// removed between two pages. See [`Client::list_all_tasks`](super::Client::list_all_tasks).
pub struct AllTasks {
    options: Rc<ClientOptions>,
    call_options: ListAllTasks,
    paging: Paging,
    ready: VecDeque<Task>,
    left: u64,
    has_failed: bool,
}

impl AllTasks {
    pub(super) fn new(options: Rc<ClientOptions>, call_options: ListAllTasks) -> Self {
        let page_size = call_options.page_size.unwrap_or(100).into();
        // The core refuses 0.
        let left = call_options.max_items.filter(|most| *most > 0).map_or(u64::MAX, u64::from);
        AllTasks {
            options,
            call_options,
            paging: Paging::new(page_size),
            ready: VecDeque::new(),
            left,
            has_failed: false,
        }
    }

    /// The next task; `None` after the last task and after a failure.
    ///
    /// Dropping the future aborts the request under way. The next call requests the same page again.
    ///
    /// # Errors
    ///
    /// Those of [`Client::list_tasks`](super::Client::list_tasks), after all tasks of the earlier pages.
    pub async fn next(&mut self) -> Option<Result<Task, ClientError>> {
        while self.left > 0 {
            if let Some(task) = self.ready.pop_front() {
                self.left -= 1;
                return Some(Ok(task));
            }
            if self.has_failed || self.paging.is_over() {
                break;
            }
            let call_options =
                PageOptions { call_options: self.call_options.clone(), offset: self.paging.offset() };
            match flow::run(Rc::clone(&self.options), call_options).await {
                Ok(page) => self.ready = self.paging.take(page.value).into(),
                Err(error) => {
                    self.has_failed = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

impl fmt::Debug for AllTasks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AllTasks").field("call_options", &self.call_options).finish_non_exhaustive()
    }
}

/// One page of all tasks.
struct PageOptions {
    call_options: ListAllTasks,
    offset: u64,
}

impl CallOptions for PageOptions {
    type Answer = Page;

    const OPERATION: &'static Operation = &LIST_ALL_TASKS;

    fn value(&self, name: &str) -> Value<'_> {
        match name {
            "offset" => whole(Some(self.offset)),
            "pageSize" => whole(self.call_options.page_size),
            "maxItems" => whole(self.call_options.max_items),
            _ => self.call_options.filter().value(name),
        }
    }
}

impl ListAllTasks {
    fn filter(&self) -> Filter<'_> {
        Filter {
            share_id: &self.share_id,
            task_type: self.task_type.as_ref(),
            status: self.status.as_ref(),
            start_time: self.start_time.as_deref(),
            end_time: self.end_time.as_deref(),
        }
    }
}
