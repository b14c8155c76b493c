//! Copies thrown errors, so that no other objects stay attached to them: a custom `fetch` may reject with the whole request.

use core::fmt;

use wasm_bindgen::JsValue;

use super::foreign::{property, string};
use super::redact::redact;
use crate::text::beginning;

/// The maximum depth of nested causes: Node's `fetch failed` has one.
const DEEPEST: u32 = 4;

/// Longer than any message of a host.
const LONGEST_WORDS: usize = 256;

/// An error that was thrown underneath, as plain data without a request or token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cause {
    /// Such as `TypeError`; `Error` if it has no name.
    pub name: String,
    /// Its message.
    pub message: String,
    /// Such as `ECONNREFUSED`; `None` if it has no code that is a string.
    pub code: Option<String>,
    /// The cause of this error.
    pub cause: Option<Box<Cause>>,
}

impl Cause {
    /// Copies a thrown value; `None` for `undefined`.
    pub(super) fn of(thrown: &JsValue) -> Option<Self> {
        Cause::read(thrown, 0)
    }

    fn read(thrown: &JsValue, depth: u32) -> Option<Self> {
        if thrown.is_undefined() || depth == DEEPEST {
            return None;
        }
        // A getter that throws, or an object without a string form.
        Some(Cause::fields(thrown, depth).unwrap_or_else(|_| Cause {
            name: "Error".to_owned(),
            message: "the cause cannot be read".to_owned(),
            code: None,
            cause: None,
        }))
    }

    fn fields(thrown: &JsValue, depth: u32) -> Result<Self, JsValue> {
        let name = property(thrown, "name")?.as_string();
        let message = match property(thrown, "message")?.as_string() {
            Some(message) => message,
            None => string(thrown)?,
        };
        let code = property(thrown, "code")?.as_string();
        let cause = Cause::read(&property(thrown, "cause")?, depth + 1);
        Ok(Cause {
            name: name.unwrap_or_else(|| "Error".to_owned()),
            message,
            code,
            cause: cause.map(Box::new),
        })
    }

    /// The code and message of the innermost cause that has them. It is the most precise.
    pub(super) fn reason(&self) -> (String, String) {
        let (mut code, mut words) = (String::new(), String::new());
        let mut next = Some(self);
        while let Some(cause) = next {
            if let Some(own) = &cause.code {
                code.clone_from(own);
            }
            let own = cause.words();
            if !own.is_empty() {
                words = own;
            }
            next = cause.cause.as_deref();
        }
        (code, words)
    }

    fn words(&self) -> String {
        let words: Vec<&str> = self.message.split_whitespace().collect();
        let words = words.join(" ");
        let words = beginning(&words, LONGEST_WORDS);
        match self.name.as_str() {
            _ if words.is_empty() => String::new(),
            "Error" | "TypeError" => words.to_owned(),
            name => format!("{name}: {words}"),
        }
    }

    pub(super) fn without(&self, tokens: &[String]) -> Self {
        Cause {
            name: redact(&self.name, tokens),
            message: redact(&self.message, tokens),
            code: self.code.as_ref().map(|code| redact(code, tokens)),
            cause: self.cause.as_ref().map(|cause| Box::new(cause.without(tokens))),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.name, self.message)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}
