//! Checks the value of an option. If it is not valid, the sentence says what to do.

use crate::error::Error;
use crate::operation::{LONGEST_TIME, Need, OptionRule, Rule, SHORTEST_INTERVAL};
use crate::request::Asked;
use crate::text::{Parts, Sentence, beginning, between, has, has_word, starts_character};
use crate::value::Value;

/// The longest prefix in characters: the vendor says 1,023 and 1,024, and this is the one that refuses less.
const LONGEST_PREFIX: usize = 1_024;

/// Checks one option.
#[inline(never)]
pub(super) fn check(option: &OptionRule, value: Value<'_>, asked: &Asked<'_>) -> Result<(), Box<Error>> {
    if matches!(value, Value::Absent) && option.need != Need::Required {
        return Ok(());
    }
    let mut problem = Sentence::default();
    match option.rule {
        Rule::Any => {}
        Rule::Text => return required_text(option.name, value).map(|_| ()),
        Rule::Identifier | Rule::DirectoryName => {
            let text = required_text(option.name, value)?;
            let has_slash = text.bytes().any(|byte| byte == b'/');
            problem.add(if has_slash && matches!(option.rule, Rule::DirectoryName) {
                "must be the name of one directory, without a slash"
            } else {
                identifier_problem(text)
            });
        }
        Rule::Prefix => {
            if value.text() != Some("") {
                problem.add(prefix_problem(required_text(option.name, value)?));
            }
        }
        Rule::SameAs(other) => {
            if value.text() != Some(asked.value(other).text().unwrap_or_default()) {
                problem
                    .add("must equal ")
                    .add(other)
                    .add(", or be left out: the service supports no other value");
            }
        }
        Rule::OneOf(names) => {
            if !has_word(names, required_text(option.name, value)?) {
                for (index, name) in Parts::of(names, " ").enumerate() {
                    problem.add(if index == 0 { "must be one of: " } else { ", " }).add(name);
                }
            }
        }
        Rule::Time => {
            if !matches!(value, Value::Date(text) if !text.is_empty()) {
                if matches!(value, Value::Text(_)) {
                    return required_text(option.name, value).map(|_| ());
                }
                problem.add("must be a valid Date or a string such as 2026-11-26T09:30:00");
            }
        }
        Rule::Whole(least, most) => add_range(&mut problem, value, least, most),
        Rule::Interval => {
            if !matches!(value, Value::Function) {
                add_range(&mut problem, value, SHORTEST_INTERVAL, LONGEST_TIME);
            }
        }
        Rule::Mode => add_mode_problem(&mut problem, value),
        Rule::Flag => {
            if !matches!(value, Value::Flag(_)) {
                problem.add("must be true or false, not ").add(value.type_name());
            }
        }
        Rule::Function => {
            if !matches!(value, Value::Function) {
                problem.add("must be a function, not ").add(value.type_name());
            }
        }
        Rule::Group => {
            if !matches!(value, Value::Object) {
                problem.add("must be an object, not ").add(value.type_name());
            }
        }
    }
    if problem.text.is_empty() { Ok(()) } else { Err(Error::of_argument(option.name, &problem.text)) }
}

/// A required string that is not empty.
#[inline(never)]
pub(super) fn required_text<'a>(field: &'static str, value: Value<'a>) -> Result<&'a str, Box<Error>> {
    let mut problem = Sentence::default();
    match value {
        Value::Text("") => problem.add("is empty: pass a non-empty string"),
        Value::Text(text) => return Ok(text),
        Value::BrokenText => problem.add("contains a lone surrogate (half of a character): remove it"),
        Value::Absent => problem.add("is missing: pass a string"),
        other => problem.add("must be a string, not ").add(other.type_name()),
    };
    Err(Error::of_argument(field, &problem.text))
}

/// Checks that a value is a whole number from `least` to `most`.
#[inline(never)]
pub(crate) fn add_range(problem: &mut Sentence, value: Value<'_>, least: u32, most: u32) {
    let fits = matches!(value, Value::Whole(number) if number >= least.into() && number <= most.into());
    if !fits {
        problem.add("must be a whole number from ").number(least.into()).add(" to ").number(most.into());
    }
}

/// What is wrong with a path segment. A proxy resolves dot segments, even encoded ones, so the request would go to another path.
fn identifier_problem(text: &str) -> &'static str {
    let last = between(text, text.bytes().rposition(starts_character).unwrap_or_default(), text.len());
    if text == "." || text == ".." {
        "must not be . or .."
    } else if has(text, char::is_control) {
        "contains a control character: remove it"
    } else if has(beginning(text, 1), char::is_whitespace) || has(last, char::is_whitespace) {
        "starts or ends with whitespace: remove it"
    } else {
        ""
    }
}

/// Source: the vendor's API page CreateHpcCacheTask.
#[inline(never)]
fn prefix_problem(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    let mut characters = 0;
    for byte in bytes {
        characters += usize::from(starts_character(*byte));
        if byte.is_ascii_control() || b"\\:*?\"<>|".contains(byte) {
            return "must have none of \\ : * ? \" < > | and no control character";
        }
    }
    if characters > LONGEST_PREFIX {
        "must have at most 1024 characters"
    } else if bytes.first() == Some(&b'.') || bytes.last() == Some(&b'.') {
        "must not start or end with a dot"
    } else {
        ""
    }
}

/// A mode has the decimal digits that `chmod` reads. Written as an octal number it has another value. That is refused if it can be
/// recognised: by a digit above 7, or by rights that the group has but the owner does not.
#[inline(never)]
fn add_mode_problem(problem: &mut Sentence, value: Value<'_>) {
    add_range(problem, value, 0, 777);
    let Value::Whole(number) = value else { return };
    let number = number.unsigned_abs();
    let digits = |base: u64| (number / (base * base), number / base % base, number % base);
    let (owner, group, others) = digits(10);
    let usual = |(owner, group, others): (u64, u64, u64)| owner & group == group && group & others == others;
    if !problem.text.is_empty() {
        return;
    } else if owner.max(group).max(others) > 7 {
        problem.add("must have only digits from 0 to 7, as chmod reads them");
    } else if usual((owner, group, others)) || !usual(digits(8)) {
        return;
    } else {
        problem.add("gives the group more rights than the owner");
    }
    if number <= 0o777 {
        let (owner, group, others) = digits(8);
        let mode = owner * 100 + group * 10 + others;
        problem.add(": for 0o").number(mode).add(" pass ").number(mode);
    }
}
