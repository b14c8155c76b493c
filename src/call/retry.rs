//! The pause before a retry: exponential backoff with full jitter, and `Retry-After`.

use crate::error::ErrorKind;
use crate::text::{is_digits, number, split_at_word, trimmed};

/// The maximum of the first pause, in milliseconds. It doubles with each retry.
const BASE: f64 = 250.0;
/// The same after a throttled answer: for a 429 the vendor advises to wait 2 to 5 seconds.
const THROTTLED_BASE: f64 = 2_000.0;
/// The maximum of every pause, unless the service requests a longer one.
const LONGEST: f64 = 8_000.0;

/// The pause in milliseconds before the next attempt.
///
/// `retries` is the number of earlier retries, `retry_after` the pause that the service requests. `random` is at least 0 and
/// below 1.
#[inline(never)]
pub fn pause(kind: ErrorKind, retries: u32, retry_after: f64, random: f64) -> f64 {
    let base = if kind == ErrorKind::Throttled { THROTTLED_BASE } else { BASE };
    let longest = (base * f64::from(1_u32 << retries.min(8))).min(LONGEST);
    retry_after.max(longest * random)
}

/// The pause that a `Retry-After` header requests, in milliseconds: seconds, also with a fraction, or a point in time as a number
/// or a date. A time in the past means no pause.
///
/// `now` is when the answer was sent, in milliseconds since 1970, from its header `Date`: the clock of the host may be wrong.
/// `date` is the header as a date, if it is one.
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

/// No service requests a pause of 31 years: a larger number is a time since 1970, in seconds or milliseconds.
const POINT_IN_TIME: f64 = 1_000_000_000_000.0;

/// Decimal digits, possibly with a fraction, in thousandths.
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
    fn pauses_grow_up_to_the_maximum_and_jitter_may_make_them_zero() {
        let longest = [0, 1, 2, 3, 4, 5, 6, 7].map(|retries| pause(ErrorKind::Network, retries, 0.0, 1.0));
        assert_eq!(longest, [250.0, 500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 8_000.0, 8_000.0]);
        assert_eq!(pause(ErrorKind::Network, u32::MAX, 0.0, 1.0), 8_000.0);
        assert_eq!(pause(ErrorKind::Network, 5, 0.0, 0.0), 0.0);
        assert_eq!(pause(ErrorKind::Throttled, 0, 0.0, 0.5), 1_000.0);
    }

    #[test]
    fn the_pause_that_the_service_requests_is_the_minimum() {
        assert_eq!(pause(ErrorKind::Throttled, 0, 5_000.0, 0.9), 5_000.0);
        assert_eq!(pause(ErrorKind::Throttled, 0, 100.0, 0.5), 1_000.0);
    }

    const NOW: f64 = 1_795_000_000_000.0;

    #[test]
    fn retry_after_may_be_seconds_with_or_without_a_fraction() {
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
    fn retry_after_may_be_a_point_in_time_as_a_number_or_a_date() {
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
    fn a_retry_after_that_cannot_be_read_means_no_pause() {
        for header in
            ["", "soon", "-1", "7s", "7, 9", "1e2", "0x10", ".5", "5.", "1.2.3", "99999999999999999999"]
        {
            assert_eq!(retry_after(header, NOW, None), 0.0, "{header}");
        }
    }
}
