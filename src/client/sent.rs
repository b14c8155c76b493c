//! The tokens that a call has sent, which no error may show.

/// So many are looked for in what comes back. A wait may send many; what is not sent any more, nobody echoes.
const MOST: usize = 4;

/// Those that were sent last.
#[derive(Default)]
pub(super) struct SentTokens(Vec<String>);

impl SentTokens {
    /// What the next request carries: the caller's text, or what the caller's function gave last.
    pub(super) fn last(&self) -> &str {
        self.0.last().map(String::as_str).unwrap_or_default()
    }

    /// From now on another one is sent, or the same.
    pub(super) fn next(&mut self, token: String) {
        self.0.retain(|sent| *sent != token);
        self.0.push(token);
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[String] {
        &self.0
    }
}
