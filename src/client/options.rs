//! The options of a client. This file is the manual, so every field is documented.

use core::time::Duration;

use js_sys::Function;

use crate::value::Value;

use super::token::Token;

/// The options that the calls of a client share: where the service is, who calls, and the timeouts.
///
/// New fields may be added, so end it with `..ClientOptions::default()`. An error uses the option's name in the npm package:
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
    /// The id of the region, such as `cn-north-4`: one of the 32 that the vendor lists. Default: none; then `endpoint` is required.
    ///
    /// An unknown id is refused, with similar ids in the message. If region and endpoint are both given, the endpoint is used.
    pub region: Option<String>,
    /// The URL of the service, instead of `region`: `https://…`, with a path if a proxy needs one. Default: none.
    ///
    /// In a page it may be a path on the page's own origin: `/proxy`. `http:` is allowed only for this machine. A user name, a
    /// query and a fragment are refused.
    pub endpoint: Option<String>,
    /// The id of the project, 32 hexadecimal digits in the vendor's examples. Required.
    pub project_id: String,
    /// The IAM token for header `X-Auth-Token`, scoped to the project, or a function that gives it. Required.
    pub token: Token,
    /// The maximum time of the call. Default 60 s; 1 ms to 2 147 483 647 ms.
    ///
    /// It covers everything: the token function, each attempt with its body, and the pauses. When it expires, the call
    /// fails with kind `Timeout`. In a call that polls it applies to each look, and in a list to each page.
    pub timeout: Option<Duration>,
    /// The time for one request and its body. After that the attempt has failed. Default 20 s; 1 ms to 2 147 483 647 ms.
    pub attempt_timeout: Option<Duration>,
    /// How often a request is retried after `Throttled`, `Unavailable`, `Network`, or an expired `attempt_timeout`.
    /// Default 2; 0 to 10. A creation is retried only if it cannot have arrived.
    ///
    /// Pauses grow exponentially with full jitter. `Retry-After` is respected. No pause lasts longer than `timeout`.
    pub max_retries: Option<u32>,
    /// The maximum size of a body in bytes. A larger one is refused as `InvalidResponse`. Default 1 048 576 for one task,
    /// 8 388 608 for a list; 1 to 2 147 483 647.
    pub max_response_bytes: Option<u64>,
    /// `true` allows `http:` to other hosts than this machine. Default `false`: `http:` sends the token unencrypted.
    pub allow_insecure: bool,
    /// A function that works like `fetch`, for tests and for special hosts. It is called with a `Request` and `{ signal }`.
    /// Default: the global `fetch`, read at each call.
    pub fetch: Option<Function>,
}

impl ClientOptions {
    /// The value of an option of every operation, by its name in the tables.
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

/// An optional text.
pub(super) fn text(value: &Option<String>) -> Value<'_> {
    value.as_deref().map_or(Value::Absent, Value::Text)
}

/// An optional time.
pub(super) fn milliseconds(value: Option<Duration>) -> Value<'static> {
    whole(value.map(|duration| duration.as_millis()))
}

/// A number that is too large for the core becomes the largest number, which the core refuses too.
pub(super) fn whole<N: TryInto<i64>>(value: Option<N>) -> Value<'static> {
    value.map_or(Value::Absent, |number| Value::Whole(number.try_into().unwrap_or(i64::MAX)))
}
