//! What a body says that is not a success: every shape in which the service, the gateway, IAM and OBS write an error.

use crate::text::{beginning, owned, split_at_word, trimmed};
use crate::value::Value;

/// The most characters of a text that an error repeats: as many as the vendor allows its own messages.
pub(crate) const LONGEST_MESSAGE: usize = 512;

/// The fields that may say something, in the order in which a host looks for them.
///
/// First the codes. `errCode`: SFS Turbo's operation pages. `error_code`: the gateway, and SFS Turbo's page of error codes.
/// `errorCode`: known to the vendor's Python SDK. `code`: IAM, in its old form inside `error`, where it is a number. Then
/// the messages, in the same order.
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

/// Where in a body such fields may stand besides at its top: in this object, and in each object of this list.
pub const INNER_OBJECT: &str = "error";
/// See [`INNER_OBJECT`].
pub const INNER_LIST: &str = "details";

/// How many objects of [`INNER_LIST`] are looked at.
pub const MOST_INNER: usize = 16;

/// How many UTF-16 code units of a text a host hands over, at most: the encoded message of a denial has some thousand.
pub const LONGEST_TEXT: usize = 16_384;

/// What a body is to an error.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<'a> {
    /// A JSON object: the values of [`NAMES`] in each place where they may stand, the top first.
    Object(Vec<Value<'a>>),
    /// JSON that is not an object.
    OtherJson,
    /// The start of any other text, perhaps none.
    Text(&'a str),
    /// More bytes than the caller allows; the rest was not read.
    TooLarge,
}

/// What an error body says. A text is `""` where the body has none.
#[derive(Debug, Default, PartialEq)]
pub struct Complaint {
    /// The code verbatim.
    pub code: String,
    /// The message, cut to 512 characters.
    pub message: String,
    /// The request's id.
    pub request_id: String,
    /// What an administrator decodes to see the permission that is missing.
    pub encoded_authorization_message: String,
}

impl Complaint {
    /// Reads what a body says, whatever its shape.
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

    /// OBS answers in XML if asked by mistake; of a proxy's page its title says most; other text says itself.
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

/// The message that a body has, not cut: the gateway repeats in it what it was sent.
pub(super) fn message(body: &Body<'_>, cut: &str) -> String {
    match body {
        Body::Object(values) => first(values, 4..8, LONGEST_TEXT),
        _ => owned(cut),
    }
}

/// The first text of several fields with something in it. What stands further out goes before what stands further in.
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

/// The text of the first element with this tag. No XML parser: four fixed names, for a message, from an untrusted answer.
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

    /// What a host hands over of a body that is JSON.
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
    fn iams_old_form_has_its_code_as_a_number() {
        let body = json!({ "error": { "message": "no", "code": 401, "title": "Unauthorized" } });
        assert_eq!(of_json(body), complaint("401", "no"));
    }

    #[test]
    fn a_denial_keeps_its_encoded_message_wherever_it_stands() {
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
    fn one_field_of_an_odd_type_does_not_cost_the_rest() {
        let body = json!({ "errCode": "A", "errMsg": ["x"], "error": "text", "details": { "a": 1 } });
        assert_eq!(of_json(body), complaint("A", ""));
    }

    #[test]
    fn json_that_is_not_an_object_says_nothing() {
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
    fn a_page_says_its_title_and_other_text_itself() {
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
