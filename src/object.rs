//! Reads what came out of `JSON.parse`.
//!
//! serde-wasm-bindgen reads anything, and tells of what does not fit: its errors print floats, which was a sixth of the
//! core, and nobody would see them, since a [`Value`] takes whatever comes. What goes out to JavaScript as a whole goes
//! through serde-wasm-bindgen.

use core::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// js-sys has this as one that may throw, which costs as much again: nothing throws where there is no getter.
    #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
    fn get(object: &JsValue, name: &JsValue) -> JsValue;
}

/// A string that stays in JavaScript.
#[derive(Clone, Debug)]
pub(crate) struct Text(pub(crate) JsValue);

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text(JsValue::from_str(&text))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.as_string().unwrap_or_default()
    }
}

/// A field of what came out of `JSON.parse`; `undefined` of what is no object.
pub(crate) fn field(object: &JsValue, name: &'static str) -> JsValue {
    if object.is_object() { get(object, &known(name)) } else { JsValue::UNDEFINED }
}

/// A value, as far as it is looked into.
pub(crate) fn value(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if value.is_null() || value.is_undefined() {
        Value::Absent
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else {
        value.as_bool().map_or(Value::Other, Value::Flag)
    }
}

/// A name as a JavaScript string. Names are few and static, so each is turned into one once.
pub(crate) fn known(name: &'static str) -> JsValue {
    thread_local!(static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) });
    NAMES.with_borrow_mut(|names| {
        if let Some((_, known)) = names.iter().find(|(known, _)| core::ptr::eq(*known, name)) {
            return known.clone();
        }
        let known = JsValue::from_str(name);
        names.push((name, known.clone()));
        known
    })
}
