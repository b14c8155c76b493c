//! The surface towards JavaScript: what it calls, and what is asked of the page or process it runs in.

use js_sys::{Date, JsString};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::answer::Found;
use crate::call;
use crate::error::Error;
use crate::object::{Text, known};
use crate::request::{Options, Request};
use crate::time;
use crate::transport::{Parsed, Transport, parse_url};
use crate::value::Value;
use crate::wait::{self, Waits};

#[wasm_bindgen]
extern "C" {
    /// One call, as `js/call.ts` sees it: its clock, its abort signal, its promise. None of its methods throws.
    ///
    /// Each crossing of the border costs, so that what belongs to the host and needs no decision is one method. Strings
    /// that are only handed on cross as handles and are not copied.
    pub type Call;

    /// The page's origin, where there is a page that has one.
    #[wasm_bindgen(method, getter)]
    pub fn origin(this: &Call) -> Option<String>;

    /// Begins an attempt: starts its clock, calls `fetch` with the token in the given header, and waits for the text of the
    /// body, for `null` if that is longer than `limit` bytes, or for `undefined` if there is no response or none that can
    /// be read.
    ///
    /// The token itself stays on the other side.
    #[wasm_bindgen(method)]
    pub fn send(this: &Call, url: &str, header: &JsValue, milliseconds: f64, limit: f64);

    /// The response whose body was waited for. It has what is read of a response, none of which throws.
    #[wasm_bindgen(method, getter)]
    pub fn response(this: &Call) -> JsValue;

    /// Ends an attempt that has no whole answer: its request is aborted.
    #[wasm_bindgen(method)]
    pub fn abandon(this: &Call);

    /// Waits for so many milliseconds, or for the end of the call.
    #[wasm_bindgen(method)]
    pub fn pause(this: &Call, milliseconds: f64);

    /// Waits for the caller's token function: for a string that says what is wrong with what it gave, or for `undefined`.
    #[wasm_bindgen(method, js_name = askToken)]
    pub fn ask_token(this: &Call, refused: bool);

    /// Whether the attempt was interrupted, and not by its own failure: the call is over, or its own time is.
    #[wasm_bindgen(method, getter)]
    pub fn interrupted(this: &Call) -> bool;

    /// Milliseconds until the call is over.
    #[wasm_bindgen(method)]
    pub fn remaining(this: &Call) -> f64;

    /// A header of the response; `undefined` if it is empty, or cannot be read. Of a stranger's response, `get` may give
    /// anything.
    #[wasm_bindgen(method)]
    pub fn header(this: &Call, name: &JsValue) -> JsValue;

    /// What a text says as JSON, or `undefined` if it is none.
    #[wasm_bindgen(method, js_name = parseJson)]
    pub fn parse_json(this: &Call, text: &JsString) -> JsValue;

    /// Settles the caller's promise with a task, made of the fields of `Task` in `js/types.ts`. Times are milliseconds
    /// since 1970, or NaN for none.
    #[wasm_bindgen(method)]
    #[allow(
        clippy::too_many_arguments,
        reason = "one crossing of the border is a third of the price of an object"
    )]
    pub fn succeed(
        this: &Call,
        task_id: &JsValue,
        task_type: &JsValue,
        status: &JsValue,
        src_target: &JsValue,
        src_prefix: &JsValue,
        dest_target: &JsValue,
        dest_prefix: &JsValue,
        message: &JsValue,
        start_time: f64,
        end_time: f64,
        request_id: &JsValue,
        raw: &JsValue,
    );

    /// Settles the caller's promise with an error, made of these fields and of what was thrown underneath.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Call, fields: &JsValue, cause: &JsValue);
}

