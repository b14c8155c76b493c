//! `fetch`: the only file that knows `web-sys` and `gloo-net`.
//!
//! Of gloo-net it takes the response and its getters. Its `send`, `header`, `text` and `json` panic on a rejection that
//! is no `Error`, on a header that cannot be set, on a mock that is no `Response`: each of them would leave a promise
//! pending for ever, so `fetch` is called here.

use core::cell::RefCell;

use gloo_net::http::Response;
use js_sys::{Array, Date, JsString, Math, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReadableStreamReadResult, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, ResponseType, TextDecoder, Url,
};

use crate::answer::Answer;
use crate::bindings::Call;
use crate::body::{Body, Json};
use crate::call::{Fault, Host};
use crate::object;
use crate::request::Request;
use crate::retry;
use crate::value::Value;
use crate::wait::Waits;

#[wasm_bindgen]
extern "C" {
    /// js-sys takes and gives Rust strings here; a body need not cross into wasm to be parsed.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsString) -> Result<JsValue, JsValue>;

    /// The same for decoding. Without a chunk it gives what an unfinished character has left.
    #[wasm_bindgen(extends = TextDecoder, js_name = TextDecoder)]
    type Decoder;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &Decoder, chunk: &JsValue, options: &JsValue) -> Result<JsString, JsValue>;
}

/// After so many pieces of a body the page or process gets a turn: a stream may have each piece at hand at once, and no
/// clock would ever ring. A network's pieces are some kilobytes long, so that a task never has as many.
const PIECES_A_TURN: u32 = 256;

/// A body that is JSON, as the platform parsed it.
#[derive(Debug)]
pub(crate) struct Parsed(pub(crate) JsValue);

impl Json for Parsed {
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
}

/// The network as one call sees it.
pub(crate) struct Transport {
    pub(crate) call: Call,
    waits: Waits,
    /// What was thrown last, for the error's `cause`.
    cause: RefCell<JsValue>,
}

impl Transport {
    pub(crate) fn new(call: Call) -> Self {
        Transport { waits: Waits::new(&call), call, cause: RefCell::new(JsValue::UNDEFINED) }
    }

    pub(crate) fn cause(&self) -> JsValue {
        self.cause.borrow().clone()
    }

    /// The normal form of a URL, or of a path on the page's own origin.
    pub(crate) fn parse_url(&self, text: &str) -> Option<String> {
        let url = if text.starts_with('/') {
            Url::new_with_base(text, &self.call.origin()?)
        } else {
            Url::new(text)
        };
        Some(url.ok()?.href())
    }

    /// Waits for a foreign promise, no longer than the attempt lasts.
    async fn settled(&self, value: &JsValue) -> Result<JsValue, Fault> {
        self.call.wait(value);
        self.waits.end().await.map_err(|cause| self.fault(cause, Fault::Network))
    }

    /// What a rejection means: the clock's doing, or else `fault`, of which the cause is kept.
    fn fault(&self, cause: JsValue, fault: Fault) -> Fault {
        if self.call.interrupted() {
            return if self.call.remaining() > 0.0 { Fault::AttemptTimeout } else { Fault::Stopped };
        }
        self.cause.replace(cause);
        fault
    }

    async fn exchange(&self, request: &Request) -> Result<Answer<Parsed>, Fault> {
        let signal: AbortSignal = self.call.start_attempt(request.attempt_timeout).unchecked_into();
        if self.call.interrupted() {
            return Err(Fault::Stopped);
        }
        let init = init(&self.call.token(), self.call.knows_cache(), &signal);
        let promise = (self.call.fetch())
            .call2(&JsValue::UNDEFINED, &JsValue::from_str(&request.url), &init)
            .map_err(|cause| self.fault(cause, Fault::Network))?;
        let value = self.settled(&promise).await?;
        if !self.call.is_response(&value) {
            return Err(Fault::NoResponse);
        }
        // Not a checked cast: in another realm, and in a mock, `Response` is another class.
        let raw: web_sys::Response = value.unchecked_into();
        let response = Response::from(Clone::clone(&raw));
        let status = response.status();
        // A redirect that was not followed has status 0 in a browser. Nothing else with status 0 can be read.
        if status == 0 && response.type_() != ResponseType::Opaqueredirect {
            return Err(Fault::NoResponse);
        }
        let retry_after = (self.call.header(&raw, "retry-after"))
            .and_then(|value| retry::retry_after(&value, Date::now(), Date::parse));
        let request_id = self.call.header(&raw, "x-request-id");
        let text = self.text(&response, &raw, request.max_response_bytes).await?;
        let body = match text {
            None => Body::TooLarge,
            Some(text) => match parse_json(&text) {
                Ok(value) => Body::Json(Parsed(value)),
                Err(_) => Body::Text(String::from(text)),
            },
        };
        Ok(Answer { status, request_id, retry_after, body })
    }

