//! The exact JSON body of a creation.

use super::asked;
use crate::operation::create_task::CREATE_TASK;
use crate::operation::delete_task::DELETE_TASK;
use crate::operation::list_tasks::LIST_TASKS;
use crate::request::Request;
use crate::value::Value;

const PLACE: [(&str, Value<'_>); 3] =
    [("region", Value::Text("cn-north-4")), ("projectId", Value::Text("p")), ("shareId", Value::Text("s"))];

/// The body of an export of a directory, with some changes.
fn body_with(changes: &[(&str, Value<'_>)]) -> String {
    let own = [("type", Value::Text("export")), ("srcTarget", Value::Text("results"))];
    Request::new(&asked(&CREATE_TASK, &[&PLACE[..], &own, changes].concat())).unwrap().body
}

#[test]
fn a_creation_of_every_type_contains_type_source_and_destination() {
    for kind in ["import", "import_metadata", "preload", "export"] {
        let expected = format!(r#"{{"type":"{kind}","src_target":"results","dest_target":"results"}}"#);
        assert_eq!(body_with(&[("type", Value::Text(kind))]), expected);
    }
}

#[test]
fn the_destination_follows_the_source_whether_it_is_given_or_not() {
    let prefix = ("srcPrefix", Value::Text("2026/"));
    let expected = r#"{"type":"export","src_target":"results","src_prefix":"2026/","dest_target":"results","dest_prefix":"2026/"}"#;
    assert_eq!(body_with(&[prefix]), expected);
    let destination = [("destTarget", Value::Text("results")), ("destPrefix", Value::Text("2026/"))];
    assert_eq!(body_with(&[prefix, destination[0], destination[1]]), expected);
}

#[test]
fn an_empty_prefix_is_none() {
    let expected = r#"{"type":"export","src_target":"results","dest_target":"results"}"#;
    let none = [Value::Absent, Value::Text("")];
    for source in none {
        for destination in none {
            assert_eq!(body_with(&[("srcPrefix", source), ("destPrefix", destination)]), expected);
        }
    }
}

#[test]
fn attributes_are_one_object_with_the_given_members() {
    let start = r#"{"type":"export","src_target":"results","dest_target":"results""#;
    let names = ["fileMode", "dirMode", "uid", "gid"].map(|name| format!("attributes.{name}"));
    let wire = [r#""file_mode":640"#, r#""dir_mode":750"#, r#""uid":0"#, r#""gid":4294967294"#];
    let values = [640, 750, 0, 4_294_967_294].map(Value::Whole);
    for chosen in 0..16_u32 {
        let chosen: Vec<usize> = (0..4).filter(|index| chosen >> index & 1 == 1).collect();
        let mut given = vec![("attributes", Value::Object)];
        given.extend(chosen.iter().map(|index| (&*names[*index], values[*index])));
        let inner = chosen.iter().map(|index| wire[*index]).collect::<Vec<_>>().join(",");
        let attributes =
            if inner.is_empty() { String::new() } else { format!(r#","attributes":{{{inner}}}"#) };
        assert_eq!(body_with(&given), format!("{start}{attributes}}}"));
    }
}

#[test]
fn special_characters_are_escaped_in_json() {
    let expected = r#"{"type":"export","src_target":"a\"b\\cé😀","dest_target":"a\"b\\cé😀"}"#;
    assert_eq!(body_with(&[("srcTarget", Value::Text(r#"a"b\cé😀"#))]), expected);
    // Two Unicode line separators, which JSON does not escape.
    let expected = "{\"type\":\"export\",\"src_target\":\"a\u{2028}b\",\"dest_target\":\"a\u{2028}b\"}";
    assert_eq!(body_with(&[("srcTarget", Value::Text("a\u{2028}b"))]), expected);
}

#[test]
fn operations_without_body_options_have_no_body() {
    let task = ("taskId", Value::Text("t"));
    for operation in [&LIST_TASKS, &DELETE_TASK] {
        assert_eq!(Request::new(&asked(operation, &[&PLACE[..], &[task]].concat())).unwrap().body, "");
    }
}
