//! Explores every sequence of up to six events, and checks the guarantees of a call after each event.

use super::{create_task, delete_task, get_task, gone, network, refusal, signing, with_function};
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::{Event, Fault, Happened};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::error::Error;
use crate::operation::Repeat;
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::value::Value;

mod looks;
mod waits;

/// The number of events in a sequence, without the start.
const DEPTH: usize = 6;
const TIME: f64 = 20_000.0;

/// The state of a call so far.
#[derive(Clone)]
struct Seen {
    steps: Vec<&'static str>,
    history: History,
    remaining: f64,
    /// The status of the last attempt, and whether it may have acted.
    last_status: u16,
    may_have_acted: bool,
    /// Whether the last answer said that the task does not exist, and whether an earlier attempt may have acted.
    is_gone: bool,
    lost: bool,
    sent: usize,
    renewals: usize,
}

#[derive(Default)]
struct Counts {
    calls: usize,
    failures: usize,
    /// Deletions that have succeeded although no answer said so.
    given: usize,
}

/// The possible events after a request: its status, whether it may have acted, and the event. The first one says that the task
/// does not exist.
fn outcomes() -> Vec<(u16, bool, Happened<'static>)> {
    let mut outcomes = vec![(400, false, gone())];
    let statuses = [200, 302, 400, 401, 403, 404, 429, 500, 503];
    outcomes.extend(statuses.map(|status| (status, !(300..500).contains(&status), refusal(status))));
    outcomes.push((401, false, Happened::Answered(signing::refused(signing::BEHIND))));
    outcomes.push((200, true, Happened::Answered(answer(200, Body::TooLarge))));
    outcomes.push((0, true, network("ECONNRESET")));
    outcomes.push((0, false, network("ECONNREFUSED")));
    outcomes.push((0, false, network("CERT_HAS_EXPIRED")));
    outcomes.push((0, true, Happened::Fault(Fault::NoResponse { function: "" })));
    outcomes.push((0, true, Happened::Fault(Fault::AttemptTimeout)));
    outcomes.push((0, true, Happened::CallTimeout));
    outcomes
}

fn explore(asked: &Asked<'_>, happened: Happened<'_>, mut seen: Seen, counts: &mut Counts) {
    counts.calls += 1;
    let event = Event {
        happened,
        history: seen.history,
        remaining: seen.remaining,
        random: 0.5,
        interval: Value::Absent,
    };
    let step = next(asked, &event);
    let deeper = seen.steps.len() < DEPTH;
    match step {
        Step::AskCredentials { history, refused, .. } => {
            assert!(asked.sign_in.asks(), "only a function is called");
            assert_eq!(refused, seen.sent > 0, "a renewal follows a request, a first token precedes all");
            seen.renewals += usize::from(refused);
            assert!(seen.renewals <= 1, "a token is renewed once");
            assert!(!refused || seen.last_status == 401, "only a 401 renews");
            assert!(!(refused && asked.sign_in.signs()), "a key is not renewed");
            seen.history = history;
            seen.steps.push("token");
            if deeper {
                explore(asked, Happened::CredentialsGiven, seen.clone(), counts);
                let answer = refused.then(|| answer(401, Body::Text("")));
                explore(
                    asked,
                    Happened::NoCredentials { problem: "function failed", answer },
                    seen.clone(),
                    counts,
                );
                explore(asked, Happened::CallTimeout, seen, counts);
            }
        }
        Step::SignAgain { history, .. } => {
            assert!(
                asked.sign_in.signs() && seen.last_status == 401,
                "only a refused signature is made again"
            );
            seen.renewals += 1;
            assert!(seen.renewals <= 1, "a signature is made again only once");
            seen.history = history;
            seen.steps.push("sign");
            if deeper {
                explore(asked, Happened::CredentialsGiven, seen, counts);
            }
        }
        Step::Send { history, request, signature } => {
            assert_eq!(signature.is_some(), asked.sign_in.signs());
            assert!(!(seen.may_have_acted && acts_twice(asked)), "nothing acts twice");
            assert!(
                request.url.starts_with("https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/")
            );
            if asked.sign_in.asks() {
                assert_eq!(seen.steps.first(), Some(&"token"), "no request before its token");
            }
            seen.sent += 1;
            assert!(seen.sent <= 1 + 2 + seen.renewals, "no more requests than retries and a renewal allow");
            seen.history = history;
            seen.steps.push("send");
            if deeper {
                for (index, (status, may_have_acted, happened)) in outcomes().into_iter().enumerate() {
                    let lost = seen.lost || seen.may_have_acted;
                    let seen = Seen {
                        last_status: status,
                        may_have_acted,
                        is_gone: index == 0,
                        lost,
                        ..seen.clone()
                    };
                    explore(asked, happened, seen, counts);
                }
            }
        }
        Step::Pause { history, milliseconds, .. } => {
            assert_eq!(seen.steps.last(), Some(&"send"), "a pause follows a request");
            assert!(milliseconds >= 0.0 && milliseconds < seen.remaining, "no pause outlives the call");
            assert_eq!(history.retries(), seen.history.retries() + 1);
            seen.history = history;
            seen.is_gone = false;
            seen.remaining -= milliseconds;
            seen.steps.push("pause");
            if deeper {
                explore(asked, Happened::Paused, seen.clone(), counts);
                explore(asked, Happened::CallTimeout, seen, counts);
            }
        }
        Step::Give => {
            counts.given += 1;
            assert!(has_acted(asked, &seen), "only a deletion whose answer was lost has acted");
        }
        Step::Fail(error) => {
            counts.failures += 1;
            assert!(!has_acted(asked, &seen), "a deletion that has acted does not fail: {error:?}");
            check(asked, &seen, &error);
        }
    }
}

