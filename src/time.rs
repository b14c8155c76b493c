//! Times as the service writes them, brought into a form that every JavaScript engine reads alike.

use crate::text::concat;

/// Turns `2023-09-02T15:04:05`, with a blank for the `T` as well, into ISO 8601 in UTC: `2023-09-02T15:04:05Z`.
///
/// The vendor's pages give no zone for these two fields; every other time of the service is said to be UTC, and without
/// the `Z` JavaScript would read it as local time. Text with a zone of its own keeps it. The calendar is left to the
/// platform's `Date`; what does not even look like a time is nothing.
pub fn utc(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, time) = (text.get(..10)?, text.get(11..)?);
    if !matches(text, b"0000-00-00 00:00:00") {
        return None;
    }
    let zone = time.bytes().skip(8).find(|byte| *byte != b'.' && !byte.is_ascii_digit());
    let suffix = if zone.is_some() { "" } else { "Z" };
    Some(concat(&[date, "T", time, suffix]))
}

/// Whether text begins as the pattern does: with a digit for each `0`, with a `T` or a blank for the blank, and with itself
/// for each other character.
fn matches(text: &str, pattern: &[u8]) -> bool {
    text.len() >= pattern.len()
        && text.bytes().zip(pattern).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            b' ' => matches!(byte, b'T' | b't' | b' '),
            other => byte == *other,
        })
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn a_time_without_a_zone_is_utc() {
        assert_eq!(utc("2023-09-02T15:04:05").as_deref(), Some("2023-09-02T15:04:05Z"));
        assert_eq!(utc("2023-09-02 15:04:05").as_deref(), Some("2023-09-02T15:04:05Z"));
        assert_eq!(utc(" 2023-09-02T15:04:05.123 ").as_deref(), Some("2023-09-02T15:04:05.123Z"));
    }

    #[test]
    fn a_zone_of_its_own_is_kept() {
        assert_eq!(utc("2023-09-02T15:04:05Z").as_deref(), Some("2023-09-02T15:04:05Z"));
        assert_eq!(utc("2023-09-02T15:04:05+08:00").as_deref(), Some("2023-09-02T15:04:05+08:00"));
    }

    #[test]
    fn what_is_no_time_is_nothing() {
        for text in
            ["", "T", "now", "2023-09-02", "2023-09-02T15:04", "02.09.2023 15:04:05", "2023-9-2T15:04:05"]
        {
            assert_eq!(utc(text), None, "{text}");
        }
    }

    #[test]
    fn text_of_many_bytes_a_character_does_not_split_one() {
        assert_eq!(utc("2023-09-02T15:04:é05"), None);
        assert_eq!(utc("２０２３-09-02T15:04:05"), None);
    }
}
