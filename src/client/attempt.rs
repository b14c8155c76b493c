//! One request of a call: the call of `fetch`, and the reading of the response.
//!
//! gloo-net builds the request. The rest of gloo-net is not used, because it panics: its `header` if a header cannot be set, its
//! `send` if a rejection is not an `Error` or a response is from another realm, its `text` and `json` if a body is interrupted.
//! Its `build` panics if the platform throws a value that is not an `Error` of this realm. So nothing is built here that can
//! throw: the URL is in the platform's normal form, `host::check` has checked what a request could inherit, and the signal, which
//! may be from another realm, is passed to `fetch` itself.

use gloo_net::http::{Headers, Method, RequestBuilder};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::body::{self, BodyText};
use super::foreign::{call, property};
use super::host::Fetch;
use super::settled::Settled;
use crate::operation::Operation;
use crate::request::{REQUEST_ID_HEADER, Request, TOKEN_HEADER};

/// A received answer.
pub(super) struct Received {
    pub(super) status: u16,
    pub(super) request_id: String,
    /// This and `date` are read only from a refusal, since a success needs no retry.
    pub(super) retry_after: String,
    pub(super) date: String,
    pub(super) body: BodyText,
}

impl Received {
    pub(super) fn is_success(&self) -> bool {
        (200..=299).contains(&self.status)
    }
}

/// Sends a request and reads the answer; `None` if there is no readable response. Dropping the future aborts the request.
///
/// # Errors
///
/// Whatever `fetch` or the body throws.
pub(super) async fn exchange(
    fetch: &Fetch,
    operation: &Operation,
    asked: &Request,
    token: &str,
) -> Result<Option<Received>, JsValue> {
    let controller = AbortController::new()?;
    let request = request(operation, asked, token)?;
    // Without a prototype: `fetch` reads inherited fields, and `Object.prototype` may be polluted.
    let init = Object::create(JsValue::NULL.unchecked_ref::<Object>());
    Reflect::set(&init, &JsValue::from_str("signal"), &controller.signal())?;
    let attempt = Attempt { controller, answered: false };
    // A browser's `fetch` throws with another `this`.
    let answer = fetch.function.call2(&JsValue::UNDEFINED, &request, &init)?;
    let response = Settled::of(&answer).await?;
    read(&response, asked.max_response_bytes, attempt).await
}

/// Redirects are not followed, nothing is stored, and no referrer is sent.
fn request(operation: &Operation, asked: &Request, token: &str) -> Result<web_sys::Request, JsValue> {
    let failure = |error: &dyn core::fmt::Display| JsValue::from(js_sys::Error::new(&error.to_string()));
    let headers = web_sys::Headers::new()?;
    headers.set("Content-Type", operation.content_type)?;
    headers.set(TOKEN_HEADER, token)?;
    let builder = RequestBuilder::new(&asked.url)
        .method(Method::from_bytes(operation.method.as_bytes()).map_err(|error| failure(&error))?)
        .headers(Headers::from_raw(headers))
        // A redirect would carry the token to another origin: browsers and Node strip `Authorization` only.
        .redirect(RequestRedirect::Manual)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    let request = if asked.body.is_empty() { builder.build() } else { builder.body(asked.body.as_str()) };
    request.map(Into::into).map_err(|error| failure(&error))
}

async fn read(response: &JsValue, limit: u64, mut attempt: Attempt) -> Result<Option<Received>, JsValue> {
    let Some(status) = status_of(response) else { return Ok(None) };
    let Some(body) = body::read(response, limit).await? else { return Ok(None) };
    attempt.answered = true;
    let mut received = Received {
        status,
        request_id: header_of(response, REQUEST_ID_HEADER),
        retry_after: String::new(),
        date: String::new(),
        body,
    };
    if !received.is_success() {
        received.retry_after = header_of(response, "retry-after");
        received.date = header_of(response, "date");
    }
    Ok(Some(received))
}

/// The status of a response with an unread body. Each property is read only once: it may be a getter of a foreign object.
fn status_of(response: &JsValue) -> Option<u16> {
    let read = |name| property(response, name).ok();
    let status = read("status")?.as_f64()?;
    let kind = read("type")?;
    let is_read =
        read("bodyUsed")? == JsValue::TRUE || property(&read("body")?, "locked").ok()? == JsValue::TRUE;
    if status.fract() != 0.0 || !(0.0..=999.0).contains(&status) || is_read || kind.is_null() {
        return None;
    }
    // A redirect that was not followed has status 0 in a browser. Any other response with status 0 is not readable.
    let readable = status > 0.0 || kind.as_string().as_deref() == Some("opaqueredirect");
    readable.then_some(status as u16)
}

/// A header of a response; `""` if it is not a string, or cannot be read.
fn header_of(response: &JsValue, name: &str) -> String {
    let headers = property(response, "headers").unwrap_or_default();
    let value = call(&headers, "get", &[&JsValue::from_str(name)]).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// A request under way. It is aborted if this is dropped before the answer.
struct Attempt {
    controller: AbortController,
    answered: bool,
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if !self.answered {
            let _ = call(&self.controller, "abort", &[]);
        }
    }
}
