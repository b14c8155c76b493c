//! Reads the body of a refusal: all forms in which the service, the gateway, IAM and OBS write an error.

use crate::text::{beginning, owned, split_at_word, trimmed};
use crate::value::Value;

/// The maximum length of a message in an error, in characters: the vendor's own limit for its messages.
pub(crate) const LONGEST_MESSAGE: usize = 512;

/// The names of error fields, in the order in which a host reads them.
///
/// First the codes. `errCode`: SFS Turbo's operation pages. `error_code`: the gateway, and SFS Turbo's page of error codes.
/// `errorCode`: known to the vendor's Python SDK. `code`: IAM, in its old form inside `error`, where it is a number. Then
/// the messages in the same order, then the other fields.
pub const NAMES: [&str; 10] = [
    "errCode",
    "error_code",
    "errorCode",
    "code",
    "errMsg",
    "error_msg",
    "errorMsg",
    "message",
    "request_id",
    "encoded_authorization_message",
];

/// Besides the top level, error fields may be in this object and in each object of this list.
pub const INNER_OBJECT: &str = "error";
/// See [`INNER_OBJECT`].
pub const INNER_LIST: &str = "details";

/// The maximum number of objects of [`INNER_LIST`] that are read.
pub const MOST_INNER: usize = 16;

/// The maximum number of UTF-16 code units of a text that a host passes on: the encoded message of a denial has some thousand.
pub const LONGEST_TEXT: usize = 16_384;

