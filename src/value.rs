//! One value of an option bag or of a JSON body: whatever its type, reading it does not fail.

use crate::text::{concat, digits};

/// A value, as far as this crate looks into one.
///
/// A deserializer's errors do not say which field is wrong, and one field of the wrong type would cost the whole object; so
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

#[cfg(test)]
pub(crate) mod tests {
    use super::Value;
    use serde_json::Value as Json;

    pub(crate) fn read(json: &Json) -> Value {
        match json {
            Json::Null => Value::Absent,
            Json::Bool(flag) => Value::Flag(*flag),
            Json::Number(number) => number.as_f64().map_or(Value::Other, Value::Number),
            Json::String(text) => Value::Text(text.clone()),
            Json::Array(_) | Json::Object(_) => Value::Other,
        }
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
