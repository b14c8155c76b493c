//! What an operation is to this host: its table, its options, and the type of its answer.

use serde::de::DeserializeOwned;

use crate::operation::Operation;
use crate::value::Value;

/// The options of one operation. A sibling is a type with this trait, and a method of [`super::Client`].
pub(super) trait Ask: 'static {
    /// What a good answer is read as.
    type Answer: DeserializeOwned;

    /// The table.
    const OPERATION: &'static Operation;

    /// The value of one of the operation's own options, by the name in its table.
    fn value(&self, name: &str) -> Value<'_>;
}
