//! Reads a good answer: one implementation for each type of result.

use wasm_bindgen::JsValue;

use super::record;
use crate::answer::error_body;
use crate::operation::Operation;
use crate::operation::create_task::CreatedTask;
use crate::operation::get_task::Task;

/// The result of an operation.
pub(super) trait Answer: Clone + Sized + 'static {
    /// Reads a good answer. Otherwise the error is the service's name of the missing field, `""` if the answer is not an object.
    /// An empty body is `undefined`; it comes only if the operation returns nothing.
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str>;

    /// The result of a call that succeeds without such an answer, if that is possible.
    fn of_nothing() -> Option<Self> {
        None
    }

    /// The task in the result, if there is one.
    fn task(&self) -> Option<&Task> {
        None
    }
}

impl Answer for Task {
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str> {
        record::read(json, operation)
    }

    fn task(&self) -> Option<&Task> {
        Some(self)
    }
}

/// The last known state of a task that no longer exists.
impl Answer for Option<Task> {
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str> {
        record::read(json, operation).map(Some)
    }

    fn of_nothing() -> Option<Self> {
        Some(None)
    }

    fn task(&self) -> Option<&Task> {
        self.as_ref()
    }
}

impl Answer for CreatedTask {
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str> {
        let created: CreatedTask = record::read(json, operation)?;
        // Without an id, nobody could request the new task.
        if created.task_id.is_empty() { Err("task_id") } else { Ok(created) }
    }
}

impl Answer for () {
    fn read(json: &JsValue, _: &Operation) -> Result<Self, &'static str> {
        // The operation returns nothing, so that any object is accepted unless it has an error code.
        let has_code = || {
            let codes = error_body::NAMES.iter().filter(|name| name.to_ascii_lowercase().ends_with("code"));
            codes.into_iter().any(|name| !record::own(json, name).is_undefined())
        };
        if json.is_undefined() || (record::is_record(json) && !has_code()) { Ok(()) } else { Err("") }
    }

    fn of_nothing() -> Option<Self> {
        Some(())
    }
}
