//! Reads JavaScript values: the fields of what came out of `JSON.parse`, and the list of options into serde's types.
//!
//! serde-wasm-bindgen reads anything, and tells of what does not fit: its errors print floats, which was a sixth of the
//! core, and nobody would see them, since a [`Value`] takes whatever comes. What goes out to JavaScript as a whole goes
//! through serde-wasm-bindgen.

use core::cell::RefCell;
use core::fmt::{self, Display};

use js_sys::Array;
use serde::de::value::BorrowedBytesDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;

use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// js-sys has this as one that may throw, which costs as much again: nothing throws where there is no getter.
    #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
    fn get(object: &JsValue, name: &JsValue) -> JsValue;
}

/// A field of what came out of `JSON.parse`; `undefined` of what is no object.
pub(crate) fn field(object: &JsValue, name: &'static str) -> JsValue {
    if object.is_object() { get(object, &key(name)) } else { JsValue::UNDEFINED }
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

/// A type made of a list of values in the order of its fields, and of the first letter of the type of each.
pub(crate) fn read_list<T: DeserializeOwned + Default>(values: &Array, types: &str) -> T {
    T::deserialize(List { types: types.bytes(), values, next: 0 }).unwrap_or_default()
}

struct List<'a> {
    types: core::str::Bytes<'a>,
    values: &'a Array,
    next: u32,
}

impl<'de> Deserializer<'de> for List<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some(letter) = self.types.next() else { return Ok(None) };
        let index = self.next;
        self.next += 1;
        // Most options are not there: nothing is asked of JavaScript for those.
        if letter == b'u' {
            return seed.deserialize(().into_deserializer()).map(Some);
        }
        let element = self.values.get(index);
        match letter {
            b's' => seed.deserialize(element.as_string().unwrap_or_default().into_deserializer()),
            b'n' => seed.deserialize(element.as_f64().unwrap_or(f64::NAN).into_deserializer()),
            b'b' => seed.deserialize(element.is_truthy().into_deserializer()),
            // Bytes are what no option is, so that each takes them for a value of the wrong type.
            _ => seed.deserialize(BorrowedBytesDeserializer::new(b"")),
        }
        .map(Some)
    }
}

/// A field's name as a JavaScript string. Names are few and static, so each is turned into one once.
fn key(name: &'static str) -> JsValue {
    thread_local!(static KEYS: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) });
    KEYS.with_borrow_mut(|keys| {
        if let Some((_, key)) = keys.iter().find(|(known, _)| core::ptr::eq(*known, name)) {
            return key.clone();
        }
        let key = JsValue::from_str(name);
        keys.push((name, key.clone()));
        key
    })
}

/// A value does not fit. It says no more, so that nothing is formatted.
#[derive(Debug)]
struct Misfit;

impl Display for Misfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value does not fit")
    }
}

impl core::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: Display>(_: T) -> Self {
        Misfit
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Misfit
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Misfit
    }
}
