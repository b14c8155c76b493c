//! A value of an option or of an answer, as far as the core reads it. Reading it never fails.

use crate::text::Sentence;

/// A value of any type. A host passes all values on with their types, and the rules check them one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value<'a> {
    /// Missing, `undefined` or `null`.
    #[default]
    Absent,
    /// A string.
    Text(&'a str),
    /// A string with a lone surrogate, which URLs and JSON cannot carry.
    BrokenText,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Fraction,
    /// A boolean.
    Flag(bool),
    /// A date in the service's format; `""` for an invalid one.
    Date(&'a str),
    /// A function.
    Function,
    /// An object or an array.
    Object,
    /// An array.
    Array,
    /// A symbol or a bigint.
    Other,
}

impl<'a> Value<'a> {
    /// The string, if the value is one.
    pub fn text(self) -> Option<&'a str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The string, the date as a string, or the digits of a whole number (IAM's error codes are numbers); otherwise `""`.
    #[inline(never)]
    pub fn text_or_digits(self) -> String {
        let mut sentence = Sentence::default();
        match self {
            Value::Text(text) | Value::Date(text) => {
                sentence.add(text);
            }
            Value::Whole(number) => {
                sentence.add(if number < 0 { "-" } else { "" }).number(number.unsigned_abs());
            }
            _ => {}
        }
        sentence.text
    }

    /// The name of the type, for a sentence about a wrong type.
    #[inline(never)]
    pub fn type_name(self) -> &'static str {
        match self {
            Value::Absent => "missing",
            Value::Text(_) | Value::BrokenText => "a string",
            Value::Whole(_) | Value::Fraction => "a number",
            Value::Flag(_) => "a boolean",
            Value::Date(_) => "a date",
            Value::Function => "a function",
            Value::Object => "an object",
            Value::Array => "an array",
            Value::Other => "a symbol or a bigint",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn a_whole_number_can_be_used_as_text_and_a_fraction_cannot() {
        assert_eq!(Value::Whole(404).text_or_digits(), "404");
        assert_eq!(Value::Whole(-1).text_or_digits(), "-1");
        assert_eq!(Value::Fraction.text_or_digits(), "");
        assert_eq!(Value::Whole(404).text(), None);
        assert_eq!(Value::Text("x").text_or_digits(), "x");
    }
}
