//! The input of a call, as the core needs it.

use std::rc::Rc;

use super::call_options::CallOptions;
use super::host;
use super::options::ClientOptions;
use crate::operation::{COMMON, Need, Rule};
use crate::request::Asked;
use crate::request::sign_in::SignIn;
use crate::value::Value;

/// The options of a client and of a call, and what the page or process adds.
pub(super) struct Input<A> {
    options: Rc<ClientOptions>,
    pub(super) call_options: A,
    endpoint_url: String,
    page_origin: String,
}

impl<A: CallOptions> Input<A> {
    pub(super) fn new(options: Rc<ClientOptions>, call_options: A) -> Self {
        let page_origin = host::page_origin();
        let endpoint = options.endpoint.as_deref();
        let endpoint_url = endpoint.map(|text| host::normal_form(text, &page_origin)).unwrap_or_default();
        Input { options, call_options, endpoint_url, page_origin }
    }

    pub(super) fn asked(&self) -> Asked<'_> {
        let mut rules = COMMON.iter().chain(A::OPERATION.options.iter().copied());
        Asked {
            endpoint_url: &self.endpoint_url,
            page_origin: &self.page_origin,
            sign_in: if self.options.token.is_function() { SignIn::TokenFunction } else { SignIn::Token },
            ..Asked::new(A::OPERATION, || rules.next().map(|rule| self.value(rule.name)).unwrap_or_default())
        }
    }

    /// The value of a time option in milliseconds, or its default. For a number that the core will refuse, also the default.
    pub(super) fn time(&self, name: &str) -> Option<f64> {
        let asked = self.asked();
        let (option, value) = asked.options.iter().find(|(option, _)| option.name == name)?;
        let given = match (value, option.rule) {
            (Value::Whole(number), Rule::Whole(least, most)) => {
                u32::try_from(*number).ok().filter(|number| (least..=most).contains(number))
            }
            _ => None,
        };
        match (given, option.need) {
            (Some(number), _) | (None, Need::Default(number)) => Some(number.into()),
            _ => None,
        }
    }

    /// The value of an option: of the client, of the operation, or for polling.
    fn value(&self, name: &str) -> Value<'_> {
        match (self.options.value(name), self.call_options.value(name), self.call_options.following()) {
            (Value::Absent, Value::Absent, Some(following)) => following.value(name),
            (Value::Absent, value, _) => value,
            (value, ..) => value,
        }
    }
}
