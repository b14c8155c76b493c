//! What an operation is to this host: its table, its options, and the type of its answer.

use super::answer::Answer;
use super::following::Following;
use crate::operation::Operation;
use crate::value::Value;

/// The options of one operation. A sibling is a type with this trait, and a method of [`super::Client`].
pub(super) trait Ask: 'static {
    /// What a good answer is read as.
    type Answer: Answer;

    /// The table.
    const OPERATION: &'static Operation;

    /// The value of one of the operation's own options, by the name in its table.
    fn value(&self, name: &str) -> Value<'_>;

    /// How often it asks, if it asks again and again.
    fn following(&self) -> Option<&Following> {
        None
    }
}
