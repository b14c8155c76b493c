//! Waits in a hidden page.

use sfs_turbo_tasks::client::{Following, WaitForTask, WhenHidden};
use wasm_bindgen_test::wasm_bindgen_test;

use super::scripted::{Script, Stage, in_no_time, task};
use super::{SHARE, given_up};

fn wait(when_hidden: WhenHidden) -> WaitForTask {
    let following = Following { when_hidden, ..Following::default() };
    WaitForTask { share_id: SHARE.to_owned(), task_id: "t".to_owned(), following, ..WaitForTask::default() }
}

/// The times of the looks at a task while this happens on the stage.
async fn looks(when_hidden: WhenHidden, act: impl FnOnce(&Stage)) -> Vec<f64> {
    let script = Script::of(&[task("DOING"), task("DOING"), task("SUCCESS")]);
    let stage = Stage::new();
    let (outcome, _) = in_no_time(async {
        act(&stage);
        script.client().wait_for_task(wait(when_hidden)).await
    })
    .await;
    let listeners = stage.count();
    stage.restore();
    assert_eq!((outcome.is_ok(), listeners), (true, 0));
    script.times()
}

#[wasm_bindgen_test]
async fn a_page_that_is_hidden_is_looked_from_once_a_minute() {
    let times = looks(WhenHidden::Slow, |stage| stage.hide_at(1_000, true)).await;
    assert_eq!(times, [0.0, 66_000.0, 132_000.0], "by chance a little later than a minute");
}

#[wasm_bindgen_test]
async fn a_page_that_is_shown_again_looks_at_once() {
    let times = looks(WhenHidden::Slow, |stage| {
        stage.hide_at(1_000, true);
        stage.hide_at(30_000, false);
    })
    .await;
    assert_eq!(times, [0.0, 30_000.0, 33_000.0]);
}

#[wasm_bindgen_test]
async fn a_wait_may_stop_while_the_page_is_hidden() {
    let times = looks(WhenHidden::Pause, |stage| {
        stage.hide_at(1_000, true);
        stage.hide_at(500_000, false);
    })
    .await;
    assert_eq!(times, [0.0, 500_000.0, 503_000.0]);
}

#[wasm_bindgen_test]
async fn a_wait_may_go_on_as_ever_while_the_page_is_hidden() {
    let times = looks(WhenHidden::Same, |stage| stage.hide_at(1_000, true)).await;
    assert_eq!(times, [0.0, 2_000.0, 5_000.0]);
}

#[wasm_bindgen_test]
async fn a_connection_that_is_back_is_a_reason_to_look() {
    let times = looks(WhenHidden::Slow, |stage| stage.come_online_at(1_500)).await;
    assert_eq!(times, [0.0, 1_500.0, 4_500.0]);
}

#[wasm_bindgen_test]
async fn a_wait_that_is_dropped_listens_no_more() {
    let script = Script::of(&[task("DOING")]);
    let stage = Stage::new();
    let ((), timers) =
        in_no_time(given_up(script.client().wait_for_task(wait(WhenHidden::Slow)), 1_000)).await;
    let listeners = stage.count();
    stage.restore();
    assert_eq!((listeners, timers), (0, 0));
}
