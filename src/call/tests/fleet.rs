//! Many waits that start together, against a gateway with a low limit, on a simulated clock.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::refusal;
use crate::call::event::{Event, Happened, Look};
use crate::call::next;
use crate::call::step::{History, Step};
use crate::operation::wait_for_task::WAIT_FOR_TASK;
use crate::request::tests::{USUAL, asked};
use crate::value::Value;

const WAITS: usize = 1_000;
/// Requests per second that the gateway allows.
const LIMIT: usize = 20;
/// Tasks last from half an hour to two hours, in milliseconds.
const SHORTEST_TASK: f64 = 1_800_000.0;
const LONGEST_TASK: f64 = 7_200_000.0;

/// Random numbers that are at least 0 and below 1. They are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The requests of one second.
#[derive(Clone, Copy, Default)]
struct Second {
    requests: usize,
    let_through: usize,
}

/// The seconds until the last wait has ended. It panics if a wait fails.
fn run(seed: u64) -> Vec<Second> {
    let mut chance = Chance(seed);
    let asked = asked(&WAIT_FOR_TASK, &USUAL);
    let ends: Vec<f64> =
        (0..WAITS).map(|_| SHORTEST_TASK + chance.draw() * (LONGEST_TASK - SHORTEST_TASK)).collect();
    let mut histories = vec![0_u64; WAITS];
    let mut seconds: Vec<Second> = Vec::new();
    let mut looks: BinaryHeap<Reverse<(u64, usize)>> =
        (0..WAITS).map(|wait| Reverse(((chance.draw() * 1_000.0) as u64, wait))).collect();
    while let Some(Reverse((now, wait))) = looks.pop() {
        let at = usize::try_from(now / 1_000).unwrap();
        seconds.resize(seconds.len().max(at + 1), Second::default());
        let second = &mut seconds[at];
        second.requests += 1;
        assert!(second.requests <= 2 * WAITS, "a wait sends requests without a pause");
        let happened = if second.let_through < LIMIT {
            second.let_through += 1;
            let status = if now as f64 >= ends[wait] { "SUCCESS" } else { "DOING" };
            Happened::Looked(Look { status, ..Look::default() })
        } else {
            refusal(429)
        };
        let event = Event {
            happened,
            history: History::decode(histories[wait]),
            remaining: 9e15,
            random: chance.draw(),
            interval: Value::Absent,
        };
        match next(&asked, &event) {
            Step::Pause { history, milliseconds, .. } => {
                histories[wait] = history.encode();
                looks.push(Reverse((now + milliseconds as u64, wait)));
            }
            Step::Give => {}
            other => panic!("{other:?}"),
        }
    }
    seconds
}

#[test]
fn a_thousand_waits_that_start_together_do_not_overload_the_gateway_and_all_end() {
    for seed in [20_261_126, 1] {
        let seconds = run(seed);
        let busy = &seconds[60..1_800];
        let requests: usize = busy.iter().map(|second| second.requests).sum();
        let limit = LIMIT * busy.len();
        assert!(requests * 100 <= limit * 125, "{requests} requests where {limit} may pass");
        // Only the limit slows them down: they use what it allows.
        assert!(requests * 100 >= limit * 90, "{requests} requests where {limit} may pass");
        // Each wait sees the end of its task within two and a half of the longest pauses.
        assert!(seconds.len() < 7_200 + 180, "the last one ended after {} s", seconds.len());
    }
}
