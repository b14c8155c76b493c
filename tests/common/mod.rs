//! The wasm suite: the Rust host, over the platform's own `fetch`, `Response`, streams and timers, against the emulator.
//!
//! `tests/node.rs` and `tests/browser.rs` run all of it, each in its own environment.

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;

use js_sys::Function;
use serde_json::Value;
use sfs_turbo_tasks::client::{Client, ClientError, ClientOptions, GetTask, Reply};
use sfs_turbo_tasks::operation::get_task::Task;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

mod answers;
mod attempts;
mod documented;
mod endings;
mod foreign;
mod hidden;
mod lifetime;
mod lists;
mod options;
mod paging;
mod patience;
mod refusals;
mod scripted;
mod tokens;
mod waits;
mod watches;
mod writes;

#[wasm_bindgen(module = "/dist/emulator.js")]
extern "C" {
    // Only to have the file where service.js looks for it.
    #[wasm_bindgen(js_name = createEmulator)]
    fn create_emulator() -> JsValue;
}

#[wasm_bindgen(module = "/tests/common/service.js")]
extern "C" {
    pub(crate) type Service;

    #[wasm_bindgen(constructor)]
    fn new() -> Service;

    #[wasm_bindgen(method, getter)]
    fn fetch(this: &Service) -> Function;

    #[wasm_bindgen(method)]
    fn misbehave(this: &Service, fault: &str, times: f64);

    #[wasm_bindgen(method, js_name = addTask)]
    fn add_task(this: &Service, task: &str);

    #[wasm_bindgen(method)]
    fn skip(this: &Service, milliseconds: f64);

    #[wasm_bindgen(method, js_name = requests)]
    fn requests_json(this: &Service) -> String;

    #[wasm_bindgen(method, js_name = inits)]
    fn inits_json(this: &Service) -> String;

    #[wasm_bindgen(method)]
    fn urls(this: &Service) -> Vec<String>;

    #[wasm_bindgen(method, js_name = aborted)]
    fn aborted_list(this: &Service) -> js_sys::Array;

    pub(crate) type Timers;

    #[wasm_bindgen(constructor)]
    fn new() -> Timers;

    #[wasm_bindgen(method)]
    fn count(this: &Timers) -> u32;

    #[wasm_bindgen(method)]
    fn restore(this: &Timers);

    fn pollute(name: &str, value: &JsValue) -> Function;

    fn replace(name: &str, value: &JsValue) -> Function;

    fn after(milliseconds: u32) -> js_sys::Promise;
}

#[wasm_bindgen(module = "/tests/common/foreign.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchThat)]
    fn fetch_that(does: &str) -> Function;

    fn answering(text: &str) -> Function;
}

pub(crate) const TOKEN: &str = "emulator-token";
pub(crate) const PROJECT: &str = "0123456789abcdef0123456789abcdef";
/// The task of the vendor's documentation, which the emulator knows from the start.
pub(crate) const SHARE: &str = "77ba6f4b-6365-4895-8dda-bc7142af4dde";
pub(crate) const TASK: &str = "11abef677ac40f46644d1d5cfc2424a4";
/// The id of the first request that an emulator sees.
pub(crate) const FIRST_ID: &str = "e5f00000000000000000000000000001";

pub(crate) type Outcome = Result<Reply<Task>, ClientError>;

impl Service {
    pub(crate) fn options(&self) -> ClientOptions {
        ClientOptions { fetch: Some(self.fetch()), ..options() }
    }

    pub(crate) fn fault(&self, fault: Value) {
        self.misbehave(&fault.to_string(), 1.0);
    }

    pub(crate) fn requests(&self) -> Value {
        serde_json::from_str(&self.requests_json()).unwrap()
    }

    pub(crate) fn inits(&self) -> Value {
        serde_json::from_str(&self.inits_json()).unwrap()
    }

    pub(crate) fn aborted(&self) -> Vec<bool> {
        self.aborted_list().iter().map(|flag| flag == JsValue::TRUE).collect()
    }
}

/// All required options except a `fetch`; nothing is sent twice.
pub(crate) fn options() -> ClientOptions {
    ClientOptions {
        endpoint: Some("https://sfs-turbo.emulator.invalid".to_owned()),
        project_id: PROJECT.to_owned(),
        token: TOKEN.into(),
        max_retries: Some(0),
        ..ClientOptions::default()
    }
}

pub(crate) fn ask(task_id: &str) -> GetTask {
    GetTask { share_id: SHARE.to_owned(), task_id: task_id.to_owned() }
}

/// Requests the documented task.
pub(crate) async fn get(options: ClientOptions) -> Outcome {
    Client::new(options).get_task(ask(TASK)).await
}

/// Requests task `t` through a function that is called as `fetch`.
pub(crate) async fn get_by(fetch: Function) -> Outcome {
    Client::new(ClientOptions { fetch: Some(fetch), ..options() }).get_task(ask("t")).await
}

/// Requests the documented task of a service that answers like this once.
pub(crate) async fn get_with(fault: Value) -> ClientError {
    let service = Service::new();
    service.fault(fault);
    get(service.options()).await.unwrap_err()
}

/// The name of a kind, the code, and the sentence.
pub(crate) fn told(error: &ClientError) -> (&str, &str, &str) {
    (error.kind().as_str(), error.code(), error.message())
}

pub(crate) async fn pause(milliseconds: u32) {
    JsFuture::from(after(milliseconds)).await.unwrap();
}

/// Waits for two futures at once.
pub(crate) async fn both<A: Future, B: Future>(one: A, other: B) -> (A::Output, B::Output) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(move |context| {
        if first.is_none() {
            if let Poll::Ready(output) = one.as_mut().poll(context) {
                first = Some(output);
            }
        }
        if second.is_none() {
            if let Poll::Ready(output) = other.as_mut().poll(context) {
                second = Some(output);
            }
        }
        match (first.is_some(), second.is_some()) {
            (true, true) => Poll::Ready((first.take().unwrap(), second.take().unwrap())),
            _ => Poll::Pending,
        }
    })
    .await
}

/// Runs a future for a while, and drops it.
pub(crate) async fn given_up<F: Future>(future: F, milliseconds: u32) {
    let mut future = Box::pin(future);
    let mut clock = pin!(pause(milliseconds));
    poll_fn(|context| {
        assert!(future.as_mut().poll(context).is_pending());
        clock.as_mut().poll(context)
    })
    .await;
}
