//! The border to JavaScript: one function that takes an event of a call and returns the next step.
//!
//! Both cross as one text of fields; `js/core/border.ts` is the other side. One text costs one allocation and one copy. As
//! separate arguments each text would cost as much, and as objects each field would.

use wasm_bindgen::prelude::*;

use crate::answer::Answer;
use crate::answer::error_body::{self, Body, NAMES};
use crate::call::event::{Event, Fault, Happened, Look};
use crate::call::retry::retry_after;
use crate::call::step::{History, Step};
use crate::error::Error;
use crate::fields::{Reader, Writer};
use crate::operation::{AnswerShape, OPERATIONS, Operation};
use crate::request::sign_in::SignIn;
use crate::request::signature::{DATE_HEADER, PROJECT_HEADER, Signature};
use crate::request::{Asked, REQUEST_ID_HEADER, TOKEN_HEADER};
use crate::value::Value;

/// The kinds of events, with the numbers of `js/call/event.ts`. Any other number is a call that has just started.
mod happened {
    pub(super) const DESCRIBE: i64 = 1;
    pub(super) const CREDENTIALS_GIVEN: i64 = 2;
    pub(super) const NO_CREDENTIALS: i64 = 3;
    pub(super) const ANSWERED: i64 = 4;
    pub(super) const NETWORK: i64 = 5;
    pub(super) const NO_RESPONSE: i64 = 6;
    pub(super) const ATTEMPT_TIMEOUT: i64 = 7;
    pub(super) const PAUSED: i64 = 8;
    pub(super) const CALL_TIMEOUT: i64 = 9;
    pub(super) const LOOKED: i64 = 10;
}

/// The next step of a call; `""` for an unknown operation.
#[wasm_bindgen]
pub fn next(said: &str) -> String {
    let mut fields = Reader::new(said);
    let number = fields.number();
    let Some(operation) = usize::try_from(number).ok().and_then(|number| OPERATIONS.get(number)) else {
        return String::new();
    };
    let kind = fields.number();
    if kind == happened::DESCRIBE {
        return description(operation);
    }
    let (asked, event) = read(&mut fields, operation, kind);
    #[cfg(feature = "trap")]
    crate::trap::on(&asked, &event);
    write(crate::call::next(&asked, &event))
}

/// What JavaScript needs to know about an operation to send its requests and read its answers.
#[cold]
#[inline(never)]
fn description(operation: &Operation) -> String {
    let mut writer = Writer::new(operation.method);
    writer.text(operation.content_type).text(TOKEN_HEADER).text(REQUEST_ID_HEADER);
    writer.text(error_body::INNER_OBJECT).text(error_body::INNER_LIST);
    let (list, fields) = match operation.answer {
        AnswerShape::Record(fields) => ("", fields),
        AnswerShape::List { name, fields } => (name, fields),
        AnswerShape::Nothing => ("", [].as_slice()),
    };
    writer.text(list).number(NAMES.len() as u64);
    for name in NAMES {
        writer.text(name);
    }
    writer.number(fields.len() as u64);
    for field in fields {
        writer.text(field.wire).text(field.kind.mark());
    }
    writer.end()
}

fn read<'a>(fields: &mut Reader<'a>, operation: &'static Operation, kind: i64) -> (Asked<'a>, Event<'a>) {
    let history = History::decode(fields.number() as u64);
    let (remaining, random) = (fields.number() as f64, fields.number() as f64 / 1_000.0);
    let interval = fields.value();
    let sign_in = fields.number();
    let time = match fields.value() {
        Value::Date(time) => time,
        _ => "",
    };
    let (endpoint_url, page_origin) = (fields.text(), fields.text());
    let asked = Asked::new(operation, || fields.value());
    let mut unknown = Vec::new();
    for _ in 0..fields.number() {
        unknown.push(fields.text());
    }
    let asked = Asked {
        sign_in: SignIn::decode(sign_in & 7),
        security_token: sign_in & 8 > 0,
        no_cookies: sign_in & 16 > 0,
        time,
        endpoint_url,
        page_origin,
        unknown,
        ..asked
    };
    let happened = match kind {
        happened::CREDENTIALS_GIVEN => Happened::CredentialsGiven,
        happened::NO_CREDENTIALS => {
            let problem = fields.text();
            let answer = if history.renewed() { Some(read_answer(fields)) } else { None };
            Happened::NoCredentials { problem, answer }
        }
        happened::ANSWERED => Happened::Answered(read_answer(fields)),
        happened::NETWORK => {
            let (code, words, in_page) = (fields.text(), fields.text(), fields.number() == 1);
            Happened::Fault(Fault::Network { code, words, in_page })
        }
        happened::NO_RESPONSE => Happened::Fault(Fault::NoResponse { function: fields.text() }),
        happened::ATTEMPT_TIMEOUT => Happened::Fault(Fault::AttemptTimeout),
        happened::PAUSED => Happened::Paused,
        happened::CALL_TIMEOUT => Happened::CallTimeout,
        happened::LOOKED => {
            let (status, has_end) = (fields.text(), fields.number() == 1);
            Happened::Looked(Look { status, has_end, message: fields.text(), request_id: fields.text() })
        }
        _ => Happened::Begun,
    };
    (asked, Event { happened, history, remaining, random, interval })
}

