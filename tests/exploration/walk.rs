//! The walk through every sequence of events. After an equal history the same follows, so each state is explored once. There the
//! flow runs a second time, to check that it keeps no state.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::alphabet::{Clock, Letter, Meaning};
use super::rules::{After, Broken, Pause, in_bounds, judge};
use super::scene::Scene;
use super::seen::{FIRST, Seen};
use sfs_turbo_tasks::call::event::Event;
use sfs_turbo_tasks::call::step::Step;
use sfs_turbo_tasks::request::Asked;

/// What is explored: the right flow, or a broken one.
pub(crate) type Flow = dyn Fn(&Asked<'_>, &Event<'_>) -> Step;

/// The number of events in a sequence, after the first event of a call.
pub(crate) const DEPTH: usize = 8;

/// The number of sequences, and how they end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sequences {
    pub(crate) good: u64,
    pub(crate) given: u64,
    pub(crate) failed: u64,
    /// The waits that continue after [`DEPTH`] events.
    pub(crate) unfinished: u64,
}

impl Sequences {
    pub(crate) fn all(self) -> u64 {
        self.good + self.given + self.failed + self.unfinished
    }

    pub(crate) fn add(&mut self, more: Sequences) {
        self.good += more.good;
        self.given += more.given;
        self.failed += more.failed;
        self.unfinished += more.unfinished;
    }
}

/// A broken rule, and the events that lead to it.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) rule: Broken,
    pub(crate) path: String,
}

type State = (&'static str, Clock, Seen, usize);

/// All possible events of one call.
pub(crate) struct Walk<'a> {
    scene: &'a Scene,
    flow: &'a Flow,
    path: Vec<String>,
    known: HashMap<State, (Sequences, u64)>,
}

impl<'a> Walk<'a> {
    /// Explores all of it.
    pub(crate) fn through(scene: &'a Scene, flow: &'a Flow) -> Result<(Sequences, usize), Report> {
        let mut walk = Walk { scene, flow, path: Vec::new(), known: HashMap::new() };
        match walk.tell(&FIRST[0], Clock::Right, Seen::nothing(scene), 0) {
            Ok(sequences) => Ok((sequences, walk.known.len())),
            Err(rule) => Err(Report { rule, path: format!("{}: {}", scene.name(), walk.path.join(", ")) }),
        }
    }

    /// Reports an event, and continues with all events that may follow.
    fn tell(
        &mut self,
        letter: &'static Letter,
        clock: Clock,
        seen: Seen,
        depth: usize,
    ) -> Result<Sequences, Broken> {
        self.path.push(format!("{} ({clock:?})", letter.name));
        let state = (letter.name, clock, seen, depth);
        let seen = seen.after(self.scene, letter, clock);
        let step = (self.flow)(&self.scene.asked, &seen.event(self.scene, letter, 0.5));
        let print = fingerprint(&step);
        let sequences = match self.known.get(&state) {
            Some((_, before)) if *before != print => return Err("the same event gives the same step again"),
            Some((sequences, _)) => *sequences,
            None => {
                let sequences = self.follow(letter, seen, &step, depth)?;
                self.known.insert(state, (sequences, print));
                sequences
            }
        };
        self.path.pop();
        Ok(sequences)
    }

    fn follow(
        &mut self,
        letter: &'static Letter,
        seen: Seen,
        step: &Step,
        depth: usize,
    ) -> Result<Sequences, Broken> {
        let (next, letters, clocks) = match judge(self.scene, &seen, letter, step)? {
            After::Given => return Ok(Sequences { given: 1, ..Sequences::default() }),
            After::Failed => return Ok(Sequences { failed: 1, ..Sequences::default() }),
            After::Next(next, letters, clocks) => (next, letters, clocks),
        };
        if let Step::Pause { .. } = step {
            for random in [0.0, 0.999] {
                let step = (self.flow)(&self.scene.asked, &seen.event(self.scene, letter, random));
                match Pause::of(&step) {
                    Some(pause) => in_bounds(self.scene, &seen, letter, &pause)?,
                    // A pause may be too long for the remaining time of a call that does not poll.
                    None if !self.scene.follows() && matches!(step, Step::Fail(_)) => {}
                    None => return Err("chance changes no more than a pause"),
                }
            }
        }
        if depth == DEPTH {
            return Ok(Sequences { unfinished: 1, ..Sequences::default() });
        }
        let mut sequences = Sequences::default();
        for letter in letters.into_iter().flatten() {
            if letter.meaning == Meaning::Good {
                sequences.good += 1;
                continue;
            }
            for clock in clocks {
                sequences.add(self.tell(letter, *clock, next, depth + 1)?);
            }
        }
        Ok(sequences)
    }
}

/// A number that identifies a step, without all of its text, which would take longer than the flow.
fn fingerprint(step: &Step) -> u64 {
    let mut hasher = DefaultHasher::new();
    match step {
        Step::AskCredentials { history, refused, .. } => (0, history.encode(), refused).hash(&mut hasher),
        Step::SignAgain { history, skew, .. } => (1, history.encode(), skew.to_bits()).hash(&mut hasher),
        Step::Send { history, request, .. } => (2, history.encode(), &request.url).hash(&mut hasher),
        Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, .. } => {
            let times = [milliseconds, hidden_milliseconds, wake_milliseconds].map(|time| time.to_bits());
            (3, history.encode(), times).hash(&mut hasher);
        }
        Step::Give => 4.hash(&mut hasher),
        Step::Fail(error) => (5, &error.message, error.retryable).hash(&mut hasher),
    }
    hasher.finish()
}
