//! The alphabet: what a host can report after each step, as data, with facts that hold whatever the flow decides.

use sfs_turbo_tasks::answer::Answer;
use sfs_turbo_tasks::answer::error_body::{Body, NAMES};
use sfs_turbo_tasks::call::event::{Fault, Happened, Look};
use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::value::Value;

/// One event that a host can report.
#[derive(Debug)]
pub(crate) struct Letter {
    /// In words, for the path that leads to a broken rule.
    pub(crate) name: &'static str,
    pub(crate) told: Told,
    pub(crate) meaning: Meaning,
    /// The error of a call that ends here.
    pub(crate) kind: ErrorKind,
    /// Whether the service may have acted, although no good answer arrived.
    pub(crate) may_have_acted: bool,
    /// Milliseconds of the pause that the service demands.
    pub(crate) retry_after: u32,
}

/// How it is reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Told {
    Begun,
    CredentialsGiven,
    NoCredentials,
    /// The requested answer: after it, a call with one request is done and reports nothing more.
    Good,
    Looked {
        status: &'static str,
        has_end: bool,
    },
    /// An answer with this status and code; with the gateway's words about a clock that is this number of minutes behind.
    Answered {
        status: u16,
        code: &'static str,
        behind: u32,
    },
    /// An answer whose body was cut off.
    CutOff,
    Network(&'static str),
    NoResponse,
    AttemptTimeout,
    CallTimeout,
    /// The same while the request was being signed, so it was not sent.
    CallTimeoutUnsent,
    Paused,
}

/// What it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The request has done its work.
    Done,
    /// The call has its result.
    Good,
    /// A look at a running task; at a task that ended well; at a task that ended badly.
    Running,
    EndedWell,
    EndedBadly,
    /// The service says that the task does not exist; that the file system does not exist.
    NoTask,
    NoFileSystem,
    /// The token or the signature was refused; the signature because of a wrong clock.
    Refused,
    Skewed,
    Throttled,
    /// The next request may succeed.
    MayPass,
    /// The same, but only for a call that polls.
    MayPassInAWait,
    NoCredentials,
    /// The failure is permanent.
    Final,
}

const fn letter(name: &'static str, told: Told, meaning: Meaning, kind: ErrorKind) -> Letter {
    Letter { name, told, meaning, kind, may_have_acted: false, retry_after: 0 }
}

/// Not a failure.
const fn fine(name: &'static str, told: Told, meaning: Meaning) -> Letter {
    letter(name, told, meaning, ErrorKind::Runtime)
}

const fn answer(
    name: &'static str,
    status: u16,
    code: &'static str,
    meaning: Meaning,
    kind: ErrorKind,
) -> Letter {
    letter(name, Told::Answered { status, code, behind: 0 }, meaning, kind)
}

const fn refusal(name: &'static str, behind: u32, meaning: Meaning) -> Letter {
    let told = Told::Answered { status: 401, code: "APIGW.0301", behind };
    letter(name, told, meaning, ErrorKind::Unauthenticated)
}

impl Letter {
    const fn acting(self) -> Letter {
        Letter { may_have_acted: true, ..self }
    }

    const fn asking_for(self, retry_after: u32) -> Letter {
        Letter { retry_after, ..self }
    }

    /// Whether it is a good look at a task, in any state of the task.
    pub(crate) fn is_look(&self) -> bool {
        matches!(self.meaning, Meaning::Running | Meaning::EndedWell | Meaning::EndedBadly)
    }

    /// The status of an answer; 0 without one.
    pub(crate) fn status(&self) -> u16 {
        match self.told {
            Told::Answered { status, .. } => status,
            Told::CutOff => 200,
            _ => 0,
        }
    }
}

use ErrorKind as Kind;

pub(crate) const BEGUN: Letter = fine("begun", Told::Begun, Meaning::Done);

/// After a request for a token or a key.
pub(crate) const ASKED: &[Letter] = &[
    fine("given", Told::CredentialsGiven, Meaning::Done),
    letter("function failed", Told::NoCredentials, Meaning::NoCredentials, Kind::NoCredentials),
    letter("time is up", Told::CallTimeout, Meaning::MayPassInAWait, Kind::Timeout),
];

/// After a request had to be signed again: the host sets its clock, and nothing can fail.
pub(crate) const SIGNED_AGAIN: &[Letter] = &[fine("clock set right", Told::CredentialsGiven, Meaning::Done)];

/// After a pause.
pub(crate) const PAUSED: &[Letter] = &[fine("paused", Told::Paused, Meaning::Done)];

/// The same if the time of the call passes meanwhile.
pub(crate) const PAUSED_ONCE: &[Letter] = &[
    fine("paused", Told::Paused, Meaning::Done),
    letter("time is up", Told::CallTimeout, Meaning::MayPassInAWait, Kind::Timeout),
];

/// After a request of a call that does not poll.
pub(crate) const ANSWERED: &[Letter] = &[fine("good", Told::Good, Meaning::Good)];

/// After a request for a followed task.
pub(crate) const LOOKED: &[Letter] = &[
    fine("DOING", Told::Looked { status: "DOING", has_end: false }, Meaning::Running),
    fine("a status of a newer service", Told::Looked { status: "PAUSED", has_end: false }, Meaning::Running),
    fine("SUCCESS", Told::Looked { status: "SUCCESS", has_end: true }, Meaning::EndedWell),
    fine("FAIL", Told::Looked { status: "FAIL", has_end: true }, Meaning::EndedBadly),
    fine("a newer end", Told::Looked { status: "CANCELLED", has_end: true }, Meaning::EndedBadly),
];

