//! Explores every sequence of seven steps of a wait and of a watch, and checks the guarantees of each.

use super::looks::{Came, Seen, after, ends_well, outcomes, until_deleted};
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::{Event, Happened, Look};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::call::tests::gone;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;
use crate::operation::wait_for_task::WAIT_FOR_TASK;
use crate::operation::watch_task::WATCH_TASK;
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::request::tests::{USUAL, asked};
use crate::value::Value;

/// The number of steps in a sequence.
const DEPTH: usize = 7;

/// The number of sequences by their end.
#[derive(Debug, Default)]
struct Counts {
    given: usize,
    failed: usize,
    unfinished: usize,
}

fn explore(asked: &Asked<'_>, happened: Happened<'_>, mut seen: Seen, counts: &mut Counts) {
    let (history, remaining) = (History::decode(seen.history), seen.remaining);
    let event =
        Event { happened: happened.clone(), history, remaining, random: 0.5, interval: Value::Absent };
    let step = next(asked, &event);
    if seen.steps == DEPTH {
        counts.unfinished += 1;
        return settles(asked, happened, seen);
    }
    seen.steps += 1;
    match step {
        Step::AskCredentials { history, refused, .. } => {
            assert!(asked.sign_in.asks(), "only a function is called");
            assert_eq!(refused, seen.came == Some(Came::Refused), "only a 401 renews");
            assert!(!(refused && seen.renewed), "a token is renewed once a look");
            let may_send = seen.may_send || refused;
            seen = Seen { history: history.encode(), renewed: refused, may_send, ..seen };
            explore(asked, Happened::CredentialsGiven, seen, counts);
            explore(asked, Happened::CallTimeout, after(Came::Missed, seen), counts);
            let answer = refused.then(|| answer(401, Body::Text("")));
            let no_token = Happened::NoCredentials { problem: "function failed", answer };
            // The refusal is a better error than the missing second token.
            let came = if refused { Came::Refused } else { Came::NoCredentials };
            explore(asked, no_token, after(came, seen), counts);
        }
        Step::SignAgain { .. } => panic!("nothing is signed"),
        Step::Send { history, .. } => {
            assert!(seen.may_send, "between two requests there is a pause or a renewal");
            assert!(seen.remaining >= 1.0, "nothing is sent after the end");
            seen = Seen { history: history.encode(), may_send: false, ..seen };
            for (came, happened) in outcomes() {
                explore(asked, happened, after(came, seen), counts);
            }
        }
        Step::Pause { history, milliseconds, hidden_milliseconds, fault, .. } => {
            let came = seen.came.unwrap();
            assert!(milliseconds > 0.0 && milliseconds <= seen.remaining, "no pause outlives the wait");
            assert!(hidden_milliseconds >= milliseconds && hidden_milliseconds <= seen.remaining);
            assert!(!matches!(came, Came::Late | Came::Fatal | Came::Refused | Came::Gone), "{came:?}");
            assert!(
                came != Came::NoCredentials || seen.task_seen,
                "a session that was never there will not come"
            );
            assert_eq!(fault.is_none(), matches!(came, Came::Running | Came::Success | Came::Failed));
            assert!(seen.failures <= asked.number("maxConsecutiveFailures"), "too many failures in a row");
            assert_eq!(u64::from(history.retries()), seen.failures);
            seen.remaining -= milliseconds;
            seen = Seen { history: history.encode(), may_send: true, renewed: false, came: None, ..seen };
            explore(asked, Happened::Paused, seen, counts);
        }
        Step::Give => {
            counts.given += 1;
            assert!(ends_well(asked, &seen), "{:?}", seen.came);
        }
        Step::Fail(error) => {
            counts.failed += 1;
            check(asked, &seen, &error);
        }
    }
}

