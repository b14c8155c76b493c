//! Watches of tasks.

use core::time::Duration;

use serde_json::{Value, json};
use sfs_turbo_tasks::client::{Client, Following, Reply, TaskWatch, WatchTask, WatchTasks};
use sfs_turbo_tasks::operation::get_task::Task;
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Script, failed, gone, in_no_time, status, task, url};
use super::{SHARE, given_up, pause, told};

fn watch(client: &Client) -> TaskWatch {
    client.watch_task(WatchTask {
        share_id: SHARE.to_owned(),
        task_id: "t".to_owned(),
        ..WatchTask::default()
    })
}

/// The statuses that a watch gives, and the kind of the error that it ends with.
async fn statuses(watch: &mut TaskWatch) -> (Vec<String>, Option<&'static str>) {
    let mut seen = Vec::new();
    while let Some(reply) = watch.next().await {
        match reply {
            Ok(reply) => seen.push(reply.value.status.as_str().to_owned()),
            Err(error) => {
                assert!(watch.next().await.is_none(), "a failure is the end");
                return (seen, Some(error.kind().as_str()));
            }
        }
    }
    assert!(watch.next().await.is_none(), "the end stays the end");
    (seen, None)
}

fn last(watch: &TaskWatch) -> Option<&str> {
    watch.last().map(|reply: &Reply<Task>| reply.value.status.as_str())
}

#[wasm_bindgen_test]
async fn a_task_is_given_first_of_all_and_then_when_it_has_changed() {
    let script = Script::of(&[task("DOING"), task("DOING"), task("DELETING"), task("SUCCESS")]);
    let mut watch = watch(&script.client());
    let (seen, timers) = in_no_time(statuses(&mut watch)).await;
    assert_eq!(
        (seen.0, seen.1, timers),
        (["DOING", "DELETING", "SUCCESS"].map(str::to_owned).to_vec(), None, 0)
    );
    assert_eq!((last(&watch), script.times()), (Some("SUCCESS"), vec![0.0, 2_000.0, 5_000.0, 9_500.0]));
    assert_eq!(script.requests().await[0]["url"], url("task/t"));
}

