//! Attempts that came to no answer: why, and what the error says.

use crate::answer::sentence;
use crate::error::{Error, ErrorKind};
use crate::request::Asked;
use crate::text::{Sentence, has_word, is_digits, split_at_word};

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
const NOT_SENT: &str = "ECONNREFUSED ENOTFOUND EAI_AGAIN UND_ERR_CONNECT_TIMEOUT ConnectionRefused";

/// Codes of failures that may also befall a connection over which something was sent.
const UNREACHABLE: &str = "ENETUNREACH EHOSTUNREACH";

/// Codes of a certificate for which nobody vouches whom the host knows: OpenSSL's names, as Node and Bun have them.
const STRANGER: &str = "DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT \
                        UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_UNTRUSTED";

/// Codes of a certificate that is bad for another reason: OpenSSL's names, and Node's own.
const BAD_CERTIFICATE: &str = "CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REVOKED CERT_SIGNATURE_FAILURE \
                               HOSTNAME_MISMATCH ERR_TLS_CERT_ALTNAME_INVALID";

/// What a code and words tell of a connection that failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble<'a> {
    /// Nobody vouches for the certificate whom the host knows.
    Stranger,
    /// The certificate is bad for another reason.
    BadCertificate,
    /// A proxy answered with this status when it was asked for a connection to the service.
    Proxy(&'a str),
    /// undici was called wrongly: by a `fetch` of another version, if these are its words.
    Misuse,
    /// Something that happened before anything was sent.
    NotSent,
    /// Something else.
    Unknown,
}

impl<'a> Trouble<'a> {
    #[inline(never)]
    fn of(code: &str, words: &'a str) -> Self {
        let misuse = code == "UND_ERR_INVALID_ARG";
        if has_word(STRANGER, code) {
            Trouble::Stranger
        } else if has_word(BAD_CERTIFICATE, code) {
            Trouble::BadCertificate
        } else if let (true, Some(status)) = (misuse || code == "UND_ERR_ABORTED", proxy_status(words)) {
            Trouble::Proxy(status)
        } else if misuse {
            Trouble::Misuse
        } else if has_word(NOT_SENT, code)
            // As Node says it: `connect EHOSTUNREACH 10.0.0.1:443`.
            || (has_word(UNREACHABLE, code) && words.starts_with("connect "))
        {
            Trouble::NotSent
        } else {
            Trouble::Unknown
        }
    }

    /// Whether it may be gone at the next attempt.
    fn may_pass(self) -> bool {
        match self {
            // A proxy that cannot reach the service now may reach it later.
            Trouble::Proxy(status) => status.starts_with('5'),
            Trouble::NotSent | Trouble::Unknown => true,
            Trouble::Stranger | Trouble::BadCertificate | Trouble::Misuse => false,
        }
    }
}

/// The status in undici's words: `Proxy response (407) !== 200 when HTTP Tunneling`, `Proxy Authentication Required (407)`.
fn proxy_status(words: &str) -> Option<&str> {
    let (_, rest) = split_at_word(words, "Proxy ")?;
    let (_, rest) = split_at_word(rest, "(")?;
    let (status, _) = split_at_word(rest, ")")?;
    (status.len() == 3 && is_digits(status)).then_some(status)
}

impl Fault<'_> {
    /// Whether the request may have reached the service.
    pub fn may_have_arrived(self) -> bool {
        match self {
            Fault::Network { code, words, .. } => Trouble::of(code, words) == Trouble::Unknown,
            Fault::NoResponse { .. } | Fault::AttemptTimeout => true,
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn error(self, asked: &Asked<'_>) -> Box<Error> {
        match self {
            Fault::Network { code, words, in_page } => {
                let trouble = Trouble::of(code, words);
                let mut reason = no_answer(asked);
                reason.add(match trouble {
                    Trouble::Stranger | Trouble::BadCertificate => ": the certificate is not trusted",
                    Trouble::Proxy(_) => ": the proxy refused the connection",
                    _ => ": the connection failed",
                });
                if let Trouble::Proxy(status) = trouble {
                    reason.add(" (HTTP ").add(status).add(")");
                } else {
                    let told = !code.is_empty() && split_at_word(words, code).is_none();
                    if told || !words.is_empty() {
                        reason.add(" (");
                        reason.add(if told { code } else { "" });
                        reason.add(if told && !words.is_empty() { " " } else { "" }).add(words).add(")");
                    }
                }
                reason.add(match trouble {
                    Trouble::Stranger => {
                        "; if a company proxy decrypts TLS, set NODE_EXTRA_CA_CERTS to its root certificate"
                    }
                    Trouble::Proxy("407") => sentence::PASSWORD_ADVICE,
                    Trouble::Misuse if split_at_word(words, "invalid on").is_some() => {
                        "; the dispatcher and fetch are from different versions of undici: pass the dispatcher's own fetch too"
                    }
                    _ if in_page => {
                        "; in a browser CORS may be the cause: use a proxy on the page's own origin \
                         (pass endpoint: \"/path\")"
                    }
                    _ => "",
                });
                let mut error = Error::of_client(ErrorKind::Network, reason.text);
                error.retryable = trouble.may_pass();
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