/// A body, as far as an error needs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<'a> {
    /// A JSON object: the values of [`NAMES`] in each place where they may be, the top level first.
    Object(Vec<Value<'a>>),
    /// JSON that is not an object.
    OtherJson,
    /// The start of any other text, which may be empty.
    Text(&'a str),
    /// The body has more bytes than the caller allows. The rest was not read.
    TooLarge,
}

/// What an error body says. A text is `""` if the body does not have it.
#[derive(Debug, Default, PartialEq)]
pub struct Complaint {
    /// The code verbatim.
    pub code: String,
    /// The message, cut to 512 characters.
    pub message: String,
    /// The id of the request.
    pub request_id: String,
    /// An encoded text from which an administrator can decode the missing permission.
    pub encoded_authorization_message: String,
}

impl Complaint {
    /// Reads a body in any form.
    #[inline(never)]
    pub fn read(body: &Body<'_>) -> Self {
        match body {
            Body::Object(values) => Complaint {
                code: first(values, 0..4, LONGEST_MESSAGE),
                message: first(values, 4..8, LONGEST_MESSAGE),
                request_id: first(values, 8..9, LONGEST_MESSAGE),
                encoded_authorization_message: first(values, 9..10, LONGEST_TEXT),
            },
            Body::Text(text) => Complaint::of_text(trimmed(text)),
            Body::OtherJson | Body::TooLarge => Complaint::default(),
        }
    }

    /// OBS may answer in XML. For a proxy's HTML page the title is used, for any other text the text itself.
    fn of_text(text: &str) -> Self {
        let (code, message, request_id) = if !text.starts_with('<') {
            ("", text, "")
        } else if split_at_word(text, "<Error>").is_none() {
            ("", element(text, "<title>"), "")
        } else {
            (element(text, "<Code>"), element(text, "<Message>"), element(text, "<RequestId>"))
        };
        Complaint {
            code: cut(code, LONGEST_MESSAGE),
            message: cut(message, LONGEST_MESSAGE),
            request_id: cut(request_id, LONGEST_MESSAGE),
            encoded_authorization_message: String::new(),
        }
    }
}

/// The message of a body, not cut to 512 characters: the gateway repeats the whole request in it.
pub(super) fn message(body: &Body<'_>, cut: &str) -> String {
    match body {
        Body::Object(values) => first(values, 4..8, LONGEST_TEXT),
        _ => owned(cut),
    }
}

/// The first text of several fields that is not empty. The top level comes before inner objects.
#[inline(never)]
fn first(values: &[Value<'_>], columns: core::ops::Range<usize>, longest: usize) -> String {
    for place in values.chunks(NAMES.len()) {
        for value in place.get(columns.clone()).unwrap_or_default() {
            let text = cut(&value.text_or_digits(), longest);
            if !text.is_empty() {
                return text;
            }
        }
    }
    String::new()
}

#[inline(never)]
fn cut(text: &str, longest: usize) -> String {
    owned(beginning(trimmed(text), longest))
}

/// The text of the first element with this tag. An XML parser is not needed for four fixed names in an error message.
#[inline(never)]
fn element<'a>(text: &'a str, tag: &str) -> &'a str {
    let inner = split_at_word(text, tag).and_then(|(_, rest)| split_at_word(rest, "</"));
    inner.map_or("", |(content, _)| content)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Body, Complaint, INNER_LIST, INNER_OBJECT, MOST_INNER, NAMES};
    use crate::value::Value;
    use serde_json::{Value as Json, json};

    fn value(json: &Json) -> Value<'_> {
        match json {
            Json::Null => Value::Absent,
            Json::Bool(flag) => Value::Flag(*flag),
            Json::Number(number) => number.as_i64().map_or(Value::Fraction, Value::Whole),
            Json::String(text) => Value::Text(text),
            Json::Array(_) | Json::Object(_) => Value::Object,
        }
    }

    /// What a host passes on of a JSON body.
    pub(crate) fn body(json: &Json) -> Body<'_> {
        if !json.is_object() {
            return Body::OtherJson;
        }
        let list = json[INNER_LIST].as_array().into_iter().flatten().take(MOST_INNER);
        let places = [json, &json[INNER_OBJECT]].into_iter().chain(list).filter(|place| place.is_object());
        Body::Object(places.flat_map(|place| NAMES.map(|name| value(&place[name]))).collect())
    }

    fn complaint(code: &str, message: &str) -> Complaint {
        Complaint { code: code.into(), message: message.into(), ..Complaint::default() }
    }

    fn of_json(json: Json) -> Complaint {
        Complaint::read(&body(&json))
    }

    fn of_text(text: &str) -> Complaint {
        Complaint::read(&Body::Text(text))
    }

    #[test]
    fn both_documented_answers_are_read() {
        assert_eq!(
            of_json(json!({ "errCode": "SFS.TURBO.0001", "errMsg": "parameter error" })),
            complaint("SFS.TURBO.0001", "parameter error")
        );
        assert_eq!(
            of_json(json!({ "errCode": "SFS.TURBO.0005", "errMsg": "Internal server error" })),
            complaint("SFS.TURBO.0005", "Internal server error")
        );
    }

    #[test]
    fn every_other_pair_of_names_is_read() {
        let gateway = json!({ "error_msg": "no token", "error_code": "APIGW.0301", "request_id": "r1" });
        assert_eq!(
            of_json(gateway),
            Complaint { request_id: "r1".into(), ..complaint("APIGW.0301", "no token") }
        );
        assert_eq!(of_json(json!({ "errorCode": "A", "errorMsg": "b" })), complaint("A", "b"));
        assert_eq!(of_json(json!({ "code": "A", "message": "b" })), complaint("A", "b"));
    }

    #[test]
    fn the_code_in_iams_old_form_is_a_number() {
        let body = json!({ "error": { "message": "no", "code": 401, "title": "Unauthorized" } });
        assert_eq!(of_json(body), complaint("401", "no"));
    }

    #[test]
    fn the_encoded_message_of_a_denial_is_found_in_every_place() {
        for body in [
            json!({ "code": "PAP5.0001", "message": "denied", "encoded_authorization_message": "e" }),
            json!({ "error": { "code": "PAP5.0001", "message": "denied", "encoded_authorization_message": "e" } }),
            json!({ "encoded_authorization_message": null, "details": [
                { "error_code": "PAP5.0001", "error_msg": "denied", "encoded_authorization_message": "e" }
            ] }),
        ] {
            let expected =
                Complaint { encoded_authorization_message: "e".into(), ..complaint("PAP5.0001", "denied") };
            assert_eq!(of_json(body), expected);
        }
    }

    #[test]
    fn a_field_of_an_unexpected_type_does_not_affect_the_other_fields() {
        let body = json!({ "errCode": "A", "errMsg": ["x"], "error": "text", "details": { "a": 1 } });
        assert_eq!(of_json(body), complaint("A", ""));
    }

    #[test]
    fn json_that_is_not_an_object_has_no_error_fields() {
        for body in [json!(null), json!([{ "errCode": "A" }]), json!("errCode"), json!(5), json!({})] {
            assert_eq!(of_json(body), Complaint::default());
        }
    }

    #[test]
    fn xml_of_the_object_store_is_read() {
        let body = "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>gone</Message><RequestId>r</RequestId></Error>";
        assert_eq!(of_text(body), Complaint { request_id: "r".into(), ..complaint("NoSuchKey", "gone") });
    }

    #[test]
    fn the_title_of_a_page_and_any_other_text_become_the_message() {
        assert_eq!(of_text("<html><title>502 Bad Gateway</title><p>x"), complaint("", "502 Bad Gateway"));
        assert_eq!(of_text("<!doctype html><p>no title"), complaint("", ""));
        assert_eq!(of_text("  upstream timed out\n"), complaint("", "upstream timed out"));
        assert_eq!(of_text(""), complaint("", ""));
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(of_text(&"é".repeat(600)).message, "é".repeat(512));
        assert_eq!(of_json(json!({ "errMsg": "x".repeat(600) })).message.len(), 512);
    }
}
