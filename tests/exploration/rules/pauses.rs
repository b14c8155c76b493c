//! The rules for every pause: whether there is one, its length, and its reported reason.

use super::super::alphabet::{Letter, Meaning};
use super::super::scene::Scene;
use super::super::seen::{Seen, ends_well, is_missing_new, passes};
use super::{Broken, must};
use sfs_turbo_tasks::call::step::{History, Step};
use sfs_turbo_tasks::error::{Error, ErrorKind};
use sfs_turbo_tasks::value::Value;

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
/// A wait takes its next look after at most an hour, whatever pause the service demands.
const HOUR: f64 = 60.0 * MINUTE;

/// The pause of a step.
pub(crate) struct Pause<'a> {
    history: History,
    /// The length, the length in a hidden page, and the least length after the page is shown again.
    times: [f64; 3],
    fault: Option<&'a Error>,
}

impl Pause<'_> {
    /// The pause that a step is.
    pub(crate) fn of(step: &Step) -> Option<Pause<'_>> {
        let Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault } = step
        else {
            return None;
        };
        let times = [*milliseconds, *hidden_milliseconds, *wake_milliseconds];
        Some(Pause { history: *history, times, fault: fault.as_deref() })
    }
}

/// The events that follow a valid pause.
pub(super) fn judge(scene: &Scene, seen: &Seen, letter: &Letter, pause: &Pause<'_>) -> Result<Seen, Broken> {
    let is_good = letter.is_look();
    let acts_again = scene.acts_twice() && letter.may_have_acted;
    must(!acts_again, "what may have acted is not sent again")?;
    let goes_on = (scene.follows() && is_good) || passes(scene, seen, letter);
    must(goes_on, "only what may pass is followed by a pause")?;
    must(!ends(scene, seen, letter), "what has come to its end goes on no more")?;
    let told = pause.fault.map(|error| error.kind);
    let kind = (!is_good).then_some(letter.kind);
    must(told == kind, "a failure is told with its pause, and nothing else is")?;
    in_bounds(scene, seen, letter, pause)?;
    let mut next = Seen { history: pause.history.encode(), pauses: seen.pauses + 1, ..*seen };
    let retries = u64::from(pause.history.retries());
    if scene.follows() {
        let most = scene.asked.number("maxConsecutiveFailures");
        must(seen.failures <= most, "no more failures in a row than maxConsecutiveFailures")?;
        must(retries == seen.failures, "failures in a row are counted")?;
        must(!scene.has_bad_interval() || seen.looks == 0, "no time that cannot be waited is waited")?;
        (next.requests, next.renewals, next.pauses, next.refused) = (0, 0, 0, false);
        (next.lost, next.may_have_acted, next.before) = (false, false, 0);
    } else {
        must(retries == next.pauses, "requests that are sent again are counted")?;
    }
    next.wait(pause.times[0]);
    Ok(next)
}

/// Whether a call must not continue: its task has ended, and the caller waited for that.
fn ends(scene: &Scene, seen: &Seen, letter: &Letter) -> bool {
    let failed = letter.meaning == Meaning::EndedBadly && !scene.until_deleted();
    failed || ends_well(scene, seen, letter)
}

/// The possible lengths of a pause, for every random number.
pub(crate) fn in_bounds(
    scene: &Scene,
    seen: &Seen,
    letter: &Letter,
    pause: &Pause<'_>,
) -> Result<(), Broken> {
    must(pause.times.iter().all(|time| *time >= 0.0), "no pause is shorter than nothing")?;
    if scene.follows() { wait(scene, seen, letter, pause) } else { once(seen, letter, pause.times) }
}

fn once(seen: &Seen, letter: &Letter, [pause, hidden, wake]: [f64; 3]) -> Result<(), Broken> {
    must(pause < seen.remaining as f64, "no pause outlives the call")?;
    let asked_for = f64::from(letter.retry_after);
    must(pause >= asked_for, "no pause is shorter than Retry-After")?;
    must(pause <= longest(seen, letter), "no pause is longer than 8 s, or than Retry-After")?;
    must(
        hidden == pause && wake == pause,
        "a page that nobody sees changes no pause of a call that asks once",
    )
}

/// The longest pause of a call that does not poll.
pub(super) fn longest(seen: &Seen, letter: &Letter) -> f64 {
    let base = if letter.kind == ErrorKind::Throttled { 2.0 * SECOND } else { SECOND / 4.0 };
    let doubled = (0..seen.pauses).fold(base, |time, _| time * 2.0);
    doubled.min(8.0 * SECOND).max(letter.retry_after.into())
}

fn wait(scene: &Scene, seen: &Seen, letter: &Letter, pause: &Pause<'_>) -> Result<(), Broken> {
    let Pause { history, times: [pause, hidden, wake], .. } = *pause;
    let remaining = seen.remaining as f64;
    must(pause <= remaining && hidden <= remaining, "no pause outlives the wait")?;
    must(hidden >= pause, "a page that nobody sees is not looked after more often")?;
    let (shortest, longest) = interval(scene, seen);
    let asked_for = f64::from(letter.retry_after).min(HOUR);
    let failures = i32::try_from(history.retries().min(8)).unwrap_or_default();
    let doublings = match letter.meaning {
        Meaning::Throttled => 1,
        _ if is_missing_new(scene, seen, letter) => 0,
        _ => failures,
    };
    // A tenth of a millisecond for rounding.
    let least = (shortest * 2_f64.powi(doublings)).min(MINUTE.max(shortest)) * 0.8 - 1.0;
    // The last look is a second before the end of the wait, even if the pause would be longer.
    let is_last = pause >= remaining - SECOND;
    must(is_last || pause >= least, "no pause is shorter than its interval")?;
    must(is_last || pause >= asked_for, "no pause is shorter than Retry-After")?;
    let most = MINUTE.max(longest).max(asked_for) * 1.2;
    must(pause <= most, "no pause is longer than a minute, than its interval, or than Retry-After")?;
    must(hidden <= most.max(MINUTE * 1.2), "a page that nobody sees is looked after once a minute")?;
    must(!letter.is_look() || wake == 250.0, "a page that is shown again is looked after at once")?;
    let holds_back = letter.meaning == Meaning::Throttled || letter.retry_after > 0;
    must(!holds_back || wake >= pause, "a page that is shown again does not hurry a service that is busy")
}

/// The shortest and the longest time between two looks.
fn interval(scene: &Scene, seen: &Seen) -> (f64, f64) {
    match scene.interval {
        Value::Whole(own) if seen.looks > 0 => (own as f64, own as f64),
        _ => (2.0 * SECOND, 15.0 * SECOND),
    }
}
