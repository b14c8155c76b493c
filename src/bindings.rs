//! The surface towards JavaScript: one export, and what it asks of the page or process it runs in.

use js_sys::{Array, Date, Function};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

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

    /// Whom to tell what the waits below end with: a value, and whether it is a rejection.
    ///
    /// One closure for the whole call, where a `JsFuture` makes two for each wait; and a wait that is given up holds on to
    /// nothing here, where a `JsFuture` lives until its promise settles, which a foreign one may never do.
    #[wasm_bindgen(method, setter, js_name = settled)]
    pub fn set_settled(this: &Call, settled: &Closure<dyn FnMut(JsValue, bool)>);

    /// Waits for a promise, or for any other value, no longer than the attempt lasts.
    #[wasm_bindgen(method)]
    pub fn wait(this: &Call, value: &JsValue);

    /// Waits for so many milliseconds, or for the end of the call.
    #[wasm_bindgen(method)]
    pub fn pause(this: &Call, milliseconds: f64);

    /// Waits for the caller's token function: for a string that says what is wrong with what it gave, or for `undefined`.
    #[wasm_bindgen(method, js_name = askToken)]
    pub fn ask_token(this: &Call, refused: bool);

    /// The token for the next request. It is handed on and never copied into the core's memory.
    #[wasm_bindgen(method, getter)]
    pub fn token(this: &Call) -> JsValue;

    /// Whether requests have a `cache` here: Cloudflare's runtime of before November 2024 throws at the word.
    #[wasm_bindgen(method, getter, js_name = knowsCache)]
    pub fn knows_cache(this: &Call) -> bool;

    /// Starts the clock of an attempt; its `AbortSignal` aborts when it, or the call, is over.
    #[wasm_bindgen(method, js_name = startAttempt)]
    pub fn start_attempt(this: &Call, milliseconds: f64) -> JsValue;

    /// Stops the clock of an attempt; its request is aborted unless it was answered.
    #[wasm_bindgen(method, js_name = endAttempt)]
    pub fn end_attempt(this: &Call, answered: bool);

    /// How many bytes a piece of a body has; none if it is no bytes at all.
    #[wasm_bindgen(method, js_name = byteLength)]
    pub fn byte_length(this: &Call, piece: &JsValue) -> Option<f64>;

    /// Gives up the rest of a body.
    #[wasm_bindgen(method)]
    pub fn discard(this: &Call, reader: &JsValue);

    /// Whether the attempt was interrupted, and not by its own failure: the call is over, or its own time is.
    #[wasm_bindgen(method, getter)]
    pub fn interrupted(this: &Call) -> bool;

    /// Milliseconds until the call is over.
    #[wasm_bindgen(method)]
    pub fn remaining(this: &Call) -> f64;

    /// Whether a value has what is read of a response, none of which throws, with a body that is still to be read.
    #[wasm_bindgen(method, js_name = isResponse)]
    pub fn is_response(this: &Call, value: &JsValue) -> bool;

    /// A header of a response; none if it is empty, or cannot be read. Of a stranger's response, `get` may give anything.
    #[wasm_bindgen(method)]
    pub fn header(this: &Call, response: &JsValue, name: &str) -> Option<String>;

    /// Settles the caller's promise with a task, made of the fields of `Task` in `js/types.ts`. Times are milliseconds
    /// since 1970, or NaN for none.
    #[wasm_bindgen(method)]
    #[allow(
        clippy::too_many_arguments,
        reason = "one crossing of the border is a third of the price of an object"
    )]
    pub fn succeed(
        this: &Call,
        task_id: &str,
        task_type: &str,
        status: &str,
        src_target: &str,
        src_prefix: &str,
        dest_target: &str,
        dest_prefix: &str,
        message: &str,
        start_time: f64,
        end_time: f64,
        request_id: Option<&str>,
        raw: &JsValue,
    );

    /// Settles the caller's promise with an error, made of these fields and of what was thrown underneath.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Call, fields: &JsValue, cause: &JsValue);
}

/// `getTask` of the core: takes the options apart and settles `call`, sooner or later, exactly once.
#[wasm_bindgen(js_name = getTask)]
pub fn get_task(values: Array, types: String, call: Call) {
    wasm_bindgen_futures::spawn_local(async move {
        let transport = Transport::new(call);
        match answer(values, &types, &transport).await {
            Ok(found) => succeed(&transport.call, &found),
            Err(error) => transport.call.fail(&error_fields(&error), &transport.cause()),
        }
    });
}

async fn answer(values: Array, types: &str, transport: &Transport) -> Result<Found<Parsed>, Box<Error>> {
    let options: Options = object::read_list(&values, types);
    let request = Request::new(options, |endpoint| transport.parse_url(endpoint))?;
    #[cfg(feature = "trap")]
    crate::trap::on(&request, "trap");
    let found = call::run(transport, &request).await;
    #[cfg(feature = "trap")]
    crate::trap::on(&request, "trap-after-answer");
    found
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

fn succeed(call: &Call, found: &Found<Parsed>) {
    let task = &found.task;
    call.succeed(
        &task.task_id,
        task.task_type.as_str(),
        task.status.as_str(),
        &task.src_target,
        &task.src_prefix,
        &task.dest_target,
        &task.dest_prefix,
        &task.message,
        milliseconds(&task.start_time),
        milliseconds(&task.end_time),
        found.request_id.as_deref(),
        &found.raw.0,
    );
}

/// `null` if it cannot be made, which `js/call.ts` takes for a fault of the core.
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
