//! What comes back: a task, its type and its status.

use crate::body::Json;

/// What a task does. Names are those of the vendor's page CreateHpcCacheTask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskType {
    /// `import`: metadata from the bucket, with owner and mode as an export stored them.
    Import,
    /// `import_metadata`: metadata from the bucket, with owner and mode by default.
    ImportMetadata,
    /// `preload`: data and metadata from the bucket.
    Preload,
    /// `export`: new and changed files to the bucket.
    Export,
    /// What a newer service says, or `""` where it says nothing.
    Other(String),
}

impl From<String> for TaskType {
    fn from(text: String) -> Self {
        match text.as_str() {
            "import" => TaskType::Import,
            "import_metadata" => TaskType::ImportMetadata,
            "preload" => TaskType::Preload,
            "export" => TaskType::Export,
            _ => TaskType::Other(text),
        }
    }
}

impl TaskType {
    /// The text as the service writes it.
    pub fn as_str(&self) -> &str {
        match self {
            TaskType::Import => "import",
            TaskType::ImportMetadata => "import_metadata",
            TaskType::Preload => "preload",
            TaskType::Export => "export",
            TaskType::Other(text) => text,
        }
    }
}

/// What a task is doing. Names are those of the vendor's page ShowHpcCacheTask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// `DOING`: running.
    Doing,
    /// `SUCCESS`: ended well.
    Success,
    /// `FAIL`: ended badly; the task's message says why.
    Fail,
    /// `DELETING`: being removed.
    Deleting,
    /// What a newer service says.
    Other(String),
}

impl From<String> for TaskStatus {
    fn from(text: String) -> Self {
        match text.as_str() {
            "DOING" => TaskStatus::Doing,
            "SUCCESS" => TaskStatus::Success,
            "FAIL" => TaskStatus::Fail,
            "DELETING" => TaskStatus::Deleting,
            _ => TaskStatus::Other(text),
        }
    }
}

impl TaskStatus {
    /// The text as the service writes it.
    pub fn as_str(&self) -> &str {
        match self {
            TaskStatus::Doing => "DOING",
            TaskStatus::Success => "SUCCESS",
            TaskStatus::Fail => "FAIL",
            TaskStatus::Deleting => "DELETING",
            TaskStatus::Other(text) => text,
        }
    }
}

/// One import or export task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The id, as the service echoes it.
    pub task_id: String,
    /// What it does.
    pub task_type: TaskType,
    /// What it is doing.
    pub status: TaskStatus,
    /// Name of the interworking directory.
    pub src_target: String,
    /// Path prefix it reads.
    pub src_prefix: String,
    /// The same as `src_target`.
    pub dest_target: String,
    /// The same as `src_prefix`.
    pub dest_prefix: String,
    /// Its result in words.
    pub message: String,
    /// When it started, as the service wrote it: see [`crate::time::utc`].
    pub start_time: String,
    /// When it ended; `""` while it runs.
    pub end_time: String,
}

impl Task {
    /// Reads a task, or says what makes this none: its id and its status must be there as strings, the rest may be
    /// missing or of another type.
    pub fn read<J: Json>(json: &J) -> Result<Self, &'static str> {
        let lenient = |name| json.field(name).value().text_or_digits().unwrap_or_default();
        Ok(Task {
            task_id: json.field("task_id").value().text().ok_or("it has no task_id")?,
            status: json.field("status").value().text().ok_or("it has no status")?.into(),
            task_type: lenient("type").into(),
            src_target: lenient("src_target"),
            src_prefix: lenient("src_prefix"),
            dest_target: lenient("dest_target"),
            dest_prefix: lenient("dest_prefix"),
            message: lenient("message"),
            start_time: lenient("start_time"),
            end_time: lenient("end_time"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Task, TaskStatus, TaskType};
    use serde_json::{Value, json};

    fn read(body: Value) -> Result<Task, &'static str> {
        Task::read(&body)
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
            Ok(Task {
                task_id: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0".into(),
                task_type: TaskType::ImportMetadata,
                status: TaskStatus::Doing,
                src_target: "sfs-link-directory".into(),
                src_prefix: "input/datasets/".into(),
                dest_target: "sfs-link-directory".into(),
                dest_prefix: "input/datasets/".into(),
                message: String::new(),
                start_time: "2023-09-02T15:04:05".into(),
                end_time: String::new(),
            })
        );
    }

    #[test]
    fn fields_that_are_missing_null_or_numbers_do_not_cost_the_task() {
        let task =
            read(json!({ "task_id": "t", "status": "DOING", "message": 5, "end_time": null, "type": [] }));
        let task = task.unwrap_or_else(|reason| panic!("{reason}"));
        assert_eq!(task.message, "5");
        assert_eq!(task.end_time, "");
        assert_eq!(task.task_type, TaskType::Other(String::new()));
    }

    #[test]
    fn a_status_or_type_of_a_newer_service_is_kept() {
        let task = read(json!({ "task_id": "t", "status": "PAUSED", "type": "verify" }));
        let task = task.unwrap_or_else(|reason| panic!("{reason}"));
        assert_eq!(task.status.as_str(), "PAUSED");
        assert_eq!(task.task_type.as_str(), "verify");
    }

    #[test]
    fn without_id_or_status_as_strings_it_is_no_task() {
        assert_eq!(read(json!({})), Err("it has no task_id"));
        assert_eq!(read(json!({ "task_id": 5, "status": "DOING" })), Err("it has no task_id"));
        assert_eq!(read(json!({ "task_id": "t", "status": null })), Err("it has no status"));
    }

    #[test]
    fn every_documented_name_reads_and_writes_the_same() {
        for name in ["import", "import_metadata", "preload", "export", "", "x"] {
            assert_eq!(TaskType::from(name.to_owned()).as_str(), name);
        }
        for name in ["DOING", "SUCCESS", "FAIL", "DELETING", "doing"] {
            assert_eq!(TaskStatus::from(name.to_owned()).as_str(), name);
        }
    }
}
