//! An operation as this host sees it: its table, its options, and the type of its result.

use super::answer::Answer;
use super::following::Following;
use crate::operation::Operation;
use crate::value::Value;

/// The options of one operation. A new operation is a type with this trait, and a method of [`super::Client`].
pub(super) trait CallOptions: 'static {
    /// The type of the result.
    type Answer: Answer;

    /// The table.
    const OPERATION: &'static Operation;

    /// The value of one of the operation's own options, by the name in its table.
    fn value(&self, name: &str) -> Value<'_>;

    /// The options for polling, if the operation polls.
    fn following(&self) -> Option<&Following> {
        None
    }
}