#[cold]
#[inline(never)]
fn read_answer<'a>(fields: &mut Reader<'a>) -> Answer<'a> {
    let status = fields.number() as u16;
    let request_id = fields.text();
    let (header, now, date) = (fields.text(), fields.number() as f64, fields.number());
    let retry_after = retry_after(header, now, Some(date as f64).filter(|_| date > 0));
    let missing = fields.text();
    let body = match fields.text() {
        "object" => {
            let mut values = Vec::new();
            for _ in 0..fields.number() {
                values.push(fields.value());
            }
            Body::Object(values)
        }
        "json" => Body::OtherJson,
        "large" => Body::TooLarge,
        _ => Body::Text(fields.text()),
    };
    let signed = fields.text();
    Answer { status, request_id, retry_after, body, missing, signed }
}

fn write(step: Step) -> String {
    let mut writer = Writer::new("");
    match step {
        Step::AskCredentials { history, refused, fault } => {
            writer.text(if refused { "renew" } else { "ask" }).number(history.encode());
            add_fault(&mut writer, fault);
        }
        Step::SignAgain { history, skew, fault } => {
            // Fields have no negative numbers, so the sign is a field of its own.
            let direction = if skew < 0.0 { "-" } else { "" };
            writer.text("sign").number(history.encode()).text(direction).number(skew.abs() as u64);
            add_fault(&mut writer, Some(fault));
        }
        Step::Send { history, request, signature } => {
            writer.text("send").number(history.encode()).number(request.attempt_timeout);
            writer.number(request.max_response_bytes).text(&request.url).text(&request.body);
            if let Some(signature) = signature {
                add_signature(&mut writer, &signature);
            }
        }
        Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault } => {
            writer.text("pause").number(history.encode()).number(milliseconds as u64);
            writer
                .number(hidden_milliseconds as u64)
                .number(wake_milliseconds as u64)
                .number(history.retries().into());
            add_fault(&mut writer, fault);
        }
        Step::Give => {
            writer.text("give");
        }
        Step::Fail(error) => {
            writer.text("fail");
            add_failure(&mut writer, &error);
        }
    }
    writer.end()
}

#[inline(never)]
fn add_fault(writer: &mut Writer, fault: Option<Box<Error>>) {
    if let Some(error) = fault {
        add_failure(writer, &error);
    }
}

/// Writes the fields in the order in which `js/call/access-keys.ts` reads them.
#[inline(never)]
fn add_signature(writer: &mut Writer, signature: &Signature) {
    let Signature { date, project, head, tail, text, authorization: [before, middle] } = signature;
    writer.text(head).text(tail).text(text).text(before).text(middle);
    writer.text(DATE_HEADER).text(date).text(PROJECT_HEADER).text(project);
}

/// Writes the fields in the order in which `coreError` of `js/errors/failure.ts` reads them.
#[cold]
#[inline(never)]
fn add_failure(writer: &mut Writer, error: &Error) {
    writer.text(error.kind.as_str()).text(&error.code).text(&error.reason).text(&error.message);
    writer.number(error.http_status.into()).text(&error.request_id).number(error.retryable.into());
    writer.text(&error.field).text(&error.encoded_authorization_message);
}

#[cfg(test)]
mod tests;
