//! The result of a call that succeeds.

use wasm_bindgen::JsValue;

/// The result of an operation, and the data of its answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reply<T> {
    /// The result.
    pub value: T,
    /// The id of the request, for a support ticket: header `X-request-id`.
    ///
    /// `None` if the header is missing or if a browser hides it: for requests to another origin the service would have to send
    /// `Access-Control-Expose-Headers: X-request-id`.
    pub request_id: Option<String>,
    /// The service's JSON, unchanged. It also has fields that this version does not know. `undefined` if there was none.
    pub raw: JsValue,
}

impl<T> Reply<T> {
    pub(super) fn new(value: T, request_id: Option<String>, raw: JsValue) -> Self {
        Reply { value, request_id, raw }
    }

    /// The same reply with another value.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Reply<U> {
        Reply { value: change(self.value), request_id: self.request_id, raw: self.raw }
    }
}
