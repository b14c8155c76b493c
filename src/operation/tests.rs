//! The tables can describe every operation of the service, and the flow reads everything from them.

use super::create_task::CREATE_TASK;
use super::list_all_tasks::LIST_ALL_TASKS;
use super::list_tasks::LIST_TASKS;
use super::watch_tasks::WATCH_TASKS;
use super::{COMMON, Follow, OPERATIONS, Operation, Place, Repeat};
use crate::request::Request;
use crate::request::tests::asked;
use crate::value::Value;

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
fn query_options_are_encoded_and_defaults_are_sent() {
    assert_eq!(url_of(&LIST_TASKS, &[]), format!("{HOST}tasks?offset=0&limit=100"));
    let given = [
        ("status", Value::Text("a b/é&=")),
        ("limit", Value::Whole(1_000)),
        ("startTime", Value::Text("2024-03-18T24:00:00")),
    ];
    let expected = format!(
        "{HOST}tasks?status=a%20b%2F%C3%A9%26%3D&start_time=2024-03-18T24%3A00%3A00&offset=0&limit=1000"
    );
    assert_eq!(url_of(&LIST_TASKS, &given), expected);
    for limit in [0, 1_001] {
        let problem = url_of(&LIST_TASKS, &[("limit", Value::Whole(limit))]);
        assert_eq!(problem, "limit must be a whole number from 1 to 1000");
    }
}

#[test]
fn a_date_in_the_query_has_the_format_of_the_service() {
    let given = [("type", Value::Text("export")), ("endTime", Value::Date("2026-11-26T09:30:00"))];
    let expected = format!("{HOST}tasks?type=export&end_time=2026-11-26T09%3A30%3A00&offset=0&limit=100");
    assert_eq!(url_of(&LIST_TASKS, &given), expected);
}

#[test]
fn list_all_tasks_requests_pages_and_does_not_send_its_own_limit() {
    assert_eq!(url_of(&LIST_ALL_TASKS, &[]), format!("{HOST}tasks?offset=0&limit=100"));
    let given = [
        ("status", Value::Text("FAIL")),
        ("pageSize", Value::Whole(2)),
        ("maxItems", Value::Whole(7)),
        ("offset", Value::Whole(4_294_967_295)),
    ];
    let expected = format!("{HOST}tasks?status=FAIL&offset=4294967295&limit=2");
    assert_eq!(url_of(&LIST_ALL_TASKS, &given), expected);
    let problem = url_of(&LIST_ALL_TASKS, &[("pageSize", Value::Whole(1))]);
    assert_eq!(problem, "pageSize must be a whole number from 2 to 1000");
    let problem = url_of(&LIST_ALL_TASKS, &[("maxItems", Value::Whole(0))]);
    assert_eq!(problem, "maxItems must be a whole number from 1 to 2147483647");
}

#[test]
fn watch_tasks_sends_one_list_request() {
    assert_eq!(url_of(&WATCH_TASKS, &[]), format!("{HOST}tasks?limit=1000"));
    let given = [("type", Value::Text("export")), ("interval", Value::Whole(5_000))];
    assert_eq!(url_of(&WATCH_TASKS, &given), format!("{HOST}tasks?type=export&limit=1000"));
}

#[test]
fn operations_on_one_task_use_the_same_address() {
    for operation in OPERATIONS {
        let about_one = ["getTask", "deleteTask", "waitForTask", "watchTask"].contains(&operation.name);
        let url = url_of(operation, &[("taskId", Value::Text("t")), ("waitTimeout", Value::Whole(1))]);
        assert_eq!(url == format!("{HOST}task/t"), about_one, "{}: {url}", operation.name);
    }
}

#[test]
fn an_option_may_be_one_of_some_words() {
    let of_type = |value| url_of(&CREATE_TASK, &[("srcTarget", Value::Text("d")), ("type", value)]);
    for value in ["import", "import_metadata", "preload", "export"] {
        assert_eq!(of_type(Value::Text(value)), format!("{HOST}task"));
    }
    for value in ["move", "import export", "EXPORT"] {
        let problem = "type must be one of: import, import_metadata, preload, export";
        assert_eq!(of_type(Value::Text(value)), problem);
    }
    assert_eq!(of_type(Value::Absent), "type is missing: pass a string");
}

#[test]
fn the_default_of_a_limit_is_the_operations_own() {
    let given = [
        ("region", Value::Text("cn-north-4")),
        ("projectId", Value::Text("p")),
        ("shareId", Value::Text("s")),
    ];
    let request = Request::new(&asked(&LIST_TASKS, &given)).unwrap();
    assert_eq!(request.max_response_bytes, 8_388_608);
}

#[test]
fn only_operations_that_change_nothing_poll() {
    for operation in OPERATIONS {
        let safe = operation.repeat == Repeat::Safe;
        assert_eq!(operation.method == "GET", safe, "{}", operation.name);
        assert!(safe || operation.follow == Follow::No, "{}", operation.name);
    }
}

#[test]
fn every_table_names_each_option_once_and_uses_only_its_own_options_in_templates() {
    for operation in OPERATIONS {
        let options = || COMMON.iter().chain(operation.options.iter().copied());
        for option in options() {
            let same = options().filter(|other| other.name == option.name).count();
            assert_eq!(same, 1, "{}: {}", operation.name, option.name);
            let same = options().filter(|other| other.place == option.place).count();
            let alone = matches!(option.place, Place::Query(_) | Place::Body(_));
            assert!(same == 1 || !alone, "{}: {:?}", operation.name, option.place);
        }
        let templates = [operation.path, operation.thing, operation.thing_in_place];
        let not_found = operation.not_found.iter().map(|(_, thing)| *thing);
        for template in templates.into_iter().chain(not_found) {
            for part in template.split('{').skip(1) {
                let name = part.split('}').next().unwrap();
                assert!(options().any(|option| option.name == name), "{}: {template}", operation.name);
            }
        }
        assert!(operation.iam_action.starts_with("sfsturbo:shares:"));
        assert_eq!(operation.content_type, "application/json");
    }
}

#[test]
fn every_table_says_its_own_name_what_it_gives_and_what_a_user_needs() {
    let said: Vec<[&str; 4]> = OPERATIONS
        .iter()
        .map(|operation| {
            let action = operation.iam_action.trim_start_matches("sfsturbo:shares:");
            [operation.name, operation.method, operation.answer_name, action]
        })
        .collect();
    let (task, tasks) = ("getDataRepositoryTask", "getAllDataRepositoryTasks");
    let new = "the id of a new task";
    let removed = "the confirmation of a deletion";
    assert_eq!(
        said,
        [
            ["getTask", "GET", "a task", task],
            ["listTasks", "GET", "a list of tasks", tasks],
            ["listAllTasks", "GET", "a list of tasks", tasks],
            ["createTask", "POST", new, "createDataRepositoryTask"],
            ["deleteTask", "DELETE", removed, "deleteDataRepositoryTask"],
            ["waitForTask", "GET", "a task", task],
            ["watchTask", "GET", "a task", task],
            ["watchTasks", "GET", "a list of tasks", tasks],
        ],
        "a new operation is a new row here"
    );
}
