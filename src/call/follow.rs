//! Calls that poll: the pauses between looks, the effect of a failed look, and the end of the call.

use super::event::{Event, Happened, Look};
use super::failure::{fail, named};
use super::step::{History, Step};
use crate::answer::error_body::LONGEST_MESSAGE;
use crate::error::{Error, ErrorKind};
use crate::operation::{Follow, LONGEST_TIME, SHORTEST_INTERVAL};
use crate::request::Asked;
use crate::request::rule::add_range;
use crate::text::{Sentence, beginning, owned};
use crate::value::Value;

/// The pauses after the first looks, in milliseconds. Each is 1.5 times the one before.
const FIRST: [u32; 5] = [2_000, 3_000, 4_500, 6_750, 10_125];
/// The pause after every later look.
const USUAL: u32 = 15_000;
/// Failures and throttled answers double a pause up to this value.
const LONGEST: u32 = 60_000;
/// Each good answer reduces the pressure of throttled answers by this much.
const RELIEF: u32 = 1_000;
/// The last look is made this long before the end of the wait, so that there is time for its answer; in a short wait a tenth of
/// the wait.
const LAST_LOOK: u64 = 1_000;
/// A service may request a pause of any length. A wait makes its next look after an hour, plus up to a fifth at random.
const LONGEST_ASKED_FOR: f64 = 3_600_000.0;
/// A task that has just been created may be missing for this many looks, which take half a minute.
const LOOKS_FOR_NEW: u32 = 5;

/// The step after a good answer.
pub(super) fn looked(asked: &Asked<'_>, event: &Event<'_>, look: &Look<'_>) -> Step {
    let until_deleted = asked.value("until").text() == Some("deleted");
    match (asked.operation.follow, look.status) {
        (Follow::List | Follow::No, _) => {}
        _ if until_deleted => {}
        (_, "SUCCESS") | (Follow::Watch, "FAIL") => return Step::Give,
        (Follow::Wait, "FAIL") => return failed(asked, look, None),
        (_, "DOING" | "DELETING") => {}
        // An unknown status counts as running, unless the task has an end time.
        (Follow::Watch, _) if look.has_end => return Step::Give,
        (Follow::Wait, _) if look.has_end => return failed(asked, look, Some("CLIENT.TASK_STATUS_UNKNOWN")),
        _ => {}
    }
    let before = event.history;
    let pressure = before.pressure().saturating_sub(RELIEF);
    let history = History::default().with_looks(before.looks() + 1).with_pressure(pressure).with_seen(true);
    match interval(asked, event) {
        Ok(interval) => pause(asked, event, history, interval.max(pressure), 0.0, None),
        Err(error) => fail(asked, error),
    }
}

/// The step after a look without a good answer.
pub(super) fn missed(asked: &Asked<'_>, event: &Event<'_>, failure: Box<Error>, retry_after: f64) -> Step {
    let before = event.history;
    let is_gone = asked.operation.is_gone(&failure);
    if is_gone && (asked.value("until").text() == Some("deleted") || before.seen() && is_watch(asked)) {
        return Step::Give;
    }
    let is_new = is_gone && !before.seen() && matches!(asked.value("raw"), Value::Flag(true));
    let throttled = failure.kind == ErrorKind::Throttled;
    let passes = match failure.kind {
        // An interrupted body or a proxy may be a temporary problem. A redirect is not.
        ErrorKind::InvalidResponse => {
            failure.http_status / 100 == 2 || matches!(event.happened, Happened::Fault(_))
        }
        // A session may be missing for a moment. If there was none from the start, waiting does not help.
        ErrorKind::NoCredentials => before.seen(),
        ErrorKind::NotFound => is_new && before.looks() < LOOKS_FOR_NEW,
        _ => failure.retryable,
    };
    if passes && event.remaining < 1.0 {
        return fail(asked, out_of_time(asked));
    }
    let retries = before.retries() + u32::from(!throttled && !is_new);
    if !passes || u64::from(retries) > asked.number("maxConsecutiveFailures") {
        return fail(asked, failure);
    }
    let interval = match interval(asked, event) {
        Ok(interval) => interval,
        Err(error) => return fail(asked, error),
    };
    let mut history = before.with_retries(retries).with_renewed(false).with_sent(false);
    history = history.with_looks(before.looks() + u32::from(is_new));
    let longest = LONGEST.max(interval);
    let mut milliseconds = interval.max(before.pressure());
    if throttled {
        milliseconds = milliseconds.saturating_mul(2).min(longest);
        history = history.with_pressure(milliseconds.min(LONGEST));
    } else {
        milliseconds = milliseconds.max(interval.saturating_mul(1 << retries.min(8)).min(longest));
    }
    pause(asked, event, history, milliseconds, retry_after, Some(named(asked, failure)))
}

