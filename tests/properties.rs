//! What holds for every body, header and argument, tried with a few thousand made from a fixed seed.
//!
//! `PROPTEST_CASES` and `PROPTEST_RNG_SEED` in the environment make it more, or others.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Map, Value as JsonValue};

use sfs_turbo_tasks::answer::Answer;
use sfs_turbo_tasks::body::{Body, Complaint, Json};
use sfs_turbo_tasks::error::{Error, ErrorKind};
use sfs_turbo_tasks::request::{Options, Request};
use sfs_turbo_tasks::value::Value;
use sfs_turbo_tasks::{diagnosis, region, retry, time};

fn config() -> Config {
    // The fixed seed stands unless the environment gives another.
    let default = Config::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_123),
        fixed => fixed,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 2_000 };
    Config { cases, rng_seed, failure_persistence: None, ..default }
}

#[derive(Debug, Clone)]
struct Parsed(JsonValue);

impl Json for Parsed {
    type Text = String;

    fn is_object(&self) -> bool {
        self.0.is_object()
    }

    fn field(&self, name: &'static str) -> Self {
        Parsed(self.0.get(name).cloned().unwrap_or_default())
    }

    fn elements(&self) -> Vec<Self> {
        self.0.as_array().map(|array| array.iter().cloned().map(Parsed).collect()).unwrap_or_default()
    }

    fn value(&self) -> Value {
        match &self.0 {
            JsonValue::Null => Value::Absent,
            JsonValue::Bool(flag) => Value::Flag(*flag),
            JsonValue::Number(number) => number.as_f64().map_or(Value::Other, Value::Number),
            JsonValue::String(text) => Value::Text(text.clone()),
            JsonValue::Array(_) | JsonValue::Object(_) => Value::Other,
        }
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }
}

