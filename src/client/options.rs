//! The options of a client. This file is the manual, so every field says what it is.

use core::time::Duration;

use js_sys::Function;

use crate::value::Value;

use super::token::Token;

/// What the calls of a client have in common: where the service is, who calls, and how patiently.
///
/// Fields may be added, so end it with `..ClientOptions::default()`. An error names an option as the npm package does:
/// `projectId` for `project_id`.
///
/// ```no_run
/// use std::time::Duration;
/// use sfs_turbo_tasks::client::{Client, ClientOptions, Token};
///
/// let client = Client::new(ClientOptions {
///     endpoint: Some("/sfs-turbo".to_owned()),
///     project_id: "0123456789abcdef0123456789abcdef".to_owned(),
///     token: Token::from_fn(|_| async { Ok::<_, String>("a token".to_owned()) }),
///     attempt_timeout: Some(Duration::from_secs(5)),
///     ..ClientOptions::default()
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct ClientOptions {
    /// The region's id, such as `cn-north-4`: one of the 32 the vendor lists. Default: none, and then `endpoint` is needed.
    ///
    /// An id that is not on the list fails with names near to it. Given beside an endpoint, the endpoint counts.
    pub region: Option<String>,
    /// Where the service is, instead of `region`: `https://…`, with a path if a proxy has one. Default: none.
    ///
    /// In a page a path on its own origin, `/proxy`, serves too. `http:` is refused except to this machine; a user name, a
    /// query and a fragment are refused.
    pub endpoint: Option<String>,
    /// The project's id, 32 hexadecimal digits in the vendor's examples. Needed.
    pub project_id: String,
    /// The IAM token for header `X-Auth-Token`, scoped to the project, or a function that gives it. Needed.
    pub token: Token,
    /// The time until the call is over, whatever happens. Default 60 s; 1 ms to 2 147 483 647 ms.
    ///
    /// Covers everything: the token function, each attempt with its body, the pauses between. When it runs out the call
    /// fails with kind `Timeout`. Where a call asks again and again it is for each look, and for each page of a list.
    pub timeout: Option<Duration>,
    /// The time for one request with its body, after which it counts as failed. Default 20 s; 1 ms to 2 147 483 647 ms.
    pub attempt_timeout: Option<Duration>,
    /// How often a request is sent again after `Throttled`, `Unavailable`, `Network`, or a spent `attempt_timeout`.
    /// Default 2; 0 to 10. A creation is sent again only if it cannot have arrived.
    ///
    /// Pauses grow exponentially with full jitter; `Retry-After` is honoured; no pause goes past `timeout`.
    pub max_retries: Option<u32>,
    /// Bytes of a body that are read before the answer is refused as `InvalidResponse`. Default 1 048 576 for one task,
    /// 8 388 608 for a list; 1 to 2 147 483 647.
    pub max_response_bytes: Option<u64>,
    /// `true` allows `http:` to hosts other than this machine. Default `false`: a token over `http:` can be read by all.
    pub allow_insecure: bool,
    /// A function that works as `fetch` does; for tests and for special hosts. It is called with a `Request` and
    /// `{ signal }`. Default: the global `fetch`, looked up at each call.
    pub fetch: Option<Function>,
}

impl ClientOptions {
    /// The value of an option that every operation has, by its name in the tables.
    pub(super) fn value(&self, name: &str) -> Value<'_> {
        match name {
            "region" => text(&self.region),
            "endpoint" => text(&self.endpoint),
            "projectId" => Value::Text(&self.project_id),
            "timeout" => milliseconds(self.timeout),
            "attemptTimeout" => milliseconds(self.attempt_timeout),
            "maxRetries" => whole(self.max_retries),
            "maxResponseBytes" => whole(self.max_response_bytes),
            "allowInsecure" => Value::Flag(self.allow_insecure),
            _ => Value::Absent,
        }
    }
}

/// A text that may be left out.
pub(super) fn text(value: &Option<String>) -> Value<'_> {
    value.as_deref().map_or(Value::Absent, Value::Text)
}

/// A time that may be left out.
pub(super) fn milliseconds(value: Option<Duration>) -> Value<'static> {
    whole(value.map(|duration| duration.as_millis()))
}

/// A number too large for the core is as much too large as the largest.
pub(super) fn whole<N: TryInto<i64>>(value: Option<N>) -> Value<'static> {
    value.map_or(Value::Absent, |number| Value::Whole(number.try_into().unwrap_or(i64::MAX)))
}
