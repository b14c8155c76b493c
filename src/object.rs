//! Reads plain JavaScript objects into serde's types, by the names of their fields.
//!
//! serde-wasm-bindgen reads anything, and tells of what does not fit: its errors print floats, which is a sixth of the
//! core, and nobody would see them, since every [`Value`](crate::value::Value) takes whatever comes. What goes out to
//! JavaScript goes through serde-wasm-bindgen.

use core::cell::RefCell;
use core::fmt::{self, Display};

use js_sys::{Array, Reflect};
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// A type made of an object's fields, or its default if the value is no object.
pub(crate) fn read<T: DeserializeOwned + Default>(value: &JsValue) -> T {
    T::deserialize(Reader(value.clone())).unwrap_or_default()
}

/// A property of an object, or nothing if reading it throws.
pub(crate) fn property(object: &JsValue, name: &'static str) -> Option<JsValue> {
    Reflect::get(object, &key(name)).ok()
}

struct Reader(JsValue);

impl<'de> Deserializer<'de> for Reader {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let value = self.0;
        if let Some(text) = value.as_string() {
            visitor.visit_string(text)
        } else if value.is_null() || value.is_undefined() {
            visitor.visit_unit()
        } else if let Some(number) = value.as_f64() {
            visitor.visit_f64(number)
        } else if let Some(flag) = value.as_bool() {
            visitor.visit_bool(flag)
        } else {
            Err(Misfit)
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if !self.0.is_object() {
            return Err(Misfit);
        }
        // As a sequence: serde's derive then takes the fields one by one and compares no names.
        visitor.visit_seq(Fields { object: &self.0, names: fields.iter() })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let array: Array = self.0.dyn_into().map_err(|_| Misfit)?;
        visitor.visit_seq(Elements { length: array.length(), array, next: 0 })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        tuple tuple_struct map enum identifier ignored_any
    }
}

/// The fields of an object in the order in which a type names them; one that is not there is `undefined`.
struct Fields<'a> {
    object: &'a JsValue,
    names: core::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let value = property(self.object, name).ok_or(Misfit)?;
        seed.deserialize(Reader(value)).map(Some)
    }
}

struct Elements {
    array: Array,
    length: u32,
    next: u32,
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        if self.next >= self.length {
            return Ok(None);
        }
        let value = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Reader(value)).map(Some)
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
