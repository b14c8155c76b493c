//! What a good answer is read as: a type for each shape of answer.

use wasm_bindgen::JsValue;

use super::record;
use crate::answer::error_body;
use crate::operation::Operation;
use crate::operation::create_task::CreatedTask;
use crate::operation::get_task::Task;

/// The answer of an operation.
pub(super) trait Answer: Clone + Sized + 'static {
    /// Reads it; else the service's name of the field that is missing, `""` if there is no object. A body that is empty is
    /// `undefined`, and comes only where nothing is read of it.
    fn read(json: &JsValue, operation: &Operation) -> Result<Self, &'static str>;

    /// What a call gives that ends well without such an answer, where it can.
    fn of_nothing() -> Option<Self> {
        None
    }

    /// The task that it is, if it is one.
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

/// The last that was seen of a task until it was gone.
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
        // A new task without a name is one that nobody could ask for.
        if created.task_id.is_empty() { Err("task_id") } else { Ok(created) }
    }
}

impl Answer for () {
    fn read(json: &JsValue, _: &Operation) -> Result<Self, &'static str> {
        // What is not asked for may be anything but a complaint.
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
