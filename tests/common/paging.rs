//! Lists that are read page by page, and change meanwhile.

use std::collections::HashSet;

use js_sys::Function;
use serde_json::json;
use sfs_turbo_tasks::client::{Client, ClientError, ClientOptions, ListAllTasks};
use sfs_turbo_tasks::operation::get_task::TaskStatus;
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Rounding, Script, Shifting, in_no_time, status, url};
use super::{SHARE, given_up, options, told};

fn all(page_size: u32) -> ListAllTasks {
    ListAllTasks { share_id: SHARE.to_owned(), page_size: Some(page_size), ..ListAllTasks::default() }
}

/// Everything up to the first failure.
async fn read(fetch: Function, ask: ListAllTasks) -> (Vec<String>, Option<ClientError>) {
    let mut tasks = Client::new(ClientOptions { fetch: Some(fetch), ..options() }).list_all_tasks(ask);
    let mut ids = Vec::new();
    while let Some(task) = tasks.next().await {
        match task {
            Ok(task) => ids.push(task.task_id),
            Err(error) => {
                assert!(tasks.next().await.is_none(), "a failure is the end");
                return (ids, Some(error));
            }
        }
    }
    assert!(tasks.next().await.is_none(), "the end stays the end");
    (ids, None)
}

fn named(range: core::ops::Range<u32>) -> Vec<String> {
    range.map(|index| format!("t{index}")).collect()
}

#[wasm_bindgen_test]
async fn a_list_is_read_to_its_end_in_pages_that_overlap() {
    for (count, offsets) in [
        (0, vec![0.0]),
        (1, vec![0.0]),
        (9, vec![0.0]),
        (10, vec![0.0, 9.0]),
        (19, vec![0.0, 9.0, 18.0]),
        (25, vec![0.0, 9.0, 18.0]),
    ] {
        let list = Shifting::new(count, "[]");
        assert_eq!(read(list.fetch(), all(10)).await, (named(0..count), None));
        assert_eq!(list.offsets(), offsets, "{count}");
    }
}

#[wasm_bindgen_test]
async fn every_page_is_asked_for_with_the_same_filters() {
    let page = |ids: [&str; 2]| {
        let tasks = ids.map(|id| json!({ "task_id": id, "status": "FAIL" }));
        json!({ "body": { "tasks": tasks, "count": 3 } })
    };
    let script =
        Script::of(&[page(["a", "b"]), page(["b", "c"]), json!({ "body": { "tasks": [], "count": 3 } })]);
    let ask = ListAllTasks { status: Some(TaskStatus::Fail), ..all(2) };
    assert_eq!(read(script.fetch(), ask).await.0, ["a", "b", "c"]);
    let requests = script.requests().await;
    let urls: Vec<_> = requests.as_array().unwrap().iter().map(|request| request["url"].clone()).collect();
    let of = |offset: u32| url(&format!("tasks?status=FAIL&offset={offset}&limit=2"));
    assert_eq!(urls, [of(0), of(1), of(2), of(0)]);
}

#[wasm_bindgen_test]
async fn what_has_moved_to_the_front_is_gone_back_for() {
    let list = Shifting::new(25, &json!([{ "remove": [[0, 3]] }]).to_string());
    assert_eq!(read(list.fetch(), all(10)).await, (named(0..25), None));
    assert_eq!(list.offsets(), [0.0, 9.0, 0.0, 9.0, 18.0]);
}

#[wasm_bindgen_test]
async fn a_list_that_has_become_short_is_gone_back_in_until_a_task_is_known() {
    let changes = json!([{}, {}, { "remove": [[0, 18]] }]);
    let list = Shifting::new(40, &changes.to_string());
    assert_eq!(read(list.fetch(), all(10)).await, (named(0..40), None));
    assert_eq!(list.offsets(), [0.0, 9.0, 18.0, 27.0, 17.0, 7.0, 16.0]);
}

#[wasm_bindgen_test]
async fn what_has_come_at_the_front_gives_nothing_twice() {
    let list = Shifting::new(25, &json!([{ "insert": [[0, "n0", "n1"]] }]).to_string());
    assert_eq!(read(list.fetch(), all(10)).await, (named(0..25), None));
    assert_eq!(list.offsets(), [0.0, 9.0, 18.0]);
}

