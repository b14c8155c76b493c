//! The JSON body of a request: the options that belong in it, with the service's names.

use crate::operation::{Place, Rule};
use crate::request::Asked;
use crate::text::{Sentence, between, split_at_word};
use crate::value::Value;

/// The body for checked options; `""` if none of them belongs in it.
///
/// A library would include a writer for every type. The body has only texts and whole numbers, in one object and in objects inside
/// it.
#[inline(never)]
pub(super) fn of(asked: &Asked<'_>) -> String {
    let mut json = Sentence::default();
    let mut group = "";
    let mut before = "{";
    for (option, value) in &asked.options {
        let Place::Body(path) = option.place else { continue };
        let value = match option.rule {
            Rule::SameAs(other) => asked.value(other),
            _ => *value,
        };
        // An empty text is an empty prefix, which means all, like no prefix.
        if matches!(value, Value::Absent | Value::Text("")) {
            continue;
        }
        let (outer, name) = split_at_word(path, ".").unwrap_or(("", path));
        if outer != group {
            add_text(json.add(before), outer).add(":");
            before = "{";
            group = outer;
        }
        add_text(json.add(before), name).add(":");
        match value {
            Value::Text(text) => add_text(&mut json, text),
            other => json.add(&other.text_or_digits()),
        };
        before = ",";
    }
    let ends = if !group.is_empty() { "}}" } else { "}" };
    if !json.text.is_empty() {
        json.add(ends);
    }
    json.text
}

/// Adds a JSON string. The rules do not allow control characters.
#[inline(never)]
fn add_text<'a>(json: &'a mut Sentence, text: &str) -> &'a mut Sentence {
    json.add("\"");
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if matches!(byte, b'"' | b'\\') {
            json.add(between(text, from, at)).add("\\");
            from = at;
        }
    }
    json.add(between(text, from, text.len())).add("\"")
}
