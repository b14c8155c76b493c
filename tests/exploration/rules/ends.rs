//! The rules for every failure: that it may end the call, and the fields of its error.

use super::super::alphabet::{Letter, Meaning, Told};
use super::super::scene::Scene;
use super::super::seen::{Seen, is_missing_new, passes};
use super::pauses::longest;
use super::{Broken, must};
use sfs_turbo_tasks::error::{Error, ErrorKind};
use sfs_turbo_tasks::request::sign_in::SignIn;

pub(super) fn judge(scene: &Scene, seen: &Seen, letter: &Letter, error: &Error) -> Result<(), Broken> {
    let start = format!("{}: ", scene.asked.operation.name);
    must(error.message.starts_with(&start), "a sentence starts with the name of its operation")?;
    must(!error.code().is_empty() && !error.reason.is_empty(), "an error has a code and a reason")?;
    must(!is_renewed(scene, seen, letter), "a refusal that can be mended is mended")?;
    if scene.follows() { wait(scene, seen, letter, error) } else { once(scene, seen, letter, error) }
}

/// Whether another token, or another time, has to be tried.
fn is_renewed(scene: &Scene, seen: &Seen, letter: &Letter) -> bool {
    let refused = matches!(letter.meaning, Meaning::Refused | Meaning::Skewed);
    let token = refused && scene.sign_in() == SignIn::TokenFunction;
    let clock = letter.meaning == Meaning::Skewed && scene.sign_in().signs();
    seen.renewals == 0 && (token || clock)
}

fn once(scene: &Scene, seen: &Seen, letter: &Letter, error: &Error) -> Result<(), Broken> {
    must(letter.meaning != Meaning::Done, "a call goes on where nothing has gone wrong")?;
    if passes(scene, seen, letter) && seen.pauses < scene.asked.number("maxRetries") {
        let in_time = longest(seen, letter) < seen.remaining as f64;
        must(!in_time, "what may pass is tried again as often as maxRetries says")?;
    }
    says(scene, seen, letter, error)?;
    let in_doubt = scene.acts_twice() && letter.may_have_acted;
    let doubt = error.message.contains("the task may exist");
    must(doubt == in_doubt, "an error says that a task may exist where one may")?;
    let may_pass = matches!(letter.meaning, Meaning::MayPass | Meaning::Throttled);
    let may_pass = may_pass || letter.kind == ErrorKind::Timeout;
    must(error.retryable == (may_pass && !in_doubt), "an error says whether the call does no harm again")
}

/// Kind and status are those of the event that ended the call.
fn says(scene: &Scene, seen: &Seen, letter: &Letter, error: &Error) -> Result<(), Broken> {
    let kind = match letter.meaning {
        Meaning::NoTask if !scene.is_about_a_task() => ErrorKind::Rejected,
        Meaning::NoCredentials if seen.refused => ErrorKind::Unauthenticated,
        _ => letter.kind,
    };
    must(error.kind == kind, "a call fails with what it ended with")?;
    let status = if letter.told == Told::NoCredentials && seen.refused { 401 } else { letter.status() };
    must(error.http_status == status, "an error has the status of its answer")?;
    must(error.request_id == if status > 0 { "r" } else { "" }, "an error has the id of its request")?;
    must(error.field.is_empty(), "no argument is blamed that was right")
}

fn wait(scene: &Scene, seen: &Seen, letter: &Letter, error: &Error) -> Result<(), Broken> {
    let is_look = letter.is_look();
    let passes = passes(scene, seen, letter);
    // A pause up to the end, or a failure at the end.
    if letter.told == Told::Paused || (passes && seen.remaining < 1) {
        must(seen.remaining < 1, "a wait goes on as long as it may")?;
        must(error.kind == ErrorKind::Timeout, "a wait whose time is over has run out of time")?;
        must(error.reason.contains("(waitTimeout)"), "a wait whose time is over says which time")?;
        return must(error.retryable, "a wait whose time is over may be made again");
    }
    if is_look && letter.meaning == Meaning::EndedBadly && !scene.until_deleted() {
        must(error.kind == ErrorKind::TaskFailed, "a task that failed fails its wait")?;
        return must(error.request_id == "r", "an error has the id of its request");
    }
    let too_many = seen.failures > scene.asked.number("maxConsecutiveFailures");
    let counts = passes && letter.meaning != Meaning::Throttled && !is_missing_new(scene, seen, letter);
    if (is_look || passes) && !(counts && too_many) {
        must(scene.has_bad_interval() && seen.looks > 0, "what may pass ends no wait")?;
        must(error.kind == ErrorKind::InvalidRequest, "a wrong interval is a wrong argument")?;
        return must(error.field == "interval", "a wrong argument is named");
    }
    must(letter.meaning != Meaning::Done, "a call goes on where nothing has gone wrong")?;
    says(scene, seen, letter, error)
}