fn acts_twice(asked: &Asked<'_>) -> bool {
    matches!(asked.operation.repeat, Repeat::Unsafe(_))
}

/// Whether the task no longer exists and an earlier attempt may have deleted it.
fn has_acted(asked: &Asked<'_>, seen: &Seen) -> bool {
    asked.operation.repeat == Repeat::Removal && seen.lost && seen.is_gone
}

fn check(asked: &Asked<'_>, seen: &Seen, error: &Error) {
    assert!(error.message.starts_with(&format!("{}: ", asked.operation.name)));
    assert!(!error.code().is_empty() && !error.reason.is_empty());
    let acted = seen.may_have_acted && acts_twice(asked) && seen.sent > 0;
    assert!(!(acted && error.retryable), "what may have acted is not called harmless: {error:?}");
    assert_eq!(error.field, "");
}

fn explored(asked: &Asked<'_>, remaining: f64) -> Counts {
    let mut counts = Counts::default();
    let seen = Seen {
        steps: Vec::new(),
        history: History::default(),
        remaining,
        last_status: 0,
        may_have_acted: false,
        is_gone: false,
        lost: false,
        sent: 0,
        renewals: 0,
    };
    explore(asked, Happened::Begun, seen, &mut counts);
    counts
}

#[test]
fn every_sequence_of_events_keeps_the_guarantees_of_a_call() {
    let mut impatient = get_task();
    impatient.options.iter_mut().find(|(option, _)| option.name == "maxRetries").unwrap().1 = Value::Whole(0);
    let with_functions =
        [create_task(), delete_task()].map(|asked| Asked { sign_in: SignIn::TokenFunction, ..asked });
    let without = [get_task(), with_function(), create_task(), delete_task(), impatient];
    let signing = [SignIn::AccessKey, SignIn::AccessKeyFunction];
    let signing = signing.map(|sign_in| Asked { sign_in, ..signing::signing() });
    for asked in without.into_iter().chain(with_functions).chain(signing) {
        for remaining in [TIME, 100.0] {
            let counts = explored(&asked, remaining);
            assert!(counts.failures > 10 && counts.calls > counts.failures, "{}", counts.calls);
            // Within a tenth of a second nothing is retried, except after a renewal.
            let removal = asked.operation.repeat == Repeat::Removal && remaining == TIME;
            assert_eq!(counts.given > 0, removal);
        }
    }
}
