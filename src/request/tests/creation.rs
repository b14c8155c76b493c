//! The rules for the options of a creation, and the whole sentence about each invalid value.

use super::rule::{NUMBER_LIKE, problem};
use crate::operation::create_task::CREATE_TASK;
use crate::value::Value;

fn of_create(name: &str, value: Value<'_>) -> String {
    problem(&CREATE_TASK, &[(name, value)])
}

#[test]
fn a_directory_is_a_single_name() {
    for name in ["results", "with blank", "é", ".hidden", "a.", "\"\\"] {
        assert_eq!(of_create("srcTarget", Value::Text(name)), "", "{name}");
    }
    for (value, expected) in [
        (Value::Absent, "is missing: pass a string"),
        (Value::Text(""), "is empty: pass a non-empty string"),
        (Value::Text("a/b"), "must be the name of one directory, without a slash"),
        (Value::Text("/"), "must be the name of one directory, without a slash"),
        (Value::Text("."), "must not be . or .."),
        (Value::Text(".."), "must not be . or .."),
        (Value::Text("a\tb"), "contains a control character: remove it"),
        (Value::Text("a "), "starts or ends with whitespace: remove it"),
        (Value::BrokenText, "contains a lone surrogate (half of a character): remove it"),
        (Value::Whole(1), "must be a string, not a number"),
    ] {
        assert_eq!(of_create("srcTarget", value), expected);
    }
}

#[test]
fn a_prefix_has_at_most_1024_characters() {
    for character in ["a", "é", "😀"] {
        assert_eq!(of_create("srcPrefix", Value::Text(&character.repeat(1_024))), "");
        let expected = "must have at most 1024 characters";
        assert_eq!(of_create("srcPrefix", Value::Text(&character.repeat(1_025))), expected);
    }
}

#[test]
fn a_prefix_has_none_of_the_characters_that_the_service_refuses() {
    for prefix in ["2026/", "a/b.c", "é", "/", " ", "a'b", "~#%&{}"] {
        assert_eq!(of_create("srcPrefix", Value::Text(prefix)), "", "{prefix}");
    }
    for character in "\\:*?\"<>|\n\0\u{1f}\u{7f}".chars() {
        for prefix in [format!("a{character}b"), format!("{character}"), format!("a/{character}")] {
            let expected = "must have none of \\ : * ? \" < > | and no control character";
            assert_eq!(of_create("srcPrefix", Value::Text(&prefix)), expected, "{prefix:?}");
        }
    }
}

#[test]
fn a_prefix_neither_starts_nor_ends_with_a_dot() {
    for prefix in [".", "..", ".a", "a.", "./a", "a/.."] {
        let expected = "must not start or end with a dot";
        assert_eq!(of_create("srcPrefix", Value::Text(prefix)), expected, "{prefix}");
    }
}

#[test]
fn a_prefix_is_a_string() {
    assert_eq!(of_create("srcPrefix", Value::Text("")), "");
    for (value, expected) in [
        (Value::BrokenText, "contains a lone surrogate (half of a character): remove it"),
        (Value::Whole(2026), "must be a string, not a number"),
        (Value::Date("2026-11-26T09:30:00"), "must be a string, not a date"),
        (Value::Object, "must be a string, not an object"),
    ] {
        assert_eq!(of_create("srcPrefix", value), expected);
    }
}

#[test]
fn a_destination_equals_the_source_or_is_left_out() {
    for (name, source, value, fits) in [
        ("destTarget", "srcTarget", Value::Text("x"), true),
        ("destTarget", "srcTarget", Value::Text("y"), false),
        ("destTarget", "srcTarget", Value::Text(""), false),
        ("destTarget", "srcTarget", Value::Whole(1), false),
        ("destPrefix", "srcPrefix", Value::Text(""), true),
        ("destPrefix", "srcPrefix", Value::Text("2026/"), false),
        ("destPrefix", "srcPrefix", Value::Object, false),
    ] {
        let refusal = format!("must equal {source}, or be left out: the service supports no other value");
        assert_eq!(of_create(name, value), if fits { "" } else { &refusal }, "{value:?}");
    }
    let both = |destination| [("destPrefix", Value::Text(destination)), ("srcPrefix", Value::Text("2026/"))];
    assert_eq!(problem(&CREATE_TASK, &both("2026/")), "");
    for destination in ["", "2026", "2026/11/"] {
        let expected = "must equal srcPrefix, or be left out: the service supports no other value";
        assert_eq!(problem(&CREATE_TASK, &both(destination)), expected);
    }
}

#[test]
fn a_mode_in_decimal_digits_passes() {
    for mode in [0, 400, 444, 500, 555, 600, 640, 644, 664, 666, 700, 710, 711, 750, 755, 770, 775, 777] {
        for name in ["attributes.fileMode", "attributes.dirMode"] {
            assert_eq!(of_create(name, Value::Whole(mode)), "", "{mode}");
        }
    }
}

#[test]
fn a_mode_as_an_octal_number_is_refused_and_the_error_says_the_right_number() {
    let digits = "must have only digits from 0 to 7, as chmod reads them";
    let rights = "gives the group more rights than the owner";
    for (mode, problem, right) in [
        (0o750, digits, "750"),
        (0o755, digits, "755"),
        (0o700, digits, "700"),
        (0o600, digits, "600"),
        (0o444, digits, "444"),
        (0o644, rights, "644"),
        (0o640, rights, "640"),
        (0o664, rights, "664"),
        (0o660, rights, "660"),
        (0o770, rights, "770"),
        (0o555, rights, "555"),
    ] {
        let expected = format!("{problem}: for 0o{right} pass {right}");
        assert_eq!(of_create("attributes.fileMode", Value::Whole(mode)), expected);
    }
    // Unusual modes that would be unusual as octal numbers too.
    for mode in [7, 70, 77, 477] {
        assert_eq!(of_create("attributes.dirMode", Value::Whole(mode)), "", "{mode}");
    }
}

#[test]
fn a_mode_has_three_digits_from_0_to_7() {
    let digits = "must have only digits from 0 to 7, as chmod reads them";
    for mode in [698, 708, 680, 769] {
        assert_eq!(of_create("attributes.dirMode", Value::Whole(mode)), digits, "{mode}");
    }
    let range = "must be a whole number from 0 to 777";
    for mode in [778, 800, 1_000, 0o1777, 4_755, -1, -420, i64::MAX, i64::MIN] {
        assert_eq!(of_create("attributes.dirMode", Value::Whole(mode)), range, "{mode}");
    }
    for value in NUMBER_LIKE {
        assert_eq!(of_create("attributes.fileMode", value), range);
    }
}

#[test]
fn user_and_group_ids_are_within_the_vendors_range() {
    for name in ["attributes.uid", "attributes.gid"] {
        for number in [0, 1_000, 4_294_967_294] {
            assert_eq!(of_create(name, Value::Whole(number)), "");
        }
        let range = "must be a whole number from 0 to 4294967294";
        for value in [-1, 4_294_967_295].map(Value::Whole).iter().chain(&NUMBER_LIKE) {
            assert_eq!(of_create(name, *value), range, "{value:?}");
        }
    }
}
