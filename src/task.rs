//! What comes back: a task, its type and its status.

use crate::body::{Json, Object};

/// What a task does. Names are those of the vendor's page CreateHpcCacheTask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskType<T> {
    /// `import`: metadata from the bucket, with owner and mode as an export stored them.
    Import,
    /// `import_metadata`: metadata from the bucket, with owner and mode by default.
    ImportMetadata,
    /// `preload`: data and metadata from the bucket.
    Preload,
    /// `export`: new and changed files to the bucket.
    Export,
    /// What a newer service says, or `""` where it says nothing.
    Other(T),
}

impl<T> TaskType<T> {
    /// Reads a name; `text` is the same as the host keeps it.
    pub fn read(name: &str, text: T) -> Self {
        match name {
            "import" => TaskType::Import,
            "import_metadata" => TaskType::ImportMetadata,
            "preload" => TaskType::Preload,
            "export" => TaskType::Export,
            _ => TaskType::Other(text),
        }
    }

    /// The name as the service writes it, or the text that is no name known here.
    pub fn name(&self) -> Result<&'static str, &T> {
        match self {
            TaskType::Import => Ok("import"),
            TaskType::ImportMetadata => Ok("import_metadata"),
            TaskType::Preload => Ok("preload"),
            TaskType::Export => Ok("export"),
            TaskType::Other(text) => Err(text),
        }
    }
}

/// What a task is doing. Names are those of the vendor's page ShowHpcCacheTask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStatus<T> {
    /// `DOING`: running.
    Doing,
    /// `SUCCESS`: ended well.
    Success,
    /// `FAIL`: ended badly; the task's message says why.
    Fail,
    /// `DELETING`: being removed.
    Deleting,
    /// What a newer service says.
    Other(T),
}

impl<T> TaskStatus<T> {
    /// Reads a name; `text` is the same as the host keeps it.
    pub fn read(name: &str, text: T) -> Self {
        match name {
            "DOING" => TaskStatus::Doing,
            "SUCCESS" => TaskStatus::Success,
            "FAIL" => TaskStatus::Fail,
            "DELETING" => TaskStatus::Deleting,
            _ => TaskStatus::Other(text),
        }
    }

    /// The name as the service writes it, or the text that is no name known here.
    pub fn name(&self) -> Result<&'static str, &T> {
        match self {
            TaskStatus::Doing => Ok("DOING"),
            TaskStatus::Success => Ok("SUCCESS"),
            TaskStatus::Fail => Ok("FAIL"),
            TaskStatus::Deleting => Ok("DELETING"),
            TaskStatus::Other(text) => Err(text),
        }
    }
}

/// One import or export task. `T` is a text that is handed on as it came, so that the host may keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task<T> {
    /// The id, as the service echoes it.
    pub task_id: T,
    /// What it does.
    pub task_type: TaskType<T>,
    /// What it is doing.
    pub status: TaskStatus<T>,
    /// Name of the interworking directory.
    pub src_target: T,
    /// Path prefix it reads.
    pub src_prefix: T,
    /// The same as `src_target`.
    pub dest_target: T,
    /// The same as `src_prefix`.
    pub dest_prefix: T,
    /// Its result in words.
    pub message: T,
    /// When it started, as the service wrote it: see [`crate::time::utc`].
    pub start_time: String,
    /// When it ended; `""` while it runs.
    pub end_time: String,
}

impl<T: From<String> + Into<String>> Task<T> {
    /// Reads a task, or says what makes this none: its id and its status must be there as strings, the rest may be
    /// missing or of another type.
    #[inline(never)]
    pub fn read<J: Json<Text = T>>(json: Object<'_, J>) -> Result<Self, &'static str> {
        let task_id = json.field("task_id").text().ok_or("it has no task_id")?;
        let status = json.field("status");
        let status_text = status.text().ok_or("it has no status")?;
        let task_type = json.field("type");
        Ok(Task {
            task_id,
            status: TaskStatus::read(&lenient(&status), status_text),
            task_type: TaskType::read(&lenient(&task_type), kept(&task_type)),
            src_target: kept(&json.field("src_target")),
            src_prefix: kept(&json.field("src_prefix")),
            dest_target: kept(&json.field("dest_target")),
            dest_prefix: kept(&json.field("dest_prefix")),
            message: kept(&json.field("message")),
            start_time: lenient(&json.field("start_time")),
            end_time: lenient(&json.field("end_time")),
        })
    }
}

/// A text for the core to look into; `""` for what is neither a string nor a whole number.
fn lenient<J: Json>(value: &J) -> String {
    value.value().text_or_digits().unwrap_or_default()
}

/// The same text, left where it is if it is a string.
fn kept<J: Json>(value: &J) -> J::Text {
    value.text().unwrap_or_else(|| lenient(value).into())
}

#[cfg(test)]
mod tests {
    use super::{Object, Task, TaskStatus, TaskType};
    use serde_json::{Value, json};

    fn read(body: Value) -> Result<Task<String>, &'static str> {
        Task::read(Object::of(&body).expect("an object"))
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
        assert_eq!(task.status.name(), Err(&"PAUSED".to_owned()));
        assert_eq!(task.task_type.name(), Err(&"verify".to_owned()));
    }

    #[test]
    fn without_id_or_status_as_strings_it_is_no_task() {
        assert_eq!(read(json!({})), Err("it has no task_id"));
        assert_eq!(read(json!({ "task_id": 5, "status": "DOING" })), Err("it has no task_id"));
        assert_eq!(read(json!({ "task_id": "t", "status": null })), Err("it has no status"));
    }

    #[test]
    fn every_documented_name_reads_and_writes_the_same() {
        for name in ["import", "import_metadata", "preload", "export"] {
            assert_eq!(TaskType::read(name, ()).name(), Ok(name));
        }
        for name in ["DOING", "SUCCESS", "FAIL", "DELETING"] {
            assert_eq!(TaskStatus::read(name, ()).name(), Ok(name));
        }
        for name in ["", "x", "doing"] {
            assert_eq!(
                (TaskType::read(name, 1).name(), TaskStatus::read(name, 2).name()),
                (Err(&1), Err(&2))
            );
        }
    }
}
