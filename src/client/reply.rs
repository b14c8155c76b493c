//! What a call ends in when it ends well.

use wasm_bindgen::JsValue;

/// A good answer: what was asked for, and what came with it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reply<T> {
    /// What was asked for.
    pub value: T,
    /// The id of the request, for a support ticket: header `X-request-id`.
    ///
    /// `None` where the header is missing, or where a browser hides it: across origins the service would have to send
    /// `Access-Control-Expose-Headers: X-request-id`.
    pub request_id: Option<String>,
    /// The service's JSON, untouched: fields that this version does not know are here. `undefined` where there was none.
    pub raw: JsValue,
}

impl<T> Reply<T> {
    pub(super) fn new(value: T, request_id: Option<String>, raw: JsValue) -> Self {
        Reply { value, request_id, raw }
    }

    /// The same with something else for its value.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Reply<U> {
        Reply { value: change(self.value), request_id: self.request_id, raw: self.raw }
    }
}
