//! Tokens: texts and functions.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};
use sfs_turbo_tasks::client::{ClientOptions, Token};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{FIRST_ID, Service, TASK, TOKEN, both, get, told};

/// A function that returns these tokens, one after the other, and records its arguments.
fn giving(tokens: &[&'static str]) -> (Token, Rc<RefCell<Vec<Option<String>>>>) {
    let notes = Rc::new(RefCell::new(Vec::new()));
    let (noted, tokens) = (Rc::clone(&notes), tokens.to_vec());
    let token = Token::from_fn(move |context| {
        noted.borrow_mut().push(context.rejected);
        let token = tokens[noted.borrow().len() - 1];
        async move { Ok::<_, String>(token.to_owned()) }
    });
    (token, notes)
}

fn sent(service: &Service) -> Vec<Value> {
    let requests = service.requests();
    requests.as_array().unwrap().iter().map(|request| request["headers"]["x-auth-token"].clone()).collect()
}

#[wasm_bindgen_test]
async fn a_function_is_asked_once_by_each_call() {
    let service = Service::new();
    let (token, notes) = giving(&[TOKEN, TOKEN]);
    let options = ClientOptions { token, ..service.options() };
    get(options.clone()).await.unwrap();
    get(options).await.unwrap();
    assert_eq!(*notes.borrow(), [None, None]);
    assert_eq!(sent(&service), [TOKEN, TOKEN]);
}

#[wasm_bindgen_test]
async fn a_function_is_asked_for_another_token_after_401() {
    let service = Service::new();
    let (token, notes) = giving(&["old-token-1", TOKEN]);
    get(ClientOptions { token, ..service.options() }).await.unwrap();
    assert_eq!(*notes.borrow(), [None, Some("old-token-1".to_owned())]);
    assert_eq!(sent(&service), ["old-token-1", TOKEN]);
}

#[wasm_bindgen_test]
async fn a_second_refusal_or_the_same_token_ends_the_call() {
    for (tokens, requests) in [(["old-token-1", "old-token-2"], 2), (["old-token-1", "old-token-1"], 1)] {
        let service = Service::new();
        let (token, notes) = giving(&tokens);
        let error = get(ClientOptions { token, ..service.options() }).await.unwrap_err();
        assert_eq!((error.kind().as_str(), error.code()), ("unauthenticated", "APIGW.0301"));
        assert_eq!((error.attempts(), notes.borrow().len()), (requests, 2));
    }
}

#[wasm_bindgen_test]
async fn a_text_that_is_refused_ends_the_call() {
    let service = Service::new();
    let error = get(ClientOptions { token: "wrong-token".into(), ..service.options() }).await.unwrap_err();
    let message = format!(
        "getTask: the token was refused for task {TASK}: APIGW.0301 Incorrect IAM authentication information: decrypt token \
         fail (HTTP 401, request id {FIRST_ID})"
    );
    assert_eq!(told(&error), ("unauthenticated", "APIGW.0301", &*message));
    assert_eq!(error.attempts(), 1);
}

#[wasm_bindgen_test]
async fn a_function_that_fails_is_no_credentials_and_says_why() {
    let service = Service::new();
    let token = Token::from_fn(|_| async { Err("the session is over") });
    let error = get(ClientOptions { token, ..service.options() }).await.unwrap_err();
    let message = "getTask: the token function failed: see cause";
    assert_eq!(told(&error), ("no-credentials", "CLIENT.NO_CREDENTIALS", message));
    assert_eq!(error.cause().unwrap().message, "the session is over");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "Error: the session is over");
    assert_eq!((error.attempts(), service.requests()), (0, json!([])));
}

#[wasm_bindgen_test]
async fn a_token_that_cannot_be_sent_is_refused_before_anything_is_sent() {
    let illegal = "is not a valid header value: it must be visible ASCII without spaces or line breaks";
    for (bad, problem) in [
        ("", "is empty: pass an IAM token"),
        ("a b", illegal),
        ("a\n", illegal),
        ("é", illegal),
        ("a\u{7f}", illegal),
    ] {
        let service = Service::new();
        let error = get(ClientOptions { token: bad.into(), ..service.options() }).await.unwrap_err();
        let message = format!("getTask: token {problem}");
        assert_eq!(told(&error), ("invalid-request", "CLIENT.INVALID_REQUEST", &*message));
        assert_eq!(error.field(), Some("token"));
        let token = Token::from_fn(move |_| async move { Ok::<_, String>(bad.to_owned()) });
        let error = get(ClientOptions { token, ..service.options() }).await.unwrap_err();
        let message = format!("getTask: the token function gave a token that {problem}");
        assert_eq!(told(&error), ("no-credentials", "CLIENT.NO_CREDENTIALS", &*message));
        assert_eq!(service.requests(), json!([]));
    }
}

#[wasm_bindgen_test]
async fn two_calls_at_once_carry_each_its_own_token() {
    let service = Service::new();
    service.misbehave("{\"delay\":20}", 2.0);
    let of = |token: &'static str| {
        get(ClientOptions {
            token: Token::from_fn(move |_| async move {
                super::pause(5).await;
                Ok::<_, String>(token.to_owned())
            }),
            ..service.options()
        })
    };
    let (one, other) = both(of(TOKEN), of("other-token")).await;
    assert_eq!(one.unwrap().value.status.as_str(), "DOING");
    assert_eq!(other.unwrap_err().kind().as_str(), "unauthenticated");
    // The other function returned the same token after the refusal, so nothing more was sent.
    assert_eq!(sent(&service), [TOKEN, "other-token"]);
}

#[wasm_bindgen_test]
fn no_token_is_seen_where_options_are_printed() {
    let (function, _) = giving(&[]);
    for (token, expected) in [(Token::from("secret-token"), "Token(text)"), (function, "Token(function)")] {
        let options = ClientOptions { token, ..ClientOptions::default() };
        let printed = format!("{options:?} {:?}", sfs_turbo_tasks::client::Client::new(options.clone()));
        assert!(printed.contains(expected) && !printed.contains("secret"), "{printed}");
    }
}
