//! Flows with one planted defect each, and the rule that must find it: a rule that cannot fail is worthless.

use std::cell::Cell;

use super::scene::{AGAIN, ONCE, Scene};
use super::walk::{Flow, Walk};
use change::{as_operation, with_error};
use sfs_turbo_tasks::call::event::Event;
use sfs_turbo_tasks::call::next;
use sfs_turbo_tasks::call::step::Step;
use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::operation::create_task::CREATE_TASK;
use sfs_turbo_tasks::operation::delete_task::DELETE_TASK;
use sfs_turbo_tasks::operation::get_task::GET_TASK;
use sfs_turbo_tasks::operation::wait_for_task::WAIT_FOR_TASK;
use sfs_turbo_tasks::operation::{Operation, Repeat};
use sfs_turbo_tasks::request::Asked;
use sfs_turbo_tasks::request::sign_in::SignIn;
use sfs_turbo_tasks::value::Value;

mod again;
mod change;
mod once;

/// A flow that gets, or returns, something other than the right flow.
type Wrong = fn(&Asked<'_>, &Event<'_>) -> Step;

static CARELESS_CREATE: Operation = Operation { repeat: Repeat::Safe, ..CREATE_TASK };
static CARELESS_DELETE: Operation = Operation { repeat: Repeat::Safe, ..DELETE_TASK };

/// The rule that a flow breaks.
fn rule(scene: &Scene, flow: &Flow) -> &'static str {
    Walk::through(scene, flow).map_or_else(|report| report.rule, |_| "none")
}

fn with(operation: &'static Operation, most: &'static str, sign_in: SignIn) -> Scene {
    let options = ONCE.iter().chain(AGAIN).find(|(other, _)| other.name == operation.name).unwrap().1;
    Scene::of(operation, &[options, &[(most, Value::Whole(2))]].concat(), sign_in)
}

#[test]
fn a_broken_flow_of_a_call_breaks_the_rule_that_is_meant() {
    let found = once::WRONG.iter().map(|(sign_in, wrong, _)| {
        let scene = Scene { time: 60_000, ..with(&GET_TASK, "maxRetries", *sign_in) };
        rule(&scene, wrong)
    });
    let expected: Vec<&str> = once::WRONG.iter().map(|(_, _, rule)| *rule).collect();
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn a_broken_flow_of_a_wait_breaks_the_rule_that_is_meant() {
    let found = again::WRONG.iter().map(|(sign_in, wrong, _)| {
        let scene = Scene { time: 100_000, ..with(&WAIT_FOR_TASK, "maxConsecutiveFailures", *sign_in) };
        rule(&scene, wrong)
    });
    let expected: Vec<&str> = again::WRONG.iter().map(|(_, _, rule)| *rule).collect();
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn what_acts_twice_is_seen_to_be_sent_twice() {
    let create = Scene { time: 60_000, ..with(&CREATE_TASK, "maxRetries", SignIn::Token) };
    let sends_again =
        |asked: &Asked<'_>, event: &Event<'_>| match as_operation(asked, event, &CARELESS_CREATE) {
            step @ Step::Pause { .. } => step,
            _ => next(asked, event),
        };
    assert_eq!(rule(&create, &sends_again), "what may have acted is not sent again");
    let says_nothing =
        |asked: &Asked<'_>, event: &Event<'_>| with_error(asked, event, |error| error.message.truncate(20));
    assert_eq!(rule(&create, &says_nothing), "an error says that a task may exist where one may");
}

#[test]
fn a_deletion_that_has_acted_is_seen_to_fail() {
    let delete = Scene { time: 60_000, ..with(&DELETE_TASK, "maxRetries", SignIn::Token) };
    let fails = |asked: &Asked<'_>, event: &Event<'_>| as_operation(asked, event, &CARELESS_DELETE);
    assert_eq!(rule(&delete, &fails), "what has come to its end does not fail");
}

#[test]
fn an_interval_that_cannot_be_waited_is_seen_to_be_waited_or_not_to_be_named() {
    let own = [("interval", Value::Function)];
    let interval = Value::Whole(249);
    let scene = Scene { interval, ..Scene::of(&WAIT_FOR_TASK, &own, SignIn::Token) };
    let waits = |asked: &Asked<'_>, event: &Event<'_>| {
        next(asked, &Event { interval: Value::Absent, ..event.clone() })
    };
    assert_eq!(rule(&scene, &waits), "no time that cannot be waited is waited");
    let of_kind = |asked: &Asked<'_>, event: &Event<'_>| {
        with_error(asked, event, |error| error.kind = ErrorKind::Network)
    };
    assert_eq!(rule(&scene, &of_kind), "a wrong interval is a wrong argument");
    let unnamed =
        |asked: &Asked<'_>, event: &Event<'_>| with_error(asked, event, |error| error.field = String::new());
    assert_eq!(rule(&scene, &unnamed), "a wrong argument is named");
}

#[test]
fn every_rule_has_a_flow_that_breaks_it() {
    let own = [include_str!("broken.rs"), include_str!("broken/once.rs"), include_str!("broken/again.rs")];
    let rules = [
        include_str!("rules.rs"),
        include_str!("rules/ends.rs"),
        include_str!("rules/pauses.rs"),
        include_str!("walk.rs"),
    ];
    let mut count = 0;
    for statement in rules.iter().flat_map(|source| source.split(" must(").skip(1)) {
        // The sentence is the last string of the statement; the declaration of `must` has none.
        let Some(end) = ["\")?", "\")\n", "\",\n"].iter().filter_map(|mark| statement.find(mark)).min()
        else {
            continue;
        };
        let rule = statement[..end].rsplit('"').next().unwrap();
        let quoted = format!("\"{rule}\"");
        assert!(own.iter().any(|source| source.contains(&quoted)), "{rule}");
        count += 1;
    }
    assert!(count > 50, "{count}");
}

#[test]
fn a_flow_that_remembers_other_calls_is_seen() {
    let scene = Scene { time: 60_000, ..with(&GET_TASK, "maxRetries", SignIn::Token) };
    let calls = Cell::new(0);
    let remembers = move |asked: &Asked<'_>, event: &Event<'_>| {
        calls.set(calls.get() + 1);
        match next(asked, event) {
            Step::Fail(mut error) => {
                error.message.push_str(&calls.get().to_string());
                Step::Fail(error)
            }
            step => step,
        }
    };
    assert_eq!(rule(&scene, &remembers), "the same event gives the same step again");
}

#[test]
fn the_right_flow_breaks_no_rule() {
    let scene = with(&WAIT_FOR_TASK, "maxConsecutiveFailures", SignIn::Token);
    assert_eq!(rule(&scene, &next), "none");
}
