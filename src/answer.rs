//! What an answer means that is not what was asked for: the error that says what went wrong.
//!
//! Whether it is what was asked for is seen by the host, with the operation's table: see [`record`].

use crate::error::{Error, ErrorKind};
use crate::operation::Repeat;
use crate::request::Asked;
use crate::text::Sentence;

pub mod diagnosis;
pub mod error_body;
pub(crate) mod lenient;
pub mod record;
pub(crate) mod sentence;
pub mod time;

use error_body::{Body, Complaint};

/// An HTTP answer, with what matters of its headers.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The status; 0 for a redirect that a browser did not follow and does not let anyone read.
    pub status: u16,
    /// The id in header `X-request-id`; `""` if there is none.
    pub request_id: &'a str,
    /// Milliseconds that header `Retry-After` asks for.
    pub retry_after: f64,
    /// The body.
    pub body: Body<'a>,
    /// The field that a record of the answer lacks, where the body is JSON and the status a success.
    pub missing: &'a str,
}

impl Answer<'_> {
    /// The error that the answer is.
    #[cold]
    #[inline(never)]
    pub fn error(&self, asked: &Asked<'_>) -> Box<Error> {
        let mut complaint = Complaint::read(&self.body);
        if !self.request_id.is_empty() {
            complaint.request_id = self.request_id.to_owned();
        }
        let mut error = match self.status {
            400..=599 => self.refusal(asked, &mut complaint),
            _ => self.not_an_answer(asked, &complaint),
        };
        error.http_status = self.status;
        error.encoded_authorization_message = complaint.encoded_authorization_message;
        error.request_id = complaint.request_id;
        error
    }

    /// The error of an answer that should have been a good one.
    fn not_an_answer(&self, asked: &Asked<'_>, complaint: &Complaint) -> Box<Error> {
        let success = (200..=299).contains(&self.status);
        let problem = match (self.status, &self.body) {
            (0 | 300..=399, _) => "it is a redirect, and the token is not sent to another place",
            _ if !success => "its status has no meaning",
            (_, Body::TooLarge) => "it is larger than maxResponseBytes",
            (_, Body::Text("")) => "it is empty",
            (_, Body::Text(_)) => "it is not valid JSON",
            (_, Body::OtherJson) => "it is JSON, but not an object",
            (_, Body::Object(_)) if self.missing.is_empty() => "it is not empty",
            (_, Body::Object(_)) => "it has no ",
        };
        let mut sentence = sentence::not_an_answer(asked);
        sentence.add(problem);
        if let (true, Body::Object(_)) = (success, &self.body) {
            sentence.add(self.missing);
            if !complaint.code.is_empty() {
                sentence.add(", but says ").add(&complaint.code).add(" ").add(&complaint.message);
            }
        }
        let mut error = Error::of_client(ErrorKind::InvalidResponse, sentence.text.clone());
        self.add_status(&mut sentence, complaint);
        // The service may have taken the request, and what it did about it is not known.
        let is_redirect = matches!(self.status, 0 | 300..=399);
        if let (false, Repeat::Unsafe(doubt)) = (is_redirect, asked.operation.repeat) {
            sentence.add("; ").add(doubt);
        }
        error.message = sentence.text;
        error
    }

    /// The error of an answer that is a refusal, by the service or by what stands before it.
    fn refusal(&self, asked: &Asked<'_>, complaint: &mut Complaint) -> Box<Error> {
        let operation = asked.operation;
        let not_found = operation.not_found.iter().find(|(code, _)| *code == complaint.code);
        let kind = ErrorKind::of_answer(self.status, &complaint.code, not_found.is_some());
        let mut sentence = sentence::lead(kind, asked, not_found.map_or("", |(_, thing)| thing));
        if complaint.code.is_empty() {
            let mut code = Sentence::new("HTTP.");
            code.number(self.status.into());
            complaint.code = code.text;
        }
        let lead = sentence.text.clone();
        sentence.add(": ").add(&complaint.code);
        if !complaint.message.is_empty() {
            sentence.add(" ").add(&complaint.message);
        }
        sentence::add_advice(&mut sentence, kind, self.status, asked, &complaint.message);
        self.add_status(&mut sentence, complaint);
        let reason = if complaint.message.is_empty() { lead } else { complaint.message.clone() };
        let mut error = Error::of_client(kind, reason);
        error.code = complaint.code.clone();
        error.message = sentence.text;
        error
    }

    fn add_status(&self, sentence: &mut Sentence, complaint: &Complaint) {
        let id = complaint.request_id.as_str();
        sentence.add(" (HTTP ").number(self.status.into()).add(", request id ");
        sentence.add(if id.is_empty() { "none" } else { id }).add(")");
    }
}

#[cfg(test)]
pub(crate) mod tests;
