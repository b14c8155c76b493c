//! What the gateway's own words tell beyond their code: how wrong a clock is, and what limit was passed.

use crate::text::{concat, digits, split_at_word};

/// One more clause for the sentence of an error, or nothing.
pub fn of_message(message: &str) -> Option<String> {
    skew(message).or_else(|| limit(message))
}

/// `signature expired, signature time:20261123T080000Z,server time:20261123T081600Z` tells both clocks.
fn skew(message: &str) -> Option<String> {
    let (_, rest) = split_at_word(message, "signature time:")?;
    let (_, server) = split_at_word(rest, "server time:")?;
    let difference = seconds(server)? - seconds(rest)?;
    let direction = if difference > 0 { " s behind the service's" } else { " s ahead of the service's" };
    let amount = digits(difference.unsigned_abs());
    Some(concat(&["the clock that signed the request is ", &amount, direction]))
}

/// `… over ratelimit,limit:200,time:1 second` tells how many calls are let through.
fn limit(message: &str) -> Option<String> {
    let (_, rest) = split_at_word(message, "limit:")?;
    let (calls, time) = split_at_word(rest, ",time:")?;
    if calls.is_empty() || !calls.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let end = time.find(|character: char| !character.is_ascii_alphanumeric() && character != ' ');
    let time = end.and_then(|end| time.get(..end)).unwrap_or(time).trim();
    if time.is_empty() || time.len() > 16 {
        None
    } else {
        Some(concat(&["the limit is ", calls, " calls in ", time]))
    }
}

/// Seconds from some fixed day to a time such as `20261123T081600Z`, at the start of a text.
fn seconds(text: &str) -> Option<i64> {
    let digits = |from: usize, to: usize| number(text.get(from..to)?);
    if text.get(8..9)? != "T" {
        return None;
    }
    let (year, month, day) = (digits(0, 4)?, digits(4, 6)?, digits(6, 8)?);
    // The year begins in March here, so that the day which comes and goes is the last one.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day;
    Some(((days * 24 + digits(9, 11)?) * 60 + digits(11, 13)?) * 60 + digits(13, 15)?)
}

/// A number of decimal digits and nothing else.
fn number(text: &str) -> Option<i64> {
    text.bytes()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::of_message;

    fn of_clocks(signature: &str, server: &str) -> Option<String> {
        of_message(&format!("signature expired, signature time:{signature},server time:{server}"))
    }

    #[test]
    fn a_skewed_clock_is_told_by_how_much() {
        let behind = Some("the clock that signed the request is 960 s behind the service's".to_owned());
        assert_eq!(of_clocks("20261123T080000Z", "20261123T081600Z"), behind);
        let ahead = Some("the clock that signed the request is 1 s ahead of the service's".to_owned());
        assert_eq!(of_clocks("20270101T000000Z", "20261231T235959Z"), ahead);
        let leap = Some("the clock that signed the request is 172800 s behind the service's".to_owned());
        assert_eq!(of_clocks("20280228T000000Z", "20280301T000000Z"), leap);
    }

    #[test]
    fn a_rate_limit_is_told() {
        let message = "Request throttling, policy user over ratelimit,limit:200,time:1 second";
        assert_eq!(of_message(message).as_deref(), Some("the limit is 200 calls in 1 second"));
        let message = "x over ratelimit,limit:5,time:1 minute. Try later";
        assert_eq!(of_message(message).as_deref(), Some("the limit is 5 calls in 1 minute"));
    }

    #[test]
    fn words_that_tell_neither_add_nothing() {
        for message in [
            "",
            "Invalid task id.",
            "limit:many,time:1 second",
            "limit:,time:1 second",
            "limit:5,time:",
            "signature time:now,server time:20261123T081600Z",
            "signature time:20261123T080000Z,server time:é0261123T081600Z",
            "signature time:20261123T08",
        ] {
            assert_eq!(of_message(message), None, "{message}");
        }
    }
}
