//! Pages of tasks.

use serde_json::{Value, json};
use sfs_turbo_tasks::client::{Client, ClientOptions, ListTasks};
use sfs_turbo_tasks::operation::get_task::{TaskStatus, TaskType};
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Script, url};
use super::{SHARE, TOKEN, told};

fn all() -> ListTasks {
    ListTasks { share_id: SHARE.to_owned(), ..ListTasks::default() }
}

fn page(tasks: Value, count: Value) -> Value {
    json!({ "body": { "tasks": tasks, "count": count }, "headers": { "x-request-id": "r" } })
}

#[wasm_bindgen_test]
async fn a_page_has_its_tasks_and_the_count_of_all() {
    let tasks =
        json!([{ "task_id": "a", "status": "DOING" }, { "task_id": "b", "status": "FAIL", "message": "m" }]);
    let script = Script::of(&[page(tasks, json!(7))]);
    let reply = script.client().list_tasks(all()).await.unwrap();
    let seen: Vec<_> = reply.value.tasks.iter().map(|task| (&*task.task_id, task.status.as_str())).collect();
    assert_eq!((seen, reply.value.count), (vec![("a", "DOING"), ("b", "FAIL")], 7));
    assert_eq!(reply.request_id.as_deref(), Some("r"));
    let headers = json!({ "content-type": "application/json", "x-auth-token": TOKEN });
    let url = url("tasks?offset=0&limit=100");
    assert_eq!(
        script.requests().await,
        json!([{ "method": "GET", "url": url, "headers": headers, "body": "" }])
    );
}

#[wasm_bindgen_test]
async fn every_filter_goes_into_the_query() {
    let script = Script::of(&[page(json!([]), json!(0))]);
    let ask = ListTasks {
        task_type: Some(TaskType::ImportMetadata),
        status: Some(TaskStatus::Other("PAUSED".to_owned())),
        start_time: Some("2024-03-18T24:00:00".to_owned()),
        end_time: Some("2024-03-19T00:00:00".to_owned()),
        offset: Some(u32::MAX),
        limit: Some(1_000),
        ..all()
    };
    assert_eq!(script.client().list_tasks(ask).await.unwrap().value.tasks, []);
    let query = "tasks?type=import_metadata&status=PAUSED&start_time=2024-03-18T24%3A00%3A00\
                 &end_time=2024-03-19T00%3A00%3A00&offset=4294967295&limit=1000";
    assert_eq!(script.requests().await[0]["url"], url(query));
}

#[wasm_bindgen_test]
async fn an_entry_that_is_no_task_is_left_out_and_stays_in_raw() {
    let rows = json!([null, { "task_id": "a", "status": "DOING" }, [], { "task_id": 5, "status": "DOING" }, { "task_id": "b" }]);
    let script = Script::of(&[page(rows.clone(), json!(5))]);
    let reply = script.client().list_tasks(all()).await.unwrap();
    assert_eq!(reply.value.tasks.iter().map(|task| &*task.task_id).collect::<Vec<_>>(), ["a"]);
    assert_eq!(reply.value.count, 5);
    let raw = String::from(js_sys::JSON::stringify(&reply.raw).unwrap());
    assert_eq!(serde_json::from_str::<Value>(&raw).unwrap()["tasks"], rows);
}

#[wasm_bindgen_test]
async fn a_count_that_is_none_is_that_of_the_entries() {
    for count in [json!(null), json!("7"), json!(-1), json!(1.5)] {
        let script = Script::of(&[page(json!([{ "task_id": "a", "status": "DOING" }, {}]), count)]);
        assert_eq!(script.client().list_tasks(all()).await.unwrap().value.count, 2);
    }
}

#[wasm_bindgen_test]
async fn what_is_no_list_is_refused_and_says_what_it_is() {
    for (body, problem) in [
        (json!([]), "it is JSON, but not an object"),
        (json!({}), "it has no tasks"),
        (json!({ "tasks": {} }), "it has no tasks"),
        (json!({ "task_id": "t", "status": "DOING" }), "it has no tasks"),
        (json!(""), "it is empty"),
    ] {
        let script = Script::of(&[json!({ "body": body })]);
        let error = script.client().list_tasks(all()).await.unwrap_err();
        let message = format!(
            "listTasks: the answer for the tasks of file system {SHARE} is not a list of tasks: {problem} (HTTP 200, request \
             id none)"
        );
        assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
        assert_eq!(error.task(), None);
    }
}

#[wasm_bindgen_test]
async fn a_file_system_that_is_not_there_is_not_found() {
    let body = json!({ "errCode": "SFS.TURBO.0002", "errMsg": "no share" });
    let script = Script::of(&[json!({ "status": 404, "body": body })]);
    let error = script.client().list_tasks(all()).await.unwrap_err();
    let message = format!(
        "listTasks: found no file system {SHARE}: SFS.TURBO.0002 no share (HTTP 404, request id none)"
    );
    assert_eq!(told(&error), ("not-found", "SFS.TURBO.0002", &*message));
}

#[wasm_bindgen_test]
async fn a_page_of_an_odd_size_is_named_and_nothing_is_sent() {
    let script = Script::of(&[]);
    for (ask, field, most) in [
        (ListTasks { limit: Some(0), ..all() }, "limit", "1 to 1000"),
        (ListTasks { limit: Some(1_001), ..all() }, "limit", "1 to 1000"),
    ] {
        let error = script.client().list_tasks(ask).await.unwrap_err();
        let message = format!("listTasks: {field} must be a whole number from {most}");
        assert_eq!(told(&error), ("invalid-request", "CLIENT.INVALID_REQUEST", &*message));
        assert_eq!(error.field(), Some(field));
    }
    assert_eq!(script.requests().await, json!([]));
}

#[wasm_bindgen_test]
async fn a_list_may_be_larger_than_a_task() {
    let message = "m".repeat(1_500);
    let tasks: Vec<_> = (0..1_000)
        .map(|index| json!({ "task_id": format!("t{index}"), "status": "FAIL", "message": message }))
        .collect();
    let script = Script::of(&[page(json!(tasks), json!(1_000))]);
    assert_eq!(script.client().list_tasks(all()).await.unwrap().value.tasks.len(), 1_000);
    let options = ClientOptions { max_response_bytes: Some(1_048_576), ..script.options() };
    let error = Client::new(options).list_tasks(all()).await.unwrap_err();
    assert!(error.message().contains("it is larger than maxResponseBytes"), "{error}");
}
