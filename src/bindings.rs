//! The surface towards JavaScript: one export, and what it asks of the page or process it runs in.

use js_sys::{Date, Function, Promise};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

use crate::answer::Found;
use crate::call;
use crate::error::Error;
use crate::object;
use crate::request::{Options, Request};
use crate::time;
use crate::transport::{Parsed, Transport};

#[wasm_bindgen]
extern "C" {
    /// One call, as `js/call.ts` sees it: its clock, its abort signal, its promise. None of its methods throws.
    pub type Call;

    /// The `fetch` to use.
    #[wasm_bindgen(method, getter)]
    pub fn fetch(this: &Call) -> Function;

    /// The page's origin, where there is a page that has one.
    #[wasm_bindgen(method, getter)]
    pub fn origin(this: &Call) -> Option<String>;

    /// A promise that settles as the value does, and rejects as soon as the attempt or the call is over.
    #[wasm_bindgen(method)]
    pub fn guard(this: &Call, value: &JsValue) -> Promise;

    /// A promise for so many milliseconds from now, or for the end of the call.
    #[wasm_bindgen(method)]
    pub fn pause(this: &Call, milliseconds: f64) -> Promise;

    /// A promise for what the caller's token function gives.
    #[wasm_bindgen(method)]
    pub fn token(this: &Call, rejected: Option<&str>) -> Promise;

    /// Starts the clock of an attempt; the signal aborts when it, or the call, is over.
    #[wasm_bindgen(method, js_name = startAttempt)]
    pub fn start_attempt(this: &Call, milliseconds: f64) -> AbortSignal;

    /// Stops the clock of an attempt; its request is aborted unless it was answered.
    #[wasm_bindgen(method, js_name = endAttempt)]
    pub fn end_attempt(this: &Call, answered: bool);

    /// Gives up the rest of a body.
    #[wasm_bindgen(method)]
    pub fn discard(this: &Call, reader: &ReadableStreamDefaultReader);

    /// Whether the attempt was interrupted, and not by its own failure: the call is over, or its own time is.
    #[wasm_bindgen(method, getter)]
    pub fn interrupted(this: &Call) -> bool;

    /// Milliseconds until the call is over.
    #[wasm_bindgen(method)]
    pub fn remaining(this: &Call) -> f64;

    /// Settles the caller's promise with a task.
    #[wasm_bindgen(method)]
    pub fn succeed(this: &Call, task: &JsValue);

    /// Settles the caller's promise with an error, made of these fields and of what was thrown underneath.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Call, fields: &JsValue, cause: &JsValue);
}

/// `getTask` of the core: takes the options apart and settles `call`, sooner or later, exactly once.
#[wasm_bindgen(js_name = getTask)]
pub fn get_task(options: JsValue, call: Call) {
    wasm_bindgen_futures::spawn_local(async move {
        let transport = Transport::new(call);
        match answer(options, &transport).await {
            Ok(found) => transport.call.succeed(&task_object(found)),
            Err(error) => transport.call.fail(&error_object(&error), &transport.cause()),
        }
    });
}

async fn answer(options: JsValue, transport: &Transport) -> Result<Found<Parsed>, Box<Error>> {
    let options: Options = object::read(&options);
    let request = Request::new(options, |endpoint| transport.parse_url(endpoint))?;
    #[cfg(feature = "trap")]
    crate::trap::on(&request, "trap");
    let found = call::run(transport, &request).await;
    #[cfg(feature = "trap")]
    crate::trap::on(&request, "trap-after-answer");
    found
}

/// The fields of `Task` in `js/types.ts`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TaskObject<'a> {
    task_id: &'a str,
    r#type: &'a str,
    status: &'a str,
    src_target: &'a str,
    src_prefix: &'a str,
    dest_target: &'a str,
    dest_prefix: &'a str,
    message: &'a str,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    start_time: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    end_time: JsValue,
    request_id: Option<&'a str>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    raw: JsValue,
}

/// The fields of `SfsTurboErrorInit` in `js/error.ts`, but for those that only JavaScript knows.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorObject<'a> {
    kind: &'static str,
    err_code: &'a str,
    err_msg: &'a str,
    message: &'a str,
    http_status: Option<u16>,
    request_id: Option<&'a str>,
    retryable: bool,
    field: Option<&'static str>,
    encoded_authorization_message: Option<&'a str>,
}

/// `null` if it cannot be made, which `js/call.ts` takes for a fault of the core.
fn write(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

fn task_object(found: Found<Parsed>) -> JsValue {
    let task = &found.task;
    write(&TaskObject {
        task_id: &task.task_id,
        r#type: task.task_type.as_str(),
        status: task.status.as_str(),
        src_target: &task.src_target,
        src_prefix: &task.src_prefix,
        dest_target: &task.dest_target,
        dest_prefix: &task.dest_prefix,
        message: &task.message,
        start_time: date(&task.start_time),
        end_time: date(&task.end_time),
        request_id: found.request_id.as_deref(),
        raw: found.raw.0,
    })
}

fn error_object(error: &Error) -> JsValue {
    write(&ErrorObject {
        kind: error.kind.as_str(),
        err_code: &error.code,
        err_msg: &error.reason,
        message: &error.message,
        http_status: error.http_status,
        request_id: error.request_id.as_deref(),
        retryable: error.kind.retryable(),
        field: error.field,
        encoded_authorization_message: error.encoded_authorization_message.as_deref(),
    })
}

/// A `Date`, or `null` for a text that is no time.
fn date(text: &str) -> JsValue {
    let milliseconds = time::utc(text).map_or(f64::NAN, |text| Date::parse(&text));
    if milliseconds.is_nan() { JsValue::NULL } else { Date::new(&milliseconds.into()).into() }
}
