//! `watchTask`: gives a task each time it changes, until it has ended.

use super::get_task::GET_TASK;
use super::wait_for_task::{INTERVAL, MAX_FAILURES, ON_FAULT, WAIT_TIMEOUT, WHEN_HIDDEN};
use super::{Follow, Need, Operation, Rule, SHARE_ID, TASK_ID, call};

/// The table of `watchTask`.
pub const WATCH_TASK: Operation = Operation {
    name: "watchTask",
    options: &[
        &SHARE_ID,
        &TASK_ID,
        &INTERVAL,
        &WAIT_TIMEOUT,
        &MAX_FAILURES,
        &WHEN_HIDDEN,
        &ON_FAULT,
        &call("raw", Rule::Any, Need::Optional),
    ],
    follow: Follow::Watch,
    ..GET_TASK
};