/// `getTask` of the core: judges the options and settles `call`, sooner or later, exactly once.
///
/// `types` has an octal digit for each field of [`Options`] but `token_function`, the first in the lowest place: see
/// [`value`]. Strings and numbers follow. Returns the place
/// that [`settled`] wants to be told; any, if the call has failed at once.
#[wasm_bindgen(js_name = getTask)]
#[allow(
    clippy::too_many_arguments,
    reason = "as a list or an object each option would be a crossing of the border"
)]
pub fn get_task(
    call: Call,
    types: u32,
    region: Option<String>,
    endpoint: Option<String>,
    project_id: Option<String>,
    share_id: Option<String>,
    task_id: Option<String>,
    token_function: bool,
    timeout: f64,
    attempt_timeout: f64,
    max_retries: f64,
    max_response_bytes: f64,
) -> usize {
    let option =
        |place: u32, text: Option<String>, number: f64| value(types >> (place * 3) & 7, text, number);
    let options = Options {
        region: option(0, region, 0.0),
        endpoint: option(1, endpoint, 0.0),
        project_id: option(2, project_id, 0.0),
        share_id: option(3, share_id, 0.0),
        task_id: option(4, task_id, 0.0),
        token_function,
        timeout: option(5, None, timeout),
        attempt_timeout: option(6, None, attempt_timeout),
        max_retries: option(7, None, max_retries),
        max_response_bytes: option(8, None, max_response_bytes),
        allow_insecure: option(9, None, 0.0),
    };
    match Request::new(options, |endpoint| parse_url(&call, endpoint)) {
        Ok(request) => begin(call, request),
        Err(error) => {
            call.fail(&error_fields(&error), &JsValue::UNDEFINED);
            usize::MAX
        }
    }
}

/// An option, by the digit that says what it is.
#[inline(never)]
fn value(digit: u32, text: Option<String>, number: f64) -> Value {
    match digit {
        0 => Value::Absent,
        1 => Value::Text(text.unwrap_or_default()),
        2 => Value::Number(number),
        3 => Value::Flag(false),
        4 => Value::Flag(true),
        _ => Value::Other,
    }
}

fn begin(call: Call, request: Request) -> usize {
    let waits = Waits::new();
    let place = waits.place;
    wasm_bindgen_futures::spawn_local(async move {
        let transport = Transport::new(call, waits);
        #[cfg(feature = "trap")]
        crate::trap::on(&request, "trap");
        let found = call::run(&transport, &request).await;
        #[cfg(feature = "trap")]
        crate::trap::on(&request, "trap-after-answer");
        match found {
            Ok(found) => succeed(&transport.call, &found),
            Err(error) => transport.call.fail(&error_fields(&error), &transport.cause()),
        }
    });
    place
}

/// Tells a call what its wait has come to: a value, and whether it is a rejection. Only while it waits.
#[wasm_bindgen]
pub fn settled(place: usize, value: JsValue, failed: bool) {
    wait::settle(place, value, failed);
}

/// What JavaScript makes an error of, in the order in which `fail` of `js/call.ts` takes it apart: as a list, since names
/// would have to be carried over with each.
#[derive(Serialize)]
struct ErrorFields<'a>(
    &'static str,
    &'a str,
    &'a str,
    &'a str,
    Option<u16>,
    Option<&'a str>,
    bool,
    Option<&'static str>,
    Option<&'a str>,
);

#[inline(never)]
fn succeed(call: &Call, found: &Found<Parsed>) {
    let task = &found.task;
    let name = |name: Result<&'static str, &Text>| name.map_or_else(|text| text.0.clone(), known);
    call.succeed(
        &task.task_id.0,
        &name(task.task_type.name()),
        &name(task.status.name()),
        &task.src_target.0,
        &task.src_prefix.0,
        &task.dest_target.0,
        &task.dest_prefix.0,
        &task.message.0,
        milliseconds(&task.start_time),
        milliseconds(&task.end_time),
        found.request_id.as_ref().map_or(&JsValue::NULL, |id| &id.0),
        &found.raw.0,
    );
}

/// `null` if it cannot be made, which `js/call.ts` takes for a fault of the core.
#[cold]
#[inline(never)]
fn error_fields(error: &Error) -> JsValue {
    let fields = ErrorFields(
        error.kind.as_str(),
        &error.code,
        &error.reason,
        &error.message,
        error.http_status,
        error.request_id.as_deref(),
        error.kind.retryable(),
        error.field,
        error.encoded_authorization_message.as_deref(),
    );
    fields.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// Milliseconds since 1970, or NaN for a text that is no time.
fn milliseconds(text: &str) -> f64 {
    time::utc(text).map_or(f64::NAN, |text| Date::parse(&text))
}
