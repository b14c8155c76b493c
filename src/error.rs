//! The kinds of errors, and the one function that decides the kind of an answer.

use crate::text::{Sentence, has_word, owned};

/// The kind of failure. The README's table, the TypeScript union and this enum have the same kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// An argument is missing or malformed; nothing was sent. Not retried.
    InvalidRequest,
    /// The function that gives the token failed or gave nothing valid. Nothing was sent. Not retried.
    NoCredentials,
    /// 401. Retried once, if a token function gives another token.
    Unauthenticated,
    /// 403. Not retried.
    Forbidden,
    /// A "not found" code of the service, such as `SFS.TURBO.0106`. Not retried.
    NotFound,
    /// 429, and a gateway code that ends in `.0308`. Retried.
    Throttled,
    /// Any other 4xx, also a 404 without a code of the service, which means a wrong address. Not retried.
    Rejected,
    /// 5xx. Retried if the request may be sent twice.
    Unavailable,
    /// `fetch` rejected: refused, reset, DNS, CORS. Retried if the request may be sent twice.
    Network,
    /// The time for one attempt or for the call expired. The former is retried if the request may be sent twice.
    Timeout,
    /// The answer is not the expected one. Not retried.
    InvalidResponse,
    /// The awaited task ended as `FAIL`. Not retried.
    TaskFailed,
    /// WebAssembly could not start, or trapped. Only JavaScript can detect it, so only JavaScript creates it.
    Runtime,
}

impl ErrorKind {
    /// Every kind, in the order of the README's table.
    pub const ALL: [ErrorKind; 13] = [
        ErrorKind::InvalidRequest,
        ErrorKind::NoCredentials,
        ErrorKind::Unauthenticated,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::Throttled,
        ErrorKind::Rejected,
        ErrorKind::Unavailable,
        ErrorKind::Network,
        ErrorKind::Timeout,
        ErrorKind::InvalidResponse,
        ErrorKind::TaskFailed,
        ErrorKind::Runtime,
    ];

    /// The name that JavaScript branches on.
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorKind::InvalidRequest => "invalid-request",
            ErrorKind::NoCredentials => "no-credentials",
            ErrorKind::Unauthenticated => "unauthenticated",
            ErrorKind::Forbidden => "forbidden",
            ErrorKind::NotFound => "not-found",
            ErrorKind::Throttled => "throttled",
            ErrorKind::Rejected => "rejected",
            ErrorKind::Unavailable => "unavailable",
            ErrorKind::Network => "network",
            ErrorKind::Timeout => "timeout",
            ErrorKind::InvalidResponse => "invalid-response",
            ErrorKind::TaskFailed => "task-failed",
            ErrorKind::Runtime => "runtime",
        }
    }

    /// Whether the same request may succeed a little later.
    pub const fn retryable(self) -> bool {
        match self {
            ErrorKind::Throttled | ErrorKind::Unavailable | ErrorKind::Network | ErrorKind::Timeout => true,
            ErrorKind::InvalidRequest
            | ErrorKind::NoCredentials
            | ErrorKind::Unauthenticated
            | ErrorKind::Forbidden
            | ErrorKind::NotFound
            | ErrorKind::Rejected
            | ErrorKind::InvalidResponse
            | ErrorKind::TaskFailed
            | ErrorKind::Runtime => false,
        }
    }

    /// The error code if the service sent none. `None` for the kinds of answers, whose code comes from their status.
    pub const fn client_code(self) -> Option<&'static str> {
        match self {
            ErrorKind::InvalidRequest => Some("CLIENT.INVALID_REQUEST"),
            ErrorKind::NoCredentials => Some("CLIENT.NO_CREDENTIALS"),
            ErrorKind::Network => Some("CLIENT.NETWORK"),
            ErrorKind::Timeout => Some("CLIENT.TIMEOUT"),
            ErrorKind::InvalidResponse => Some("CLIENT.INVALID_RESPONSE"),
            ErrorKind::TaskFailed => Some("CLIENT.TASK_FAILED"),
            ErrorKind::Runtime => Some("CLIENT.RUNTIME"),
            ErrorKind::Unauthenticated
            | ErrorKind::Forbidden
            | ErrorKind::NotFound
            | ErrorKind::Throttled
            | ErrorKind::Rejected
            | ErrorKind::Unavailable => None,
        }
    }

    /// The kind of an answer that is not a success. Nothing else in this package depends on the value of a status.
    ///
    /// `not_found` says whether the code is one of the operation's "not found" codes: a 404 alone means a wrong address.
    /// `.0308` is the gateway's throttling, with any of its three prefixes and any status.
    pub fn of_answer(status: u16, code: &str, not_found: bool) -> ErrorKind {
        match status {
            400..=599 if has_word("APIG.0308 APIGW.0308 APIC.0308", code) => ErrorKind::Throttled,
            400 | 404 if not_found => ErrorKind::NotFound,
            401 => ErrorKind::Unauthenticated,
            403 => ErrorKind::Forbidden,
            429 => ErrorKind::Throttled,
            400..=499 => ErrorKind::Rejected,
            500..=599 => ErrorKind::Unavailable,
            _ => ErrorKind::InvalidResponse,
        }
    }
}

