//! Access to foreign JavaScript values. An exception that went through Rust would leave the call pending forever, so every
//! exception is caught here. For the same reason no getter of web-sys or gloo-net is used on such values.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = String)]
    fn to_string(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// A property; `undefined` if there is none, also for `undefined`, a number and the like.
pub(super) fn property(value: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    if value.is_object() || value.is_function() {
        Reflect::get(value, &JsValue::from_str(name))
    } else {
        Ok(JsValue::UNDEFINED)
    }
}

/// Calls a method. If it does not exist, the result is an error, as in JavaScript.
pub(super) fn call(value: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = property(value, name)?.dyn_into().map_err(|_| {
        let words = format!("{name} is not a function");
        JsValue::from(js_sys::TypeError::new(&words))
    })?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    Reflect::apply(&method, value, &list)
}

/// What `String(value)` gives.
pub(super) fn string(value: &JsValue) -> Result<String, JsValue> {
    Ok(to_string(value)?.as_string().unwrap_or_default())
}
