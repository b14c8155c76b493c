//! `watchTasks`: gives the tasks of a file system each time one of them changes, with one list request per interval.

use super::list_tasks::{LIST_TASKS, STATUS, TYPE};
use super::wait_for_task::{INTERVAL, MAX_FAILURES, ON_FAULT, WAIT_TIMEOUT, WHEN_HIDDEN};
use super::{Follow, Need, Operation, Rule, SHARE_ID, query};

/// The table of `watchTasks`.
pub const WATCH_TASKS: Operation = Operation {
    name: "watchTasks",
    options: &[
        &SHARE_ID,
        &TYPE,
        &STATUS,
        &query("limit", Rule::Whole(1, 1_000), Need::Default(1_000), "limit"),
        &INTERVAL,
        &WAIT_TIMEOUT,
        &MAX_FAILURES,
        &WHEN_HIDDEN,
        &ON_FAULT,
    ],
    follow: Follow::List,
    ..LIST_TASKS
};
