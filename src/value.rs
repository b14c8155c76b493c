//! One value of an option bag or of a JSON body: whatever its type, reading it does not fail.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::text::{concat, digits};

/// A value, as far as this crate looks into one.
///
/// Serde's own errors do not say which field is wrong, and one field of the wrong type would cost the whole object; so
/// fields are read as what they are, and judged one by one afterwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Not there, `undefined` or `null`.
    #[default]
    Absent,
    /// A string.
    Text(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Flag(bool),
    /// An object, an array, a function, anything else.
    Other,
}

impl Value {
    /// The string, if it is one.
    pub fn text(self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text),
            Value::Absent | Value::Number(_) | Value::Flag(_) | Value::Other => None,
        }
    }

    /// The string, or a whole number's digits: IAM's error codes are numbers.
    pub fn text_or_digits(self) -> Option<String> {
        match self {
            Value::Number(number) if number.fract() == 0.0 => {
                let sign = if number < 0.0 { "-" } else { "" };
                Some(concat(&[sign, &digits(number.abs() as u64)]))
            }
            other => other.text(),
        }
    }

    /// What it is, for a sentence that says what it is not.
    pub fn type_name(&self) -> &'static str {
        match self {
            Value::Absent => "missing",
            Value::Text(_) => "a string",
            Value::Number(_) => "a number",
            Value::Flag(_) => "a boolean",
            Value::Other => "an object or a function",
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(deserializer.deserialize_any(ValueVisitor).unwrap_or(Value::Other))
    }
}

struct ValueVisitor;

impl Visitor<'_> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Absent)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Value;
    use serde::Deserialize;
    use serde_json::json;

    pub(crate) fn read(value: &serde_json::Value) -> Value {
        Value::deserialize(value).unwrap_or(Value::Absent)
    }

    #[test]
    fn every_json_value_is_read_as_what_it_is() {
        assert_eq!(read(&json!("a")), Value::Text("a".into()));
        assert_eq!(read(&json!(2.5)), Value::Number(2.5));
        assert_eq!(read(&json!(-3)), Value::Number(-3.0));
        assert_eq!(read(&json!(true)), Value::Flag(true));
        assert_eq!(read(&json!(null)), Value::Absent);
        assert_eq!(read(&json!([1])), Value::Other);
        assert_eq!(read(&json!({ "a": 1 })), Value::Other);
    }

    #[test]
    fn a_whole_number_serves_as_text_and_a_fraction_does_not() {
        assert_eq!(Value::Number(404.0).text_or_digits().as_deref(), Some("404"));
        assert_eq!(Value::Number(-1.0).text_or_digits().as_deref(), Some("-1"));
        assert_eq!(Value::Number(4.5).text_or_digits(), None);
        assert_eq!(Value::Number(f64::INFINITY).text_or_digits(), None);
        assert_eq!(Value::Number(404.0).text(), None);
        assert_eq!(Value::Text("x".into()).text_or_digits().as_deref(), Some("x"));
    }
}