/// After a request for a followed list.
pub(crate) const LISTED: &[Letter] =
    &[fine("a list", Told::Looked { status: "", has_end: false }, Meaning::Running)];

/// After a signed request, besides the other events.
pub(crate) const SIGNING: &[Letter] =
    &[letter("time is up before", Told::CallTimeoutUnsent, Meaning::MayPassInAWait, Kind::Timeout)];

/// After any request: everything except the requested answer.
pub(crate) const FAILED: &[Letter] = &[
    letter("cut off", Told::CutOff, Meaning::MayPassInAWait, Kind::InvalidResponse).acting(),
    answer("302", 302, "", Meaning::Final, Kind::InvalidResponse),
    answer("400", 400, "SFS.TURBO.0001", Meaning::Final, Kind::Rejected),
    answer("no task", 400, "SFS.TURBO.0106", Meaning::NoTask, Kind::NotFound),
    answer("no file system", 404, "SFS.TURBO.0002", Meaning::NoFileSystem, Kind::NotFound),
    answer("404", 404, "", Meaning::Final, Kind::Rejected),
    answer("401", 401, "", Meaning::Refused, Kind::Unauthenticated),
    refusal("401, 16 minutes behind", 16, Meaning::Skewed),
    refusal("401, 5 minutes behind", 5, Meaning::Refused),
    answer("403", 403, "", Meaning::Final, Kind::Forbidden),
    answer("429", 429, "", Meaning::Throttled, Kind::Throttled),
    answer("429 for 9 s", 429, "", Meaning::Throttled, Kind::Throttled).asking_for(9_000),
    answer("429 for 3 days", 429, "", Meaning::Throttled, Kind::Throttled).asking_for(259_200_000),
    answer("503 of the gateway's limit", 503, "APIGW.0308", Meaning::Throttled, Kind::Throttled),
    answer("500", 500, "", Meaning::MayPass, Kind::Unavailable).acting(),
    answer("503 for 9 s", 503, "", Meaning::MayPass, Kind::Unavailable).acting().asking_for(9_000),
    letter("reset", Told::Network("ECONNRESET"), Meaning::MayPass, Kind::Network).acting(),
    letter("refused", Told::Network("ECONNREFUSED"), Meaning::MayPass, Kind::Network),
    letter("a bad certificate", Told::Network("CERT_HAS_EXPIRED"), Meaning::Final, Kind::Network),
    letter("no response", Told::NoResponse, Meaning::MayPassInAWait, Kind::InvalidResponse).acting(),
    letter("attempt timeout", Told::AttemptTimeout, Meaning::MayPass, Kind::Timeout).acting(),
    letter("time is up", Told::CallTimeout, Meaning::MayPassInAWait, Kind::Timeout).acting(),
];

/// What a clock does meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Clock {
    /// It continues.
    Right,
    /// It jumps past the end of the call.
    Ahead,
    /// It is set back by an hour.
    Back,
}

/// What clocks do while a request is under way, and while a call pauses.
pub(crate) const CLOCKS: &[Clock] = &[Clock::Right, Clock::Ahead];
pub(crate) const PAUSING_CLOCKS: &[Clock] = &[Clock::Right, Clock::Ahead, Clock::Back];

/// When the requests were signed, and what the gateway knows of it.
pub(crate) const TIME: &str = "2026-01-02T03:04:05";
const SIGNED: &str = "x-sdk-date:20260102T030405Z\n";
const FIVE: &str = "signature expired, signature time:20260102T030405Z,server time:20260102T030905Z";
const SIXTEEN: &str = "signature expired, signature time:20260102T030405Z,server time:20260102T032005Z";

/// Sixteen minutes in milliseconds.
pub(crate) const SKEW: f64 = 960_000.0;

impl Letter {
    /// As a host reports it. `refused`: whether the previous token was.
    pub(crate) fn happened(&self, refused: bool) -> Happened<'static> {
        match self.told {
            Told::Begun => Happened::Begun,
            Told::CredentialsGiven => Happened::CredentialsGiven,
            Told::NoCredentials => {
                let answer = refused.then(|| answered(401, "", 0, 0));
                Happened::NoCredentials { problem: "function failed: see cause", answer }
            }
            Told::Looked { status, has_end } => {
                Happened::Looked(Look { status, has_end, message: "m", request_id: "r" })
            }
            Told::Answered { status, code, behind } => {
                Happened::Answered(answered(status, code, behind, self.retry_after))
            }
            Told::CutOff => {
                let body = Body::Text("{\"task_id\": \"t");
                Happened::Answered(Answer { body, ..answered(200, "", 0, 0) })
            }
            Told::Network(code) => Happened::Fault(Fault::Network { code, words: "", in_page: false }),
            Told::NoResponse => Happened::Fault(Fault::NoResponse { function: "" }),
            Told::AttemptTimeout => Happened::Fault(Fault::AttemptTimeout),
            Told::Good | Told::CallTimeout | Told::CallTimeoutUnsent => Happened::CallTimeout,
            Told::Paused => Happened::Paused,
        }
    }
}

fn answered(status: u16, code: &'static str, behind: u32, retry_after: u32) -> Answer<'static> {
    let words = match behind {
        0 => "",
        5 => FIVE,
        _ => SIXTEEN,
    };
    let values = NAMES.map(|name| match name {
        "errCode" => Value::Text(code),
        "errMsg" => Value::Text(words),
        _ => Value::Absent,
    });
    let signed = if behind > 0 { SIGNED } else { "" };
    let body = Body::Object(values.into());
    Answer { status, request_id: "r", retry_after: retry_after.into(), body, missing: "", signed }
}
