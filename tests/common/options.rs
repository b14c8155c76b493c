//! Invalid options, and endpoints.

use core::time::Duration;

use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientError, ClientOptions, GetTask};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Service, answering, ask, get, get_by, pollute, told};

#[wasm_bindgen_test]
async fn a_wrong_option_is_named_and_nothing_is_sent() {
    let service = Service::new();
    let good = || service.options();
    let region = Some("cn-nort-4".to_owned());
    for (options, field, problem) in [
        (
            ClientOptions { region, endpoint: None, ..good() },
            "region",
            "\"cn-nort-4\" is not known: did you mean cn-north-4, cn-north-1, cn-north-2? Otherwise pass an endpoint",
        ),
        (
            ClientOptions { endpoint: None, ..good() },
            "region",
            "is missing: pass a region such as cn-north-4, or an endpoint",
        ),
        (
            ClientOptions { endpoint: Some("no url".to_owned()), ..good() },
            "endpoint",
            "contains whitespace or a control character: remove it",
        ),
        (
            ClientOptions { endpoint: Some("http://proxy.example".to_owned()), ..good() },
            "endpoint",
            "would send the token unencrypted: use https, or pass allowInsecure: true",
        ),
        (
            ClientOptions { project_id: String::new(), ..good() },
            "projectId",
            "is empty: pass a non-empty string",
        ),
        (
            ClientOptions { timeout: Some(Duration::ZERO), ..good() },
            "timeout",
            "must be a whole number from 1 to 2147483647",
        ),
        (
            ClientOptions { attempt_timeout: Some(Duration::MAX), ..good() },
            "attemptTimeout",
            "must be a whole number from 1 to 2147483647",
        ),
        (
            ClientOptions { max_retries: Some(11), ..good() },
            "maxRetries",
            "must be a whole number from 0 to 10",
        ),
        (
            ClientOptions { max_response_bytes: Some(u64::MAX), ..good() },
            "maxResponseBytes",
            "must be a whole number from 1 to 2147483647",
        ),
    ] {
        let error = get(options).await.unwrap_err();
        let message = format!("getTask: {field} {problem}");
        assert_eq!(told(&error), ("invalid-request", "CLIENT.INVALID_REQUEST", &*message));
        assert_eq!((error.field(), error.attempts()), (Some(field), 0));
    }
    assert_eq!(service.requests(), json!([]));
}

#[wasm_bindgen_test]
async fn an_id_that_cannot_be_part_of_a_path_is_named() {
    let service = Service::new();
    let of = |share_id: &str, task_id: &str| GetTask {
        share_id: share_id.to_owned(),
        task_id: task_id.to_owned(),
    };
    for (asked, message) in [
        (of("", "t"), "getTask: shareId is empty: pass a non-empty string"),
        (of("s", ".."), "getTask: taskId must not be . or .."),
        (of("s", " t"), "getTask: taskId starts or ends with whitespace: remove it"),
    ] {
        let error = Client::new(service.options()).get_task(asked).await.unwrap_err();
        assert_eq!(error.message(), message);
    }
    assert_eq!(service.requests(), json!([]));
}

#[wasm_bindgen_test]
async fn an_endpoint_is_brought_into_the_platforms_normal_form() {
    for (endpoint, start) in [
        ("HTTPS://Proxy.Example:443/a/../sfs/", "https://proxy.example/sfs/v1/"),
        ("http://127.1:8080", "http://127.0.0.1:8080/v1/"),
        ("https://bücher.example", "https://xn--bcher-kva.example/v1/"),
    ] {
        let service = Service::new();
        let options = ClientOptions { endpoint: Some(endpoint.to_owned()), ..service.options() };
        let _ = Client::new(options).get_task(ask("t")).await;
        assert!(service.urls()[0].starts_with(start), "{endpoint}: {:?}", service.urls());
    }
}

#[wasm_bindgen_test]
async fn an_endpoint_may_be_a_path_where_there_is_a_page() {
    let service = Service::new();
    let options = ClientOptions { endpoint: Some("/proxy".to_owned()), ..service.options() };
    let error = Client::new(options).get_task(ask("t")).await.unwrap_err();
    let location = js_sys::Reflect::get(&js_sys::global(), &"location".into()).unwrap();
    if location.is_undefined() {
        let message =
            "getTask: endpoint is not a URL: pass https://host, or in a browser a path such as /proxy";
        assert_eq!(error.message(), message);
    } else {
        let origin = js_sys::Reflect::get(&location, &"origin".into()).unwrap().as_string().unwrap();
        assert!(service.urls()[0].starts_with(&format!("{origin}/proxy/v1/")), "{:?}", service.urls());
    }
}

#[wasm_bindgen_test]
async fn what_every_object_inherits_is_no_option_of_a_request() {
    let service = Service::new();
    for name in ["body", "mode", "redirect", "signal"] {
        let clean = pollute(name, &"navigate".into());
        let outcome = get(service.options()).await;
        clean.call0(&JsValue::UNDEFINED).unwrap();
        let error = outcome.unwrap_err();
        let message = format!(
            "getTask: Object.prototype has a property {name}, which every request would read as its own option: remove it"
        );
        assert_eq!(told(&error), ("runtime", "CLIENT.RUNTIME", &*message));
    }
    assert_eq!(service.requests(), json!([]));
}

#[wasm_bindgen_test]
async fn what_every_object_inherits_is_not_of_an_answer() {
    let clean = pollute("task_id", &"inherited".into());
    let outcome = get_by(answering("{\"status\":\"DOING\"}")).await;
    clean.call0(&JsValue::UNDEFINED).unwrap();
    assert!(outcome.unwrap_err().message().contains("it has no task_id"));
    let clean = pollute("errCode", &"inherited".into());
    let outcome = get_by(answering("{}")).await;
    clean.call0(&JsValue::UNDEFINED).unwrap();
    assert!(!outcome.unwrap_err().message().contains("inherited"));
}

#[wasm_bindgen_test]
fn an_error_may_be_sent_to_another_thread() {
    fn check<T: std::error::Error + Clone + Send + Sync + 'static>() {}
    check::<ClientError>();
}
