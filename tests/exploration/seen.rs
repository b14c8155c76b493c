//! What has been seen of a call so far: what a host keeps, and what the rules need.

use super::alphabet::{BEGUN, Clock, Letter, Meaning, Told};
use super::scene::{FOR_EVER, Scene};
use sfs_turbo_tasks::call::event::Event;
use sfs_turbo_tasks::call::step::History;
use sfs_turbo_tasks::operation::Follow;
use sfs_turbo_tasks::value::Value;

/// What was seen before a step. Two calls with equal values continue in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Seen {
    /// As the number that a host keeps; and the number before the request under way.
    pub(crate) history: u64,
    pub(crate) before: u64,
    /// Whole milliseconds, as a host reports them.
    pub(crate) remaining: u64,
    /// Requests, renewals and pauses: of the call, or since the last pause of a call that polls.
    pub(crate) requests: u64,
    pub(crate) renewals: u64,
    pub(crate) pauses: u64,
    /// Failures in a row, and good looks, of a call that polls.
    pub(crate) failures: u64,
    pub(crate) looks: u64,
    /// Whether there is a token for the next request.
    pub(crate) has_token: bool,
    /// Whether an earlier request may have acted; whether the last one may.
    pub(crate) lost: bool,
    pub(crate) may_have_acted: bool,
    /// Whether a token was refused, and a new one was requested.
    pub(crate) refused: bool,
}

impl Seen {
    /// Nothing yet.
    pub(crate) fn nothing(scene: &Scene) -> Seen {
        Seen {
            history: 0,
            before: 0,
            remaining: scene.time,
            requests: 0,
            renewals: 0,
            pauses: 0,
            failures: 0,
            looks: 0,
            has_token: false,
            lost: false,
            may_have_acted: false,
            refused: false,
        }
    }

    /// What is known after an event.
    pub(crate) fn after(self, scene: &Scene, letter: &Letter, clock: Clock) -> Seen {
        let mut seen = self;
        if letter.told == Told::CallTimeoutUnsent {
            seen.history = seen.before;
        }
        match clock {
            Clock::Ahead => seen.remaining = 0,
            Clock::Back if seen.remaining < FOR_EVER => seen.remaining += 3_600_000,
            Clock::Right | Clock::Back => {}
        }
        // The time of a call that does not poll is over; for a call that polls, the time of one look.
        if letter.told == Told::CallTimeout && !scene.follows() {
            seen.remaining = 0;
        }
        seen.lost |= seen.may_have_acted;
        seen.may_have_acted = letter.may_have_acted;
        match letter.meaning {
            Meaning::Running | Meaning::EndedWell | Meaning::EndedBadly => {
                (seen.failures, seen.looks) = (0, seen.looks + 1);
            }
            Meaning::MayPass | Meaning::MayPassInAWait => seen.failures += 1,
            Meaning::NoCredentials if !seen.refused => seen.failures += 1,
            _ => {}
        }
        seen
    }

    /// The event that a letter is.
    pub(crate) fn event(&self, scene: &Scene, letter: &Letter, random: f64) -> Event<'static> {
        Event {
            happened: letter.happened(self.refused),
            history: History::decode(self.history),
            remaining: self.remaining as f64,
            random,
            interval: if self.looks > 0 { scene.interval } else { Value::Absent },
        }
    }

    /// Time passes.
    pub(crate) fn wait(&mut self, milliseconds: f64) {
        if self.remaining < FOR_EVER {
            self.remaining = self.remaining.saturating_sub(milliseconds as u64);
        }
    }
}

/// Whether a failure may be followed by another request.
pub(crate) fn passes(scene: &Scene, seen: &Seen, letter: &Letter) -> bool {
    match letter.meaning {
        Meaning::MayPass => scene.follows() || !(scene.acts_twice() && letter.may_have_acted),
        Meaning::Throttled => true,
        Meaning::MayPassInAWait => scene.follows(),
        Meaning::NoCredentials => scene.follows() && seen.looks > 0 && !seen.refused,
        Meaning::NoTask => is_missing_new(scene, seen, letter),
        _ => false,
    }
}

/// Whether a new task may still be missing.
pub(crate) fn is_missing_new(scene: &Scene, seen: &Seen, letter: &Letter) -> bool {
    letter.meaning == Meaning::NoTask && scene.is_new() && seen.looks == 0 && !scene.until_deleted()
}

/// Whether a call that ends here succeeds without an answer of its own.
pub(crate) fn ends_well(scene: &Scene, seen: &Seen, letter: &Letter) -> bool {
    let follow = scene.asked.operation.follow;
    match (follow, letter.meaning) {
        (Follow::No, Meaning::NoTask) => scene.asked.operation.name == "deleteTask" && seen.lost,
        (Follow::Wait | Follow::Watch, Meaning::EndedWell) => !scene.until_deleted(),
        (Follow::Watch, Meaning::EndedBadly) => true,
        (Follow::Wait, Meaning::NoTask) => scene.until_deleted(),
        (Follow::Watch, Meaning::NoTask) => seen.looks > 0,
        _ => false,
    }
}

/// The possible first events.
pub(crate) const FIRST: &[Letter] = &[BEGUN];
