//! `waitForTask`: polls a task until it has ended.

use super::get_task::GET_TASK;
use super::{Follow, LONGEST_TIME, Need, Operation, OptionRule, Rule, SHARE_ID, TASK_ID, call};

const OPTIONAL: Need = Need::Optional;

/// The options of every operation that polls.
pub(super) static INTERVAL: OptionRule = call("interval", Rule::Interval, OPTIONAL);
/// See [`INTERVAL`]. Left out, there is no limit.
pub(super) static WAIT_TIMEOUT: OptionRule = call("waitTimeout", Rule::Whole(1, LONGEST_TIME), OPTIONAL);
/// See [`INTERVAL`].
pub(super) static MAX_FAILURES: OptionRule =
    call("maxConsecutiveFailures", Rule::Whole(0, 1_000), Need::Default(5));
/// See [`INTERVAL`].
pub(super) static WHEN_HIDDEN: OptionRule = call("whenHidden", Rule::OneOf("slow pause same"), OPTIONAL);
/// See [`INTERVAL`].
pub(super) static ON_FAULT: OptionRule = call("onFault", Rule::Function, OPTIONAL);

/// The table of `waitForTask`.
pub const WAIT_FOR_TASK: Operation = Operation {
    name: "waitForTask",
    options: &[
        &SHARE_ID,
        &TASK_ID,
        &INTERVAL,
        &WAIT_TIMEOUT,
        &MAX_FAILURES,
        &WHEN_HIDDEN,
        &ON_FAULT,
        &call("until", Rule::OneOf("ended deleted"), OPTIONAL),
        &call("onUpdate", Rule::Function, OPTIONAL),
        // The `raw` of a `createTask` result that the caller spread in: a new task may not be found at once.
        &call("raw", Rule::Any, OPTIONAL),
    ],
    follow: Follow::Wait,
    ..GET_TASK
};
