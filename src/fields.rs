//! Texts of fields with a separator in between: the format at the border to JavaScript.
//!
//! Unlike JSON it needs no escaping, and so no parser, writer or library in the core. JavaScript replaces the separator inside
//! fields before it joins them. The separator is a control character, which no option, header or sentence needs.

use crate::text::{Sentence, between, number};
use crate::value::Value;

/// The separator between two fields: ASCII's unit separator.
pub const SEPARATOR: u8 = 0x1f;

/// Reads one field after the other. After the last one, all fields are empty.
pub struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Starts at the first field.
    pub fn new(text: &'a str) -> Self {
        Reader { rest: text }
    }

    /// The next field.
    #[inline(never)]
    pub fn text(&mut self) -> &'a str {
        let end = self.rest.bytes().position(|byte| byte == SEPARATOR).unwrap_or(self.rest.len());
        let field = between(self.rest, 0, end);
        self.rest = between(self.rest, end + 1, self.rest.len());
        field
    }

    /// The next field as a whole number, 0 or more; 0 if it is not a number.
    #[inline(never)]
    pub fn number(&mut self) -> i64 {
        number(self.text()).unwrap_or_default()
    }

    /// The next field as a value: a letter for its type, and its content.
    #[inline(never)]
    pub fn value(&mut self) -> Value<'a> {
        let field = self.text();
        let content = between(field, 1, field.len());
        match field.as_bytes().first() {
            None => Value::Absent,
            Some(b's') => Value::Text(content),
            Some(b'n') => match content.strip_prefix('-') {
                Some(digits) => number(digits).map(|number| -number),
                None => number(content),
            }
            .map_or(Value::Fraction, Value::Whole),
            Some(b'b') => Value::BrokenText,
            Some(b't') => Value::Flag(true),
            Some(b'f') => Value::Flag(false),
            Some(b'd') => Value::Date(content),
            Some(b'c') => Value::Function,
            Some(b'o') => Value::Object,
            Some(b'a') => Value::Array,
            Some(_) => Value::Other,
        }
    }
}

/// Writes one field after the other.
pub struct Writer {
    sentence: Sentence,
}

impl Writer {
    /// Starts with the first field.
    pub fn new(first: &str) -> Self {
        // Space for a whole request at once, because growing piece by piece takes longer than writing.
        let mut sentence = Sentence { text: String::with_capacity(512) };
        sentence.add(first);
        Writer { sentence }
    }

    /// Adds a field.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> &mut Self {
        self.sentence.add("\u{1f}").add(field);
        self
    }

    /// Adds a whole number.
    #[inline(never)]
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.sentence.add("\u{1f}").number(number);
        self
    }

    /// The whole text.
    pub fn end(self) -> String {
        self.sentence.text
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};
    use crate::value::Value;

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::new("send");
        writer.number(42).text("").text("é");
        let text = writer.end();
        let mut reader = Reader::new(&text);
        assert_eq!((reader.text(), reader.number(), reader.text(), reader.text()), ("send", 42, "", "é"));
        assert_eq!((reader.text(), reader.number(), reader.value()), ("", 0, Value::Absent));
    }

    #[test]
    fn a_value_is_a_letter_and_its_content() {
        for (field, value) in [
            ("", Value::Absent),
            ("s", Value::Text("")),
            ("stext", Value::Text("text")),
            ("n-12", Value::Whole(-12)),
            ("n9007199254740991", Value::Whole(9_007_199_254_740_991)),
            ("n99999999999999999999", Value::Fraction),
            ("n", Value::Fraction),
            ("n1.5", Value::Fraction),
            ("b", Value::BrokenText),
            ("t", Value::Flag(true)),
            ("f", Value::Flag(false)),
            ("o", Value::Object),
            ("c", Value::Function),
            ("d2026-11-26T09:30:00", Value::Date("2026-11-26T09:30:00")),
            ("x", Value::Other),
            ("é", Value::Other),
        ] {
            assert_eq!(Reader::new(field).value(), value, "{field}");
        }
    }

    #[test]
    fn a_field_that_is_not_a_number_is_zero() {
        for field in ["", "x", "1x", "-", "-1", "99999999999999999999"] {
            assert_eq!(Reader::new(field).number(), 0);
        }
    }
}