fn check(asked: &Asked<'_>, seen: &Seen, error: &Error) {
    assert!(error.message.starts_with(&format!("{}: ", asked.operation.name)));
    assert!(!ends_well(asked, seen), "{error:?}");
    let expected = match seen.came {
        // The pause lasted until the deadline.
        None | Some(Came::Late) => {
            assert!(seen.remaining < 1.0 && error.reason.contains("(waitTimeout)"), "{error:?}");
            vec![ErrorKind::Timeout]
        }
        Some(Came::Failed) => {
            assert!(!until_deleted(asked));
            vec![ErrorKind::TaskFailed]
        }
        Some(Came::Gone) => vec![ErrorKind::NotFound],
        Some(Came::Refused) => vec![ErrorKind::Unauthenticated],
        Some(Came::Missed) => {
            assert!(seen.failures > asked.number("maxConsecutiveFailures"), "{error:?}");
            vec![ErrorKind::Unavailable, ErrorKind::InvalidResponse, ErrorKind::Network, ErrorKind::Timeout]
        }
        Some(Came::NoCredentials) => {
            assert!(!seen.task_seen || seen.failures > asked.number("maxConsecutiveFailures"), "{error:?}");
            vec![ErrorKind::NoCredentials]
        }
        Some(Came::Fatal) => vec![ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Network],
        Some(came @ (Came::Running | Came::Success | Came::Throttled)) => {
            panic!("{came:?} ends no wait: {error:?}")
        }
    };
    assert!(expected.contains(&error.kind), "{error:?}");
}

/// After any sequence, good answers end the wait within a few steps.
fn settles(asked: &Asked<'_>, mut happened: Happened<'_>, mut seen: Seen) {
    for _ in 0..6 {
        let (history, remaining) = (History::decode(seen.history), seen.remaining);
        let event = Event { happened, history, remaining, random: 0.5, interval: Value::Absent };
        (seen.history, happened) = match next(asked, &event) {
            Step::AskCredentials { history, .. } => (history.encode(), Happened::CredentialsGiven),
            Step::Send { history, .. } if until_deleted(asked) => (history.encode(), gone()),
            Step::Send { history, .. } => {
                let look = Look { status: "SUCCESS", ..Look::default() };
                (history.encode(), Happened::Looked(look))
            }
            Step::Pause { history, milliseconds, .. } => {
                seen.remaining -= milliseconds;
                (history.encode(), Happened::Paused)
            }
            Step::Give | Step::Fail(_) | Step::SignAgain { .. } => return,
        };
    }
    panic!("it goes on and on");
}

fn keeps_its_promises(operation: &'static Operation, options: &[(&str, Value<'static>)]) {
    for most in [0, 2] {
        let mut counts = Counts::default();
        let most = [("maxConsecutiveFailures", Value::Whole(most))];
        let wait = asked(operation, &[USUAL.as_slice(), options, &most].concat());
        for sign_in in [SignIn::Token, SignIn::TokenFunction] {
            let wait = Asked { sign_in, ..wait.clone() };
            for remaining in [9e15, 5_000.0] {
                let seen = Seen {
                    steps: 0,
                    history: 0,
                    remaining,
                    came: None,
                    may_send: true,
                    renewed: false,
                    task_seen: false,
                    failures: 0,
                };
                explore(&wait, Happened::Begun, seen, &mut counts);
            }
        }
        let all = [counts.given, counts.failed, counts.unfinished];
        assert!(all.iter().all(|count| *count > 20), "{counts:?}");
    }
}

#[test]
fn every_sequence_of_events_keeps_the_guarantees_of_a_wait() {
    keeps_its_promises(&WAIT_FOR_TASK, &[]);
}

#[test]
fn every_sequence_of_events_keeps_the_guarantees_of_a_wait_for_a_deletion() {
    keeps_its_promises(&WAIT_FOR_TASK, &[("until", Value::Text("deleted"))]);
}

#[test]
fn every_sequence_of_events_keeps_the_guarantees_of_a_watch() {
    keeps_its_promises(&WATCH_TASK, &[]);
}
