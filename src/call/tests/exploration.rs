//! Every sequence of events up to a depth of six, against what must hold of each call.

use super::{create_task, get_task, network, refusal, with_function};
use crate::answer::error_body::Body;
use crate::answer::tests::answer;
use crate::call::event::{Event, Fault, Happened};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::error::Error;
use crate::operation::Repeat;
use crate::request::Asked;
use crate::value::Value;

/// The events of one sequence, the first one after the beginning.
const DEPTH: usize = 6;
const TIME: f64 = 20_000.0;

/// What has been seen of a call so far.
#[derive(Clone)]
struct Seen {
    steps: Vec<&'static str>,
    history: History,
    remaining: f64,
    /// How the last attempt came back, and whether it may have acted.
    last_status: u16,
    may_have_acted: bool,
    sent: usize,
    renewals: usize,
}

#[derive(Default)]
struct Counts {
    calls: usize,
    failures: usize,
}

/// What can happen after a request was sent: how the answer is called, what it is, and whether it may have acted.
fn outcomes() -> Vec<(u16, bool, Happened<'static>)> {
    let mut outcomes: Vec<(u16, bool, Happened<'static>)> = [200, 302, 400, 401, 403, 404, 429, 500, 503]
        .map(|status| (status, !(300..500).contains(&status), refusal(status)))
        .into();
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
    let event = Event { happened, history: seen.history, remaining: seen.remaining, random: 0.5 };
    let step = next(asked, &event);
    let deeper = seen.steps.len() < DEPTH;
    match step {
        Step::AskToken { history, refused } => {
            assert!(asked.token_function, "only a function is asked");
            assert_eq!(refused, seen.sent > 0, "a renewal follows a request, a first token precedes all");
            seen.renewals += usize::from(refused);
            assert!(seen.renewals <= 1, "a token is renewed once");
            assert!(!refused || seen.last_status == 401, "only a 401 renews");
            seen.history = history;
            seen.steps.push("token");
            if deeper {
                explore(asked, Happened::TokenGiven, seen.clone(), counts);
                let answer = refused.then(|| answer(401, Body::Text("")));
                explore(
                    asked,
                    Happened::NoToken { problem: "function failed", answer },
                    seen.clone(),
                    counts,
                );
                explore(asked, Happened::CallTimeout, seen, counts);
            }
        }
        Step::Send { history, request } => {
            assert!(!seen.may_have_acted || asked.operation.repeat == Repeat::Safe, "nothing acts twice");
            assert!(
                request.url.starts_with("https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/")
            );
            if asked.token_function {
                assert_eq!(seen.steps.first(), Some(&"token"), "no request before its token");
            }
            seen.sent += 1;
            assert!(seen.sent <= 1 + 2 + seen.renewals, "no more requests than retries and a renewal allow");
            seen.history = history;
            seen.steps.push("send");
            if deeper {
                for (status, may_have_acted, happened) in outcomes() {
                    let seen = Seen { last_status: status, may_have_acted, ..seen.clone() };
                    explore(asked, happened, seen, counts);
                }
            }
        }
        Step::Pause { history, milliseconds } => {
            assert_eq!(seen.steps.last(), Some(&"send"), "a pause follows a request");
            assert!(milliseconds >= 0.0 && milliseconds < seen.remaining, "no pause outlives the call");
            assert_eq!(history.retries, seen.history.retries + 1);
            seen.history = history;
            seen.remaining -= milliseconds;
            seen.steps.push("pause");
            if deeper {
                explore(asked, Happened::Paused, seen.clone(), counts);
                explore(asked, Happened::CallTimeout, seen, counts);
            }
        }
        Step::Fail(error) => {
            counts.failures += 1;
            check(asked, &seen, &error);
        }
    }
}

fn check(asked: &Asked<'_>, seen: &Seen, error: &Error) {
    assert!(error.message.starts_with(&format!("{}: ", asked.operation.name)));
    assert!(!error.code.is_empty() && !error.reason.is_empty());
    let acted = seen.may_have_acted && asked.operation.repeat != Repeat::Safe && seen.sent > 0;
    assert!(!(acted && error.retryable), "what may have acted is not called harmless: {error:?}");
    assert_eq!(error.field, "");
}

#[test]
fn every_sequence_of_events_keeps_the_promises_of_a_call() {
    let mut create_with_function = create_task();
    create_with_function.token_function = true;
    let mut impatient = get_task();
    impatient.options.iter_mut().find(|(option, _)| option.name == "maxRetries").unwrap().1 = Value::Whole(0);
    for asked in [get_task(), with_function(), create_task(), create_with_function, impatient] {
        for remaining in [TIME, 100.0] {
            let mut counts = Counts::default();
            let seen = Seen {
                steps: Vec::new(),
                history: History::default(),
                remaining,
                last_status: 0,
                may_have_acted: false,
                sent: 0,
                renewals: 0,
            };
            explore(&asked, Happened::Begun, seen, &mut counts);
            assert!(counts.failures > 10 && counts.calls > counts.failures, "{}", counts.calls);
        }
    }
}
