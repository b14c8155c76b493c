//! What an operation is: one table says what is asked and what comes back, and one flow runs every table.

use crate::answer::record::Field;

pub mod get_task;

/// Every operation, in the order in which `js/operations` numbers them.
pub static OPERATIONS: [&Operation; 1] = [&get_task::GET_TASK];

/// One operation of the service.
#[derive(Debug)]
pub struct Operation {
    /// Its name in JavaScript, which every sentence about it starts with.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with the names of options in braces.
    pub path: &'static str,
    /// `Content-Type` of the request. The API page calls it mandatory, also where there is no body.
    pub content_type: &'static str,
    /// Its own options, which come after [`COMMON`].
    pub options: &'static [OptionRule],
    /// What it is about, in short, with the names of options in braces: `task {taskId}`.
    pub thing: &'static str,
    /// The same with the place it is in: `task {taskId} of file system {shareId}`.
    pub thing_in_place: &'static str,
    /// What a good answer is, with an article: `a task`.
    pub answer_name: &'static str,
    /// What a good answer holds.
    pub answer: AnswerShape,
    /// The default of `maxResponseBytes`.
    pub max_response_bytes: u64,
    /// Whether the request may be sent again after it may have arrived.
    pub repeat: Repeat,
    /// The service's codes for "not there", each with what is not there.
    pub not_found: &'static [(&'static str, &'static str)],
    /// The IAM action that a user needs (wire facts: the vendor's list of permissions).
    pub iam_action: &'static str,
}

/// Whether a request may be sent twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing, or nothing more the second time.
    Safe,
    /// It may act twice. The text says what to do when nobody knows whether it has acted.
    Unsafe(&'static str),
}

/// What a good answer holds.
#[derive(Clone, Copy, Debug)]
pub enum AnswerShape {
    /// A JSON object with these fields.
    Record(&'static [Field]),
    /// A JSON object with a list of such records, and how many there are in all.
    List {
        /// The name of the list.
        name: &'static str,
        /// The fields of each record.
        fields: &'static [Field],
    },
    /// Nothing that is read.
    Nothing,
}

/// One option: its name in JavaScript, what it must be, and where it goes.
#[derive(Debug)]
pub struct OptionRule {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it must be.
    pub rule: Rule,
    /// Whether it may be left out.
    pub need: Need,
    /// Where it goes.
    pub place: Place,
}

/// What an option must be.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// A string, judged elsewhere: a region, an endpoint.
    Text,
    /// A string that fits into a path as one segment.
    Identifier,
    /// One of these words, with a space between two.
    OneOf(&'static str),
    /// A whole number from the first to the second.
    Whole(u64, u64),
    /// `true` or `false`.
    Flag,
}

/// Whether an option may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Required,
    /// It may be left out, and is not sent then.
    Optional,
    /// It may be left out, and is this number then.
    Default(u64),
}

/// Where an option goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: it is about the call itself.
    Call,
    /// Into the path.
    Path,
    /// Into the query, under this name.
    Query(&'static str),
    /// Into the JSON body, under this name; `a.b` is field `b` of object `a`.
    Body(&'static str),
}

/// The longest time that JavaScript's timers can count, in milliseconds. A longer one would fire at once.
const LONGEST_TIME: u64 = 2_147_483_647;

const fn call(name: &'static str, rule: Rule, need: Need) -> OptionRule {
    OptionRule { name, rule, need, place: Place::Call }
}

/// The options that every operation has, in the order in which hosts give them.
///
/// The token, the signal and `fetch` are not among them: they belong to the host, and the core never sees them.
pub static COMMON: [OptionRule; 8] = [
    call("region", Rule::Text, Need::Optional),
    call("endpoint", Rule::Text, Need::Optional),
    OptionRule { name: "projectId", rule: Rule::Identifier, need: Need::Required, place: Place::Path },
    call("timeout", Rule::Whole(1, LONGEST_TIME), Need::Default(60_000)),
    call("attemptTimeout", Rule::Whole(1, LONGEST_TIME), Need::Default(20_000)),
    call("maxRetries", Rule::Whole(0, 10), Need::Default(2)),
    // The operation's own default replaces this one.
    call("maxResponseBytes", Rule::Whole(1, LONGEST_TIME), Need::Optional),
    call("allowInsecure", Rule::Flag, Need::Optional),
];

#[cfg(test)]
pub(crate) mod tests;