/// Any JSON, with the names that matter much more often than chance would have them.
fn json() -> impl Strategy<Value = JsonValue> {
    let name = prop_oneof![
        proptest::sample::select(vec![
            "task_id",
            "status",
            "type",
            "message",
            "start_time",
            "errCode",
            "errMsg",
            "error_code",
            "error_msg",
            "errorCode",
            "code",
            "error",
            "details",
            "request_id",
            "encoded_authorization_message",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let text =
        prop_oneof![any::<String>(), Just("SFS.TURBO.0106".to_owned()), Just("APIGW.0308".to_owned()),];
    let leaf = prop_oneof![
        Just(JsonValue::Null),
        any::<bool>().prop_map(JsonValue::from),
        any::<f64>().prop_map(JsonValue::from),
        any::<i64>().prop_map(JsonValue::from),
        text.prop_map(JsonValue::from),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(JsonValue::from),
            proptest::collection::vec((name.clone(), inner), 0..8)
                .prop_map(|entries| JsonValue::from(Map::from_iter(entries))),
        ]
    })
}

fn body() -> impl Strategy<Value = JsonValueBody> {
    prop_oneof![
        4 => json().prop_map(JsonValueBody::Json),
        2 => any::<String>().prop_map(JsonValueBody::Text),
        1 => "<(Error|html)>(<(Code|Message|RequestId|title)>[^<]{0,9}</)*".prop_map(JsonValueBody::Text),
        1 => Just(JsonValueBody::TooLarge),
    ]
}

/// [`Body`], which is made to be taken apart and not to be copied.
#[derive(Debug, Clone)]
enum JsonValueBody {
    Json(JsonValue),
    Text(String),
    TooLarge,
}

impl From<JsonValueBody> for Body<Parsed> {
    fn from(body: JsonValueBody) -> Self {
        match body {
            JsonValueBody::Json(json) => Body::Json(Parsed(json)),
            JsonValueBody::Text(text) => Body::Text(text),
            JsonValueBody::TooLarge => Body::TooLarge,
        }
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => Just(Value::Absent),
        6 => any::<String>().prop_map(Value::Text),
        2 => "[!-~]{1,40}".prop_map(Value::Text),
        1 => any::<f64>().prop_map(Value::Number),
        1 => any::<bool>().prop_map(Value::Flag),
        1 => Just(Value::Other),
    ]
}

fn request() -> Request {
    let text = |text: &str| Value::Text(text.into());
    let options = Options {
        region: text("cn-north-4"),
        project_id: text("p"),
        share_id: text("s"),
        task_id: text("t"),
        ..Options::default()
    };
    Request::new(options, |_| None).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_answer_is_a_task_or_an_error_that_says_enough(
        status in prop_oneof![0_u16..700, proptest::sample::select(vec![200_u16, 400, 401, 403, 404, 429, 500])],
        body in body(),
        request_id in any::<Option<String>>(),
    ) {
        let answer = Answer { status, request_id, retry_after: None, body: Body::from(body) };
        match answer.interpret(&request()) {
            Ok(found) => {
                prop_assert!((200..300).contains(&status));
                prop_assert_eq!(found.raw.0.get("task_id").and_then(JsonValue::as_str), Some(&*found.task.task_id));
                prop_assert_eq!(found.raw.0.get("status").and_then(JsonValue::as_str), Some(found.task.status.name().unwrap_or_else(String::as_str)));
            }
            Err(error) => {
                prop_assert!(!error.code.is_empty());
                prop_assert!(!error.reason.is_empty());
                prop_assert!(error.message.starts_with("getTask: "));
                prop_assert!(error.kind != ErrorKind::Runtime && error.kind != ErrorKind::InvalidRequest);
            }
        }
    }

    #[test]
    fn what_a_body_says_is_never_longer_than_it_may_be(body in body()) {
        let complaint = Complaint::read(&Body::from(body));
        prop_assert!(complaint.message.chars().count() <= 512);
        prop_assert!(complaint.code.chars().count() <= 512);
    }

    #[test]
    fn every_option_is_accepted_or_refused_by_name(
        region in value(), endpoint in value(), project_id in value(), share_id in value(), task_id in value(),
        attempt_timeout in value(), max_retries in value(),
    ) {
        let options = Options {
            region, endpoint, project_id, share_id, task_id, attempt_timeout, max_retries, ..Options::default()
        };
        match Request::new(options, |url| Some(url.to_owned())) {
            Ok(request) => prop_assert!(request.url.starts_with("https://") || request.url.starts_with("http://")),
            Err(error) => {
                prop_assert_eq!(error.kind, ErrorKind::InvalidRequest);
                let field = error.field.unwrap_or_default();
                prop_assert!(!field.is_empty());
                let start = format!("getTask: {field} ");
                prop_assert!(error.message.starts_with(&start));
            }
        }
    }

    #[test]
    fn no_id_leaves_its_segment_of_the_path(ids in [any::<String>(), any::<String>(), any::<String>()]) {
        let [project_id, share_id, task_id] = ids.clone().map(Value::Text);
        let text = |text: &str| Value::Text(text.into());
        let options = Options {
            region: text("cn-north-4"), project_id, share_id, task_id, ..Options::default()
        };
        if let Ok(request) = Request::new(options, |_| None) {
            let path = request.url.strip_prefix("https://sfs-turbo.cn-north-4.myhuaweicloud.com/").unwrap();
            let segments: Vec<String> =
                path.split('/').map(|segment| percent_decode_str(segment).decode_utf8().unwrap().into_owned()).collect();
            let [project_id, share_id, task_id] = ids;
            prop_assert_eq!(segments, ["v1".into(), project_id, "sfs-turbo".into(), share_id, "hpc-cache".into(),
                "task".into(), task_id]);
            prop_assert!(!path.contains(['?', '#', '\\']));
        }
    }

    #[test]
    fn a_pause_is_within_its_bounds(
        kind in proptest::sample::select(ErrorKind::ALL.to_vec()), retries in any::<u32>(), max_retries in 0_u32..=10,
        remaining in 0.0..1e6_f64, random in 0.0..1.0_f64, retry_after in proptest::option::of(0.0..1e7_f64),
    ) {
        let mut failure = Error::of_client(kind, String::new());
        failure.retry_after = retry_after;
        if let Some(pause) = retry::pause(&failure, retries, max_retries, remaining, random) {
            prop_assert!(kind.retryable() && retries < max_retries);
            prop_assert!(pause >= retry_after.unwrap_or(0.0) && pause < remaining);
            prop_assert!(pause <= retry_after.unwrap_or(0.0).max(8_000.0));
        }
    }

    #[test]
    fn a_header_asks_for_a_wait_that_is_a_number_or_for_none(header in any::<String>(), date in any::<f64>()) {
        let wait = retry::retry_after(&header, 1e12, |_| date);
        prop_assert!(wait.is_none_or(|wait| wait >= 0.0));
    }

    #[test]
    fn any_text_is_a_time_or_none_a_diagnosis_or_none_a_region_or_none(text in any::<String>()) {
        if let Some(time) = time::utc(&text) {
            prop_assert_eq!(time.as_bytes().get(10), Some(&b'T'));
        }
        diagnosis::of_message(&text);
        prop_assert!(region::endpoint(&text).is_none());
        region::near(&text);
    }

    #[test]
    fn words_of_the_gateway_around_any_text_are_read_without_harm(
        first in ".{0,20}", second in ".{0,20}", third in "[0-9T]{0,16}",
    ) {
        diagnosis::of_message(&format!("signature time:{first}{third},server time:{third}{second}"));
        diagnosis::of_message(&format!("limit:{first},time:{second}"));
        diagnosis::of_message(&format!("limit:{third},time:{second}"));
    }
}