#[wasm_bindgen_test]
async fn in_a_list_that_moves_all_the_time_each_task_that_stays_is_given_once() {
    let mut seed = 7_u32;
    let mut below = |most: u32| {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (seed >> 16) % most
    };
    for round in 0..20 {
        let changes: Vec<_> = (0..300)
            .map(|request| {
                let remove = [[below(20), below(4)], [below(90), below(4)]];
                let insert = [
                    [json!(0), json!(format!("n{request}"))],
                    [json!(below(90)), json!(format!("m{request}"))],
                ];
                json!({ "remove": remove, "insert": insert })
            })
            .collect();
        let list = Shifting::new(90, &json!(changes).to_string());
        let (ids, error) = read(list.fetch(), all(10)).await;
        assert_eq!(error, None);
        let given: HashSet<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(given.len(), ids.len(), "none twice in round {round}");
        let rows = list.rows();
        let skipped: Vec<_> =
            rows.iter().filter(|id| id.starts_with('t') && !given.contains(&***id)).collect();
        assert_eq!(skipped, Vec::<&String>::new(), "none is left out in round {round}");
    }
}

#[wasm_bindgen_test]
async fn a_service_that_knows_whole_pages_only_is_not_asked_for_ever() {
    let list = Rounding::new(25, "[]");
    let fetch = list.fetch();
    assert_eq!(read(fetch, all(10)).await, (named(0..25), None));
    assert_eq!(list.offsets().len(), 46);
}

#[wasm_bindgen_test]
async fn a_service_that_gives_one_page_again_and_again_is_not_asked_for_ever() {
    let tasks = [json!({ "task_id": "a", "status": "DOING" }), json!({ "task_id": "b", "status": "DOING" })];
    // Whatever it counts: more than six known rows show that the service ignores offsets.
    for count in [2, 5, 0] {
        let script = Script::of(&[json!({ "body": { "tasks": tasks, "count": count } })]);
        assert_eq!(read(script.fetch(), all(2)).await, (vec!["a".to_owned(), "b".to_owned()], None));
        assert_eq!(script.times().len(), 5, "{count}");
    }
}

#[wasm_bindgen_test]
async fn no_more_is_asked_for_than_is_wanted() {
    let list = Shifting::new(25, "[]");
    let ask = ListAllTasks { max_items: Some(10), ..all(10) };
    assert_eq!(read(list.fetch(), ask).await, (named(0..10), None));
    assert_eq!(list.offsets(), [0.0]);
}

#[wasm_bindgen_test]
async fn a_failure_comes_after_the_tasks_of_the_pages_before() {
    let tasks = [json!({ "task_id": "a", "status": "DOING" }), json!({ "task_id": "b", "status": "DOING" })];
    let script = Script::of(&[json!({ "body": { "tasks": tasks, "count": 3 } }), status(500)]);
    let (ids, error) = read(script.fetch(), all(2)).await;
    assert_eq!(ids, ["a", "b"]);
    let error = error.unwrap();
    assert_eq!((error.operation(), error.code(), error.attempts()), ("listAllTasks", "HTTP.500", 1));
}

#[wasm_bindgen_test]
async fn a_page_size_that_is_none_is_named_and_nothing_is_sent() {
    for (ask, message) in [
        (all(1), "listAllTasks: pageSize must be a whole number from 2 to 1000"),
        (
            ListAllTasks { max_items: Some(0), ..all(2) },
            "listAllTasks: maxItems must be a whole number from 1 to 2147483647",
        ),
    ] {
        let script = Script::of(&[]);
        let (ids, error) = read(script.fetch(), ask).await;
        assert_eq!(told(&error.unwrap()).2, message);
        assert_eq!((ids.len(), script.times().len()), (0, 0));
    }
}

#[wasm_bindgen_test]
async fn a_page_that_is_given_up_is_aborted_and_asked_for_again() {
    let page = json!({ "body": { "tasks": [{ "task_id": "a", "status": "DOING" }], "count": 1 } });
    let script = Script::of(&[json!({ "hang": true }), page]);
    let mut tasks = script.client().list_all_tasks(all(2));
    let (task, timers) = in_no_time(async {
        given_up(tasks.next(), 20).await;
        tasks.next().await
    })
    .await;
    assert_eq!((task.unwrap().unwrap().task_id, timers), ("a".to_owned(), 0));
    assert_eq!(script.aborted(), [true, false]);
}
