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

/// A field of an object that came out of `JSON.parse`.
pub(crate) fn field(object: &JsValue, name: &'static str) -> JsValue {
    get(object, &known(name))
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
    let known = NAMES.try_with(|names| {
        let names = names.try_borrow().ok()?;
        names.iter().find(|(known, _)| core::ptr::eq(*known, name)).map(|(_, known)| known.clone())
    });
    known.ok().flatten().unwrap_or_else(|| {
        let known = JsValue::from_str(name);
        // Without the panics that `with_borrow_mut` brings along for what cannot happen here.
        let _ = NAMES.try_with(|names| {
            if let Ok(mut names) = names.try_borrow_mut() {
                names.push((name, known.clone()));
            }
        });
        known
    })
}
