//! The error of a call.

use core::fmt;

use super::cause::Cause;
use super::redact::redact;
use crate::error::{Error, ErrorKind};
use crate::operation::get_task::Task;

/// The only error of this client. `Display` is [`ClientError::message`]. Neither `Display` nor `Debug` shows a token.
///
/// It holds no JavaScript value, so it is `Send`, `Sync` and `Clone`.
///
/// ```no_run
/// use sfs_turbo_tasks::client::ClientError;
/// use sfs_turbo_tasks::error::ErrorKind;
///
/// fn advice(error: &ClientError) -> &'static str {
///     match error.kind() {
///         ErrorKind::NotFound => "the task is gone",
///         ErrorKind::TaskFailed => "read what the task says",
///         ErrorKind::Unauthenticated | ErrorKind::NoCredentials => "sign in again",
///         _ if error.retryable() => "try again later",
///         _ => "tell the administrator",
///     }
/// }
/// ```
#[derive(Clone, PartialEq)]
pub struct ClientError {
    error: Box<Error>,
    operation: &'static str,
    attempts: u32,
    cause: Option<Cause>,
    task: Option<Box<Task>>,
}

impl ClientError {
    /// An error of an operation. The tokens that the call has sent are removed from its texts.
    pub(super) fn new(
        mut error: Box<Error>,
        operation: &'static str,
        attempts: u32,
        cause: Option<&Cause>,
        tokens: &[String],
    ) -> Self {
        // An error that does not come from the core has no sentence yet.
        if error.message.is_empty() {
            error.message = format!("{operation}: {}", error.reason);
        }
        for text in [
            &mut error.code,
            &mut error.reason,
            &mut error.message,
            &mut error.request_id,
            &mut error.encoded_authorization_message,
        ] {
            *text = redact(text, tokens);
        }
        ClientError {
            error,
            operation,
            attempts,
            cause: cause.map(|cause| cause.without(tokens)),
            task: None,
        }
    }

    /// The same error, with the last known state of the task.
    pub(super) fn with_task(mut self, task: Option<&Task>, tokens: &[String]) -> Self {
        self.task = task.map(|task| {
            let mut task = Box::new(task.clone());
            for text in [
                &mut task.task_id,
                &mut task.src_target,
                &mut task.src_prefix,
                &mut task.dest_target,
                &mut task.dest_prefix,
                &mut task.message,
            ] {
                *text = redact(text, tokens);
            }
            task
        });
        self
    }

    /// The kind of failure: the value to branch on.
    pub fn kind(&self) -> ErrorKind {
        self.error.kind
    }

    /// The operation that failed, such as `getTask`.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The code of the service or gateway, verbatim, such as `SFS.TURBO.0106`. If an answer has no code, `HTTP.502`; if there is no
    /// answer, `CLIENT.…`. Never empty.
    pub fn code(&self) -> &str {
        self.error.code()
    }

    /// The service's message, at most 512 characters; if there is none, the reason in this client's words.
    pub fn reason(&self) -> &str {
        &self.error.reason
    }

    /// One sentence for logs and for people: what failed, for which task, the code, the status and the request id.
    pub fn message(&self) -> &str {
        &self.error.message
    }

    /// The HTTP status; `None` if there was no answer, or one that a browser does not let the page read.
    pub fn http_status(&self) -> Option<u16> {
        Some(self.error.http_status).filter(|status| *status > 0)
    }

    /// The id of the request, from the answer's header or body, if there is one.
    pub fn request_id(&self) -> Option<&str> {
        filled(&self.error.request_id)
    }

    /// Whether the same call may succeed later without a change, and does no harm then.
    pub fn retryable(&self) -> bool {
        self.error.retryable
    }

    /// How many requests the call has sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The missing or malformed option, with its name in the npm package. Only for kind `InvalidRequest`.
    pub fn field(&self) -> Option<&str> {
        filled(&self.error.field)
    }

    /// The encoded text of a 403 from which an administrator can decode the missing permission, if there is one.
    pub fn encoded_authorization_message(&self) -> Option<&str> {
        filled(&self.error.encoded_authorization_message)
    }

    /// The last known state of the task in a wait or watch. For kind `TaskFailed` it is the task that failed.
    pub fn task(&self) -> Option<&Task> {
        self.task.as_deref()
    }

    /// The error that was thrown underneath, if there was one.
    pub fn cause(&self) -> Option<&Cause> {
        self.cause.as_ref()
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

impl fmt::Display for ClientError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl fmt::Debug for ClientError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientError")
            .field("kind", &self.kind())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("attempts", &self.attempts)
            .field("cause", &self.cause)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ClientError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}
