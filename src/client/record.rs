//! Reads a good answer with the operation's table, as the Rust type of the same declaration.

use js_sys::{Array, Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::foreign::property;
use crate::answer::record::{Field, FieldKind};
use crate::operation::{AnswerShape, Operation};

/// The entries of a list.
pub(super) struct Entries<T> {
    /// The valid records.
    pub(super) records: Vec<T>,
    /// The number of entries in this answer.
    pub(super) rows: u64,
    /// Whether the first entry is a valid record.
    pub(super) first_is_record: bool,
    /// The total number, as the service counts; the number of entries if it does not say.
    pub(super) count: u64,
}

/// Reads a record. Otherwise the error is the service's name of the missing field, `""` if the answer is not an object.
pub(super) fn read<T: DeserializeOwned>(json: &JsValue, operation: &Operation) -> Result<T, &'static str> {
    of_fields(json, fields(operation))
}

/// The same for a list. An entry that is not valid does not affect the others.
pub(super) fn read_list<T: DeserializeOwned>(
    json: &JsValue,
    operation: &Operation,
) -> Result<Entries<T>, &'static str> {
    let AnswerShape::List { name, fields } = operation.answer else { return Err("") };
    if !is_record(json) {
        return Err("");
    }
    let list = own(json, name);
    let list = list.dyn_ref::<Array>().ok_or(name)?;
    let rows = u64::from(list.length());
    let count = own(json, "count").as_f64().filter(|count| *count >= 0.0 && count.fract() == 0.0);
    let records: Vec<Option<T>> = list.iter().map(|row| of_fields(&row, fields).ok()).collect();
    Ok(Entries {
        first_is_record: matches!(records.first(), Some(Some(_))),
        records: records.into_iter().flatten().collect(),
        rows,
        count: count.map_or(rows, |count| count as u64),
    })
}

/// Whether JSON is an object, not a list and not `null`.
pub(super) fn is_record(json: &JsValue) -> bool {
    json.is_object() && !Array::is_array(json)
}

/// An own field of a JSON object. Inherited fields are ignored: `Object.prototype` may be polluted.
pub(super) fn own(json: &JsValue, name: &str) -> JsValue {
    let key = JsValue::from_str(name);
    let descriptor = Reflect::get_own_property_descriptor(json.unchecked_ref::<Object>(), &key);
    descriptor.and_then(|descriptor| property(&descriptor, "value")).unwrap_or_default()
}

fn fields(operation: &Operation) -> &'static [Field] {
    match operation.answer {
        AnswerShape::Record(fields) | AnswerShape::List { fields, .. } => fields,
        AnswerShape::Nothing => &[],
    }
}

fn of_fields<T: DeserializeOwned>(json: &JsValue, fields: &[Field]) -> Result<T, &'static str> {
    let required = |field: &&Field| field.kind == FieldKind::Required;
    let first = fields.iter().find(required).map_or("", |field| field.wire);
    serde_wasm_bindgen::from_value(plain(json, fields)?).map_err(|_| first)
}

/// A copy with the own fields of the table only. Nested values are left out: no field has any, and the reader would walk through a
/// list of half a million entries for nothing.
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
