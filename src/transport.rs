//! One attempt: from `fetch` to an answer. The only file that knows `web-sys` and `gloo-net`.
//!
//! Of gloo-net it takes the response and its getters. Its `send`, `header`, `text` and `json` panic on a rejection that
//! is no `Error`, on a header that cannot be set, on a mock that is no `Response`: each of them would leave a promise
//! pending for ever, so `fetch` is called by `js/attempt.ts`, as is the reader of a body, in one crossing each.

use core::cell::{Cell, RefCell};

use gloo_net::http::Response;
use js_sys::{Array, Date, Math};
use wasm_bindgen::prelude::*;
use web_sys::{ResponseType, Url};

use crate::answer::{Answer, is_success};
use crate::bindings::Call;
use crate::body::{Body, Json};
use crate::call::{Fault, Host};
use crate::object::{self, Text, known};
use crate::request::{REQUEST_ID_HEADER, RETRY_AFTER_HEADER, Request, TOKEN_HEADER};
use crate::retry;
use crate::value::Value;
use crate::wait::Waits;

/// A body that is JSON, as the platform parsed it.
#[derive(Debug)]
pub(crate) struct Parsed(pub(crate) JsValue);

impl Json for Parsed {
    type Text = Text;

    fn is_object(&self) -> bool {
        self.0.is_object() && !self.0.is_array()
    }

    fn field(&self, name: &'static str) -> Self {
        Parsed(object::field(&self.0, name))
    }

    fn elements(&self) -> Vec<Self> {
        // Each takes a place in a table that never shrinks, and a hostile body can have half a million.
        self.0.dyn_ref::<Array>().map(|array| array.iter().take(16).map(Parsed).collect()).unwrap_or_default()
    }

    fn value(&self) -> Value {
        object::value(&self.0)
    }

    fn text(&self) -> Option<Text> {
        self.0.is_string().then(|| Text(self.0.clone()))
    }
}

/// The normal form of a URL, or of a path on the page's own origin.
#[inline(never)]
pub(crate) fn parse_url(call: &Call, text: &str) -> Option<String> {
    if text.starts_with('/') {
        let origin = call.origin()?;
        let url = Url::new_with_base(text, &origin).ok()?.href();
        // Whatever the parser makes of the path, the token stays on the page's own origin.
        return url.strip_prefix(origin.as_str()).is_some_and(|rest| rest.starts_with('/')).then_some(url);
    }
    // Calls come in rows, to one endpoint.
    thread_local!(static LAST: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) });
    let url = LAST.try_with(|last| {
        let (known, url) = &mut *last.try_borrow_mut().ok()?;
        if known != text {
            *url = Url::new(text).ok()?.href();
            text.clone_into(known);
        }
        Some(url.clone())
    });
    url.ok().flatten()
}

/// The network as one call sees it.
pub(crate) struct Transport {
    pub(crate) call: Call,
    waits: Waits,
    /// What was thrown last, for the error's `cause`.
    cause: Cell<JsValue>,
}

impl Transport {
    pub(crate) fn new(call: Call, waits: Waits) -> Self {
        Transport { call, waits, cause: Cell::new(JsValue::UNDEFINED) }
    }

    pub(crate) fn cause(&self) -> JsValue {
        self.cause.take()
    }

    /// What the wait comes to that was just begun.
    async fn settled(&self) -> Result<JsValue, Fault> {
        self.waits.end().await.map_err(|cause| {
            if self.call.interrupted() {
                return if self.call.remaining() > 0.0 { Fault::AttemptTimeout } else { Fault::Stopped };
            }
            self.cause.replace(cause);
            Fault::Network
        })
    }

    async fn exchange(&self, request: &Request) -> Result<Answer<Parsed>, Fault> {
        let (header, limit) = (known(TOKEN_HEADER), request.max_response_bytes);
        self.call.send(&request.url, &header, request.attempt_timeout, limit);
        let text = self.settled().await?;
        if text.is_undefined() {
            return Err(Fault::NoResponse);
        }
        // Not a checked cast: in another realm, and in a mock, `Response` is another class.
        let response = Response::from(self.call.response().unchecked_into::<web_sys::Response>());
        let status = response.status();
        // A redirect that was not followed has status 0 in a browser. Nothing else with status 0 can be read.
        if status == 0 && response.type_() != ResponseType::Opaqueredirect {
            return Err(Fault::NoResponse);
        }
        let header = |name| Some(self.call.header(&known(name))).filter(JsValue::is_string).map(Text);
        let request_id = header(REQUEST_ID_HEADER);
        // Of a success nobody asks when to come again.
        let retry_after = if is_success(status) { None } else { header(RETRY_AFTER_HEADER) };
        let retry_after =
            retry_after.and_then(|text| retry::retry_after(&String::from(text), Date::now(), Date::parse));
        let body = if text.is_null() {
            Body::TooLarge
        } else {
            let json = self.call.parse_json(text.unchecked_ref());
            if json.is_undefined() { Body::Text(Text(text).into()) } else { Body::Json(Parsed(json)) }
        };
        Ok(Answer { status, request_id, retry_after, body })
    }
}

impl Host for Transport {
    type Json = Parsed;

    async fn token(&self, refused: bool) -> Result<(), String> {
        self.call.ask_token(refused);
        match self.waits.end().await {
            Ok(problem) => problem.as_string().map_or(Ok(()), Err),
            Err(cause) => {
                self.cause.replace(cause);
                Err("function failed: see cause".to_owned())
            }
        }
    }

    async fn send(&self, request: &Request) -> Result<Answer<Parsed>, Fault> {
        self.cause.replace(JsValue::UNDEFINED);
        let result = self.exchange(request).await;
        if result.is_err() {
            self.call.abandon();
        }
        result
    }

    async fn pause(&self, milliseconds: f64) {
        // Resolves or rejects, it is over either way.
        self.call.pause(milliseconds);
        let _ = self.waits.end().await;
    }

    fn remaining(&self) -> f64 {
        self.call.remaining()
    }

    fn random(&self) -> f64 {
        Math::random()
    }
}
