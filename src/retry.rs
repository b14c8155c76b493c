//! Whether to ask again, and when: exponential backoff with full jitter, and what `Retry-After` says.

use crate::error::{Error, ErrorKind};

/// The longest first pause, in milliseconds; each further pause may be twice as long.
const BASE: f64 = 250.0;
/// The same after throttling: the vendor's advice for 429 is to wait 2 to 5 seconds.
const THROTTLED_BASE: f64 = 2_000.0;
/// No pause of our own choice is longer.
const LONGEST: f64 = 8_000.0;

/// The pause in milliseconds before the next attempt, or nothing if there is to be none.
///
/// `retries` counts the ones already made, `remaining` is what is left of the call's time in milliseconds, `random` is
/// at least 0 and below 1. A pause that would outlive the call is none: the failure at hand says more than a timeout.
#[inline(never)]
pub fn pause(failure: &Error, retries: u32, max_retries: u32, remaining: f64, random: f64) -> Option<f64> {
    if retries >= max_retries || !failure.kind.retryable() {
        return None;
    }
    let base = if failure.kind == ErrorKind::Throttled { THROTTLED_BASE } else { BASE };
    let longest = (base * f64::from(1_u32 << retries.min(8))).min(LONGEST);
    let pause = failure.retry_after.unwrap_or(0.0).max(longest * random);
    (pause < remaining).then_some(pause)
}

/// Milliseconds that a `Retry-After` header asks for: whole seconds, or a date that `parse_date` turns into
/// milliseconds since 1970 or NaN. A date that has passed asks for no wait.
#[inline(never)]
pub fn retry_after(header: &str, now: f64, parse_date: impl FnOnce(&str) -> f64) -> Option<f64> {
    let header = header.trim();
    if header.is_empty() {
        return None;
    }
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        return header.parse::<u32>().ok().map(|seconds| f64::from(seconds) * 1_000.0);
    }
    let wait = parse_date(header) - now;
    (!wait.is_nan()).then_some(wait.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::{pause, retry_after};
    use crate::error::{Error, ErrorKind};

    fn failure(kind: ErrorKind) -> Box<Error> {
        Error::of_client(kind, String::new())
    }

    #[test]
    fn pauses_grow_up_to_the_longest_and_jitter_reaches_down_to_nothing() {
        let longest: Vec<Option<f64>> =
            (0..8).map(|retries| pause(&failure(ErrorKind::Network), retries, 10, 1e9, 1.0)).collect();
        let expected = [250.0, 500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 8_000.0, 8_000.0].map(Some);
        assert_eq!(longest, expected);
        assert_eq!(pause(&failure(ErrorKind::Network), 5, 10, 1e9, 0.0), Some(0.0));
        assert_eq!(pause(&failure(ErrorKind::Throttled), 0, 10, 1e9, 0.5), Some(1_000.0));
    }

    #[test]
    fn only_kinds_that_may_pass_are_tried_again() {
        for kind in ErrorKind::ALL {
            assert_eq!(pause(&failure(kind), 0, 1, 1e9, 0.5).is_some(), kind.retryable(), "{kind:?}");
        }
    }

    #[test]
    fn retries_end_with_their_number() {
        assert_eq!(pause(&failure(ErrorKind::Network), 0, 0, 1e9, 0.0), None);
        assert_eq!(pause(&failure(ErrorKind::Network), 2, 2, 1e9, 0.0), None);
        assert_eq!(pause(&failure(ErrorKind::Network), u32::MAX - 1, u32::MAX, 1e9, 1.0), Some(8_000.0));
    }

    #[test]
    fn no_pause_goes_past_the_deadline() {
        assert_eq!(pause(&failure(ErrorKind::Network), 0, 1, 250.0, 1.0), None);
        assert_eq!(pause(&failure(ErrorKind::Network), 0, 1, 250.1, 1.0), Some(250.0));
        let mut throttled = failure(ErrorKind::Throttled);
        throttled.retry_after = Some(60_000.0);
        assert_eq!(pause(&throttled, 0, 1, 60_000.0, 0.5), None);
    }

    #[test]
    fn what_the_service_asks_for_is_the_least() {
        let mut throttled = failure(ErrorKind::Throttled);
        throttled.retry_after = Some(5_000.0);
        assert_eq!(pause(&throttled, 0, 1, 1e9, 0.9), Some(5_000.0));
        throttled.retry_after = Some(100.0);
        assert_eq!(pause(&throttled, 0, 1, 1e9, 0.5), Some(1_000.0));
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let parse = |text: &str| if text == "Wed, 21 Oct 2026 07:28:00 GMT" { 1_000_000.0 } else { f64::NAN };
        assert_eq!(retry_after(" 2 ", 0.0, parse), Some(2_000.0));
        assert_eq!(retry_after("0", 0.0, parse), Some(0.0));
        assert_eq!(retry_after("Wed, 21 Oct 2026 07:28:00 GMT", 970_000.0, parse), Some(30_000.0));
        assert_eq!(retry_after("Wed, 21 Oct 2026 07:28:00 GMT", 2_000_000.0, parse), Some(0.0));
    }

    #[test]
    fn a_retry_after_that_says_nothing_is_nothing() {
        for header in ["", "soon", "-1", "1.5", "99999999999"] {
            assert_eq!(retry_after(header, 0.0, |_| f64::NAN), None, "{header}");
        }
    }
}
