//! Throttled answers slow a wait down and never end it.

use super::{Wait, coded, doing, refusal, wait, watch, watch_list};
use crate::answer::Answer;
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::Happened;
use crate::call::step::Step;
use crate::error::ErrorKind;
use crate::value::Value;

fn throttled() -> Happened<'static> {
    refusal(429)
}

/// A refusal that requests a pause, in milliseconds.
fn asking_for(status: u16, retry_after: f64) -> Happened<'static> {
    Happened::Answered(Answer { retry_after, ..answer(status, Body::Text("")) })
}

#[test]
fn each_throttled_answer_doubles_the_pause_up_to_a_minute() {
    let expected = [4_000.0, 8_000.0, 16_000.0, 32_000.0, 60_000.0, 60_000.0, 60_000.0];
    for mut wait in [wait(&[]), watch(&[]), watch_list()] {
        assert_eq!(wait.pauses(&throttled(), 7), expected);
        assert_eq!(wait.fault.unwrap().kind, ErrorKind::Throttled);
    }
    for code in ["APIG.0308", "APIGW.0308"] {
        assert_eq!(wait(&[]).pauses(&coded(503, code), 7), expected);
    }
}

#[test]
fn no_number_of_throttled_answers_ends_a_wait() {
    for most in [0, 5] {
        let mut wait = wait(&[("maxConsecutiveFailures", Value::Whole(most))]);
        wait.pauses(&throttled(), 2_000);
    }
}

#[test]
fn a_throttled_answer_counts_neither_as_a_failure_nor_as_a_good_answer() {
    let mut wait = wait(&[]);
    for _ in 0..5 {
        wait.pause(refusal(503));
        wait.pauses(&throttled(), 9);
    }
    assert_eq!(wait.fails(refusal(503)).kind, ErrorKind::Unavailable);
}

#[test]
fn each_good_answer_takes_one_second_off_until_the_usual_pause_is_longer() {
    let mut wait = wait(&[]);
    assert_eq!(wait.pauses(&throttled(), 3), [4_000.0, 8_000.0, 16_000.0]);
    let expected = [15_000.0, 14_000.0, 13_000.0, 12_000.0, 11_000.0, 15_000.0];
    assert_eq!(wait.pauses(&doing(), 6), expected);
    let mut wait = self::wait(&[("interval", Value::Whole(1_000))]);
    assert_eq!(wait.pauses(&throttled(), 2), [2_000.0, 4_000.0]);
    assert_eq!(wait.pauses(&doing(), 5), [3_000.0, 2_000.0, 1_000.0, 1_000.0, 1_000.0]);
    // The next one doubles what is left. Below the interval nothing is left.
    assert_eq!(wait.pause(throttled()), 2_000.0);
}

#[test]
fn the_next_throttled_answer_doubles_what_is_left_of_throttling() {
    let mut wait = wait(&[("interval", Value::Whole(1_000))]);
    wait.pauses(&throttled(), 4);
    assert_eq!(wait.pause(doing()), 15_000.0);
    assert_eq!(wait.pause(throttled()), 30_000.0);
}

#[test]
fn the_random_part_changes_a_pause_but_not_the_remembered_pressure() {
    let mut wait = Wait { random: 0.0, ..wait(&[]) };
    assert_eq!(wait.pauses(&throttled(), 3), [3_200.0, 6_400.0, 12_800.0]);
    wait.random = 0.5;
    assert_eq!(wait.pause(throttled()), 32_000.0);
}

#[test]
fn retry_after_may_make_a_pause_longer_but_never_shorter() {
    for status in [429, 503] {
        assert_eq!(wait(&[]).pause(asking_for(status, 1_000.0)), 4_000.0);
        assert_eq!(wait(&[]).pause(asking_for(status, 300_000.0)), 330_000.0, "chance only adds to it");
        assert_eq!(wait(&[]).pause(asking_for(status, 86_400_000.0)), 3_960_000.0, "an hour at most");
        let mut early = Wait { random: 0.0, ..wait(&[]) };
        assert_eq!(early.pause(asking_for(status, 4_000.0)), 4_000.0);
        assert_eq!(early.hidden, 60_000.0);
    }
    let mut wait = wait(&[]);
    wait.pause(asking_for(429, 30_000.0));
    assert_eq!(wait.pause(throttled()), 8_000.0, "it is for once");
}

#[test]
fn an_interval_above_one_minute_is_not_made_shorter() {
    let mut wait = wait(&[("interval", Value::Whole(600_000))]);
    for happened in [throttled(), refusal(503), throttled(), doing()] {
        assert_eq!(wait.pause(happened), 600_000.0);
    }
}

#[test]
fn a_failure_does_not_change_the_pressure_of_throttling() {
    let mut wait = wait(&[]);
    assert_eq!(wait.pauses(&throttled(), 3), [4_000.0, 8_000.0, 16_000.0]);
    assert_eq!(wait.pauses(&refusal(503), 4), [16_000.0, 16_000.0, 16_000.0, 32_000.0]);
    assert_eq!(wait.pause(doing()), 15_000.0);
}

#[test]
fn a_page_that_is_shown_again_hurries_no_service_that_has_said_when_to_come_back() {
    let wake = |happened| match wait(&[]).tell(happened) {
        Step::Pause { milliseconds, wake_milliseconds, .. } => (milliseconds, wake_milliseconds),
        other => panic!("{other:?}"),
    };
    assert_eq!(wake(doing()), (2_000.0, 250.0));
    assert_eq!(wake(refusal(503)), (4_000.0, 1_000.0));
    assert_eq!(wake(asking_for(503, 1_000.0)), (4_000.0, 4_000.0));
    assert_eq!(wake(throttled()), (4_000.0, 4_000.0));
}
