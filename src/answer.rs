//! From an answer to a task, or to the error that says what went wrong.

use crate::body::{Body, Complaint, Json, Object};
use crate::diagnosis;
use crate::error::{Error, ErrorKind};
use crate::request::Request;
use crate::task::Task;
use crate::text::{concat, digits};

/// An HTTP answer, with what matters of its headers.
#[derive(Debug)]
pub struct Answer<J: Json> {
    /// The status; 0 for a redirect that a browser did not follow and lets nobody read.
    pub status: u16,
    /// The id in header `X-request-id`.
    pub request_id: Option<J::Text>,
    /// Milliseconds that header `Retry-After` asks for.
    pub retry_after: Option<f64>,
    /// The body.
    pub body: Body<J>,
}

/// A task, as a type and as the service's own JSON.
#[derive(Debug)]
pub struct Found<J: Json> {
    /// The task.
    pub task: Task<J::Text>,
    /// What it was read from.
    pub raw: J,
    /// The request's id.
    pub request_id: Option<J::Text>,
}

/// Whether an answer with this status is a task, or else an answer that should have been one.
pub(crate) fn is_success(status: u16) -> bool {
    (200..=299).contains(&status)
}

impl<J: Json> Answer<J> {
    /// What the answer means for the request it answers.
    pub fn interpret(self, request: &Request) -> Result<Found<J>, Box<Error>> {
        if !is_success(self.status) {
            return Err(self.refusal(request));
        }
        let problem = match self.body {
            Body::TooLarge => "it is larger than maxResponseBytes",
            Body::Text(text) if text.is_empty() => "it is empty",
            Body::Text(_) => "it is no complete JSON",
            Body::Json(json) => match Object::of(&json).map(Task::read) {
                Some(Ok(task)) => return Ok(Found { task, raw: json, request_id: self.request_id }),
                Some(Err(problem)) => {
                    let complaint = Complaint::read(&Body::Json(json));
                    return Err(no_task(
                        request,
                        self.status,
                        self.request_id.map(J::Text::into),
                        problem,
                        complaint,
                    ));
                }
                None => "it is JSON, but no object",
            },
        };
        Err(no_task(request, self.status, self.request_id.map(J::Text::into), problem, Complaint::default()))
    }

    /// The error of an answer that is no success.
    #[cold]
    #[inline(never)]
    fn refusal(self, request: &Request) -> Box<Error> {
        let complaint = Complaint::read(&self.body);
        let request_id = self.request_id.map(J::Text::into).or(complaint.request_id);
        let kind = ErrorKind::of_answer(self.status, &complaint.code);
        if kind == ErrorKind::InvalidResponse {
            let problem = match self.status {
                0 | 300..=399 => "it is a redirect, and the token is not sent to another place",
                _ => "its status is none that means anything",
            };
            return no_task(request, self.status, request_id, problem, Complaint::default());
        }
        let lead = lead(kind, request);
        let code = if complaint.code.is_empty() {
            concat(&["HTTP.", &digits(self.status.into())])
        } else {
            complaint.code
        };
        let mut said = concat(&[code.as_str(), " ", &complaint.message]);
        if let Some(diagnosis) = diagnosis::of_message(&complaint.message) {
            said = concat(&[&said, "; ", &diagnosis]);
        }
        Box::new(Error {
            message: sentence(&concat(&[&lead, ": ", said.trim_end()]), self.status, request_id.as_deref()),
            reason: if complaint.message.is_empty() { lead } else { complaint.message },
            code,
            http_status: Some(self.status),
            request_id,
            encoded_authorization_message: complaint.encoded_authorization_message,
            retry_after: self.retry_after,
            ..*Error::of_client(kind, String::new())
        })
    }
}

/// The error of an answer that should have been a task and is none.
#[cold]
#[inline(never)]
fn no_task(
    request: &Request,
    status: u16,
    header_id: Option<String>,
    problem: &str,
    complaint: Complaint,
) -> Box<Error> {
    let mut reason = concat(&["the answer for task ", &request.task_id, " is not a task: ", problem]);
    if !complaint.code.is_empty() {
        reason = concat(&[&reason, ", but says ", &complaint.code, " ", &complaint.message]);
    }
    let request_id = header_id.or(complaint.request_id);
    Box::new(Error {
        message: sentence(&reason, status, request_id.as_deref()),
        http_status: (status != 0).then_some(status),
        request_id,
        ..*Error::of_client(ErrorKind::InvalidResponse, reason)
    })
}

/// The start of the sentence for a kind that is an answer.
fn lead(kind: ErrorKind, request: &Request) -> String {
    let task = request.task_id.as_str();
    match kind {
        ErrorKind::Unauthenticated => concat(&["the token was refused for task ", task]),
        ErrorKind::Forbidden => {
            concat(&["no permission for task ", task, " of file system ", &request.share_id])
        }
        ErrorKind::NotFound => concat(&["found no task ", task, " of file system ", &request.share_id]),
        ErrorKind::Throttled => concat(&["too many requests, throttled for task ", task]),
        ErrorKind::Rejected => concat(&["the request was rejected for task ", task]),
        ErrorKind::Unavailable => concat(&["the service is unavailable for task ", task]),
        ErrorKind::InvalidRequest
        | ErrorKind::Network
        | ErrorKind::Timeout
        | ErrorKind::InvalidResponse
        | ErrorKind::Runtime => concat(&["no answer for task ", task]),
    }
}

