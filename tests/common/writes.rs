//! Tasks that are created and deleted.

use serde_json::{Value, json};
use sfs_turbo_tasks::client::{
    Client, ClientError, ClientOptions, CreateTask, DeleteTask, Reply, TaskAttributes,
};
use sfs_turbo_tasks::operation::get_task::TaskType;
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Script, gone, status, url};
use super::{SHARE, TOKEN, told};

fn export() -> CreateTask {
    CreateTask {
        share_id: SHARE.to_owned(),
        task_type: TaskType::Export,
        src_target: "results".to_owned(),
        ..CreateTask::default()
    }
}

fn taken() -> Value {
    json!({ "status": 202, "body": { "task_id": "t" }, "headers": { "x-request-id": "r" } })
}

async fn delete(script: &Script, max_retries: u32) -> Result<Reply<()>, ClientError> {
    let options = ClientOptions { max_retries: Some(max_retries), ..script.options() };
    let ask = DeleteTask { share_id: SHARE.to_owned(), task_id: "t".to_owned() };
    Client::new(options).delete_task(ask).await
}

#[wasm_bindgen_test]
async fn a_task_is_created_with_what_was_asked_for() {
    let script = Script::of(&[taken()]);
    let reply = script.client().create_task(export()).await.unwrap();
    assert_eq!((&*reply.value.task_id, reply.request_id.as_deref()), ("t", Some("r")));
    let requests = script.requests().await;
    let body = r#"{"type":"export","src_target":"results","dest_target":"results"}"#;
    let headers = json!({ "content-type": "application/json", "x-auth-token": TOKEN });
    assert_eq!(requests, json!([{ "method": "POST", "url": url("task"), "headers": headers, "body": body }]));
}

#[wasm_bindgen_test]
async fn the_destination_follows_the_source_and_attributes_are_an_object() {
    let script = Script::of(&[taken()]);
    let attributes =
        TaskAttributes { file_mode: Some(640), dir_mode: Some(750), uid: Some(0), gid: Some(4_294_967_294) };
    let ask = CreateTask {
        task_type: TaskType::Import,
        src_prefix: Some("a 'ü'/".to_owned()),
        attributes: Some(attributes),
        ..export()
    };
    script.client().create_task(ask).await.unwrap();
    let body: Value = serde_json::from_str(script.requests().await[0]["body"].as_str().unwrap()).unwrap();
    let expected = json!({
        "type": "import", "src_target": "results", "src_prefix": "a 'ü'/", "dest_target": "results", "dest_prefix": "a 'ü'/",
        "attributes": { "file_mode": 640, "dir_mode": 750, "uid": 0, "gid": 4_294_967_294_u32 }
    });
    assert_eq!(body, expected);
}

#[wasm_bindgen_test]
async fn what_a_task_lacks_is_named_and_nothing_is_sent() {
    let script = Script::of(&[taken()]);
    let mode = |file_mode| Some(TaskAttributes { file_mode: Some(file_mode), ..TaskAttributes::default() });
    for (ask, field, problem) in [
        (CreateTask::default(), "shareId", "is empty: pass a non-empty string"),
        (
            CreateTask { task_type: TaskType::default(), ..export() },
            "type",
            "is empty: pass a non-empty string",
        ),
        (
            CreateTask { task_type: TaskType::Other("verify".to_owned()), ..export() },
            "type",
            "must be one of: import, import_metadata, preload, export",
        ),
        (
            CreateTask { src_target: "a/b".to_owned(), ..export() },
            "srcTarget",
            "must be the name of one directory, without a slash",
        ),
        (
            CreateTask { src_prefix: Some("a:b".to_owned()), ..export() },
            "srcPrefix",
            "must have none of \\ : * ? \" < > | and no control character",
        ),
        (
            CreateTask {
                attributes: Some(TaskAttributes { uid: Some(u32::MAX), ..TaskAttributes::default() }),
                ..export()
            },
            "attributes.uid",
            "must be a whole number from 0 to 4294967294",
        ),
        (
            CreateTask { attributes: mode(0o750), ..export() },
            "attributes.fileMode",
            "must have only digits from 0 to 7, as chmod reads them: for 0o750 pass 750",
        ),
    ] {
        let error = script.client().create_task(ask).await.unwrap_err();
        let message = format!("createTask: {field} {problem}");
        assert_eq!(told(&error), ("invalid-request", "CLIENT.INVALID_REQUEST", &*message));
        assert_eq!(error.field(), Some(field));
    }
    assert_eq!(script.requests().await, json!([]));
}

