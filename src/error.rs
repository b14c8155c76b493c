//! What goes wrong: the kinds, and the one function that decides which it is.

use crate::text::concat;

/// What kind of failure it is. The README's table, the TypeScript union and this enum are one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// An argument is missing or malformed; nothing was sent. Not tried again.
    InvalidRequest,
    /// 401. Tried again once, if a token function gives another token.
    Unauthenticated,
    /// 403. Not tried again.
    Forbidden,
    /// 404, and 400 with `SFS.TURBO.0106` or `SFS.TURBO.0002`. Not tried again.
    NotFound,
    /// 429, and a gateway code that ends in `.0308`. Tried again.
    Throttled,
    /// Any other 4xx. Not tried again.
    Rejected,
    /// 5xx. Tried again.
    Unavailable,
    /// `fetch` rejected: refused, reset, DNS, CORS. Tried again.
    Network,
    /// The time for one attempt, or for the call, ran out. The former is tried again.
    Timeout,
    /// An answer that is no task. Not tried again.
    InvalidResponse,
    /// WebAssembly could not start, or trapped. Only JavaScript can see it, so only JavaScript makes it.
    Runtime,
}

impl ErrorKind {
    /// Every kind, in the order of the README's table.
    pub const ALL: [ErrorKind; 11] = [
        ErrorKind::InvalidRequest,
        ErrorKind::Unauthenticated,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::Throttled,
        ErrorKind::Rejected,
        ErrorKind::Unavailable,
        ErrorKind::Network,
        ErrorKind::Timeout,
        ErrorKind::InvalidResponse,
        ErrorKind::Runtime,
    ];

    /// The name that JavaScript branches on.
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorKind::InvalidRequest => "invalid-request",
            ErrorKind::Unauthenticated => "unauthenticated",
            ErrorKind::Forbidden => "forbidden",
            ErrorKind::NotFound => "not-found",
            ErrorKind::Throttled => "throttled",
            ErrorKind::Rejected => "rejected",
            ErrorKind::Unavailable => "unavailable",
            ErrorKind::Network => "network",
            ErrorKind::Timeout => "timeout",
            ErrorKind::InvalidResponse => "invalid-response",
            ErrorKind::Runtime => "runtime",
        }
    }

    /// Whether the same request may succeed a little later.
    pub const fn retryable(self) -> bool {
        match self {
            ErrorKind::Throttled | ErrorKind::Unavailable | ErrorKind::Network | ErrorKind::Timeout => true,
            ErrorKind::InvalidRequest
            | ErrorKind::Unauthenticated
            | ErrorKind::Forbidden
            | ErrorKind::NotFound
            | ErrorKind::Rejected
            | ErrorKind::InvalidResponse
            | ErrorKind::Runtime => false,
        }
    }

    /// The error code where no service gave one: `None` for a kind that is an answer with a status of its own.
    pub const fn client_code(self) -> Option<&'static str> {
        match self {
            ErrorKind::InvalidRequest => Some("CLIENT.INVALID_REQUEST"),
            ErrorKind::Network => Some("CLIENT.NETWORK"),
            ErrorKind::Timeout => Some("CLIENT.TIMEOUT"),
            ErrorKind::InvalidResponse => Some("CLIENT.INVALID_RESPONSE"),
            ErrorKind::Runtime => Some("CLIENT.RUNTIME"),
            ErrorKind::Unauthenticated
            | ErrorKind::Forbidden
            | ErrorKind::NotFound
            | ErrorKind::Throttled
            | ErrorKind::Rejected
            | ErrorKind::Unavailable => None,
        }
    }

    /// Which kind an answer is that is no success. Nothing else in this package branches on a status.
    ///
    /// The two codes with status 400 are the service's way to say "not found": `0106` for a task, `0002` for a file
    /// system. `.0308` is the gateway's throttling, under any of its three prefixes and whatever the status.
    pub fn of_answer(status: u16, code: &str) -> ErrorKind {
        let from_gateway =
            code.starts_with("APIG.") || code.starts_with("APIGW.") || code.starts_with("APIC.");
        match status {
            400..=599 if from_gateway && code.ends_with(".0308") => ErrorKind::Throttled,
            400 if code == "SFS.TURBO.0106" || code == "SFS.TURBO.0002" => ErrorKind::NotFound,
            401 => ErrorKind::Unauthenticated,
            403 => ErrorKind::Forbidden,
            404 => ErrorKind::NotFound,
            429 => ErrorKind::Throttled,
            400..=499 => ErrorKind::Rejected,
            500..=599 => ErrorKind::Unavailable,
            _ => ErrorKind::InvalidResponse,
        }
    }
}

