//! Turns an answer that is not the expected one into an error.
//!
//! The host decides whether an answer is the expected one, with the operation's table: see [`record`].

use crate::error::{Error, ErrorKind};
use crate::operation::Repeat;
use crate::request::Asked;
use crate::text::{Sentence, owned, split_at_word};

pub mod diagnosis;
pub mod error_body;
pub(crate) mod lenient;
pub mod record;
pub(crate) mod sentence;
pub mod time;

use error_body::{Body, Complaint};

/// An HTTP answer, with the headers that matter.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The status; 0 for a redirect that a browser did not follow and does not let the page read.
    pub status: u16,
    /// The id in header `X-request-id`; `""` if there is none.
    pub request_id: &'a str,
    /// The pause that header `Retry-After` requests, in milliseconds.
    pub retry_after: f64,
    /// The body.
    pub body: Body<'a>,
    /// The missing field, if the status is a success and the body is JSON.
    pub missing: &'a str,
    /// The canonical request without its security token, if a signed request was refused; otherwise `""`.
    pub signed: &'a str,
}

impl Answer<'_> {
    /// The error for this answer.
    #[cold]
    #[inline(never)]
    pub fn error(&self, asked: &Asked<'_>) -> Box<Error> {
        let operation = asked.operation;
        let complaint = Complaint::read(&self.body);
        let not_found = operation.not_found.iter().find(|(code, _)| *code == complaint.code);
        let kind = ErrorKind::of_answer(self.status, &complaint.code, not_found.is_some());
        let mut sentence = match kind {
            ErrorKind::InvalidResponse => self.not_an_answer(asked, &complaint),
            _ => sentence::lead(kind, asked, not_found.map_or("", |(_, thing)| thing)),
        };
        let mut error = Error::of_client(kind, owned(&sentence.text));
        // A refusal, by the service or by a gateway or proxy in front of it.
        if kind != ErrorKind::InvalidResponse {
            let words = error_body::message(&self.body, &complaint.message);
            let mut code = Sentence { text: complaint.code };
            if code.text.is_empty() {
                code.add("HTTP.").number(self.status.into());
            }
            sentence.add(": ").add(&code.text);
            error.code = code.text;
            if !complaint.message.is_empty() {
                sentence.add(" ").add(&complaint.message);
                error.reason = owned(&complaint.message);
            }
            sentence::add_advice(&mut sentence, kind, self, asked, &error.code, &words);
        }
        error.request_id =
            if self.request_id.is_empty() { complaint.request_id } else { owned(self.request_id) };
        // Without a code of the service or its gateway, the answer may come from a proxy that needs cookies.
        let of_service =
            split_at_word(&error.code, "SFS.").or_else(|| split_at_word(&error.code, "API")).is_some();
        if matches!(self.status, 0 | 300..=399 | 401 | 403) && asked.no_cookies && !of_service {
            sentence.add(
                "; no cookies were sent: pass fetchOptions: { credentials: \"same-origin\" } if the proxy needs them",
            );
        }
        let id = if error.request_id.is_empty() { "none" } else { &error.request_id };
        sentence.add(" (HTTP ").number(self.status.into()).add(", request id ").add(id).add(")");
        // The service may have received the request, but whether it has acted is not known.
        let may_have_acted = kind == ErrorKind::InvalidResponse && !self.is_redirect();
        if let (true, Repeat::Unsafe(doubt)) = (may_have_acted, operation.repeat) {
            sentence.add("; ").add(doubt);
        }
        error.message = sentence.text;
        error.http_status = self.status;
        error.encoded_authorization_message = complaint.encoded_authorization_message;
        error
    }

    fn is_redirect(&self) -> bool {
        matches!(self.status, 0 | 300..=399)
    }

    fn is_success(&self) -> bool {
        (200..=299).contains(&self.status)
    }

    /// The start of the sentence about an answer that should have been a good one.
    fn not_an_answer(&self, asked: &Asked<'_>, complaint: &Complaint) -> Sentence {
        let problem = match &self.body {
            _ if self.is_redirect() => "it is a redirect, and redirects are not followed",
            _ if !self.is_success() => "its HTTP status is not valid",
            Body::TooLarge => "it is larger than maxResponseBytes",
            Body::Text("") => "it is empty",
            Body::Text(_) => "it is not valid JSON",
            Body::OtherJson => "it is JSON, but not an object",
            Body::Object(_) if self.missing.is_empty() => "it is not empty",
            Body::Object(_) => "it has no ",
        };
        let mut sentence = sentence::not_an_answer(asked);
        sentence.add(problem);
        if let (true, Body::Object(_)) = (self.is_success(), &self.body) {
            sentence.add(self.missing);
            if !complaint.code.is_empty() {
                sentence.add(", but says ").add(&complaint.code).add(" ").add(&complaint.message);
            }
        }
        sentence
    }
}

#[cfg(test)]
pub(crate) mod tests;
