//! What to ask: the options as the caller gave them, checked, and the URL they make.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::endpoint;
use crate::error::Error;
use crate::text::{concat, digits};
use crate::value::Value;

/// What stays as it is in a path segment: RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The header that carries the token.
pub const TOKEN_HEADER: &str = "X-Auth-Token";
/// The header of an answer that tells its request's id. In lower case, as every `fetch` has them inside.
pub const REQUEST_ID_HEADER: &str = "x-request-id";
/// The header of an answer that tells when to ask again.
pub const RETRY_AFTER_HEADER: &str = "retry-after";

/// The longest time that JavaScript's timers can count, in milliseconds; beyond it they fire at once.
const LONGEST_TIME: f64 = 2_147_483_647.0;

/// The options of `getTask`, not yet judged. Names are those of the TypeScript definitions.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The region's id.
    pub region: Value,
    /// Where the service is, instead of a region.
    pub endpoint: Value,
    /// The project's id.
    pub project_id: Value,
    /// The file system's id.
    pub share_id: Value,
    /// The task's id.
    pub task_id: Value,
    /// Whether a function gives the token. The token itself stays in JavaScript: nothing here needs to see it.
    pub token_function: bool,
    /// Milliseconds for the whole call. JavaScript keeps this clock, since it also covers the start of the core.
    pub timeout: Value,
    /// Milliseconds for one attempt.
    pub attempt_timeout: Value,
    /// How often to ask again.
    pub max_retries: Value,
    /// How much of a body to read.
    pub max_response_bytes: Value,
    /// Whether `http:` may go to other machines.
    pub allow_insecure: Value,
}

/// A request that is fit to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The whole URL.
    pub url: String,
    /// The file system's id, for sentences.
    pub share_id: String,
    /// The task's id, for sentences.
    pub task_id: String,
    /// Whether there is a function that may give another token.
    pub token_function: bool,
    /// Milliseconds for one attempt.
    pub attempt_timeout: f64,
    /// How often to ask again.
    pub max_retries: u32,
    /// How many bytes of a body to read.
    pub max_response_bytes: f64,
}

impl Request {
    /// Checks every option and makes the request.
    ///
    /// `parse_url` is the platform's URL parser: it gives the normal form of an absolute URL, or of a path on the
    /// page's own origin, or nothing. Judging the normal form of the very parser that `fetch` uses leaves no room for
    /// two readings of one endpoint.
    #[inline(never)]
    pub fn new(options: Options, parse_url: impl FnOnce(&str) -> Option<String>) -> Result<Self, Box<Error>> {
        let insecure = flag("allowInsecure", &options.allow_insecure)?;
        let base = endpoint::resolve(options.region, options.endpoint, insecure, parse_url)?;
        let project_id = identifier("projectId", options.project_id)?;
        let share_id = identifier("shareId", options.share_id)?;
        let task_id = identifier("taskId", options.task_id)?;
        number("timeout", &options.timeout, 60_000.0, 1.0, LONGEST_TIME)?;
        let attempt_timeout =
            number("attemptTimeout", &options.attempt_timeout, 20_000.0, 1.0, LONGEST_TIME)?;
        let max_retries = number("maxRetries", &options.max_retries, 2.0, 0.0, 10.0)?;
        let max_response_bytes =
            number("maxResponseBytes", &options.max_response_bytes, 1_048_576.0, 1.0, LONGEST_TIME)?;

        let encode = |text| utf8_percent_encode(text, SEGMENT);
        let mut url = base + "/v1/";
        url.extend(encode(&project_id));
        url.push_str("/sfs-turbo/");
        url.extend(encode(&share_id));
        url.push_str("/hpc-cache/task/");
        url.extend(encode(&task_id));
        Ok(Request {
            url,
            share_id,
            task_id,
            token_function: options.token_function,
            attempt_timeout,
            max_retries: max_retries as u32,
            max_response_bytes,
        })
    }
}

/// A string that is there and is not empty.
pub(crate) fn required_text(field: &'static str, value: Value) -> Result<String, Box<Error>> {
    match value {
        Value::Text(text) if text.is_empty() => {
            Err(Error::of_argument(field, "is empty: pass a string that is not"))
        }
        Value::Text(text) => Ok(text),
        Value::Absent => Err(Error::of_argument(field, "is missing: pass a string")),
        other => Err(Error::of_argument(field, &concat(&["must be a string, not ", other.type_name()]))),
    }
}

/// A path value: a proxy resolves dot segments, encoded or not, so that the request would go to another path.
fn identifier(field: &'static str, value: Value) -> Result<String, Box<Error>> {
    let text = required_text(field, value)?;
    let problem = if text == "." || text == ".." {
        "must not be a dot segment: pass an id"
    } else if text.contains(char::is_control) {
        "holds a control character: remove it"
    } else if text.trim() != text {
        "starts or ends with a blank: remove it"
    } else {
        return Ok(text);
    };
    Err(Error::of_argument(field, problem))
}

fn flag(field: &'static str, value: &Value) -> Result<bool, Box<Error>> {
    match value {
        Value::Absent => Ok(false),
        Value::Flag(flag) => Ok(*flag),
        other => Err(Error::of_argument(field, &concat(&["must be true or false, not ", other.type_name()]))),
    }
}

/// A whole number between two bounds. Every bound is whole and below 2^53, so that the digits are exact.
fn number(
    field: &'static str,
    value: &Value,
    default: f64,
    least: f64,
    most: f64,
) -> Result<f64, Box<Error>> {
    match value {
        Value::Absent => Ok(default),
        Value::Number(number) if *number >= least && *number <= most && number.fract() == 0.0 => Ok(*number),
        _ => {
            let (least, most) = (digits(least as u64), digits(most as u64));
            Err(Error::of_argument(field, &concat(&["must be a whole number from ", &least, " to ", &most])))
        }
    }
}

#[cfg(test)]
mod tests;
