//! The pauses of a wait without problems.

use super::{Wait, doing, look, network, wait, watch, watch_list};
use crate::call::event::Happened;
use crate::call::step::Step;
use crate::error::ErrorKind;
use crate::value::Value;

fn at_chance(random: f64, options: &[(&str, Value<'static>)]) -> Wait<'static> {
    Wait { random, ..wait(options) }
}

#[test]
fn pauses_grow_by_half_from_2_to_15_seconds() {
    let expected = [2_000.0, 3_000.0, 4_500.0, 6_750.0, 10_125.0, 15_000.0, 15_000.0];
    for mut wait in [wait(&[]), watch(&[]), watch_list()] {
        assert_eq!(wait.pauses(&doing(), 7), expected);
        assert_eq!(wait.pauses(&doing(), 100), [15_000.0; 100]);
    }
}

#[test]
fn the_random_part_of_a_pause_is_up_to_a_fifth_in_both_directions() {
    let least = [1_600.0, 2_400.0, 3_600.0, 5_400.0, 8_100.0, 12_000.0, 12_000.0];
    assert_eq!(at_chance(0.0, &[]).pauses(&doing(), 7), least);
    let most = [2_398.0, 3_597.0, 5_395.0, 8_093.0, 12_139.0, 17_985.0, 17_985.0];
    assert_eq!(at_chance(0.999, &[]).pauses(&doing(), 7), most);
}

#[test]
fn an_interval_from_the_caller_does_not_grow_and_has_the_random_part_too() {
    for (random, expected) in [(0.0, 4_000.0), (0.5, 5_000.0), (0.999, 5_995.0)] {
        let mut wait = at_chance(random, &[("interval", Value::Whole(5_000))]);
        assert_eq!(wait.pauses(&doing(), 9), [expected; 9]);
    }
}

#[test]
fn a_function_sets_each_interval() {
    let mut wait = wait(&[("interval", Value::Function)]);
    for milliseconds in [700, 250, 2_147_483_647, 60_000] {
        wait.interval = Value::Whole(milliseconds);
        assert_eq!(wait.pause(doing()), milliseconds as f64);
    }
    wait.interval = Value::Whole(1_000);
    assert_eq!(wait.pause(network("ECONNRESET")), 2_000.0);
}

#[test]
fn a_function_without_a_result_leaves_the_default_pauses() {
    let mut wait = wait(&[("interval", Value::Function)]);
    assert_eq!(wait.pauses(&doing(), 3), [2_000.0, 3_000.0, 4_500.0]);
}

#[test]
fn an_invalid_interval_ends_the_wait_and_is_named() {
    let bad = [
        Value::Whole(249),
        Value::Whole(0),
        Value::Whole(-5_000),
        Value::Whole(2_147_483_648),
        Value::Fraction,
        Value::Text("5000"),
        Value::Flag(true),
        Value::Object,
        Value::Function,
    ];
    for interval in bad {
        for happened in [doing(), network("ECONNRESET")] {
            let error = Wait { interval, ..wait(&[("interval", Value::Function)]) }.fails(happened);
            assert_eq!((error.kind, &*error.field), (ErrorKind::InvalidRequest, "interval"));
            assert_eq!(error.code(), "CLIENT.INVALID_REQUEST");
            let expected = "waitForTask: interval must be a whole number from 250 to 2147483647";
            assert_eq!(error.message, expected);
        }
    }
}

#[test]
fn the_result_of_an_interval_function_counts_only_if_there_is_one() {
    let mut wait = Wait { interval: Value::Whole(1), ..wait(&[("interval", Value::Whole(5_000))]) };
    assert_eq!(wait.pause(doing()), 5_000.0);
}

#[test]
fn pauses_are_at_least_a_minute_while_the_page_is_hidden() {
    for when_hidden in [Value::Absent, Value::Text("slow")] {
        let mut wait = wait(&[("whenHidden", when_hidden)]);
        assert_eq!((wait.pause(look("DELETING")), wait.hidden), (2_000.0, 66_000.0));
        assert_eq!((wait.pause(network("")), wait.hidden), (6_000.0, 66_000.0));
    }
    let mut wait = wait(&[("interval", Value::Whole(90_000))]);
    assert_eq!((wait.pause(doing()), wait.hidden), (90_000.0, 90_000.0));
}

#[test]
fn a_caller_may_choose_that_a_hidden_page_looks_as_often_or_not_at_all() {
    let mut same = wait(&[("whenHidden", Value::Text("same"))]);
    assert_eq!((same.pause(doing()), same.hidden), (2_000.0, 2_000.0));
    let mut paused = wait(&[("whenHidden", Value::Text("pause"))]);
    paused.remaining = 3_600_000.0;
    // It wakes up for the last look.
    assert_eq!((paused.pause(doing()), paused.hidden), (2_000.0, 3_599_000.0));
}

#[test]
fn the_first_look_is_at_once_and_requests_the_task() {
    let Step::Send { request, .. } = wait(&[]).tell(Happened::Begun) else { panic!("nothing is sent") };
    let task = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/task/t";
    assert_eq!((&*request.url, &*request.body), (task, ""));
}
