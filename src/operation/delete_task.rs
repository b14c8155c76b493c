//! `deleteTask`: removes a task (the API page DeleteHpcCacheTask).

use super::get_task::GET_TASK;
use super::{AnswerShape, Operation, Repeat};

/// The table of `deleteTask`.
pub const DELETE_TASK: Operation = Operation {
    name: "deleteTask",
    method: "DELETE",
    answer_name: "the confirmation of a deletion",
    answer: AnswerShape::Nothing,
    repeat: Repeat::Removal,
    iam_action: "sfsturbo:shares:deleteDataRepositoryTask",
    ..GET_TASK
};