    /// The body's text, or nothing if it is longer than `limit` bytes, of which no more are read.
    async fn text(
        &self,
        response: &Response,
        raw: &web_sys::Response,
        limit: f64,
    ) -> Result<Option<JsString>, Fault> {
        let reader = response.body().and_then(|stream| ReadableStreamDefaultReader::new(&stream).ok());
        match reader {
            Some(reader) => self.streamed(&reader, limit).await,
            None => self.whole(raw, limit).await,
        }
    }

    /// Reads a body chunk by chunk, so that one of a gigabyte costs no gigabyte.
    async fn streamed(
        &self,
        reader: &ReadableStreamDefaultReader,
        limit: f64,
    ) -> Result<Option<JsString>, Fault> {
        let unreadable = |cause| self.fault(cause, Fault::NoResponse);
        let decoder: Decoder = TextDecoder::new().map_err(unreadable)?.unchecked_into();
        let more = Object::new();
        Reflect::set(&more, &"stream".into(), &JsValue::TRUE).map_err(unreadable)?;
        let mut length = 0.0;
        let mut pieces = 0_u32;
        let mut text: Option<JsString> = None;
        loop {
            let part: ReadableStreamReadResult = self.settled(&reader.read()).await?.unchecked_into();
            let last = part.get_done() == Some(true);
            pieces = pieces.wrapping_add(1);
            if pieces.is_multiple_of(PIECES_A_TURN) {
                self.pause(0.0).await;
            }
            let piece = if last {
                decoder.decode(&JsValue::UNDEFINED, &JsValue::UNDEFINED).map_err(unreadable)?
            } else {
                let chunk = part.get_value();
                length += self.call.byte_length(&chunk).ok_or(Fault::NoResponse)?;
                if length > limit {
                    self.call.discard(reader);
                    return Ok(None);
                }
                decoder.decode(&chunk, &more).map_err(unreadable)?
            };
            text = Some(match text {
                None => piece,
                Some(text) => text.concat(&piece),
            });
            if last {
                return Ok(text);
            }
        }
    }

    /// Reads a body that is no stream: there is none, as with 204, or the response is somebody's own object.
    async fn whole(&self, raw: &web_sys::Response, limit: f64) -> Result<Option<JsString>, Fault> {
        let promise = raw.text().map_err(|cause| self.fault(cause, Fault::NoResponse))?;
        let value = self.settled(&promise).await?;
        let text: JsString = value.dyn_into().map_err(|_| Fault::NoResponse)?;
        Ok((f64::from(text.length()) <= limit).then_some(text))
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
        self.call.end_attempt(result.is_ok());
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

/// What `fetch` is called with: nothing is followed, stored, or told to others.
fn init(token: &JsValue, knows_cache: bool, signal: &AbortSignal) -> RequestInit {
    let init = RequestInit::new();
    init.set_method("GET");
    // A redirect would carry the token to another origin: browsers and Node strip `Authorization` only.
    init.set_redirect(RequestRedirect::Manual);
    init.set_credentials(RequestCredentials::Omit);
    if knows_cache {
        init.set_cache(RequestCache::NoStore);
    }
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(signal));
    // A plain object and no `Headers`: every `fetch` takes it, also where there is no such class.
    let headers = Object::new();
    // Setting a property of a new plain object does not fail.
    let _ = Reflect::set(&headers, &"X-Auth-Token".into(), token);
    init.set_headers(&headers);
    init
}