#[wasm_bindgen_test]
async fn a_task_that_fails_or_is_gone_is_an_end_and_no_error() {
    for (answers, seen) in [
        (vec![task("DOING"), failed("disk full")], vec!["DOING", "FAIL"]),
        (vec![task("DELETING"), gone()], vec!["DELETING"]),
    ] {
        let script = Script::of(&answers);
        let mut watch = watch(&script.client());
        let (statuses, _) = in_no_time(statuses(&mut watch)).await;
        assert_eq!((statuses.0, statuses.1), (seen.iter().map(ToString::to_string).collect(), None));
        assert_eq!(last(&watch), seen.last().copied());
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_watched_is_an_error_and_the_end() {
    for (answers, seen, kind) in [
        (vec![gone()], vec![], "not-found"),
        (vec![task("DOING"), status(403)], vec!["DOING".to_owned()], "forbidden"),
    ] {
        let script = Script::of(&answers);
        let (statuses, timers) = in_no_time(statuses(&mut watch(&script.client()))).await;
        assert_eq!((statuses, timers), ((seen, Some(kind)), 0));
    }
    let script = Script::of(&[]);
    let mut nowhere = script.client().watch_task(WatchTask::default());
    let error = nowhere.next().await.unwrap().unwrap_err();
    assert_eq!(told(&error).2, "watchTask: shareId is empty: pass a non-empty string");
    assert!(nowhere.next().await.is_none());
}

#[wasm_bindgen_test]
async fn nothing_is_asked_before_the_first_nor_while_nobody_waits() {
    let script = Script::of(&[task("DOING"), task("DELETING"), task("SUCCESS")]);
    let mut watch = watch(&script.client());
    let ((), timers) = in_no_time(async {
        pause(10_000).await;
        assert_eq!(script.times(), [0.0; 0]);
        watch.next().await.unwrap().unwrap();
        pause(60_000).await;
        assert_eq!(script.times(), [10_000.0]);
        watch.next().await.unwrap().unwrap();
    })
    .await;
    assert_eq!((script.times(), timers), (vec![10_000.0, 70_000.0], 0));
}

#[wasm_bindgen_test]
async fn a_watch_that_is_given_up_in_a_pause_goes_on_with_the_rest_of_it() {
    let script = Script::of(&[task("DOING"), task("SUCCESS")]);
    let mut watch = watch(&script.client());
    let (seen, timers) = in_no_time(async {
        watch.next().await.unwrap().unwrap();
        for _ in 0..3 {
            given_up(watch.next(), 500).await;
        }
        statuses(&mut watch).await
    })
    .await;
    assert_eq!((seen, timers), ((vec!["SUCCESS".to_owned()], None), 0));
    assert_eq!(script.times(), [0.0, 2_000.0]);
}

#[wasm_bindgen_test]
async fn a_watch_that_is_given_up_in_a_request_makes_it_again() {
    let script = Script::of(&[task("DOING"), json!({ "hang": true }), task("SUCCESS")]);
    let mut watch = watch(&script.client());
    let (seen, timers) = in_no_time(async {
        watch.next().await.unwrap().unwrap();
        given_up(watch.next(), 2_500).await;
        statuses(&mut watch).await
    })
    .await;
    assert_eq!((seen, timers), ((vec!["SUCCESS".to_owned()], None), 0));
    assert_eq!((script.times(), script.aborted()), (vec![0.0, 2_000.0, 2_500.0], vec![false, true, false]));
}

fn list(rows: &[(&str, &str)]) -> Value {
    let tasks: Vec<_> = rows.iter().map(|(id, status)| json!({ "task_id": id, "status": status })).collect();
    json!({ "body": { "tasks": tasks, "count": 9 } })
}

fn ids(tasks: &[Task]) -> Vec<&str> {
    tasks.iter().map(|task| &*task.task_id).collect()
}

#[wasm_bindgen_test]
async fn many_tasks_are_watched_with_one_listing_a_look() {
    let script = Script::of(&[
        list(&[("a", "DOING"), ("b", "DOING")]),
        list(&[("a", "DOING"), ("b", "DOING")]),
        list(&[("c", "DOING"), ("a", "SUCCESS"), ("b", "DOING")]),
        list(&[("c", "DOING")]),
        status(403),
    ]);
    let ask = WatchTasks { share_id: SHARE.to_owned(), limit: Some(10), ..WatchTasks::default() };
    let mut watch = script.client().watch_tasks(ask);
    let ((), timers) = in_no_time(async {
        for (tasks, changed) in
            [(vec!["a", "b"], vec!["a", "b"]), (vec!["c", "a", "b"], vec!["c", "a"]), (vec!["c"], vec![])]
        {
            let update = watch.next().await.unwrap().unwrap().value;
            assert_eq!((ids(&update.tasks), ids(&update.changed), update.count), (tasks, changed, 9));
        }
        let error = watch.next().await.unwrap().unwrap_err();
        assert_eq!(
            (error.operation(), error.kind().as_str(), error.task()),
            ("watchTasks", "forbidden", None)
        );
        assert!(watch.next().await.is_none());
    })
    .await;
    assert_eq!((script.times(), timers), (vec![0.0, 2_000.0, 5_000.0, 9_500.0, 16_250.0], 0));
    let url = url("tasks?limit=10");
    assert_eq!(script.requests().await[0]["url"], url);
}

#[wasm_bindgen_test]
async fn a_watch_of_many_tasks_has_a_time_as_well() {
    let script = Script::of(&[list(&[])]);
    let following = Following { wait_timeout: Some(Duration::from_secs(4)), ..Following::default() };
    let ask = WatchTasks { share_id: SHARE.to_owned(), following, ..WatchTasks::default() };
    let mut watch = script.client().watch_tasks(ask);
    let (error, timers) = in_no_time(async {
        assert_eq!(watch.next().await.unwrap().unwrap().value.tasks, []);
        watch.next().await.unwrap().unwrap_err()
    })
    .await;
    assert_eq!((error.kind().as_str(), error.attempts(), timers), ("timeout", 3, 0));
}
