//! Attempts without an answer: the reason, and the error.

use crate::answer::sentence;
use crate::error::{Error, ErrorKind};
use crate::request::Asked;
use crate::text::{Sentence, has_word, is_digits, split_at_word};

/// Why an attempt has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault<'a> {
    /// `fetch` rejected, or the body was interrupted.
    Network {
        /// The host's code, such as `ECONNREFUSED`; `""` if there is none.
        code: &'a str,
        /// The host's message; `""` if there is none.
        words: &'a str,
        /// Whether the call runs in a page: there CORS may be the reason, and the browser does not say so.
        in_page: bool,
    },
    /// `fetch` resolved with something that is not a response, or with a response that cannot be read.
    NoResponse {
        /// The name of the caller's fetch function; `""` for the platform's.
        function: &'a str,
    },
    /// The time for this attempt has expired.
    AttemptTimeout,
}

/// Codes of failures before anything was sent, separated by spaces: from Node, undici and Bun.
const NOT_SENT: &str = "ECONNREFUSED ENOTFOUND EAI_AGAIN UND_ERR_CONNECT_TIMEOUT ConnectionRefused";

/// Codes of failures that may also happen on a connection over which something was sent.
const UNREACHABLE: &str = "ENETUNREACH EHOSTUNREACH";

/// Codes of a certificate whose issuer the host does not trust: OpenSSL's names, as Node and Bun use them.
const UNTRUSTED_ISSUER: &str = "DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT \
                        UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_UNTRUSTED";

/// Codes of a certificate that is not valid for another reason: OpenSSL's names, and Node's own.
const BAD_CERTIFICATE: &str = "CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REVOKED CERT_SIGNATURE_FAILURE \
                               HOSTNAME_MISMATCH ERR_TLS_CERT_ALTNAME_INVALID";

/// The cause of a failed connection, according to its code and message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble<'a> {
    /// The host does not trust the issuer of the certificate.
    UntrustedIssuer,
    /// The certificate is not valid for another reason.
    BadCertificate,
    /// A proxy refused the connection to the service with this status.
    Proxy(&'a str),
    /// undici was called with wrong arguments, for example by the `fetch` of another version.
    Misuse,
    /// The connection failed before anything was sent.
    NotSent,
    /// Anything else.
    Unknown,
}

impl<'a> Trouble<'a> {
    #[inline(never)]
    fn of(code: &str, words: &'a str) -> Self {
        let misuse = code == "UND_ERR_INVALID_ARG";
        if has_word(UNTRUSTED_ISSUER, code) {
            Trouble::UntrustedIssuer
        } else if has_word(BAD_CERTIFICATE, code) {
            Trouble::BadCertificate
        } else if let (true, Some(status)) = (misuse || code == "UND_ERR_ABORTED", proxy_status(words)) {
            Trouble::Proxy(status)
        } else if misuse {
            Trouble::Misuse
        } else if has_word(NOT_SENT, code)
            // Node's message: `connect EHOSTUNREACH 10.0.0.1:443`.
            || (has_word(UNREACHABLE, code) && words.starts_with("connect "))
        {
            Trouble::NotSent
        } else {
            Trouble::Unknown
        }
    }

    /// Whether the next attempt may succeed.
    fn may_pass(self) -> bool {
        match self {
            // A proxy that does not reach the service now may reach it later.
            Trouble::Proxy(status) => status.starts_with('5'),
            Trouble::NotSent | Trouble::Unknown => true,
            Trouble::UntrustedIssuer | Trouble::BadCertificate | Trouble::Misuse => false,
        }
    }
}

/// The status in undici's message: `Proxy response (407) !== 200 when HTTP Tunneling`, `Proxy Authentication Required (407)`.
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
                    Trouble::UntrustedIssuer | Trouble::BadCertificate => ": the certificate is not trusted",
                    Trouble::Proxy(_) => ": the proxy refused the connection",
                    _ => ": the connection failed",
                });
                if let Trouble::Proxy(status) = trouble {
                    reason.add(" (HTTP ").add(status).add(")");
                } else {
                    let add_code = !code.is_empty() && split_at_word(words, code).is_none();
                    if add_code || !words.is_empty() {
                        reason.add(" (");
                        reason.add(if add_code { code } else { "" });
                        reason.add(if add_code && !words.is_empty() { " " } else { "" }).add(words).add(")");
                    }
                }
                reason.add(match trouble {
                    Trouble::UntrustedIssuer => {
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

/// The error of a call or an attempt whose time has expired.
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
