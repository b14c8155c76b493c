//! `getTask`: the details of one import or export task (the API page ShowHpcCacheTask), and what a task is.

use crate::answer::lenient::Lenient;
use crate::answer::record::record;
use crate::answer::time::Time;

use super::{AnswerShape, Follow, Operation, Repeat, SHARE_ID, TASK_ID};

/// The table of `getTask`.
pub const GET_TASK: Operation = Operation {
    name: "getTask",
    method: "GET",
    path: "/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task/{taskId}",
    content_type: "application/json",
    options: &[&SHARE_ID, &TASK_ID],
    thing: "task {taskId}",
    thing_in_place: "task {taskId} of file system {shareId}",
    answer_name: "a task",
    answer: AnswerShape::Record(Task::FIELDS),
    max_response_bytes: 1_048_576,
    repeat: Repeat::Safe,
    follow: Follow::No,
    not_found: &[
        ("SFS.TURBO.0106", "task {taskId} of file system {shareId}"),
        ("SFS.TURBO.0002", "file system {shareId}"),
    ],
    iam_action: "sfsturbo:shares:getDataRepositoryTask",
};

record! {
    /// One import or export task, as the service sent it.
    pub struct Task {
        /// The id, as the service sent it.
        task_id: Required("task_id") -> String,
        /// What the task does.
        task_type: Text("type") -> TaskType,
        /// The status.
        status: Required("status") -> TaskStatus,
        /// The name of the interworking directory.
        src_target: Text("src_target") -> String,
        /// The path prefix that it reads; `""` means all.
        src_prefix: Text("src_prefix") -> String,
        /// The same as `src_target`.
        dest_target: Text("dest_target") -> String,
        /// The same as `src_prefix`.
        dest_prefix: Text("dest_prefix") -> String,
        /// The service's message, for example why the task failed.
        message: Text("message") -> String,
        /// When it started.
        start_time: Time("start_time") -> Option<Time>,
        /// When it ended; none while it runs.
        end_time: Time("end_time") -> Option<Time>,
    }
}

/// Declares an enum of the service's names. It can also hold names of a newer service.
macro_rules! names {
    (
        $(#[$outer:meta])*
        pub enum $name:ident { $( $(#[$inner:meta])* $variant:ident = $wire:literal, )* }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$inner])* $variant, )*
            /// A name of a newer service; `""` if the service sends none.
            Other(String),
        }

        impl $name {
            /// The names that the service documents.
            pub const NAMES: &'static [&'static str] = &[$($wire),*];

            /// The name as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $( $name::$variant => $wire, )*
                    $name::Other(name) => name,
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name::Other(String::new())
            }
        }

        impl From<Lenient> for $name {
            fn from(Lenient(name): Lenient) -> Self {
                match name.as_str() {
                    $( $wire => $name::$variant, )*
                    _ => $name::Other(name),
                }
            }
        }
    };
}

names! {
    /// What a task does. The names are from the vendor's page CreateHpcCacheTask.
    pub enum TaskType {
        /// Metadata from the bucket, with the owner and mode that an export stored.
        Import = "import",
        /// Metadata from the bucket, with the default owner and mode.
        ImportMetadata = "import_metadata",
        /// Data and metadata from the bucket.
        Preload = "preload",
        /// New and changed files to the bucket.
        Export = "export",
    }
}

names! {
    /// The status of a task. The names are from the vendor's page ShowHpcCacheTask.
    pub enum TaskStatus {
        /// Running.
        Doing = "DOING",
        /// Ended successfully.
        Success = "SUCCESS",
        /// Failed; the task's message says why.
        Fail = "FAIL",
        /// Being deleted.
        Deleting = "DELETING",
    }
}

#[cfg(test)]
mod tests {
    use super::{Task, TaskStatus, TaskType};
    use crate::answer::time::Time;
    use serde_json::{Value, json};

    fn read(body: Value) -> Task {
        serde_json::from_value(body).expect("reading never fails")
    }

    #[test]
    fn the_documented_answer_is_a_task() {
        let task = read(json!({
            "task_id": "7bd2a9b6-xxxx-4605-xxxx-512d636001b0",
            "type": "import_metadata",
            "status": "DOING",
            "src_target": "sfs-link-directory",
            "src_prefix": "input/datasets/",
            "dest_target": "sfs-link-directory",
            "dest_prefix": "input/datasets/",
            "start_time": "2023-09-02T15:04:05",
            "end_time": "",
            "message": ""
        }));
        assert_eq!(
            task,
            Task {
                task_id: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0".into(),
                task_type: TaskType::ImportMetadata,
                status: TaskStatus::Doing,
                src_target: "sfs-link-directory".into(),
                src_prefix: "input/datasets/".into(),
                dest_target: "sfs-link-directory".into(),
                dest_prefix: "input/datasets/".into(),
                message: String::new(),
                start_time: Time::read("2023-09-02T15:04:05"),
                end_time: None,
            }
        );
    }

    #[test]
    fn fields_of_unexpected_types_do_not_affect_the_task() {
        let task = read(json!({
            "task_id": "t", "status": "DOING", "message": 5, "end_time": null, "type": [1, [2]],
            "src_target": { "a": { "b": 1 } }, "src_prefix": true, "dest_target": 1.5, "dest_prefix": -7
        }));
        assert_eq!(task.message, "5");
        assert_eq!((task.end_time, task.start_time), (None, None));
        assert_eq!(task.task_type, TaskType::Other(String::new()));
        assert_eq!((&*task.src_target, &*task.src_prefix, &*task.dest_target), ("", "", ""));
        assert_eq!(task.dest_prefix, "-7");
    }

    #[test]
    fn a_status_or_type_of_a_newer_service_is_kept() {
        let task = read(json!({ "task_id": "t", "status": "PAUSED", "type": "verify" }));
        assert_eq!((task.status.as_str(), task.task_type.as_str()), ("PAUSED", "verify"));
        assert_eq!(task.status, TaskStatus::Other("PAUSED".into()));
    }

    #[test]
    fn every_documented_name_reads_and_writes_the_same() {
        for name in TaskType::NAMES {
            let task = read(json!({ "type": name }));
            assert!(!matches!(task.task_type, TaskType::Other(_)));
            assert_eq!(task.task_type.as_str(), *name);
        }
        for name in TaskStatus::NAMES {
            let task = read(json!({ "status": name }));
            assert!(!matches!(task.status, TaskStatus::Other(_)));
            assert_eq!(task.status.as_str(), *name);
        }
    }

    #[test]
    fn the_table_has_each_field_once_with_the_services_name() {
        let names: Vec<&str> = Task::FIELDS.iter().map(|field| field.wire).collect();
        let expected = [
            ["task_id", "type", "status", "src_target", "src_prefix"],
            ["dest_target", "dest_prefix", "message", "start_time", "end_time"],
        ];
        assert_eq!(names, expected.concat());
    }
}
