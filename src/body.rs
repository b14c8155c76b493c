//! What a body says that is no task: every shape in which the service, the gateway, IAM and OBS write an error.

use crate::text::{beginning, concat, split_at_word};
use crate::value::Value;

/// The most characters of a text that an error repeats: as many as the vendor allows its own messages.
const LONGEST: usize = 512;

/// A body as it arrived.
#[derive(Debug)]
pub enum Body<J> {
    /// Text that is JSON.
    Json(J),
    /// Any other text, perhaps none.
    Text(String),
    /// More bytes than the caller allows; the rest was not read.
    TooLarge,
}

/// A parsed JSON value: the platform's on the wasm side, `serde_json`'s in the tests.
pub trait Json: Sized {
    /// A string as the host keeps it: what is only handed on need not be copied.
    type Text: From<String> + Into<String>;

    /// Whether it is an object, neither an array nor `null`.
    fn is_object(&self) -> bool;
    /// A field of an object, which this is: see [`Object`]. `null` or `undefined` if it is not there.
    fn field(&self, name: &'static str) -> Self;
    /// The elements of an array, the first sixteen at most; none of anything else.
    fn elements(&self) -> Vec<Self>;
    /// What it is, if it is no object and no array.
    fn value(&self) -> Value;
    /// The string as the host keeps it, if it is one.
    fn text(&self) -> Option<Self::Text>;
}

/// A JSON value that is an object: found out once, since each look costs a crossing of the border.
#[derive(Debug)]
pub struct Object<'a, J>(&'a J);

impl<'a, J: Json> Object<'a, J> {
    /// The value as an object, if it is one.
    pub fn of(json: &'a J) -> Option<Self> {
        json.is_object().then_some(Object(json))
    }

    /// A field; `null` or `undefined` if it is not there.
    pub fn field(&self, name: &'static str) -> J {
        self.0.field(name)
    }
}

/// What an error body says.
#[derive(Debug, Default, PartialEq)]
pub struct Complaint {
    /// The code verbatim; `""` where the body has none.
    pub code: String,
    /// The message, cut to 512 characters; `""` where the body has none.
    pub message: String,
    /// The request's id.
    pub request_id: Option<String>,
    /// What an administrator decodes to see the permission that is missing.
    pub encoded_authorization_message: Option<String>,
}

/// The names of a code, in the order in which they are looked for.
///
/// `errCode`: SFS Turbo's operation pages. `error_code`: the gateway, and SFS Turbo's page of error codes. `errorCode`:
/// known to the vendor's Python SDK. `code`: IAM, in its old form inside `error`, where it is a number.
const CODES: [&str; 4] = ["errCode", "error_code", "errorCode", "code"];

/// The names of a message, in the same order.
const MESSAGES: [&str; 4] = ["errMsg", "error_msg", "errorMsg", "message"];

impl Complaint {
    /// Reads what a body says, whatever its shape.
    pub fn read<J: Json>(body: &Body<J>) -> Self {
        match body {
            Body::Json(json) => Object::of(json).map(Complaint::of_object).unwrap_or_default(),
            Body::TooLarge => Complaint::default(),
            Body::Text(text) => Complaint::of_text(text),
        }
    }

    fn of_object<J: Json>(object: Object<'_, J>) -> Self {
        let mut complaint = Complaint::default();
        complaint.add(&object);
        let mut inner = object.field("details").elements();
        inner.insert(0, object.field("error"));
        for object in inner.iter().filter_map(Object::of) {
            complaint.add(&object);
        }
        complaint
    }

    /// Takes from an object what was not said further out.
    fn add<J: Json>(&mut self, json: &Object<'_, J>) {
        if self.code.is_empty() {
            self.code = first_text(json, &CODES).unwrap_or_default();
        }
        if self.message.is_empty() {
            self.message = first_text(json, &MESSAGES).unwrap_or_default();
        }
        if self.request_id.is_none() {
            self.request_id = first_text(json, &["request_id"]);
        }
        if self.encoded_authorization_message.is_none() {
            let encoded = json.field("encoded_authorization_message").value();
            self.encoded_authorization_message = encoded.text().filter(|text| !text.is_empty());
        }
    }

    /// OBS answers in XML if asked by mistake; of a proxy's page its title says most; other text says itself.
    fn of_text(text: &str) -> Self {
        let text = text.trim();
        if !text.starts_with('<') {
            return Complaint { message: cut(text), ..Complaint::default() };
        }
        if split_at_word(text, "<Error>").is_none() {
            return Complaint { message: element(text, "title").unwrap_or_default(), ..Complaint::default() };
        }
        Complaint {
            code: element(text, "Code").unwrap_or_default(),
            message: element(text, "Message").unwrap_or_default(),
            request_id: element(text, "RequestId"),
            encoded_authorization_message: None,
        }
    }
}

/// The first of several fields that is text with something in it, cut to what an error repeats.
fn first_text<J: Json>(json: &Object<'_, J>, names: &[&'static str]) -> Option<String> {
    let texts = names.iter().filter_map(|name| json.field(name).value().text_or_digits());
    texts.map(|text| cut(&text)).find(|text| !text.is_empty())
}

fn cut(text: &str) -> String {
    beginning(text.trim(), LONGEST).to_owned()
}

/// The text of the first element of a name. No XML parser: four fixed names, for a message, from an untrusted answer.
fn element(text: &str, name: &str) -> Option<String> {
    let (_, rest) = split_at_word(text, &concat(&["<", name, ">"]))?;
    let (content, _) = split_at_word(rest, "</")?;
    Some(cut(content)).filter(|content| !content.is_empty())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Body, Complaint, Json};
    use serde_json::{Value, json};

    impl Json for Value {
        type Text = String;

        fn is_object(&self) -> bool {
            Value::is_object(self)
        }

        fn field(&self, name: &'static str) -> Self {
            self.get(name).cloned().unwrap_or_default()
        }

        fn elements(&self) -> Vec<Self> {
            self.as_array().cloned().unwrap_or_default()
        }

        fn value(&self) -> crate::value::Value {
            crate::value::tests::read(self)
        }

        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }
    }

    fn complaint(code: &str, message: &str) -> Complaint {
        Complaint { code: code.into(), message: message.into(), ..Complaint::default() }
    }

    fn of_json(body: Value) -> Complaint {
        Complaint::read(&Body::Json(body))
    }

    fn of_text(text: &str) -> Complaint {
        Complaint::read(&Body::<Value>::Text(text.into()))
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
            Complaint { request_id: Some("r1".into()), ..complaint("APIGW.0301", "no token") }
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
            let expected = Complaint {
                encoded_authorization_message: Some("e".into()),
                ..complaint("PAP5.0001", "denied")
            };
            assert_eq!(of_json(body), expected);
        }
    }

    #[test]
    fn one_field_of_an_odd_type_does_not_cost_the_rest() {
        let body = json!({ "errCode": "A", "errMsg": ["x"], "error": "text", "details": { "a": 1 } });
        assert_eq!(of_json(body), complaint("A", ""));
    }

    #[test]
    fn json_that_is_no_object_says_nothing() {
        for body in [json!(null), json!([{ "errCode": "A" }]), json!("errCode"), json!(5), json!({})] {
            assert_eq!(of_json(body), Complaint::default());
        }
    }

    #[test]
    fn xml_of_the_object_store_is_read() {
        let body = "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>gone</Message><RequestId>r</RequestId></Error>";
        assert_eq!(
            of_text(body),
            Complaint { request_id: Some("r".into()), ..complaint("NoSuchKey", "gone") }
        );
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
