//! One call, from its options to its end: does what the core says, and tells it what came of it.
//!
//! All state of a call is in its future, so that no call can touch another.

use super::ask::Ask;
use super::call::{Call, News};
use super::error::ClientError;
use super::host;
use super::options::ClientOptions;
use super::reply::Reply;
use super::timer::Timer;
use crate::call::event::Event;
use crate::call::next;
use crate::call::step::{History, Step};
use crate::operation::{COMMON, Need, Rule};
use crate::request::Asked;
use crate::value::Value;

/// Makes a call.
pub(super) async fn run<A: Ask>(options: &ClientOptions, ask: &A) -> Result<Reply<A::Answer>, ClientError> {
    let operation = A::OPERATION;
    let mut call = Call::new(options, operation, timeout(options))
        .map_err(|error| ClientError::new(error, operation.name, 0, None, &[]))?;
    let page_origin = host::page_origin();
    let endpoint = options.endpoint.as_deref();
    let endpoint_url = endpoint.map(|text| host::normal_form(text, &page_origin)).unwrap_or_default();
    let mut rules = COMMON.iter().chain(operation.options);
    let values = || rules.next().map(|rule| value(options, ask, rule.name)).unwrap_or_default();
    let asked = Asked {
        endpoint_url: &endpoint_url,
        page_origin: &page_origin,
        token_function: options.token.is_function(),
        ..Asked::new(operation, values)
    };
    let mut history = History::default();
    let mut news = News::Begun;
    loop {
        let step = next(
            &asked,
            &Event {
                happened: call.happened(&news, history),
                history,
                remaining: call.remaining().max(0.0),
                random: host::random(),
            },
        );
        news = match step {
            Step::Fail(error) => return Err(call.error(error)),
            Step::AskToken { history: noted, refused } => {
                history = noted;
                call.ask_token(refused).await
            }
            Step::Send { history: noted, request } => {
                history = noted;
                match call.send(&request).await {
                    Ok(reply) => return Ok(reply),
                    Err(news) => news,
                }
            }
            Step::Pause { history: noted, milliseconds } => {
                history = noted;
                Timer::new(milliseconds).await;
                News::Paused
            }
        };
    }
}

/// The value of an option, of every operation's or of this one's.
fn value<'a>(options: &'a ClientOptions, ask: &'a impl Ask, name: &str) -> Value<'a> {
    match options.value(name) {
        Value::Absent => ask.value(name),
        value => value,
    }
}

/// Milliseconds for the whole call. A number that the core will refuse is the default until it does.
fn timeout(options: &ClientOptions) -> f64 {
    let Some(option) = COMMON.iter().find(|option| option.name == "timeout") else { return 0.0 };
    let default = if let Need::Default(number) = option.need { number } else { 0 };
    let given = match (options.value(option.name), option.rule) {
        (Value::Whole(number), Rule::Whole(least, most)) => {
            Some(number.unsigned_abs()).filter(|number| (least..=most).contains(number))
        }
        _ => None,
    };
    given.unwrap_or(default) as f64
}
