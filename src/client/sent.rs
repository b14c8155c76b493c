//! The tokens that a call has sent. No error may show them.

/// How many tokens are removed from answers. Older ones, from a long wait, no longer come back in an answer.
const MOST: usize = 4;

/// The last tokens that were sent.
#[derive(Default)]
pub(super) struct SentTokens(Vec<String>);

impl SentTokens {
    /// The token of the next request: the caller's string, or the last result of the caller's function.
    pub(super) fn last(&self) -> &str {
        self.0.last().map(String::as_str).unwrap_or_default()
    }

    /// Sets the token of the next request. It may be the same one.
    pub(super) fn next(&mut self, token: String) {
        self.0.retain(|sent| *sent != token);
        self.0.push(token);
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// All of these tokens.
    pub(super) fn all(&self) -> &[String] {
        &self.0
    }
}
