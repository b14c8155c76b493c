//! The rules for options, and the whole sentence about each invalid value.

use super::asked;
use crate::operation::create_task::CREATE_TASK;
use crate::operation::list_tasks::LIST_TASKS;
use crate::operation::wait_for_task::WAIT_FOR_TASK;
use crate::operation::{LONGEST_TIME, Operation};
use crate::request::Request;
use crate::value::Value;

/// The sentence about an option of an operation with all required options; `""` if it is accepted.
pub(super) fn problem(operation: &'static Operation, changes: &[(&str, Value<'_>)]) -> String {
    let usual = ["projectId", "shareId", "taskId", "srcTarget"].map(|name| (name, Value::Text("x")));
    let more = [("region", Value::Text("cn-north-4")), ("type", Value::Text("export"))];
    match Request::new(&asked(operation, &[&usual[..], &more, changes].concat())) {
        Ok(_) => String::new(),
        Err(error) => {
            let (field, _) = changes.first().unwrap();
            assert_eq!(error.field, *field);
            error.reason.strip_prefix(field).unwrap().trim_start().to_owned()
        }
    }
}

fn of_wait(name: &str, value: Value<'_>) -> String {
    problem(&WAIT_FOR_TASK, &[(name, value)])
}

/// Values that are not numbers, although some of them look like one.
pub(super) const NUMBER_LIKE: [Value<'_>; 8] = [
    Value::Fraction,
    Value::Text("755"),
    Value::BrokenText,
    Value::Flag(true),
    Value::Date("2026-11-26T09:30:00"),
    Value::Function,
    Value::Object,
    Value::Other,
];

#[test]
fn a_group_of_options_must_be_an_object() {
    assert_eq!(problem(&CREATE_TASK, &[("attributes", Value::Object)]), "");
    for (value, is) in [
        (Value::Text("640"), "a string"),
        (Value::Whole(640), "a number"),
        (Value::Flag(false), "a boolean"),
        (Value::Function, "a function"),
        (Value::Date("2026-11-26T09:30:00"), "a date"),
        (Value::Other, "a symbol or a bigint"),
    ] {
        assert_eq!(problem(&CREATE_TASK, &[("attributes", value)]), format!("must be an object, not {is}"));
    }
}

#[test]
fn a_time_is_a_valid_date_or_a_string() {
    for name in ["startTime", "endTime"] {
        let of_list = |value| problem(&LIST_TASKS, &[(name, value)]);
        // The vendor's own example has an hour 24.
        for value in
            [Value::Date("2026-11-26T09:30:00"), Value::Text("2024-03-18T24:00:00"), Value::Text("x")]
        {
            assert_eq!(of_list(value), "");
        }
        assert_eq!(of_list(Value::Text("")), "is empty: pass a non-empty string");
        for value in [
            Value::Date(""),
            Value::Whole(1_795_685_400_000),
            Value::Fraction,
            Value::Object,
            Value::Flag(true),
        ] {
            assert_eq!(of_list(value), "must be a valid Date or a string such as 2026-11-26T09:30:00");
        }
    }
}

#[test]
fn an_interval_is_a_function_or_at_least_a_quarter_of_a_second() {
    let longest = i64::from(LONGEST_TIME);
    for value in [Value::Function, Value::Whole(250), Value::Whole(longest)] {
        assert_eq!(of_wait("interval", value), "");
    }
    let range = "must be a whole number from 250 to 2147483647";
    for value in [0, 249, -250, longest + 1].map(Value::Whole) {
        assert_eq!(of_wait("interval", value), range);
    }
    for value in NUMBER_LIKE.into_iter().filter(|value| *value != Value::Function) {
        assert_eq!(of_wait("interval", value), range);
    }
}

#[test]
fn a_callback_must_be_a_function() {
    for name in ["onUpdate", "onFault"] {
        assert_eq!(of_wait(name, Value::Function), "");
        for (value, is) in [(Value::Flag(true), "a boolean"), (Value::Object, "an object")] {
            assert_eq!(of_wait(name, value), format!("must be a function, not {is}"));
        }
    }
}

#[test]
fn the_options_of_a_wait_have_their_own_words_and_limits() {
    for (name, value, expected) in [
        ("until", Value::Text("ended"), ""),
        ("until", Value::Text("deleted"), ""),
        ("until", Value::Text("done"), "must be one of: ended, deleted"),
        ("whenHidden", Value::Text("slow"), ""),
        ("whenHidden", Value::Text("stop"), "must be one of: slow, pause, same"),
        ("whenHidden", Value::Flag(true), "must be a string, not a boolean"),
        ("waitTimeout", Value::Whole(1), ""),
        ("waitTimeout", Value::Whole(0), "must be a whole number from 1 to 2147483647"),
        ("maxConsecutiveFailures", Value::Whole(0), ""),
        ("maxConsecutiveFailures", Value::Whole(1_001), "must be a whole number from 0 to 1000"),
    ] {
        assert_eq!(of_wait(name, value), expected, "{name}");
    }
}

#[test]
fn the_result_of_a_creation_may_be_spread_into_a_wait() {
    for value in [Value::Object, Value::Flag(true), Value::Text("raw"), Value::Other] {
        assert_eq!(of_wait("raw", value), "");
    }
}