/// One failure, with all that JavaScript makes its error object from. Boxed, since every `Result` has room for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// What kind of failure it is.
    pub kind: ErrorKind,
    /// The service's code verbatim, else `HTTP.502`, else [`ErrorKind::client_code`]. Never empty.
    pub code: String,
    /// The service's words, or the reason in ours.
    pub reason: String,
    /// One sentence with everything in it.
    pub message: String,
    /// The HTTP status, where there was an answer.
    pub http_status: Option<u16>,
    /// The request's id, where the answer tells one.
    pub request_id: Option<String>,
    /// The argument that is wrong.
    pub field: Option<&'static str>,
    /// What an administrator decodes to see the permission that is missing.
    pub encoded_authorization_message: Option<String>,
    /// Milliseconds the service asks to wait before the next attempt.
    pub retry_after: Option<f64>,
}

impl Error {
    /// A failure without an answer: `reason` is the whole sentence.
    #[cold]
    #[inline(never)]
    pub fn of_client(kind: ErrorKind, reason: String) -> Box<Self> {
        Box::new(Error {
            kind,
            code: kind.client_code().unwrap_or_default().to_owned(),
            message: concat(&["getTask: ", &reason]),
            reason,
            http_status: None,
            request_id: None,
            field: None,
            encoded_authorization_message: None,
            retry_after: None,
        })
    }

    /// An argument that is missing or malformed: the sentence starts with its name and says what to do.
    #[cold]
    #[inline(never)]
    pub fn of_argument(field: &'static str, problem: &str) -> Box<Self> {
        let mut error = Error::of_client(ErrorKind::InvalidRequest, concat(&[field, " ", problem]));
        error.field = Some(field);
        error
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind};

    #[test]
    fn status_and_code_decide_the_kind() {
        let cases = [
            (400, "SFS.TURBO.0106", ErrorKind::NotFound),
            (400, "SFS.TURBO.0002", ErrorKind::NotFound),
            (400, "SFS.TURBO.0001", ErrorKind::Rejected),
            (400, "APIGW.0308", ErrorKind::Throttled),
            (503, "APIG.0308", ErrorKind::Throttled),
            (400, "SFS.TURBO.0308", ErrorKind::Rejected),
            (401, "APIGW.0301", ErrorKind::Unauthenticated),
            (403, "SFS.TURBO.9000", ErrorKind::Forbidden),
            (404, "APIGW.0101", ErrorKind::NotFound),
            (409, "", ErrorKind::Rejected),
            (413, "", ErrorKind::Rejected),
            (429, "", ErrorKind::Throttled),
            (494, "", ErrorKind::Rejected),
            (500, "SFS.TURBO.0005", ErrorKind::Unavailable),
            (502, "", ErrorKind::Unavailable),
            (599, "", ErrorKind::Unavailable),
            (0, "", ErrorKind::InvalidResponse),
            (200, "SFS.TURBO.0106", ErrorKind::InvalidResponse),
            (302, "", ErrorKind::InvalidResponse),
            (600, "", ErrorKind::InvalidResponse),
        ];
        for (status, code, kind) in cases {
            assert_eq!(ErrorKind::of_answer(status, code), kind, "{status} {code}");
        }
    }

    #[test]
    fn an_argument_that_is_wrong_is_named_first() {
        let error = Error::of_argument("taskId", "is missing: pass the id of the task");
        assert_eq!(error.message, "getTask: taskId is missing: pass the id of the task");
        assert_eq!(error.code, "CLIENT.INVALID_REQUEST");
        assert_eq!(error.field, Some("taskId"));
    }
}
