//! Checks the options of a call, and builds its request.

use crate::error::Error;
use crate::operation::{COMMON, Need, Operation, OptionRule};
use crate::text::{Sentence, beginning, split_at_word};
use crate::value::Value;

use sign_in::SignIn;

mod body;
mod endpoint;
pub mod region;
pub(crate) mod rule;
pub mod sign_in;
pub mod signature;
pub mod spelling;
mod url;

/// The header that carries the token.
pub const TOKEN_HEADER: &str = "X-Auth-Token";
/// The header of an answer with the request id. In lower case, as every `fetch` stores it.
pub const REQUEST_ID_HEADER: &str = "x-request-id";

/// The maximum length of an id in a sentence, in characters.
const LONGEST_ID: usize = 128;

/// The input of a call, not yet checked.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// Each option of [`COMMON`], then each of the operation's own, with its value.
    pub options: Vec<(&'static OptionRule, Value<'a>)>,
    /// The names of unknown options.
    pub unknown: Vec<&'a str>,
    /// The option `endpoint` in the normal form of the host's URL parser; `""` if it is not a URL.
    ///
    /// The checks use this form, which `fetch` will use too, so that no endpoint can be read in two ways.
    pub endpoint_url: &'a str,
    /// The origin of the page; `""` if there is none.
    pub page_origin: &'a str,
    /// How the request is authenticated.
    pub sign_in: SignIn,
    /// Whether the access key has a security token, which is sent and signed.
    pub security_token: bool,
    /// The time of the signature in UTC, such as `2026-01-02T03:04:05`; `""` if the request is not signed.
    pub time: &'a str,
    /// Whether the request goes to the page's own origin without cookies.
    pub no_cookies: bool,
}

/// A valid request. The operation's table has its method, headers and body fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The whole URL.
    pub url: String,
    /// The JSON body; `""` for none.
    pub body: String,
    /// Milliseconds for one attempt.
    pub attempt_timeout: u64,
    /// How often to retry.
    pub max_retries: u64,
    /// The maximum number of bytes of an answer.
    pub max_response_bytes: u64,
}

impl<'a> Asked<'a> {
    /// The input for an operation, with a value for each option, in the order of [`COMMON`] and the operation's options.
    pub fn new(operation: &'static Operation, mut values: impl FnMut() -> Value<'a>) -> Self {
        let mut options = Vec::new();
        for rule in COMMON.iter().chain(operation.options.iter().copied()) {
            options.push((rule, values()));
        }
        Asked {
            operation,
            options,
            unknown: Vec::new(),
            endpoint_url: "",
            page_origin: "",
            sign_in: SignIn::Token,
            security_token: false,
            time: "",
            no_cookies: false,
        }
    }

    /// The value of an option.
    #[inline(never)]
    pub fn value(&self, name: &str) -> Value<'a> {
        let found = self.options.iter().find(|(option, _)| option.name == name);
        found.map(|(_, value)| *value).unwrap_or_default()
    }

    /// The value of a number option, or its default.
    #[inline(never)]
    pub fn number(&self, name: &str) -> u64 {
        let found = self.options.iter().find(|(option, _)| option.name == name);
        match found {
            Some((_, Value::Whole(number))) => number.unsigned_abs(),
            Some((OptionRule { need: Need::Default(number), .. }, _)) => (*number).into(),
            _ => self.operation.max_response_bytes.into(),
        }
    }
}

impl Sentence {
    /// Adds a template, with each name in braces replaced by the value of that option.
    pub fn fill(&mut self, template: &str, asked: &Asked<'_>) -> &mut Self {
        self.fill_with(template, asked, |sentence, id| sentence.add(beginning(id, LONGEST_ID)))
    }

    /// The same with a function that writes the values.
    #[inline(never)]
    fn fill_with(
        &mut self,
        template: &str,
        asked: &Asked<'_>,
        write: for<'s> fn(&'s mut Sentence, &str) -> &'s mut Sentence,
    ) -> &mut Self {
        let mut rest = template;
        while let Some((before, after)) = split_at_word(rest, "{") {
            let (name, after) = split_at_word(after, "}").unwrap_or((after, ""));
            write(self.add(before), asked.value(name).text().unwrap_or_default());
            rest = after;
        }
        self.add(rest)
    }
}

impl Request {
    /// Checks every option and builds the request.
    #[inline(never)]
    pub fn new(asked: &Asked<'_>) -> Result<Self, Box<Error>> {
        for name in &asked.unknown {
            if let Some(right) = spelling::right_name(name, asked) {
                return Err(Error::of_argument(beginning(name, 64), &right));
            }
        }
        let base = endpoint::resolve(asked)?;
        for (option, value) in &asked.options {
            rule::check(option, *value, asked)?;
        }
        Ok(Request {
            url: url::of(&base, asked),
            body: body::of(asked),
            attempt_timeout: asked.number("attemptTimeout"),
            max_retries: asked.number("maxRetries"),
            max_response_bytes: asked.number("maxResponseBytes"),
        })
    }
}

#[cfg(test)]
pub(crate) mod tests;