fn sentence(what: &str, status: u16, request_id: Option<&str>) -> String {
    let id = request_id.unwrap_or("none");
    concat(&["getTask: ", what, " (HTTP ", &digits(status.into()), ", request id ", id, ")"])
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Answer;
    use crate::body::Body;
    use crate::error::{Error, ErrorKind};
    use crate::request::Request;
    use serde_json::{Value, json};

    pub(crate) fn request() -> Request {
        Request {
            url: "https://host/v1/p/sfs-turbo/s/hpc-cache/task/t".into(),
            share_id: "s".into(),
            task_id: "t".into(),
            token_function: false,
            attempt_timeout: 20_000.0,
            max_retries: 2,
            max_response_bytes: 1e6,
        }
    }

    pub(crate) fn answer(status: u16, body: Body<Value>) -> Answer<Value> {
        Answer { status, request_id: Some("r".into()), retry_after: None, body }
    }

    fn error(status: u16, body: Body<Value>) -> Box<Error> {
        answer(status, body).interpret(&request()).map_or_else(|error| error, |found| panic!("{found:?}"))
    }

    #[test]
    fn a_task_comes_with_its_raw_json_and_request_id() {
        let body = json!({ "task_id": "t", "status": "DOING", "new_field": [1, 2] });
        let found = answer(200, Body::Json(body.clone())).interpret(&request());
        let found = found.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(found.task.task_id, "t");
        assert_eq!(found.raw, body);
        assert_eq!(found.request_id.as_deref(), Some("r"));
    }

    #[test]
    fn a_missing_task_is_not_found_though_its_status_is_400() {
        let error =
            error(400, Body::Json(json!({ "errCode": "SFS.TURBO.0106", "errMsg": "Invalid task id." })));
        assert_eq!(error.kind, ErrorKind::NotFound);
        assert_eq!(error.code, "SFS.TURBO.0106");
        assert_eq!(error.reason, "Invalid task id.");
        let expected = "getTask: found no task t of file system s: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id r)";
        assert_eq!(error.message, expected);
    }

    #[test]
    fn an_answer_without_a_code_gets_one_of_its_status() {
        let error = error(502, Body::Text("<html><title>Bad Gateway</title>".into()));
        assert_eq!((error.kind, error.code.as_str()), (ErrorKind::Unavailable, "HTTP.502"));
        let expected =
            "getTask: the service is unavailable for task t: HTTP.502 Bad Gateway (HTTP 502, request id r)";
        assert_eq!(error.message, expected);
        let error = self::error(503, Body::Text(String::new()));
        assert_eq!(error.reason, "the service is unavailable for task t");
        assert_eq!(
            error.message,
            "getTask: the service is unavailable for task t: HTTP.503 (HTTP 503, request id r)"
        );
    }

    #[test]
    fn the_request_id_is_the_headers_else_the_bodys() {
        let body =
            || Body::Json(json!({ "error_code": "APIGW.0301", "error_msg": "no", "request_id": "of-body" }));
        assert_eq!(error(401, body()).request_id.as_deref(), Some("r"));
        let hidden = Answer { request_id: None, ..answer(401, body()) }.interpret(&request());
        assert_eq!(hidden.map_err(|error| error.request_id).err(), Some(Some("of-body".into())));
    }

    #[test]
    fn what_the_gateway_says_of_its_limit_is_in_the_sentence() {
        let message = "Throttled: policy user over ratelimit,limit:200,time:1 second";
        let error = error(429, Body::Json(json!({ "error_code": "APIG.0308", "error_msg": message })));
        assert_eq!(error.reason, message);
        let expected = format!(
            "getTask: too many requests, throttled for task t: APIG.0308 {message}; the limit is 200 calls in 1 second \
             (HTTP 429, request id r)"
        );
        assert_eq!(error.message, expected);
    }

    #[test]
    fn a_success_that_is_no_task_is_an_invalid_response_that_says_why() {
        let cases = [
            (200, Body::Text("<html>".into()), "it is no complete JSON"),
            (200, Body::Text("{\"task_id\": \"t".into()), "it is no complete JSON"),
            (204, Body::Text(String::new()), "it is empty"),
            (200, Body::TooLarge, "it is larger than maxResponseBytes"),
            (200, Body::Json(json!(null)), "it is JSON, but no object"),
            (200, Body::Json(json!(["t", "DOING"])), "it is JSON, but no object"),
            (200, Body::Json(json!({})), "it has no task_id"),
            (200, Body::Json(json!({ "task_id": "t" })), "it has no status"),
            (200, Body::Json(json!({ "errCode": "A", "errMsg": "b" })), "it has no task_id, but says A b"),
        ];
        for (status, body, problem) in cases {
            let error = error(status, body);
            assert_eq!(
                (error.kind, error.code.as_str()),
                (ErrorKind::InvalidResponse, "CLIENT.INVALID_RESPONSE")
            );
            assert_eq!(error.reason, format!("the answer for task t is not a task: {problem}"));
            assert_eq!(error.message, format!("getTask: {} (HTTP {status}, request id r)", error.reason));
            assert_eq!(error.http_status, Some(status));
        }
    }

    #[test]
    fn a_redirect_is_refused() {
        for status in [0, 301, 302, 307, 308] {
            let error = error(status, Body::Text(String::new()));
            assert_eq!(error.kind, ErrorKind::InvalidResponse);
            assert!(error.reason.contains("redirect"), "{}", error.reason);
        }
    }
}
