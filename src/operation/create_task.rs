//! `createTask`: starts a task (the API page CreateHpcCacheTask).

use super::{AnswerShape, Follow, Need, Operation, Repeat, Rule, SHARE_ID, body, call};
use crate::answer::record::record;

const OPTIONAL: Need = Need::Optional;
/// The vendor's range of user and group ids.
const ID: Rule = Rule::Whole(0, 4_294_967_294);

/// The table of `createTask`. The members of `attributes` come last, because they are one object in the body.
pub const CREATE_TASK: Operation = Operation {
    name: "createTask",
    method: "POST",
    path: "/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task",
    content_type: "application/json",
    options: &[
        &SHARE_ID,
        &body("type", Rule::OneOf("import import_metadata preload export"), Need::Required, "type"),
        &body("srcTarget", Rule::DirectoryName, Need::Required, "src_target"),
        &body("srcPrefix", Rule::Prefix, OPTIONAL, "src_prefix"),
        &body("destTarget", Rule::SameAs("srcTarget"), OPTIONAL, "dest_target"),
        &body("destPrefix", Rule::SameAs("srcPrefix"), OPTIONAL, "dest_prefix"),
        &call("attributes", Rule::Group, OPTIONAL),
        &body("attributes.fileMode", Rule::Mode, OPTIONAL, "attributes.file_mode"),
        &body("attributes.dirMode", Rule::Mode, OPTIONAL, "attributes.dir_mode"),
        &body("attributes.uid", ID, OPTIONAL, "attributes.uid"),
        &body("attributes.gid", ID, OPTIONAL, "attributes.gid"),
    ],
    thing: "a new task of file system {shareId}",
    thing_in_place: "a new task of file system {shareId}",
    answer_name: "the id of a new task",
    answer: AnswerShape::Record(CreatedTask::FIELDS),
    max_response_bytes: 1_048_576,
    repeat: Repeat::Unsafe("the task may exist: list the tasks before you create it again"),
    follow: Follow::No,
    not_found: &[("SFS.TURBO.0002", "file system {shareId}")],
    iam_action: "sfsturbo:shares:createDataRepositoryTask",
};

record! {
    /// The service's answer for a task that it has accepted.
    pub struct CreatedTask {
        /// The id of the task.
        task_id: Required("task_id") -> String,
    }
}
