//! What an operation is: one table says what is asked and what comes back, and one flow runs every table.

use crate::answer::record::Field;
use crate::error::{Error, ErrorKind};

pub mod create_task;
pub mod delete_task;
pub mod get_task;
pub mod list_all_tasks;
pub mod list_tasks;
pub mod wait_for_task;
pub mod watch_task;
pub mod watch_tasks;

/// Every operation, in the order in which `js/operations` numbers them.
pub static OPERATIONS: [&Operation; 8] = [
    &get_task::GET_TASK,
    &list_tasks::LIST_TASKS,
    &list_all_tasks::LIST_ALL_TASKS,
    &create_task::CREATE_TASK,
    &delete_task::DELETE_TASK,
    &wait_for_task::WAIT_FOR_TASK,
    &watch_task::WATCH_TASK,
    &watch_tasks::WATCH_TASKS,
];

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
    pub options: &'static [&'static OptionRule],
    /// What it is about, in short, with the names of options in braces: `task {taskId}`.
    pub thing: &'static str,
    /// The same with the place it is in: `task {taskId} of file system {shareId}`.
    pub thing_in_place: &'static str,
    /// What a good answer is, with an article: `a task`.
    pub answer_name: &'static str,
    /// What a good answer holds.
    pub answer: AnswerShape,
    /// The default of `maxResponseBytes`.
    pub max_response_bytes: u32,
    /// Whether the request may be sent again after it may have arrived.
    pub repeat: Repeat,
    /// Whether it asks again and again, and what ends it.
    pub follow: Follow,
    /// The service's codes for "not there", each with what is not there. The first is about the very thing.
    pub not_found: &'static [(&'static str, &'static str)],
    /// The IAM action that a user needs (wire facts: the vendor's list of permissions).
    pub iam_action: &'static str,
}

impl Operation {
    /// Whether a failure says that the very thing is not there.
    pub fn is_gone(&self, failure: &Error) -> bool {
        failure.kind == ErrorKind::NotFound
            && self.not_found.first().is_some_and(|(code, _)| *code == failure.code)
    }
}

/// Whether a request may be sent twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing.
    Safe,
    /// It removes something. Where an answer was lost and the thing is not there any more, it has acted.
    Removal,
    /// It may act twice. The text says what to do when nobody knows whether it has acted.
    Unsafe(&'static str),
}

/// Whether an operation asks again and again, and what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// It asks once.
    No,
    /// It follows a task to its end, and fails if the task does.
    Wait,
    /// It follows a task to its end, whatever that is.
    Watch,
    /// It follows a list, without an end.
    List,
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
    /// The name of a directory.
    DirectoryName,
    /// What the names of objects or files begin with; `""` is as good as none.
    Prefix,
    /// A file mode: an octal number in decimal digits.
    Mode,
    /// The value of another option, which it follows. It may be given only if it is equal.
    SameAs(&'static str),
    /// A time: the host's date, or the service's text.
    Time,
    /// Milliseconds between two looks, or a function that gives them.
    Interval,
    /// A function.
    Function,
    /// An object, whose members are options with its name and a dot before theirs.
    Group,
    /// Anything.
    Any,
    /// One of these words, with a space between two.
    OneOf(&'static str),
    /// A whole number from the first to the second.
    Whole(u32, u32),
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
    Default(u32),
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
pub(crate) const LONGEST_TIME: u32 = 2_147_483_647;

/// The shortest time between two looks, in milliseconds: more often is of no use to anybody.
pub(crate) const SHORTEST_INTERVAL: u32 = 250;

const fn call(name: &'static str, rule: Rule, need: Need) -> OptionRule {
    OptionRule { name, rule, need, place: Place::Call }
}

const fn query(name: &'static str, rule: Rule, need: Need, wire: &'static str) -> OptionRule {
    OptionRule { name, rule, need, place: Place::Query(wire) }
}

const fn body(name: &'static str, rule: Rule, need: Need, wire: &'static str) -> OptionRule {
    OptionRule { name, rule, need, place: Place::Body(wire) }
}

const fn path(name: &'static str) -> OptionRule {
    OptionRule { name, rule: Rule::Identifier, need: Need::Required, place: Place::Path }
}

/// The file system that tasks belong to.
static SHARE_ID: OptionRule = path("shareId");
/// One task of it.
static TASK_ID: OptionRule = path("taskId");

/// The options that every operation has, in the order in which hosts give them.
///
/// The token, the signal and `fetch` are not among them: they belong to the host, and the core never sees them.
pub static COMMON: [OptionRule; 8] = [
    call("region", Rule::Text, Need::Optional),
    call("endpoint", Rule::Text, Need::Optional),
    path("projectId"),
    call("timeout", Rule::Whole(1, LONGEST_TIME), Need::Default(60_000)),
    call("attemptTimeout", Rule::Whole(1, LONGEST_TIME), Need::Default(20_000)),
    call("maxRetries", Rule::Whole(0, 10), Need::Default(2)),
    // The operation's own default replaces this one.
    call("maxResponseBytes", Rule::Whole(1, LONGEST_TIME), Need::Optional),
    call("allowInsecure", Rule::Flag, Need::Optional),
];

#[cfg(test)]
pub(crate) mod tests;