/// A failure, with all the data for a host's error. It is boxed, because every `Result` reserves space for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// The kind of failure.
    pub kind: ErrorKind,
    /// The service's code verbatim, else `HTTP.502`; `""` for the code of the kind: see [`Error::code`].
    pub code: String,
    /// The service's message, or the reason in the client's words.
    pub reason: String,
    /// The complete sentence. `""` until the call ends with this error, and if it equals the reason.
    pub message: String,
    /// The HTTP status; 0 if there was no answer.
    pub http_status: u16,
    /// The id of the request, if the answer has one; otherwise `""`.
    pub request_id: String,
    /// Whether the same call may succeed a little later, and does no harm then.
    pub retryable: bool,
    /// The wrong argument; otherwise `""`.
    pub field: String,
    /// An encoded text from which an administrator can decode the missing permission; otherwise `""`.
    pub encoded_authorization_message: String,
}

impl Error {
    /// A failure without an answer. `reason` is the whole sentence.
    #[cold]
    #[inline(never)]
    pub fn of_client(kind: ErrorKind, reason: String) -> Box<Self> {
        Box::new(Error {
            kind,
            code: String::new(),
            message: String::new(),
            reason,
            http_status: 0,
            request_id: String::new(),
            retryable: kind.retryable(),
            field: String::new(),
            encoded_authorization_message: String::new(),
        })
    }

    /// The service's code verbatim, else `HTTP.502`, else [`ErrorKind::client_code`]. Never empty.
    ///
    /// Only the Rust host uses it. JavaScript computes the code from the kind, because users can create errors there too.
    pub fn code(&self) -> &str {
        match self.kind.client_code() {
            Some(code) if self.code.is_empty() => code,
            _ => &self.code,
        }
    }

    /// The error of a missing or malformed argument. The sentence starts with its name and says what to do.
    #[cold]
    #[inline(never)]
    pub fn of_argument(field: &str, problem: &str) -> Box<Self> {
        let mut sentence = Sentence::new(field);
        sentence.add(" ").add(problem);
        let mut error = Error::of_client(ErrorKind::InvalidRequest, sentence.text);
        error.field = owned(field);
        error
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind};

    #[test]
    fn status_and_code_decide_the_kind() {
        let cases = [
            (400, "SFS.TURBO.0106", true, ErrorKind::NotFound),
            (404, "SFS.TURBO.0002", true, ErrorKind::NotFound),
            (403, "SFS.TURBO.0106", true, ErrorKind::Forbidden),
            (400, "SFS.TURBO.0001", false, ErrorKind::Rejected),
            (400, "APIGW.0308", false, ErrorKind::Throttled),
            (503, "APIG.0308", false, ErrorKind::Throttled),
            (400, "SFS.TURBO.0308", false, ErrorKind::Rejected),
            (401, "APIGW.0301", false, ErrorKind::Unauthenticated),
            (403, "SFS.TURBO.9000", false, ErrorKind::Forbidden),
            (404, "APIGW.0101", false, ErrorKind::Rejected),
            (404, "", false, ErrorKind::Rejected),
            (409, "", false, ErrorKind::Rejected),
            (413, "", false, ErrorKind::Rejected),
            (429, "", false, ErrorKind::Throttled),
            (494, "", false, ErrorKind::Rejected),
            (500, "SFS.TURBO.0005", false, ErrorKind::Unavailable),
            (502, "", false, ErrorKind::Unavailable),
            (599, "", false, ErrorKind::Unavailable),
            (0, "", false, ErrorKind::InvalidResponse),
            (200, "SFS.TURBO.0106", true, ErrorKind::InvalidResponse),
            (302, "", false, ErrorKind::InvalidResponse),
            (600, "", false, ErrorKind::InvalidResponse),
        ];
        for (status, code, not_found, kind) in cases {
            assert_eq!(ErrorKind::of_answer(status, code, not_found), kind, "{status} {code}");
        }
    }

    #[test]
    fn a_wrong_argument_is_named_first() {
        let error = Error::of_argument("taskId", "is missing: pass the id of the task");
        assert_eq!(error.reason, "taskId is missing: pass the id of the task");
        assert_eq!(error.code(), "CLIENT.INVALID_REQUEST");
        assert_eq!(error.field, "taskId");
    }
}
