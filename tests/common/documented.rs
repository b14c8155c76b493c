//! The program of docs/rust.md, as it stands there: tests/package/documentation-rust.test.mjs compares the two.

use sfs_turbo_tasks::client::ClientError;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{FIRST_ID, PROJECT, SHARE, Service, TASK, TOKEN, replace};

/// What is logged is what the program comes to.
macro_rules! log {
    ($($part:tt)*) => {
        return Ok(format!($($part)*))
    };
}

async fn fetch_token(_rejected: Option<String>) -> Result<String, String> {
    Ok(TOKEN.to_owned())
}

#[rustfmt::skip]
async fn program(project_id: String, share_id: String, task_id: String) -> Result<String, ClientError> {
    use sfs_turbo_tasks::client::{Client, ClientOptions, GetTask, Token};

    let client = Client::new(ClientOptions {
        region: Some("cn-north-4".to_owned()),
        project_id,
        token: Token::from_fn(|context| fetch_token(context.rejected)),
        ..ClientOptions::default()
    });
    let reply = client.get_task(GetTask { share_id, task_id }).await?;   // dropping the future aborts the request
    log!("{} {:?}", reply.value.status.as_str(), reply.request_id);
}

#[wasm_bindgen_test]
async fn the_program_of_the_documentation_tells_of_a_task() {
    let service = Service::new();
    let restore = replace("fetch", &service.fetch());
    let logged = program(PROJECT.to_owned(), SHARE.to_owned(), TASK.to_owned()).await;
    restore.call0(&wasm_bindgen::JsValue::NULL).unwrap();
    assert_eq!(logged.unwrap(), format!("DOING Some({FIRST_ID:?})"));
}
