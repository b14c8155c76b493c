//! `listAllTasks`: all tasks of a file system, page by page. The host requests one page after the other.

use super::list_tasks::{END_TIME, LIST_TASKS, OFFSET, START_TIME, STATUS, TYPE};
use super::{LONGEST_TIME, Need, Operation, Rule, SHARE_ID, call, query};

/// The table of `listAllTasks`.
///
/// A page must have space for at least two tasks, because it starts with the last task of the page before. This detects changes of
/// the list in between.
pub const LIST_ALL_TASKS: Operation = Operation {
    name: "listAllTasks",
    options: &[
        &SHARE_ID,
        &TYPE,
        &STATUS,
        &START_TIME,
        &END_TIME,
        &OFFSET,
        &query("pageSize", Rule::Whole(2, 1_000), Need::Default(100), "limit"),
        &call("maxItems", Rule::Whole(1, LONGEST_TIME), Need::Optional),
    ],
    ..LIST_TASKS
};
