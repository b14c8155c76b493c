//! Good answers: what a call returns, and what it sends.

use serde_json::json;
use sfs_turbo_tasks::answer::time::Time;
use sfs_turbo_tasks::client::{Client, ClientOptions};
use sfs_turbo_tasks::operation::get_task::{Task, TaskStatus, TaskType};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{FIRST_ID, PROJECT, SHARE, Service, TASK, TOKEN, answering, ask, get, get_by};

#[wasm_bindgen_test]
async fn a_task_has_every_field() {
    let service = Service::new();
    let reply = get(service.options()).await.unwrap();
    let expected = Task {
        task_id: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0".to_owned(),
        task_type: TaskType::ImportMetadata,
        status: TaskStatus::Doing,
        src_target: "sfs-link-directory".to_owned(),
        src_prefix: "input/datasets/".to_owned(),
        dest_target: "sfs-link-directory".to_owned(),
        dest_prefix: "input/datasets/".to_owned(),
        message: String::new(),
        start_time: Time::read("2023-09-02T15:04:05"),
        end_time: None,
    };
    assert_eq!(reply.value, expected);
    assert_eq!(reply.request_id.as_deref(), Some(FIRST_ID));
    let start = js_sys::Reflect::get(&reply.raw, &"start_time".into()).unwrap();
    assert_eq!(start.as_string().as_deref(), Some("2023-09-02T15:04:05"));
}

#[wasm_bindgen_test]
async fn one_request_is_sent_with_its_headers_and_nothing_else() {
    let service = Service::new();
    get(service.options()).await.unwrap();
    let path = format!("/v1/{PROJECT}/sfs-turbo/{SHARE}/hpc-cache/task/{TASK}");
    let headers = json!({ "content-type": "application/json", "x-auth-token": TOKEN });
    assert_eq!(
        service.requests(),
        json!([{ "method": "GET", "path": path, "query": "", "headers": headers }])
    );
}

#[wasm_bindgen_test]
async fn a_request_is_not_redirected_nor_cached_nor_told_to_others() {
    let service = Service::new();
    get(service.options()).await.unwrap();
    let init = json!({
        "method": "GET", "redirect": "manual", "credentials": "omit", "cache": "no-store",
        "referrerPolicy": "no-referrer"
    });
    assert_eq!((service.inits(), service.aborted()), (json!([init]), vec![false]));
}

#[wasm_bindgen_test]
async fn a_task_that_failed_says_why() {
    let service = Service::new();
    let task = json!({ "taskId": "t", "type": "export", "duration": 0, "outcome": "FAIL", "message": "gone", "startTime": 0 });
    service.add_task(&task.to_string());
    let task = Client::new(service.options()).get_task(ask("t")).await.unwrap().value;
    assert_eq!((task.task_type, task.status, &*task.message), (TaskType::Export, TaskStatus::Fail, "gone"));
    assert_eq!(task.end_time, Time::read("1970-01-01T00:00:00"));
}

#[wasm_bindgen_test]
async fn names_of_a_newer_service_are_kept() {
    let body = json!({ "task_id": "t", "status": "PAUSED", "type": "verify" }).to_string();
    let task = get_by(answering(&body)).await.unwrap().value;
    assert_eq!((task.status.as_str(), task.task_type.as_str()), ("PAUSED", "verify"));
}

#[wasm_bindgen_test]
async fn fields_of_odd_types_do_not_cost_the_task_and_stay_in_raw() {
    let body = json!({
        "task_id": "t", "status": "DOING", "message": 7, "type": null, "src_target": { "a": 1 }, "src_prefix": [1],
        "dest_target": 1.5, "dest_prefix": true, "start_time": 5, "added": 1
    });
    let reply = get_by(answering(&body.to_string())).await.unwrap();
    let task = reply.value;
    assert_eq!((&*task.message, task.task_type.as_str(), task.start_time), ("7", "", None));
    assert_eq!((&*task.src_target, &*task.src_prefix), ("", ""));
    assert_eq!((&*task.dest_target, &*task.dest_prefix), ("", ""));
    let raw = js_sys::JSON::stringify(&reply.raw).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&String::from(raw)).unwrap(), body);
}

#[wasm_bindgen_test]
async fn a_field_that_is_nested_as_deep_as_a_body_allows_does_not_cost_the_task() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let body = format!(r#"{{"task_id":"t","status":"DOING","message":{deep},"added":{deep}}}"#);
    assert_eq!(get_by(answering(&body)).await.unwrap().value.message, "");
}

#[wasm_bindgen_test]
async fn characters_beyond_ascii_come_through_in_any_pieces() {
    let service = Service::new();
    let body = json!({ "task_id": "t", "status": "DOING", "message": "é€😀" }).to_string();
    service.fault(json!({ "body": body, "chunkSize": 1 }));
    assert_eq!(get(service.options()).await.unwrap().value.message, "é€😀");
}

#[wasm_bindgen_test]
async fn ids_beyond_ascii_are_sent_encoded() {
    let service = Service::new();
    service.add_task(&json!({ "taskId": "a/ü ?#%" }).to_string());
    let client = Client::new(service.options());
    assert_eq!(client.get_task(ask("a/ü ?#%")).await.unwrap().value.task_id, "a/ü ?#%");
    let path = service.requests()[0]["path"].as_str().unwrap().to_owned();
    assert!(path.ends_with("/hpc-cache/task/a%2F%C3%BC%20%3F%23%25"), "{path}");
}

#[wasm_bindgen_test]
async fn a_client_makes_many_calls_and_so_does_its_clone() {
    let service = Service::new();
    let client = Client::new(ClientOptions { region: Some("unused".to_owned()), ..service.options() });
    for client in [&client, &client.clone(), &client] {
        client.get_task(ask(TASK)).await.unwrap();
    }
    assert_eq!(service.aborted(), [false, false, false]);
}
