//! Services that answer as a test defines, and time that a test controls.

use core::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use serde_json::{Value, json};
use sfs_turbo_tasks::client::{Client, ClientOptions};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{PROJECT, SHARE, options};

#[wasm_bindgen(module = "/tests/common/script.js")]
extern "C" {
    pub(crate) type Script;

    #[wasm_bindgen(constructor)]
    fn new(answers: &str) -> Script;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn fetch(this: &Script) -> Function;

    #[wasm_bindgen(method, js_name = requests)]
    fn requests_json(this: &Script) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    pub(crate) fn times(this: &Script) -> Vec<f64>;

    #[wasm_bindgen(method, js_name = aborted)]
    fn aborted_list(this: &Script) -> js_sys::Array;

    pub(crate) type Shifting;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new(count: u32, changes: &str) -> Shifting;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn fetch(this: &Shifting) -> Function;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn offsets(this: &Shifting) -> Vec<f64>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn rows(this: &Shifting) -> Vec<String>;

    #[wasm_bindgen(extends = Shifting)]
    pub(crate) type Rounding;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new(count: u32, changes: &str) -> Rounding;
}

#[wasm_bindgen(module = "/tests/common/clock.js")]
extern "C" {
    pub(crate) type Clock;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new() -> Clock;

    #[wasm_bindgen(method)]
    pub(crate) fn count(this: &Clock) -> u32;

    #[wasm_bindgen(method)]
    pub(crate) fn restore(this: &Clock);

    pub(crate) type Stage;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new() -> Stage;

    #[wasm_bindgen(method, js_name = hideAt)]
    pub(crate) fn hide_at(this: &Stage, milliseconds: u32, hidden: bool);

    #[wasm_bindgen(method, js_name = comeOnlineAt)]
    pub(crate) fn come_online_at(this: &Stage, milliseconds: u32);

    #[wasm_bindgen(method)]
    pub(crate) fn count(this: &Stage) -> i32;

    #[wasm_bindgen(method)]
    pub(crate) fn restore(this: &Stage);
}

impl Script {
    /// Answers are `{ status, headers, body }`, `{ reject }` or `{ hang }`.
    pub(crate) fn of(answers: &[Value]) -> Self {
        Script::new(&json!(answers).to_string())
    }

    pub(crate) fn options(&self) -> ClientOptions {
        ClientOptions { fetch: Some(self.fetch()), ..options() }
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.options())
    }

    pub(crate) async fn requests(&self) -> Value {
        let json = JsFuture::from(self.requests_json()).await.unwrap().as_string().unwrap();
        serde_json::from_str(&json).unwrap()
    }

    pub(crate) fn aborted(&self) -> Vec<bool> {
        self.aborted_list().iter().map(|flag| flag == JsValue::TRUE).collect()
    }
}

/// Runs with a clock that never waits, and returns the result and the number of remaining timers.
pub(crate) async fn in_no_time<T>(future: impl Future<Output = T>) -> (T, u32) {
    let clock = Clock::new();
    let output = future.await;
    let count = clock.count();
    clock.restore();
    (output, count)
}

/// The answer for a task in this status.
pub(crate) fn task(status: &str) -> Value {
    json!({ "body": { "task_id": "t", "status": status, "type": "export" } })
}

/// The answer for a failed task.
pub(crate) fn failed(message: &str) -> Value {
    json!({ "body": { "task_id": "t", "status": "FAIL", "message": message }, "headers": { "x-request-id": "r" } })
}

/// The answer for a task that does not exist.
pub(crate) fn gone() -> Value {
    json!({ "status": 400, "body": { "errCode": "SFS.TURBO.0106", "errMsg": "Invalid task id." } })
}

pub(crate) fn status(status: u16) -> Value {
    json!({ "status": status })
}

/// The URL of a resource of the file system.
pub(crate) fn url(path: &str) -> String {
    format!("https://sfs-turbo.emulator.invalid/v1/{PROJECT}/sfs-turbo/{SHARE}/hpc-cache/{path}")
}

/// What functions have recorded.
pub(crate) type Notes = Rc<RefCell<Vec<String>>>;
