//! Histories and pauses of any kind.

use proptest::prelude::*;

use sfs_turbo_tasks::answer::Answer;
use sfs_turbo_tasks::answer::error_body::Body;
use sfs_turbo_tasks::call;
use sfs_turbo_tasks::call::event::{Event, Happened, Look};
use sfs_turbo_tasks::call::step::{History, Step};
use sfs_turbo_tasks::operation::wait_for_task::WAIT_FOR_TASK;
use sfs_turbo_tasks::value::Value;

use super::{USUAL, asked_of, config};

/// A history as a call can have it.
fn history() -> impl Strategy<Value = History> {
    (0..=1_000_u32, any::<[bool; 4]>(), 0..=15_u32, 0..=60_000_u32).prop_map(
        |(retries, [renewed, sent, unsure, seen], looks, pressure)| {
            let history = History::default().with_looks(looks).with_retries(retries).with_pressure(pressure);
            history.with_renewed(renewed).with_sent(sent).with_unsure(unsure).with_seen(seen)
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_history_is_a_number_that_javascript_can_count_to_and_back(history in history()) {
        let number = history.encode();
        prop_assert!(number < 1 << 53);
        prop_assert_eq!(History::decode(number), history);
    }

    #[test]
    fn no_pause_of_a_wait_outlives_it_or_falls_short_of_what_was_asked_for(
        history in history(), remaining in prop_oneof![0.0..100_000.0_f64, Just(9e15)], random in 0.0..1.0_f64,
        interval in 0..200_000_i64, status in prop_oneof![Just(200_u16), 400..600_u16],
        retry_after in prop_oneof![Just(0.0), 0.0..200_000.0_f64],
    ) {
        let asked = asked_of(&WAIT_FOR_TASK, &[&USUAL[..], &[("interval", Value::Function)]].concat());
        let answer = Answer { status, request_id: "", retry_after, body: Body::Text(""), missing: "", signed: "" };
        let happened = match status {
            200 => Happened::Looked(Look { status: "DOING", ..Look::default() }),
            _ => Happened::Answered(answer),
        };
        let event = Event { happened, history, remaining, random, interval: Value::Whole(interval) };
        if let Step::Pause { history: after, milliseconds, hidden_milliseconds, .. } = call::next(&asked, &event) {
            prop_assert!(interval >= 250);
            prop_assert!(milliseconds >= 0.0 && milliseconds <= remaining);
            prop_assert!(hidden_milliseconds >= milliseconds && hidden_milliseconds <= remaining);
            let least = (interval as f64 * 0.8).floor().max(if status == 200 { 0.0 } else { retry_after.floor() });
            // It is shorter only to leave time for a last look.
            prop_assert!(milliseconds >= least || milliseconds >= remaining.floor() - 1_000.0);
            prop_assert_eq!(History::decode(after.encode()), after);
        }
    }
}
