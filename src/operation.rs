//! The tables of the operations: a table says what is sent and what comes back, and one flow runs all tables.

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

/// All operations, in the order of the numbers in `js/operations`.
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
    /// Its name in JavaScript. Every sentence about it starts with this name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with names of options in braces.
    pub path: &'static str,
    /// `Content-Type` of the request. The API page calls it mandatory, also without a body.
    pub content_type: &'static str,
    /// Its own options, which come after [`COMMON`].
    pub options: &'static [&'static OptionRule],
    /// A short name of its object for sentences, with names of options in braces: `task {taskId}`.
    pub thing: &'static str,
    /// The same with its place: `task {taskId} of file system {shareId}`.
    pub thing_in_place: &'static str,
    /// The name of a good answer, with an article: `a task`.
    pub answer_name: &'static str,
    /// The form of a good answer.
    pub answer: AnswerShape,
    /// The default of `maxResponseBytes`.
    pub max_response_bytes: u32,
    /// Whether the request may be sent again after it may have arrived.
    pub repeat: Repeat,
    /// Whether it polls, and when it ends.
    pub follow: Follow,
    /// The service's "not found" codes, each with the missing object. The first one is for the object of the operation.
    pub not_found: &'static [(&'static str, &'static str)],
    /// The IAM action that a user needs, from the vendor's list of permissions.
    pub iam_action: &'static str,
}

impl Operation {
    /// Whether a failure says that the object of the operation does not exist.
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
    /// It removes something. If an answer was lost and the object then no longer exists, the removal has succeeded.
    Removal,
    /// It may act twice. The text says what to do if it is not known whether it has acted.
    Unsafe(&'static str),
}

/// Whether an operation polls, and when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// It does not poll.
    No,
    /// It follows a task until the task ends, and fails if the task fails.
    Wait,
    /// It follows a task until the task ends in any way.
    Watch,
    /// It follows a list, and does not end by itself.
    List,
}

/// The form of a good answer.
#[derive(Clone, Copy, Debug)]
pub enum AnswerShape {
    /// A JSON object with these fields.
    Record(&'static [Field]),
    /// A JSON object with a list of such records and their total number.
    List {
        /// The name of the list.
        name: &'static str,
        /// The fields of each record.
        fields: &'static [Field],
    },
    /// The answer is not read.
    Nothing,
}

/// One option: its name in JavaScript, the rule for its value, and its place in the request.
#[derive(Debug)]
pub struct OptionRule {
    /// The name in JavaScript.
    pub name: &'static str,
    /// The rule for its value.
    pub rule: Rule,
    /// Whether it may be left out.
    pub need: Need,
    /// Its place in the request.
    pub place: Place,
}

/// The rule for the value of an option.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// A string that is checked elsewhere: a region, an endpoint.
    Text,
    /// A string that can be one segment of a path.
    Identifier,
    /// The name of a directory.
    DirectoryName,
    /// The start of the names of objects or files; `""` counts as left out.
    Prefix,
    /// A file mode: an octal number in decimal digits.
    Mode,
    /// The value of another option. It may be given only if it is equal.
    SameAs(&'static str),
    /// A time: the host's date, or a string in the service's format.
    Time,
    /// Milliseconds between two looks, or a function that gives them.
    Interval,
    /// A function.
    Function,
    /// An object. Its members are options whose names have the name of the group and a dot in front.
    Group,
    /// Any value.
    Any,
    /// One of these words, which are separated by spaces.
    OneOf(&'static str),
    /// A whole number from the first to the second.
    Whole(u32, u32),
    /// `true` or `false`.
    Flag,
}

/// Whether an option may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It is required.
    Required,
    /// It may be left out, and is not sent then.
    Optional,
    /// It may be left out, and has this value then.
    Default(u32),
}

/// The place of an option in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// None: it is an option of the call itself.
    Call,
    /// In the path.
    Path,
    /// In the query, with this name.
    Query(&'static str),
    /// In the JSON body, with this name; `a.b` is field `b` of object `a`.
    Body(&'static str),
}

/// The longest time of JavaScript's timers, in milliseconds. A longer one would fire at once.
pub(crate) const LONGEST_TIME: u32 = 2_147_483_647;

/// The shortest time between two looks, in milliseconds. More frequent looks would be of no use.
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

/// The file system of the tasks.
static SHARE_ID: OptionRule = path("shareId");
/// One task of the file system.
static TASK_ID: OptionRule = path("taskId");

/// The options of every operation, in the order in which hosts pass them.
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
