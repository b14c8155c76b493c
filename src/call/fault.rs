//! Attempts that came to no answer: why, and what the error says.

use crate::answer::sentence;
use crate::error::{Error, ErrorKind};
use crate::request::Asked;
use crate::text::{Sentence, has_word, split_at_word};

/// Why there is no answer to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault<'a> {
    /// `fetch` rejected, or the body broke off.
    Network {
        /// The host's code for it, such as `ECONNREFUSED`; `""` where there is none.
        code: &'a str,
        /// The host's words for it; `""` where there are none.
        words: &'a str,
        /// Whether it was in a page, where CORS may be the reason and the browser does not say so.
        in_page: bool,
    },
    /// `fetch` resolved with something that is not a response, or with one that cannot be read.
    NoResponse {
        /// The name of the caller's function that gave it; `""` for the platform's own.
        function: &'a str,
    },
    /// The time for this attempt ran out.
    AttemptTimeout,
}

/// Codes of failures before anything was sent, with a space between two: of Node, of undici, of Bun.
const NOT_SENT: &str = "ECONNREFUSED ENOTFOUND EAI_AGAIN ENETUNREACH EHOSTUNREACH UND_ERR_CONNECT_TIMEOUT \
                        ConnectionRefused";

/// Codes of a certificate that is not trusted: OpenSSL's names, as Node and Bun have them, and Node's own.
const CERTIFICATE: &str = "DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT \
                           UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED \
                           CERT_NOT_YET_VALID CERT_UNTRUSTED CERT_REVOKED CERT_SIGNATURE_FAILURE HOSTNAME_MISMATCH \
                           ERR_TLS_CERT_ALTNAME_INVALID";

impl Fault<'_> {
    /// Whether the request may have reached the service.
    pub fn may_have_arrived(self) -> bool {
        match self {
            Fault::Network { code, .. } => !has_word(NOT_SENT, code) && !has_word(CERTIFICATE, code),
            Fault::NoResponse { .. } | Fault::AttemptTimeout => true,
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn error(self, asked: &Asked<'_>) -> Box<Error> {
        match self {
            Fault::Network { code, words, in_page } => {
                let bad_certificate = has_word(CERTIFICATE, code);
                let mut reason = no_answer(asked);
                reason.add(if bad_certificate {
                    ": the certificate is not trusted"
                } else {
                    ": the connection failed"
                });
                let told = !code.is_empty() && split_at_word(words, code).is_none();
                if told || !words.is_empty() {
                    reason.add(" (");
                    reason.add(if told { code } else { "" });
                    reason.add(if told && !words.is_empty() { " " } else { "" }).add(words).add(")");
                }
                if in_page {
                    reason.add(
                        "; in a browser this may also be a CORS refusal, which a proxy on the page's own origin avoids \
                         (pass endpoint: \"/path\")",
                    );
                }
                let mut error = Error::of_client(ErrorKind::Network, reason.text);
                error.retryable = !bad_certificate;
                error
            }
            Fault::NoResponse { function } => {
                let mut reason = sentence::not_an_answer(asked);
                if function.is_empty() {
                    reason.add("fetch");
                } else {
                    reason.add("the function passed as fetch (").add(function).add(")");
                }
                reason.add(" gave no readable response");
                Error::of_client(ErrorKind::InvalidResponse, reason.text)
            }
            Fault::AttemptTimeout => timeout(asked, "attemptTimeout"),
        }
    }
}

/// The error of a call, or of an attempt, whose time is over.
#[cold]
#[inline(never)]
pub(super) fn timeout(asked: &Asked<'_>, option: &str) -> Box<Error> {
    let mut reason = no_answer(asked);
    reason.add(" within ").number(asked.number(option)).add(" ms (").add(option).add(")");
    Error::of_client(ErrorKind::Timeout, reason.text)
}

fn no_answer(asked: &Asked<'_>) -> Sentence {
    let mut sentence = Sentence::new("no answer for ");
    sentence.fill(asked.operation.thing, asked);
    sentence
}
