//! The rules for every step of every call. A broken rule is returned in words, and nothing panics.

use super::alphabet::{
    ANSWERED, ASKED, CLOCKS, Clock, FAILED, LISTED, LOOKED, Letter, Meaning, PAUSED, PAUSED_ONCE,
    PAUSING_CLOCKS, SIGNED_AGAIN, SIGNING, SKEW, Told,
};
use super::scene::Scene;
use super::seen::{Seen, ends_well};
use sfs_turbo_tasks::call::step::Step;
use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::operation::Follow;
use sfs_turbo_tasks::request::sign_in::SignIn;

mod ends;
mod pauses;

pub(crate) use pauses::{Pause, in_bounds};

/// The sentence of a broken rule.
pub(crate) type Broken = &'static str;

/// What follows a step: an end, or the next possible events.
#[derive(Debug)]
pub(crate) enum After {
    Given,
    Failed,
    Next(Seen, Vec<&'static [Letter]>, &'static [Clock]),
}

/// Returns the sentence if the condition does not hold.
pub(crate) fn must(holds: bool, rule: Broken) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(rule) }
}

/// The rules for a step after an event, with everything that was seen before.
pub(crate) fn judge(scene: &Scene, seen: &Seen, letter: &Letter, step: &Step) -> Result<After, Broken> {
    match step {
        Step::AskCredentials { history, refused, fault } => {
            let mut next = asked(scene, seen, letter, *refused)?;
            let kind = fault.as_ref().map(|error| error.kind);
            must(kind == refused.then_some(ErrorKind::Unauthenticated), "a renewal tells the refusal")?;
            next.history = history.encode();
            Ok(After::Next(next, vec![ASKED], CLOCKS))
        }
        Step::SignAgain { history, skew, fault } => {
            must(scene.sign_in().signs(), "only a call that signs signs anew")?;
            must(letter.meaning == Meaning::Skewed, "only a wrong clock makes a signature anew")?;
            must(seen.renewals == 0, "a signature is made anew once")?;
            must(*skew == SKEW, "a clock is set by what the gateway says")?;
            must(fault.kind == ErrorKind::Unauthenticated, "a renewal tells the refusal")?;
            let renewals = seen.renewals + 1;
            let next = Seen { history: history.encode(), renewals, has_token: true, ..*seen };
            Ok(After::Next(next, vec![SIGNED_AGAIN], CLOCKS))
        }
        Step::Send { history, request, signature } => {
            sent(scene, seen, letter)?;
            must(signature.is_some() == scene.sign_in().signs(), "what is to be signed is signed")?;
            must(request.url.starts_with("https://"), "nothing is sent to another place")?;
            let mut next = Seen { history: history.encode(), requests: seen.requests + 1, ..*seen };
            (next.has_token, next.refused) = (false, false);
            let good = match scene.asked.operation.follow {
                Follow::No => ANSWERED,
                Follow::Wait | Follow::Watch => LOOKED,
                Follow::List => LISTED,
            };
            let mut letters = vec![good, FAILED];
            if scene.sign_in().signs() {
                next.before = seen.history;
                letters.push(SIGNING);
            }
            Ok(After::Next(next, letters, CLOCKS))
        }
        Step::Fail(error) => {
            must(!ends_well(scene, seen, letter), "what has come to its end does not fail")?;
            ends::judge(scene, seen, letter, error)?;
            Ok(After::Failed)
        }
        Step::Give => {
            must(ends_well(scene, seen, letter), "only what has come to its end ends well")?;
            Ok(After::Given)
        }
        Step::Pause { .. } => match Pause::of(step) {
            Some(pause) => {
                let next = pauses::judge(scene, seen, letter, &pause)?;
                let letters = if scene.follows() { PAUSED } else { PAUSED_ONCE };
                Ok(After::Next(next, vec![letters], PAUSING_CLOCKS))
            }
            None => Ok(After::Failed),
        },
    }
}

/// A function has to return a token or a key.
fn asked(scene: &Scene, seen: &Seen, letter: &Letter, refused: bool) -> Result<Seen, Broken> {
    must(scene.sign_in().asks(), "only a function is asked")?;
    if refused {
        must(matches!(letter.meaning, Meaning::Refused | Meaning::Skewed), "only a 401 renews a token")?;
        must(scene.sign_in() == SignIn::TokenFunction, "a key is not renewed")?;
        must(seen.renewals == 0, "a token is renewed once")?;
        return Ok(Seen { renewals: seen.renewals + 1, refused: true, ..*seen });
    }
    let is_first = letter.told == Told::Begun;
    let is_next_look = scene.follows() && letter.told == Told::Paused;
    must(is_first || is_next_look, "a function is asked before a first request and before each look")?;
    must(is_first || seen.remaining >= 1, "nothing is asked after the end")?;
    Ok(Seen { refused: false, ..*seen })
}

/// A request is sent.
fn sent(scene: &Scene, seen: &Seen, letter: &Letter) -> Result<(), Broken> {
    must(letter.meaning == Meaning::Done, "between two requests there is a pause or a renewal")?;
    let has_token = letter.told == Told::CredentialsGiven || seen.has_token || !scene.sign_in().asks();
    // One key serves for all requests of a call that does not poll.
    let has_key = !scene.follows() && seen.requests > 0;
    must(has_token || has_key, "no request goes before its token")?;
    if scene.follows() {
        return must(letter.told != Told::Paused || seen.remaining >= 1, "nothing is sent after the end");
    }
    let most = 1 + scene.asked.number("maxRetries") + seen.renewals;
    must(seen.requests < most, "no more requests than maxRetries and a renewal allow")
}
