//! What a call needs of the page or process that it runs in.

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

/// The functions that every call needs. gloo-net and web-sys assume that they exist.
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

/// Options that a request would inherit from a polluted `Object.prototype`. Some of them would make it throw.
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

/// Longer than the name of any usual function.
const LONGEST_NAME: usize = 64;

/// The function that sends requests.
pub(super) struct Fetch {
    pub(super) function: Function,
    /// The name of the caller's function; `""` for the platform's.
    pub(super) name: String,
}

/// Checks that the page or process has everything that a call needs.
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

/// Milliseconds of a monotonic clock.
pub(super) fn now() -> f64 {
    performance_now().unwrap_or_else(|_| date())
}

/// Milliseconds since 1970. A test may have replaced `Date`, here and below.
pub(super) fn date() -> f64 {
    number("Date", "now", &[]).unwrap_or_default()
}

/// A date text in milliseconds since 1970; `None` if it is not a date.
pub(super) fn read_date(text: &str) -> Option<f64> {
    number("Date", "parse", &[&JsValue::from_str(text)]).filter(|milliseconds| *milliseconds > 0.0)
}

/// A random number that is at least 0 and below 1.
pub(super) fn random() -> f64 {
    number("Math", "random", &[]).filter(|number| (0.0..1.0).contains(number)).unwrap_or_default()
}

/// The origin of the page; `""` if there is no page or it has no origin.
pub(super) fn page_origin() -> String {
    let origin = property(&global("location"), "origin").ok().and_then(|origin| origin.as_string());
    // "null" is the origin of a page without one, such as a sandboxed frame.
    origin.filter(|origin| origin != "null").unwrap_or_default()
}

/// Whether this is a page or one of its workers. There, CORS may be the reason of a failed connection.
pub(super) fn is_in_page() -> bool {
    document().is_object() || global("WorkerGlobalScope").is_function()
}

/// The document of the page. Workers and Node have none.
pub(super) fn document() -> JsValue {
    global("document")
}

/// The normal form of an endpoint, which may be a path on the page's origin; `""` if it is not a URL.
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
