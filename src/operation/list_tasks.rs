//! `listTasks`: one page of a file system's tasks (the API page ListHpcCacheTasks).

use super::get_task::Task;
use super::{AnswerShape, Follow, Need, Operation, OptionRule, Repeat, Rule, SHARE_ID, query};

const OPTIONAL: Need = Need::Optional;

/// The filters of all operations that list tasks. Types and statuses are not checked: a newer service may have more.
pub(super) static TYPE: OptionRule = query("type", Rule::Text, OPTIONAL, "type");
/// See [`TYPE`].
pub(super) static STATUS: OptionRule = query("status", Rule::Text, OPTIONAL, "status");
/// See [`TYPE`].
pub(super) static START_TIME: OptionRule = query("startTime", Rule::Time, OPTIONAL, "start_time");
/// See [`TYPE`].
pub(super) static END_TIME: OptionRule = query("endTime", Rule::Time, OPTIONAL, "end_time");
/// How many tasks to skip.
pub(super) static OFFSET: OptionRule =
    query("offset", Rule::Whole(0, 4_294_967_295), Need::Default(0), "offset");

/// The table of `listTasks`.
///
/// `limit` is always sent, because the service's own default has been 20 and 1,000. The vendor names no larger value than 1,000.
pub const LIST_TASKS: Operation = Operation {
    name: "listTasks",
    method: "GET",
    path: "/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/tasks",
    content_type: "application/json",
    options: &[
        &SHARE_ID,
        &TYPE,
        &STATUS,
        &START_TIME,
        &END_TIME,
        &OFFSET,
        &query("limit", Rule::Whole(1, 1_000), Need::Default(100), "limit"),
    ],
    thing: "the tasks of file system {shareId}",
    thing_in_place: "the tasks of file system {shareId}",
    answer_name: "a list of tasks",
    answer: AnswerShape::List { name: "tasks", fields: Task::FIELDS },
    max_response_bytes: 8_388_608,
    repeat: Repeat::Safe,
    follow: Follow::No,
    not_found: &[("SFS.TURBO.0002", "file system {shareId}")],
    iam_action: "sfsturbo:shares:getAllDataRepositoryTasks",
};
