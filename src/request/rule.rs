//! Whether a value is what an option must be; if not, the sentence that says what to do.

use crate::error::Error;
use crate::operation::{Need, OptionRule, Rule};
use crate::text::{Parts, Sentence, has_word};
use crate::value::Value;

/// Judges one option.
#[inline(never)]
pub(super) fn check(option: &OptionRule, value: Value<'_>) -> Result<(), Box<Error>> {
    if value == Value::Absent && option.need != Need::Required {
        return Ok(());
    }
    let mut problem = Sentence::default();
    match option.rule {
        Rule::Text => return required_text(option.name, value).map(|_| ()),
        Rule::Identifier => {
            let text = required_text(option.name, value)?;
            problem.add(identifier_problem(text));
        }
        Rule::OneOf(names) => {
            if !has_word(names, required_text(option.name, value)?) {
                for (index, name) in Parts::of(names, " ").enumerate() {
                    problem.add(if index == 0 { "must be one of: " } else { ", " }).add(name);
                }
            }
        }
        Rule::Whole(least, most) => {
            let fits = matches!(value, Value::Whole(number)
                if u64::try_from(number).is_ok_and(|number| number >= least && number <= most));
            if !fits {
                problem.add("must be a whole number from ").number(least).add(" to ").number(most);
            }
        }
        Rule::Flag => {
            if !matches!(value, Value::Flag(_)) {
                problem.add("must be true or false, not ").add(value.type_name());
            }
        }
    }
    if problem.text.is_empty() { Ok(()) } else { Err(Error::of_argument(option.name, &problem.text)) }
}

/// A string that is there and is not empty.
#[inline(never)]
pub(super) fn required_text<'a>(field: &'static str, value: Value<'a>) -> Result<&'a str, Box<Error>> {
    let mut problem = Sentence::default();
    match value {
        Value::Text("") => problem.add("is empty: pass a string that is not"),
        Value::Text(text) => return Ok(text),
        Value::BrokenText => problem.add("holds half of a character (a lone surrogate): remove it"),
        Value::Absent => problem.add("is missing: pass a string"),
        other => problem.add("must be a string, not ").add(other.type_name()),
    };
    Err(Error::of_argument(field, &problem.text))
}

/// A path segment: a proxy resolves dot segments, encoded or not, so that the request would go to another path.
fn identifier_problem(text: &str) -> &'static str {
    if text == "." || text == ".." {
        "must not be a dot segment: pass an id"
    } else if text.contains(char::is_control) {
        "holds a control character: remove it"
    } else if text.trim().len() < text.len() {
        "starts or ends with a blank: remove it"
    } else {
        ""
    }
}
