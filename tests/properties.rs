//! What holds for every body, header and argument, tested with a few thousand that are generated from a fixed seed.
//!
//! `PROPTEST_CASES` and `PROPTEST_RNG_SEED` in the environment change the number of cases, and the seed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Map, Value as Json, json};

use sfs_turbo_tasks::answer::Answer;
use sfs_turbo_tasks::answer::error_body::{Body, Complaint, NAMES};
use sfs_turbo_tasks::answer::time::Time;
use sfs_turbo_tasks::call::event::{Event, Happened};
use sfs_turbo_tasks::call::step::{History, Step};
use sfs_turbo_tasks::call::{self, retry};
use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::operation::get_task::{GET_TASK, Task};
use sfs_turbo_tasks::operation::{COMMON, Operation};
use sfs_turbo_tasks::request::{Asked, region, spelling};
use sfs_turbo_tasks::value::Value;

#[path = "properties/requests.rs"]
mod requests;
#[path = "properties/waits.rs"]
mod waits;

fn config() -> Config {
    // The fixed seed applies unless the environment sets another one.
    let default = Config::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_123),
        fixed => fixed,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 2_000 };
    Config { cases, rng_seed, failure_persistence: None, ..default }
}

/// A value that owns its text, since a [`Value`] borrows it.
#[derive(Clone, Debug)]
enum Owned {
    Absent,
    Text(String),
    BrokenText,
    Whole(i64),
    Fraction,
    Flag(bool),
    Date(String),
    Function,
    Object,
    Other,
}

impl Owned {
    fn value(&self) -> Value<'_> {
        match self {
            Owned::Absent => Value::Absent,
            Owned::Text(text) => Value::Text(text),
            Owned::BrokenText => Value::BrokenText,
            Owned::Whole(number) => Value::Whole(*number),
            Owned::Fraction => Value::Fraction,
            Owned::Flag(flag) => Value::Flag(*flag),
            Owned::Date(text) => Value::Date(text),
            Owned::Function => Value::Function,
            Owned::Object => Value::Object,
            Owned::Other => Value::Other,
        }
    }
}

fn value() -> impl Strategy<Value = Owned> {
    prop_oneof![
        1 => Just(Owned::Absent),
        6 => any::<String>().prop_map(Owned::Text),
        2 => "[!-~]{1,40}".prop_map(Owned::Text),
        1 => Just(Owned::BrokenText),
        1 => any::<i64>().prop_map(Owned::Whole),
        1 => (0..30_000_i64).prop_map(Owned::Whole),
        1 => Just(Owned::Fraction),
        1 => any::<bool>().prop_map(Owned::Flag),
        1 => "(2026-11-26T09:30:00)?".prop_map(Owned::Date),
        1 => Just(Owned::Function),
        1 => Just(Owned::Object),
        1 => Just(Owned::Other),
    ]
}

/// A body as a host passes it.
#[derive(Clone, Debug)]
enum OwnedBody {
    Object(Vec<Owned>),
    OtherJson,
    Text(String),
    TooLarge,
}

impl OwnedBody {
    fn body(&self) -> Body<'_> {
        match self {
            OwnedBody::Object(values) => Body::Object(values.iter().map(Owned::value).collect()),
            OwnedBody::OtherJson => Body::OtherJson,
            OwnedBody::Text(text) => Body::Text(text),
            OwnedBody::TooLarge => Body::TooLarge,
        }
    }
}

fn body() -> impl Strategy<Value = OwnedBody> {
    let code = prop_oneof![
        value(),
        Just(Owned::Text("SFS.TURBO.0106".into())),
        Just(Owned::Text("APIGW.0308".into())),
    ];
    // Also values that no host passes: positions that are cut short.
    let values = proptest::collection::vec(code, 0..4 * NAMES.len());
    prop_oneof![
        4 => values.prop_map(OwnedBody::Object),
        2 => any::<String>().prop_map(OwnedBody::Text),
        1 => "<(Error|html)>(<(Code|Message|RequestId|title)>[^<]{0,9}</)*".prop_map(OwnedBody::Text),
        1 => Just(OwnedBody::OtherJson),
        1 => Just(OwnedBody::TooLarge),
    ]
}

/// A request of `getTask`.
fn asked<'a>(given: &[(&str, Value<'a>)]) -> Asked<'a> {
    asked_of(&GET_TASK, given)
}