/// The error of a wait whose time has expired.
#[cold]
pub(super) fn out_of_time(asked: &Asked<'_>) -> Box<Error> {
    let mut reason = Sentence::new("stopped following ");
    reason.fill(asked.operation.thing, asked).add(" after ").number(asked.number("waitTimeout"));
    reason.add(" ms (waitTimeout); nothing was cancelled: call again to continue");
    Error::of_client(ErrorKind::Timeout, reason.text)
}

fn is_watch(asked: &Asked<'_>) -> bool {
    asked.operation.follow == Follow::Watch
}

/// Milliseconds until the next look if there is no problem, before the random part.
#[inline(never)]
fn interval(asked: &Asked<'_>, event: &Event<'_>) -> Result<u32, Box<Error>> {
    let own = match asked.value("interval") {
        Value::Function => event.interval,
        own => own,
    };
    let mut problem = Sentence::default();
    match own {
        Value::Absent => return Ok(FIRST.get(event.history.looks() as usize).copied().unwrap_or(USUAL)),
        own => add_range(&mut problem, own, SHORTEST_INTERVAL, LONGEST_TIME),
    }
    match own {
        Value::Whole(number) if problem.text.is_empty() => Ok(number as u32),
        _ => Err(Error::of_argument("interval", &problem.text)),
    }
}

#[inline(never)]
fn pause(
    asked: &Asked<'_>,
    event: &Event<'_>,
    history: History,
    milliseconds: u32,
    retry_after: f64,
    fault: Option<Box<Error>>,
) -> Step {
    // Without a random part, many waits that start together would always send their requests together.
    let chance = 800 + (event.random * 400.0) as u64;
    // The pause that the service requests is the minimum.
    let longer = |milliseconds: f64| (milliseconds * (1.0 + event.random * 0.2)) as u64;
    let asked_for = longer(retry_after.min(LONGEST_ASKED_FOR));
    let milliseconds = (u64::from(milliseconds) * chance / 1_000).max(asked_for);
    let hidden = milliseconds.max(longer(LONGEST.into()));
    // A page that is shown and hidden again and again, or an unstable connection, must not use up all failures at once. Nor may
    // it send a request before the time that the service has given.
    let wake = match &fault {
        None => SHORTEST_INTERVAL.into(),
        Some(error) if error.kind == ErrorKind::Throttled || asked_for > 0 => milliseconds,
        Some(_) => milliseconds / 4,
    };
    let remaining = event.remaining as u64;
    let hidden_milliseconds = match asked.value("whenHidden").text() {
        Some("same") => milliseconds,
        Some("pause") => remaining,
        _ => hidden,
    };
    let until_last = |milliseconds: u64| {
        let last_look = LAST_LOOK.min(asked.number("waitTimeout") / 10);
        let rest = remaining.saturating_sub(last_look);
        let end = if rest > last_look.min(SHORTEST_INTERVAL.into()) { rest } else { remaining };
        if milliseconds <= rest { milliseconds as f64 } else { end as f64 }
    };
    Step::Pause {
        history,
        milliseconds: until_last(milliseconds),
        hidden_milliseconds: until_last(hidden_milliseconds),
        wake_milliseconds: wake as f64,
        fault,
    }
}

/// The failure of a task that has ended badly.
#[cold]
fn failed(asked: &Asked<'_>, look: &Look<'_>, code: Option<&str>) -> Step {
    let mut sentence = Sentence::default();
    sentence.fill(asked.operation.thing_in_place, asked).add(" ended as ").add(look.status);
    let message = beginning(look.message, LONGEST_MESSAGE);
    let reason = if message.is_empty() { &sentence.text } else { message };
    let mut error = Error::of_client(ErrorKind::TaskFailed, owned(reason));
    if let Some(code) = code {
        error.code = owned(code);
    }
    let nothing = "the service gives no reason";
    sentence.add(": ").add(if message.is_empty() { nothing } else { message });
    error.message = sentence.text;
    error.request_id = owned(look.request_id);
    fail(asked, error)
}
