//! Forced traps, for the tests of what happens after one. Only in a build with feature `trap`, which is never shipped.

use crate::request::Request;

/// Traps if the task's id is `id`.
#[expect(clippy::panic, reason = "this is the one place that wants to")]
pub(crate) fn on(request: &Request, id: &str) {
    if request.task_id == id {
        panic!("forced by the task's id");
    }
}
