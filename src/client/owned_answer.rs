//! An answer that is not the expected one. It owns its texts, and the core borrows them.

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::host::{self, read_date};
use super::record::{is_record, own};
use crate::answer::Answer;
use crate::answer::error_body::{Body, INNER_LIST, INNER_OBJECT, LONGEST_TEXT, MOST_INNER, NAMES};
use crate::call::retry::retry_after;
use crate::text::beginning;
use crate::value::Value;

/// An answer as the core needs it. It owns its texts.
pub(super) struct OwnedAnswer {
    pub(super) status: u16,
    pub(super) request_id: String,
    pub(super) retry_after: f64,
    /// The missing field.
    pub(super) missing: String,
    pub(super) body: OwnedBody,
}

/// See [`OwnedAnswer`].
pub(super) enum OwnedBody {
    Object(Vec<OwnedValue>),
    OtherJson,
    Text(String),
    TooLarge,
}

/// One value of a body.
pub(super) enum OwnedValue {
    Nothing,
    Text(String),
    Whole(i64),
    Fraction,
    Flag(bool),
    Other,
}

impl OwnedAnswer {
    /// The answer for the core.
    pub(super) fn answer(&self) -> Answer<'_> {
        Answer {
            status: self.status,
            request_id: &self.request_id,
            retry_after: self.retry_after,
            missing: &self.missing,
            signed: "",
            body: match &self.body {
                OwnedBody::Object(values) => Body::Object(values.iter().map(OwnedValue::value).collect()),
                OwnedBody::OtherJson => Body::OtherJson,
                OwnedBody::Text(text) => Body::Text(text),
                OwnedBody::TooLarge => Body::TooLarge,
            },
        }
    }
}

impl OwnedBody {
    /// A body that is JSON.
    pub(super) fn of_json(json: &JsValue) -> Self {
        if !is_record(json) {
            return OwnedBody::OtherJson;
        }
        let list = own(json, INNER_LIST);
        let inner = list.dyn_ref::<Array>().map(|list| list.iter().take(MOST_INNER).collect::<Vec<_>>());
        let mut values = Vec::new();
        for place in [json.clone(), own(json, INNER_OBJECT)].into_iter().chain(inner.unwrap_or_default()) {
            if is_record(&place) {
                values.extend(NAMES.iter().map(|name| OwnedValue::of(&own(&place, name))));
            }
        }
        OwnedBody::Object(values)
    }

    /// Any other body.
    pub(super) fn of_text(text: &str) -> Self {
        OwnedBody::Text(beginning(text, LONGEST_TEXT).to_owned())
    }
}

impl OwnedValue {
    fn of(value: &JsValue) -> Self {
        if value.is_undefined() || value.is_null() {
            OwnedValue::Nothing
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            OwnedValue::Text(String::from(text.slice(0, LONGEST_TEXT as u32)))
        } else if let Some(number) = value.as_f64() {
            let whole = js_sys::Number::is_safe_integer(value);
            if whole { OwnedValue::Whole(number as i64) } else { OwnedValue::Fraction }
        } else {
            value.as_bool().map_or(OwnedValue::Other, OwnedValue::Flag)
        }
    }

    fn value(&self) -> Value<'_> {
        match self {
            OwnedValue::Nothing => Value::Absent,
            OwnedValue::Text(text) => Value::Text(text),
            OwnedValue::Whole(number) => Value::Whole(*number),
            OwnedValue::Fraction => Value::Fraction,
            OwnedValue::Flag(flag) => Value::Flag(*flag),
            OwnedValue::Other => Value::Other,
        }
    }
}

/// The pause that `Retry-After` requests, in milliseconds. It starts at the answer's `Date`, because the host's clock may be
/// wrong.
pub(super) fn pause_asked_for(header: &str, date: &str) -> f64 {
    if header.is_empty() {
        return 0.0;
    }
    let sent = read_date(date).unwrap_or_else(host::date);
    retry_after(header, sent, read_date(header))
}
