//! Whether to ask again, and when: exponential backoff with full jitter, and what `Retry-After` says.

use crate::error::ErrorKind;
use crate::text::{is_digits, number, split_at_word, trimmed};

/// The longest first pause, in milliseconds; each further pause may be twice as long.
const BASE: f64 = 250.0;
/// The same after throttling: the vendor's advice for 429 is to wait 2 to 5 seconds.
const THROTTLED_BASE: f64 = 2_000.0;
/// No pause of our own choice is longer.
const LONGEST: f64 = 8_000.0;

/// The pause in milliseconds before the next attempt.
///
/// `retries` counts the ones already made, `retry_after` is what the service asks for, `random` is at least 0 and below 1.
#[inline(never)]
pub fn pause(kind: ErrorKind, retries: u32, retry_after: f64, random: f64) -> f64 {
    let base = if kind == ErrorKind::Throttled { THROTTLED_BASE } else { BASE };
    let longest = (base * f64::from(1_u32 << retries.min(8))).min(LONGEST);
    retry_after.max(longest * random)
}

/// Milliseconds that a `Retry-After` header asks for: seconds, also with a fraction; a point in time, as a number or as a
/// date. One that has passed asks for no wait.
///
/// `now` is when the answer was sent, in milliseconds since 1970: by the answer's own `Date`, since the clock of the host may
/// be wrong. `date` is what the header says if it is a date.
#[inline(never)]
pub fn retry_after(header: &str, now: f64, date: Option<f64>) -> f64 {
    let header = trimmed(header);
    let header = header.strip_prefix('+').unwrap_or(header);
    let Some(milliseconds) = thousandths(header) else {
        return date.map_or(0.0, |date| (date - now).max(0.0));
    };
    if milliseconds < POINT_IN_TIME {
        milliseconds
    } else if milliseconds < POINT_IN_TIME * 1_000.0 {
        (milliseconds - now).max(0.0)
    } else {
        (milliseconds / 1_000.0 - now).max(0.0)
    }
}

/// No service asks for a wait of 31 years: so many milliseconds are a time since 1970, in seconds or in milliseconds.
const POINT_IN_TIME: f64 = 1_000_000_000_000.0;

/// A number of decimal digits, perhaps with a fraction, in thousandths.
fn thousandths(text: &str) -> Option<f64> {
    let (whole, fraction) = split_at_word(text, ".").unwrap_or((text, "0"));
    if !is_digits(fraction) {
        return None;
    }
    let place =
        |at: usize| fraction.as_bytes().get(at).map_or(0, |digit| i32::from(digit.wrapping_sub(b'0')));
    Some(number(whole)? as f64 * 1_000.0 + f64::from(place(0) * 100 + place(1) * 10 + place(2)))
}

#[cfg(test)]
mod tests {
    use super::{pause, retry_after};
    use crate::error::ErrorKind;

    #[test]
    fn pauses_grow_up_to_the_longest_and_jitter_reaches_down_to_nothing() {
        let longest = [0, 1, 2, 3, 4, 5, 6, 7].map(|retries| pause(ErrorKind::Network, retries, 0.0, 1.0));
        assert_eq!(longest, [250.0, 500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 8_000.0, 8_000.0]);
        assert_eq!(pause(ErrorKind::Network, u32::MAX, 0.0, 1.0), 8_000.0);
        assert_eq!(pause(ErrorKind::Network, 5, 0.0, 0.0), 0.0);
        assert_eq!(pause(ErrorKind::Throttled, 0, 0.0, 0.5), 1_000.0);
    }

    #[test]
    fn what_the_service_asks_for_is_the_least() {
        assert_eq!(pause(ErrorKind::Throttled, 0, 5_000.0, 0.9), 5_000.0);
        assert_eq!(pause(ErrorKind::Throttled, 0, 100.0, 0.5), 1_000.0);
    }

    const NOW: f64 = 1_795_000_000_000.0;

    #[test]
    fn retry_after_is_seconds_with_or_without_a_fraction() {
        for (header, expected) in [
            (" 2 ", 2_000.0),
            ("0", 0.0),
            ("+7", 7_000.0),
            ("1.5", 1_500.0),
            ("7.0", 7_000.0),
            ("2500.5", 2_500_500.0),
            ("12.3456", 12_345.0),
            ("999999999.999", 999_999_999_999.0),
        ] {
            assert_eq!(retry_after(header, NOW, None), expected, "{header}");
        }
    }

    #[test]
    fn retry_after_is_a_point_in_time_as_a_number_or_as_a_date() {
        let date = |date| retry_after("Wed, 21 Oct 2026 07:28:00 GMT", NOW, date);
        assert_eq!(date(Some(NOW + 30_000.0)), 30_000.0);
        assert_eq!(date(Some(NOW - 1.0)), 0.0);
        assert_eq!(date(None), 0.0);
        assert_eq!(retry_after("1795000010", NOW, None), 10_000.0);
        assert_eq!(retry_after("1795000010.5", NOW, None), 10_500.0);
        assert_eq!(retry_after("1795000010000", NOW, None), 10_000.0);
        assert_eq!(retry_after("1700000000", NOW, None), 0.0);
        // From here on a number is a point in time: in seconds, in milliseconds.
        assert_eq!(retry_after("1000000000", 999_999_999_999.0, None), 1.0);
        assert_eq!(retry_after("999999999999.999", 0.0, None), 999_999_999_999_999.0);
        assert_eq!(retry_after("1000000000000", 999_999_999_999.0, None), 1.0);
    }

    #[test]
    fn a_retry_after_that_says_nothing_is_nothing() {
        for header in
            ["", "soon", "-1", "7s", "7, 9", "1e2", "0x10", ".5", "5.", "1.2.3", "99999999999999999999"]
        {
            assert_eq!(retry_after(header, NOW, None), 0.0, "{header}");
        }
    }
}
