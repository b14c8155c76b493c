//! `create_task`: what a new task is to do.

use crate::operation::Operation;
use crate::operation::create_task::{CREATE_TASK, CreatedTask};
use crate::operation::get_task::TaskType;
use crate::value::Value;

use super::ask::Ask;
use super::options::{text, whole};

/// The task that [`Client::create_task`](super::Client::create_task) starts.
///
/// An option that is missing or malformed is kind `InvalidRequest`, with its name in the npm package as field, such as
/// `srcTarget` or `attributes.fileMode`.
///
/// ```no_run
/// use sfs_turbo_tasks::client::CreateTask;
/// use sfs_turbo_tasks::operation::get_task::TaskType;
///
/// let ask = CreateTask {
///     share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
///     task_type: TaskType::Export,
///     src_target: "results".to_owned(),
///     src_prefix: Some("2026/".to_owned()),
///     ..CreateTask::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CreateTask {
    /// The id of the SFS Turbo file system. Needed. Not `.` or `..`.
    pub share_id: String,
    /// What the task does. Needed; one of the four that the service documents, not `Other`.
    pub task_type: TaskType,
    /// The name of the interworking directory, which is bound to a bucket. Needed. One name, without a slash.
    ///
    /// The service wants it as source and as destination, and gets both from here.
    pub src_target: String,
    /// Only what begins so: object names of the bucket, or for an export paths below the directory. Default, and `""`: all.
    ///
    /// At most 1 024 characters, none of `\ : * ? " < > |`, no dot at either end. It is the destination's as well.
    pub src_prefix: Option<String>,
    /// Owner and modes of what an import makes where the bucket tells none. Default: the service's own.
    ///
    /// The service refuses them for file systems of before July 2024.
    pub attributes: Option<TaskAttributes>,
}

/// Owner and modes of what an import makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskAttributes {
    /// Mode of files, in the digits that `chmod` reads: `640`, not `0o640`. 0 to 777, each digit 0 to 7.
    ///
    /// A number that shows to be written in octal is refused with the right one: `0o750` is 488, and 8 is no digit of a mode.
    pub file_mode: Option<u32>,
    /// Mode of directories, such as `750`, as [`TaskAttributes::file_mode`].
    pub dir_mode: Option<u32>,
    /// Id of the owner. 0 to 4 294 967 294; the service's default is 0.
    pub uid: Option<u32>,
    /// Id of the group, as [`TaskAttributes::uid`].
    pub gid: Option<u32>,
}

impl Ask for CreateTask {
    type Answer = CreatedTask;

    const OPERATION: &'static Operation = &CREATE_TASK;

    fn value(&self, name: &str) -> Value<'_> {
        let attributes = self.attributes.unwrap_or_default();
        match name {
            "shareId" => Value::Text(&self.share_id),
            "type" => Value::Text(self.task_type.as_str()),
            "srcTarget" => Value::Text(&self.src_target),
            "srcPrefix" => text(&self.src_prefix),
            "attributes" if self.attributes.is_some() => Value::Object,
            "attributes.fileMode" => whole(attributes.file_mode),
            "attributes.dirMode" => whole(attributes.dir_mode),
            "attributes.uid" => whole(attributes.uid),
            "attributes.gid" => whole(attributes.gid),
            _ => Value::Absent,
        }
    }
}
