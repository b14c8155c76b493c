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
    /// The service's JSON, untouched: fields that this version does not know are here.
    pub raw: JsValue,
}
