//! Reads a good answer by the operation's table, as the Rust type that comes from the same declaration.

use js_sys::{Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::owned_answer::{is_record, own};
use crate::answer::record::{Field, FieldKind};
use crate::operation::{AnswerShape, Operation};

/// What was asked for; else the service's name of the field that is missing, `""` if there is no object.
pub(super) fn read<T: DeserializeOwned>(json: &JsValue, operation: &Operation) -> Result<T, &'static str> {
    let fields = match operation.answer {
        AnswerShape::Record(fields) | AnswerShape::List { fields, .. } => fields,
        AnswerShape::Nothing => [].as_slice(),
    };
    let required = |field: &&Field| field.kind == FieldKind::Required;
    let first = fields.iter().find(required).map_or("", |field| field.wire);
    serde_wasm_bindgen::from_value(plain(json, fields)?).map_err(|_| first)
}

/// A copy with the fields of the table only, and none that the object inherits. What is nested in them is left out: no field
/// is, and the reader would go through a list of half a million entries for nothing.
fn plain(json: &JsValue, fields: &[Field]) -> Result<JsValue, &'static str> {
    if !is_record(json) {
        return Err("");
    }
    let copy = Object::create(JsValue::NULL.unchecked_ref::<Object>());
    for field in fields {
        let value = own(json, field.wire);
        if field.kind == FieldKind::Required && !value.is_string() {
            return Err(field.wire);
        }
        if !value.is_undefined() && !value.is_object() {
            Reflect::set(&copy, &JsValue::from_str(field.wire), &value).map_err(|_| field.wire)?;
        }
    }
    Ok(copy.into())
}