/// A request of an operation: the common options, then its own.
fn asked_of<'a>(operation: &'static Operation, given: &[(&str, Value<'a>)]) -> Asked<'a> {
    let mut names = COMMON.iter().chain(operation.options.iter().copied()).map(|option| option.name);
    Asked::new(operation, || {
        let name = names.next().unwrap();
        given.iter().find(|(other, _)| *other == name).map(|(_, value)| *value).unwrap_or_default()
    })
}

const USUAL: [(&str, Value<'static>); 4] = [
    ("region", Value::Text("cn-north-4")),
    ("projectId", Value::Text("p")),
    ("shareId", Value::Text("s")),
    ("taskId", Value::Text("t")),
];

fn usual() -> Asked<'static> {
    asked(&USUAL)
}

/// The error of an answer, as the whole flow returns it.
fn error_of(answer: Answer<'_>) -> Box<sfs_turbo_tasks::error::Error> {
    let history = History::default().with_retries(10);
    let happened = Happened::Answered(answer);
    let event = Event { happened, history, remaining: 1.0, random: 0.5, interval: Value::Absent };
    match call::next(&usual(), &event) {
        Step::Fail(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Any JSON. Names that matter occur much more often than by chance.
fn any_json() -> impl Strategy<Value = Json> {
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
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        text.prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::vec((name.clone(), inner), 0..8)
                .prop_map(|entries| Json::from(Map::from_iter(entries))),
        ]
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_answer_that_is_not_a_task_is_an_error_that_says_enough(
        status in prop_oneof![0_u16..700, proptest::sample::select(vec![200_u16, 400, 401, 403, 404, 429, 500])],
        body in body(),
        request_id in any::<String>(),
        missing in proptest::sample::select(vec!["", "task_id", "status"]),
        signed in ".*",
    ) {
        let error = error_of(Answer { status, request_id: &request_id, retry_after: 0.0, body: body.body(), missing, signed: &signed });
        prop_assert!(!error.code().is_empty());
        prop_assert!(!error.reason.is_empty());
        prop_assert!(error.message.starts_with("getTask: "));
        prop_assert!(error.kind != ErrorKind::Runtime && error.kind != ErrorKind::InvalidRequest);
        prop_assert_eq!(error.http_status, status);
    }

    #[test]
    fn what_the_gateway_has_read_is_compared_with_what_was_signed_whatever_the_two_are(
        read in "[a-z|]([ -9;-~]*[a-z|])?",
        signed in ".*",
        same in any::<bool>(),
    ) {
        let signed = if same { read.replace('|', "\n") } else { signed };
        let words = format!("verify aksk signature fail, canonicalRequest:{read}");
        let values = NAMES.map(|name| if name == "error_msg" { Value::Text(&words) } else { Value::Absent });
        let body = Body::Object(values.into());
        let error = error_of(Answer { status: 401, request_id: "", retry_after: 0.0, body, missing: "", signed: &signed });
        prop_assert!(error.message.starts_with("getTask: the token was refused for task "));
        if same {
            prop_assert!(error.message.contains("check secretAccessKey"), "{}", error.message);
        }
    }

    #[test]
    fn what_a_body_says_is_never_longer_than_it_may_be(body in body()) {
        let complaint = Complaint::read(&body.body());
        prop_assert!(complaint.message.chars().count() <= 512);
        prop_assert!(complaint.code.chars().count() <= 512);
    }

    #[test]
    fn a_task_is_read_from_any_json_object(json in any_json()) {
        let object = if json.is_object() { json } else { json!({ "task_id": json }) };
        let task: Task = serde_json::from_value(object.clone()).unwrap();
        if let Some(id) = object["task_id"].as_str() {
            prop_assert_eq!(task.task_id, id);
        }
        if let Some(status) = object["status"].as_str() {
            prop_assert_eq!(task.status.as_str(), status);
        }
    }

    #[test]
    fn a_pause_is_within_its_bounds(
        kind in proptest::sample::select(ErrorKind::ALL.to_vec()), retries in any::<u32>(), random in 0.0..1.0_f64,
        retry_after in 0.0..1e7_f64,
    ) {
        let pause = retry::pause(kind, retries, retry_after, random);
        prop_assert!(pause >= retry_after && pause <= retry_after.max(8_000.0));
    }

    #[test]
    fn a_header_asks_for_a_wait_that_is_not_negative(header in any::<String>(), date in any::<Option<f64>>()) {
        prop_assert!(retry::retry_after(&header, 1e12, date.filter(|date| !date.is_nan())) >= 0.0);
    }

    #[test]
    fn a_number_in_a_header_asks_for_a_wait_that_is_not_negative(header in "[0-9]{1,20}(\\.[0-9]{0,20})?") {
        prop_assert!(retry::retry_after(&header, 1.7e12, None) >= 0.0);
    }

    #[test]
    fn a_time_that_is_read_is_what_the_text_says(milliseconds in 0_i64..4_102_444_800_000) {
        let seconds = milliseconds / 1_000;
        let (days, second) = (seconds / 86_400, seconds % 86_400);
        // Computed in another way: year by year, month by month.
        let (mut year, mut rest) = (1970, days);
        let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        while rest >= 365 + i64::from(leap(year)) {
            rest -= 365 + i64::from(leap(year));
            year += 1;
        }
        let mut month = 1;
        for days in [31, 28 + i64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30] {
            if rest < days {
                break;
            }
            rest -= days;
            month += 1;
        }
        let text = format!(
            "{year:04}-{month:02}-{:02}T{:02}:{:02}:{:02}.{:03}",
            rest + 1, second / 3_600, second / 60 % 60, second % 60, milliseconds % 1_000
        );
        prop_assert_eq!(Time::read(&text).map(Time::milliseconds), Some(milliseconds), "{}", text);
    }

    #[test]
    fn any_text_is_a_time_or_none_and_no_region_and_no_panic(text in any::<String>()) {
        Time::read(&text);
        prop_assert!(region::endpoint(&text).is_none());
        spelling::right_name(&text, &usual());
    }

    #[test]
    fn words_of_the_gateway_around_any_text_are_read_without_harm(
        first in ".{0,20}", second in ".{0,20}", third in "[0-9T]{0,16}",
    ) {
        for message in [
            format!("signature time:{first}{third},server time:{third}{second}"),
            format!("limit:{first},time:{second}"),
            format!("limit:{third},time:{second}"),
        ] {
            let values = NAMES.map(|name| if name == "errMsg" { Value::Text(&message) } else { Value::Absent });
            let body = Body::Object(values.to_vec());
            let error = error_of(Answer { status: 401, request_id: "", retry_after: 0.0, body, missing: "", signed: "" });
            prop_assert!(error.message.starts_with("getTask: the token was refused for task t: HTTP.401"));
        }
    }
}
