//! The possible results of a look in a wait, and the state after each.

use crate::call::event::{Fault, Happened, Look};
use crate::call::tests::{coded, gone, network, refusal};
use crate::operation::Follow;
use crate::request::Asked;
use crate::value::Value;

/// The result of a look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Came {
    /// A task with a status that is not final.
    Running,
    Success,
    Failed,
    /// The task does not exist.
    Gone,
    Refused,
    Throttled,
    /// A temporary failure.
    Missed,
    /// A permanent failure.
    Fatal,
    /// There was no token for it.
    NoCredentials,
    /// No answer before the end of the wait.
    Late,
}

pub(super) fn outcomes() -> Vec<(Came, Happened<'static>)> {
    let look = |status, has_end| Happened::Looked(Look { status, has_end, message: "m", request_id: "r" });
    vec![
        (Came::Running, look("DOING", false)),
        (Came::Running, look("PAUSED", false)),
        (Came::Success, look("SUCCESS", true)),
        (Came::Failed, look("FAIL", true)),
        (Came::Failed, look("CANCELLED", true)),
        (Came::Gone, gone()),
        (Came::Refused, refusal(401)),
        (Came::Throttled, refusal(429)),
        (Came::Throttled, coded(503, "APIGW.0308")),
        (Came::Missed, refusal(503)),
        (Came::Missed, refusal(200)),
        (Came::Missed, network("ECONNRESET")),
        (Came::Missed, Happened::Fault(Fault::AttemptTimeout)),
        (Came::Missed, Happened::CallTimeout),
        (Came::Fatal, refusal(403)),
        (Came::Fatal, coded(404, "SFS.TURBO.0002")),
        (Came::Fatal, network("CERT_HAS_EXPIRED")),
        (Came::Late, Happened::CallTimeout),
    ]
}

/// The state of a wait so far.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) steps: usize,
    /// As the number that a host keeps.
    pub(super) history: u64,
    pub(super) remaining: f64,
    /// The result of the last look; `None` before the first look, and after a pause.
    pub(super) came: Option<Came>,
    /// Whether a request may be sent: at the start, after a pause and after a renewal.
    pub(super) may_send: bool,
    pub(super) renewed: bool,
    pub(super) task_seen: bool,
    pub(super) failures: u64,
}

/// The state after a look with this result.
pub(super) fn after(came: Came, seen: Seen) -> Seen {
    let good = matches!(came, Came::Running | Came::Success | Came::Failed);
    let counts = matches!(came, Came::Missed | Came::NoCredentials);
    Seen {
        came: Some(came),
        remaining: if came == Came::Late { 0.5 } else { seen.remaining },
        task_seen: seen.task_seen || good,
        failures: if good { 0 } else { seen.failures + u64::from(counts) },
        ..seen
    }
}

pub(super) fn until_deleted(asked: &Asked<'_>) -> bool {
    asked.value("until") == Value::Text("deleted")
}

pub(super) fn ends_well(asked: &Asked<'_>, seen: &Seen) -> bool {
    let watch = asked.operation.follow == Follow::Watch;
    match seen.came {
        Some(Came::Success) => !until_deleted(asked),
        Some(Came::Failed) => watch,
        Some(Came::Gone) => until_deleted(asked) || (watch && seen.task_seen),
        _ => false,
    }
}