#[wasm_bindgen_test]
async fn a_creation_that_may_have_arrived_is_not_sent_again() {
    let doubt = "; the task may exist: list the tasks before you create it again";
    for answer in [
        status(503),
        json!({ "reject": { "message": "read ECONNRESET", "code": "ECONNRESET" } }),
        json!({ "status": 202 }),
    ] {
        let script = Script::of(&[answer, taken()]);
        let options = ClientOptions { max_retries: Some(2), ..script.options() };
        let error = Client::new(options).create_task(export()).await.unwrap_err();
        assert!(error.message().contains(doubt), "{error}");
        assert_eq!((error.attempts(), error.retryable()), (1, false));
    }
}

#[wasm_bindgen_test]
async fn a_creation_that_cannot_have_arrived_is_sent_again() {
    let refused = json!({ "reject": { "message": "refused", "code": "ECONNREFUSED" } });
    let script = Script::of(&[refused, taken()]);
    let options = ClientOptions { max_retries: Some(1), ..script.options() };
    assert_eq!(Client::new(options).create_task(export()).await.unwrap().value.task_id, "t");
    let requests = script.requests().await;
    assert_eq!(requests[0], requests[1]);
}

#[wasm_bindgen_test]
async fn a_task_is_removed_by_an_answer_without_a_body() {
    let script = Script::of(&[json!({ "status": 202, "headers": { "x-request-id": "r" } })]);
    let reply = delete(&script, 0).await.unwrap();
    assert_eq!(reply.request_id.as_deref(), Some("r"));
    assert!(reply.raw.is_undefined());
    let headers = json!({ "content-type": "application/json", "x-auth-token": TOKEN });
    let request = json!({ "method": "DELETE", "url": url("task/t"), "headers": headers, "body": "" });
    assert_eq!(script.requests().await, json!([request]));
    let script = Script::of(&[json!({ "status": 200, "body": {} })]);
    assert!(delete(&script, 0).await.unwrap().raw.is_object());
}

#[wasm_bindgen_test]
async fn an_answer_that_is_some_page_is_no_removal() {
    for (body, problem) in
        [("<html>welcome</html>", "it is not valid JSON"), ("[]", "it is JSON, but not an object")]
    {
        let script = Script::of(&[json!({ "status": 200, "body": body })]);
        let error = delete(&script, 0).await.unwrap_err();
        let message = format!(
            "deleteTask: the answer for task t is not the confirmation of a deletion: {problem} (HTTP 200, request id \
             none)"
        );
        assert_eq!(told(&error), ("invalid-response", "CLIENT.INVALID_RESPONSE", &*message));
    }
}

#[wasm_bindgen_test]
async fn a_task_that_is_gone_after_an_answer_that_was_lost_counts_as_removed() {
    let mut answer = gone();
    answer["headers"] = json!({ "x-request-id": "r" });
    let script = Script::of(&[status(503), answer]);
    let reply = delete(&script, 1).await.unwrap();
    assert_eq!((reply.request_id.as_deref(), reply.raw.is_undefined()), (Some("r"), true));
    assert_eq!(script.aborted(), [false, false]);
    let error = delete(&Script::of(&[gone()]), 1).await.unwrap_err();
    let message = format!(
        "deleteTask: found no task t of file system {SHARE}: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id none)"
    );
    assert_eq!(told(&error), ("not-found", "SFS.TURBO.0106", &*message));
}
