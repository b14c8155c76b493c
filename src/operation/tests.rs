//! A table can say what every operation of the service is, and the flow reads it from there.

use super::{AnswerShape, Need, OPERATIONS, Operation, OptionRule, Place, Repeat, Rule};
use crate::operation::get_task::Task;
use crate::request::Request;
use crate::request::tests::asked;
use crate::value::Value;

const SHARE: OptionRule =
    OptionRule { name: "shareId", rule: Rule::Identifier, need: Need::Required, place: Place::Path };

const fn own(name: &'static str, rule: Rule, need: Need, place: Place) -> OptionRule {
    OptionRule { name, rule, need, place }
}

/// A list, as the service's API page has it.
static LIST: Operation = Operation {
    name: "listTasks",
    method: "GET",
    path: "/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/tasks",
    content_type: "application/json",
    options: &[
        SHARE,
        own("status", Rule::Text, Need::Optional, Place::Query("status")),
        own("offset", Rule::Whole(0, 1_000_000), Need::Default(0), Place::Query("offset")),
        own("limit", Rule::Whole(1, 1_000), Need::Default(100), Place::Query("limit")),
        own("startTime", Rule::Text, Need::Optional, Place::Query("start_time")),
    ],
    thing: "the tasks of file system {shareId}",
    thing_in_place: "the tasks of file system {shareId}",
    answer_name: "a list of tasks",
    answer: AnswerShape::List { name: "tasks", fields: Task::FIELDS },
    max_response_bytes: 8_388_608,
    repeat: Repeat::Safe,
    not_found: &[("SFS.TURBO.0002", "file system {shareId}")],
    iam_action: "sfsturbo:shares:getAllDataRepositoryTasks",
};

/// A creation, which may act twice.
pub(crate) static CREATE: Operation = Operation {
    name: "createTask",
    method: "POST",
    path: "/v1/{projectId}/sfs-turbo/{shareId}/hpc-cache/task",
    content_type: "application/json",
    options: &[
        SHARE,
        own("type", Rule::OneOf("import export"), Need::Required, Place::Body("type")),
        own("fileMode", Rule::Whole(0, 777), Need::Optional, Place::Body("attributes.file_mode")),
    ],
    thing: "a new task of file system {shareId}",
    thing_in_place: "a new task of file system {shareId}",
    answer_name: "the id of a task",
    answer: AnswerShape::Record(&[]),
    max_response_bytes: 1_048_576,
    repeat: Repeat::Unsafe("the task may exist: list the tasks before you create it again"),
    not_found: &[("SFS.TURBO.0002", "file system {shareId}")],
    iam_action: "sfsturbo:shares:createDataRepositoryTask",
};

fn url_of(operation: &'static Operation, own: &[(&str, Value<'_>)]) -> String {
    let place = [
        ("region", Value::Text("cn-north-4")),
        ("projectId", Value::Text("p")),
        ("shareId", Value::Text("s")),
    ];
    Request::new(&asked(operation, &[place.as_slice(), own].concat()))
        .map_or_else(|error| error.reason, |request| request.url)
}

const HOST: &str = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/";

#[test]
fn options_go_into_the_query_encoded_and_defaults_are_sent() {
    assert_eq!(url_of(&LIST, &[]), format!("{HOST}tasks?offset=0&limit=100"));
    let given = [
        ("status", Value::Text("a b/é&=")),
        ("limit", Value::Whole(1_000)),
        ("startTime", Value::Text("2024-03-18T24:00:00")),
    ];
    let expected = format!(
        "{HOST}tasks?status=a%20b%2F%C3%A9%26%3D&offset=0&limit=1000&start_time=2024-03-18T24%3A00%3A00"
    );
    assert_eq!(url_of(&LIST, &given), expected);
    assert_eq!(
        url_of(&LIST, &[("limit", Value::Whole(1_001))]),
        "limit must be a whole number from 1 to 1000"
    );
}

#[test]
fn an_option_may_be_one_of_some_words() {
    assert_eq!(url_of(&CREATE, &[("type", Value::Text("export"))]), format!("{HOST}task"));
    for value in ["move", "import export", "EXPORT"] {
        assert_eq!(url_of(&CREATE, &[("type", Value::Text(value))]), "type must be one of: import, export");
    }
    assert_eq!(url_of(&CREATE, &[]), "type is missing: pass a string");
}

#[test]
fn the_default_of_a_limit_is_the_operations_own() {
    let place = [
        ("region", Value::Text("cn-north-4")),
        ("projectId", Value::Text("p")),
        ("shareId", Value::Text("s")),
    ];
    let request = Request::new(&asked(&LIST, &place)).unwrap();
    assert_eq!(request.max_response_bytes, 8_388_608);
}

#[test]
fn every_table_names_options_that_it_has() {
    for operation in OPERATIONS.iter().chain([&&LIST, &&CREATE]) {
        let templates = [operation.path, operation.thing, operation.thing_in_place];
        let not_found = operation.not_found.iter().map(|(_, thing)| *thing);
        for template in templates.into_iter().chain(not_found) {
            for part in template.split('{').skip(1) {
                let name = part.split('}').next().unwrap();
                let known = super::COMMON.iter().chain(operation.options).any(|option| option.name == name);
                assert!(known, "{}: {template}", operation.name);
            }
        }
        assert!(operation.iam_action.starts_with("sfsturbo:shares:"));
        assert_eq!(operation.content_type, "application/json");
    }
}
