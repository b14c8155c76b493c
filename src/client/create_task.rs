//! `create_task`: the options of a new task.

use crate::operation::Operation;
use crate::operation::create_task::{CREATE_TASK, CreatedTask};
use crate::operation::get_task::TaskType;
use crate::value::Value;

use super::call_options::CallOptions;
use super::options::{text, whole};

/// The task that [`Client::create_task`](super::Client::create_task) starts.
///
/// A missing or malformed option is kind `InvalidRequest`. The error's field is its name in the npm package, such as `srcTarget`
/// or `attributes.fileMode`.
///
/// ```no_run
/// use sfs_turbo_tasks::client::CreateTask;
/// use sfs_turbo_tasks::operation::get_task::TaskType;
///
/// let options = CreateTask {
///     share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
///     task_type: TaskType::Export,
///     src_target: "results".to_owned(),
///     src_prefix: Some("2026/".to_owned()),
///     ..CreateTask::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CreateTask {
    /// The id of the SFS Turbo file system. Required. Not `.` or `..`.
    pub share_id: String,
    /// What the task does. Required; one of the four types that the service documents, not `Other`.
    pub task_type: TaskType,
    /// The name of the interworking directory, which is bound to a bucket. Required. A single name without a slash.
    ///
    /// The service requires it as source and as destination. Both get this value.
    pub src_target: String,
    /// Only objects or files whose path starts with this text: names of objects in the bucket, or for an export paths below the
    /// directory. Default, and `""`: all.
    ///
    /// At most 1 024 characters, none of `\ : * ? " < > |`, no dot at either end. It is also the prefix of the destination.
    pub src_prefix: Option<String>,
    /// Owner and modes of imported files, used if the bucket has none. Default: the service's own default.
    ///
    /// File systems created before July 2024 do not support them.
    pub attributes: Option<TaskAttributes>,
}

/// Owner and modes of imported files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskAttributes {
    /// Mode of files, in the digits that `chmod` reads: `640`, not `0o640`. 0 to 777, each digit 0 to 7.
    ///
    /// An octal number is refused if it can be recognised, and the error says the right number: `0o750` is 488, and 8 is not a
    /// digit of a mode.
    pub file_mode: Option<u32>,
    /// Mode of directories, such as `750`. See [`TaskAttributes::file_mode`].
    pub dir_mode: Option<u32>,
    /// User id of the owner. 0 to 4 294 967 294; the service's default is 0.
    pub uid: Option<u32>,
    /// Group id. See [`TaskAttributes::uid`].
    pub gid: Option<u32>,
}

impl CallOptions for CreateTask {
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
