//! Forced traps, for the tests of what happens after a trap. Only in a build with feature `trap`, which is never shipped.

use crate::call::event::{Event, Happened};
use crate::request::Asked;
use crate::value::Value;

/// Traps if the id of the task or file system requests it: at once for `trap`, after an answer for `trap-after-answer`.
#[expect(clippy::panic, reason = "this is the one place that wants to")]
pub(crate) fn on(asked: &Asked<'_>, event: &Event<'_>) {
    let wanted = match event.happened {
        Happened::Begun => "trap",
        Happened::Answered(_) => "trap-after-answer",
        _ => return,
    };
    if ["taskId", "shareId"].iter().any(|name| asked.value(name) == Value::Text(wanted)) {
        panic!("forced by an id");
    }
}
