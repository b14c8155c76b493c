//! Reads a field of a response type, whatever the service sends. A field of an unexpected type does not affect the others.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The text of a field: a string as it is, a whole number as its digits, `""` for anything else.
pub(crate) struct Lenient(pub(crate) String);

/// For `#[serde(deserialize_with)]` of a record.
pub(crate) fn read<'de, D: Deserializer<'de>, T: From<Lenient>>(deserializer: D) -> Result<T, D::Error> {
    Lenient::deserialize(deserializer).map(T::from)
}

impl From<Lenient> for String {
    fn from(Lenient(text): Lenient) -> Self {
        text
    }
}

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Lenient;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Lenient, E> {
        Ok(Lenient(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Lenient, E> {
        Ok(Lenient(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Lenient, E> {
        Ok(Lenient(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Lenient, E> {
        let whole = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_991.0;
        Ok(Lenient(if whole { (number as i64).to_string() } else { String::new() }))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Lenient, E> {
        Ok(Lenient(String::new()))
    }

    fn visit_unit<E: Error>(self) -> Result<Lenient, E> {
        Ok(Lenient(String::new()))
    }

    fn visit_none<E: Error>(self) -> Result<Lenient, E> {
        Ok(Lenient(String::new()))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Lenient, D::Error> {
        Lenient::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Lenient, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Lenient(String::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Lenient, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Lenient(String::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::Lenient;
    use serde::de::value::{BytesDeserializer, Error};
    use serde::de::{Deserialize, IntoDeserializer};

    fn text<'de>(value: impl IntoDeserializer<'de, Error>) -> String {
        let Lenient(text) = Lenient::deserialize(value.into_deserializer()).expect("it never fails");
        text
    }

    #[test]
    fn whole_numbers_are_their_digits_and_others_are_nothing() {
        for (number, digits) in [
            (5.0, "5"),
            (-5.0, "-5"),
            (1.5, ""),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (-9_007_199_254_740_991.0, "-9007199254740991"),
            (9_007_199_254_740_992.0, ""),
            (1e300, ""),
            (f64::NAN, ""),
        ] {
            assert_eq!(text(number), digits, "{number}");
        }
        assert_eq!((text(u64::MAX), text(i64::MIN)), (u64::MAX.to_string(), i64::MIN.to_string()));
        assert_eq!((text("a"), text(true), text(())), ("a".to_owned(), String::new(), String::new()));
    }

    #[test]
    fn what_json_does_not_have_is_refused_by_name() {
        let bytes = BytesDeserializer::<Error>::new(b"x");
        let error = Lenient::deserialize(bytes).err().expect("bytes are no text");
        assert_eq!(error.to_string(), "invalid type: byte array, expected any value");
    }
}
