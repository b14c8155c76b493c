//! What a call needs of the page or process it runs in.

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::Url;

use super::foreign::{call, property};
use crate::error::{Error, ErrorKind};
use crate::text::beginning;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = performance, js_name = now)]
    fn performance_now() -> Result<f64, JsValue>;
}

/// Without one of these no call can be made. gloo-net and web-sys take them for granted.
const NEEDED: [&str; 9] = [
    "AbortController",
    "Headers",
    "Request",
    "TextDecoder",
    "URL",
    "URLSearchParams",
    "performance",
    "setTimeout",
    "clearTimeout",
];

/// What a request would take for an option of its own if `Object.prototype` had it, and perhaps throw.
const INHERITED: [&str; 17] = [
    "body",
    "cache",
    "credentials",
    "duplex",
    "headers",
    "integrity",
    "keepalive",
    "method",
    "mode",
    "observe",
    "priority",
    "redirect",
    "referrer",
    "referrerPolicy",
    "signal",
    "targetAddressSpace",
    "window",
];

/// Much more than any function's name has.
const LONGEST_NAME: usize = 64;

/// What requests are sent with.
pub(super) struct Fetch {
    pub(super) function: Function,
    /// The name of the caller's own function; `""` for the platform's.
    pub(super) name: String,
}

/// Whether all is there that a call needs.
pub(super) fn check() -> Result<(), Box<Error>> {
    let problem = if let Some(name) = NEEDED.iter().find(|name| is_missing(&global(name))) {
        format!("this page or process has no {name}, which the package needs")
    } else if let Some(name) = INHERITED.iter().find(|name| !is_missing(&inherited(name))) {
        format!(
            "Object.prototype has a property {name}, which every request would read as its own option: remove it"
        )
    } else {
        return Ok(());
    };
    Err(Error::of_client(ErrorKind::Runtime, problem))
}

/// The caller's function, or the platform's.
pub(super) fn fetch(own: Option<&Function>) -> Result<Fetch, Box<Error>> {
    if let Some(function) = own {
        let name = property(function, "name").ok().and_then(|name| name.as_string()).unwrap_or_default();
        return Ok(Fetch { function: function.clone(), name: beginning(&name, LONGEST_NAME).to_owned() });
    }
    match global("fetch").dyn_into() {
        Ok(function) => Ok(Fetch { function, name: String::new() }),
        Err(_) => {
            let problem = "is missing: this runtime has no fetch, so pass one";
            Err(Error::of_argument("fetch", problem))
        }
    }
}

/// Milliseconds of a clock that nobody sets.
pub(super) fn now() -> f64 {
    performance_now().unwrap_or_else(|_| date())
}

/// Milliseconds since 1970. A test may have put something else in the place of `Date`, also below.
pub(super) fn date() -> f64 {
    number("Date", "now", &[]).unwrap_or_default()
}

/// The same for a date that is written out; nothing for what is none.
pub(super) fn read_date(text: &str) -> Option<f64> {
    number("Date", "parse", &[&JsValue::from_str(text)]).filter(|milliseconds| *milliseconds > 0.0)
}

/// A number that is at least 0 and below 1.
pub(super) fn random() -> f64 {
    number("Math", "random", &[]).filter(|number| (0.0..1.0).contains(number)).unwrap_or_default()
}

/// The page's origin; `""` where there is no page, or none that has one.
pub(super) fn page_origin() -> String {
    let origin = property(&global("location"), "origin").ok().and_then(|origin| origin.as_string());
    // "null" is the origin of a page that has none, such as a sandboxed frame.
    origin.filter(|origin| origin != "null").unwrap_or_default()
}

/// Whether this is a page or a worker of one, where a failed connection may be a refusal by CORS.
pub(super) fn is_in_page() -> bool {
    document().is_object() || global("WorkerGlobalScope").is_function()
}

/// The page's document; there is none in a worker, nor in Node.
pub(super) fn document() -> JsValue {
    global("document")
}

/// The normal form of an endpoint, which may be a path on the page; `""` if it is not a URL.
pub(super) fn normal_form(endpoint: &str, origin: &str) -> String {
    let url =
        if endpoint.starts_with('/') { Url::new_with_base(endpoint, origin) } else { Url::new(endpoint) };
    url.map(|url| url.href()).unwrap_or_default()
}

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn inherited(name: &str) -> JsValue {
    property(&Object::new(), name).unwrap_or(JsValue::TRUE)
}

fn number(object: &str, method: &str, arguments: &[&JsValue]) -> Option<f64> {
    call(&global(object), method, arguments).ok()?.as_f64()
}

fn global(name: &str) -> JsValue {
    property(&js_sys::global(), name).unwrap_or_default()
}
