//! Reads the details in the gateway's messages: the error of a clock, the difference in a signed request, and the exceeded
//! limit.

use crate::answer::time::day_number;
use crate::text::{Parts, Sentence, beginning, between, is_digits, number, split_at_word, trimmed};

/// The maximum length of a line in a message, in characters.
const LONGEST_LINE: usize = 160;

/// Adds a clause to the sentence of an error if the gateway's message has such details.
///
/// `signed` is the canonical request that was signed, if there was one.
pub fn add(sentence: &mut Sentence, words: &str, signed: &str) -> bool {
    add_skew(sentence, words)
        .or_else(|| add_difference(sentence, words, signed))
        .or_else(|| add_limit(sentence, words))
        .is_some()
}

/// The seconds that the service's clock is ahead of the one that signed, if the message is about this very request.
///
/// Nobody may set the clock with a message about another request.
pub fn skew(words: &str, signed: &str) -> Option<i64> {
    let (_, date) = split_at_word(signed, "x-sdk-date:")?;
    let (_, gateway_date) = split_at_word(words, "signature time:")?;
    if between(date, 0, TIME_LENGTH) == between(gateway_date, 0, TIME_LENGTH) {
        any_skew(words)
    } else {
        None
    }
}

/// `signature expired, signature time:20261123T080000Z,server time:20261123T081600Z` contains both times.
fn any_skew(words: &str) -> Option<i64> {
    let (_, rest) = split_at_word(words, "signature time:")?;
    let (_, server) = split_at_word(rest, "server time:")?;
    Some(seconds(server)? - seconds(rest)?)
}

fn add_skew(sentence: &mut Sentence, words: &str) -> Option<()> {
    let seconds = any_skew(words)?;
    let direction = if seconds > 0 { " s behind the service's" } else { " s ahead of the service's" };
    sentence.add("; the clock that signed the request is ").number(seconds.unsigned_abs()).add(direction);
    Some(())
}

/// `verify aksk signature fail, canonicalRequest:GET|/v1/…/||host:…|…` contains the request that the gateway read, with a bar
/// instead of each line break. It is compared line by line with the request that was signed.
fn add_difference(sentence: &mut Sentence, words: &str, signed: &str) -> Option<()> {
    let (_, read) = split_at_word(words, "canonicalRequest:").filter(|_| !signed.is_empty())?;
    let (mut read, mut signed) = (Parts::of(trimmed(read), "|"), Parts::of(signed, "\n"));
    loop {
        match (read.next(), signed.next()) {
            (Some(theirs), Some(ours)) if theirs == ours => {}
            (None, _) => {
                sentence.add("; the gateway read what was signed: check secretAccessKey");
                return Some(());
            }
            (Some(theirs), ours) => {
                sentence.add("; the gateway read \"").add(beginning(theirs, LONGEST_LINE));
                sentence.add("\", but \"").add(beginning(ours.unwrap_or_default(), LONGEST_LINE));
                sentence.add("\" was signed: a proxy may have changed it");
                return Some(());
            }
        }
    }
}

/// `… over ratelimit,limit:200,time:1 second` contains the number of calls that are allowed.
fn add_limit(sentence: &mut Sentence, words: &str) -> Option<()> {
    let (_, rest) = split_at_word(words, "limit:")?;
    let (calls, time) = split_at_word(rest, ",time:")?;
    let end = time.bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b' ');
    let time = trimmed(between(time, 0, end.unwrap_or(time.len())));
    if !is_digits(calls) || time.is_empty() || time.len() > 16 {
        return None;
    }
    sentence.add("; the limit is ").add(calls).add(" calls in ").add(time);
    Some(())
}

/// The number of characters of a time such as `20261123T081600Z`.
const TIME_LENGTH: usize = 16;

/// Seconds since 1970 of such a time at the start of a text; `None` if it is not a valid time of 1970 to 2099.
fn seconds(text: &str) -> Option<i64> {
    let (day, rest) = split_at_word(between(text, 0, TIME_LENGTH), "T")?;
    let (time, _) = split_at_word(rest, "Z")?;
    if day.len() != 8 || time.len() != 6 {
        return None;
    }
    let (day, time) = (number(day)?, number(time)?);
    let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
    let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100);
    let is_time = hour <= 23 && minute <= 59 && second <= 60;
    if !is_time || !(1970..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(((day_number(year, month, day) * 24 + hour) * 60 + minute) * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::add;
    use crate::text::Sentence;

    fn of_message(message: &str) -> Option<String> {
        let mut sentence = Sentence::default();
        add(&mut sentence, message, "").then_some(sentence.text)
    }

    fn of_clocks(signature: &str, server: &str) -> Option<String> {
        of_message(&format!("signature expired, signature time:{signature},server time:{server}"))
    }

    #[test]
    fn a_message_about_an_expired_signature_says_how_wrong_the_clock_is() {
        let behind = Some("; the clock that signed the request is 960 s behind the service's".to_owned());
        assert_eq!(of_clocks("20261123T080000Z", "20261123T081600Z"), behind);
        let ahead = Some("; the clock that signed the request is 1 s ahead of the service's".to_owned());
        assert_eq!(of_clocks("20270101T000000Z", "20261231T235959Z"), ahead);
        let agreed = Some("; the clock that signed the request is 0 s ahead of the service's".to_owned());
        assert_eq!(of_clocks("20261123T080000Z", "20261123T080000Z"), agreed);
        let leap = Some("; the clock that signed the request is 172800 s behind the service's".to_owned());
        assert_eq!(of_clocks("20280228T000000Z", "20280301T000000Z"), leap);
    }

    #[test]
    fn a_message_about_a_rate_limit_says_the_limit() {
        let message = "Request throttling, policy user over ratelimit,limit:200,time:1 second";
        assert_eq!(of_message(message).as_deref(), Some("; the limit is 200 calls in 1 second"));
        let message = "x over ratelimit,limit:5,time:1 minute. Try later";
        assert_eq!(of_message(message).as_deref(), Some("; the limit is 5 calls in 1 minute"));
    }

    #[test]
    fn a_limit_is_told_with_a_time_of_sixteen_characters_at_most() {
        let of_time = |length| of_message(&format!("limit:5,time:{}", "a".repeat(length)));
        let longest = "; the limit is 5 calls in aaaaaaaaaaaaaaaa".to_owned();
        assert_eq!([of_time(16), of_time(17), of_time(40)], [Some(longest), None, None]);
    }

    #[test]
    fn other_messages_add_nothing() {
        for message in [
            "",
            "Invalid task id.",
            "limit:many,time:1 second",
            "limit:,time:1 second",
            "limit:5,time:",
            "signature time:now,server time:20261123T081600Z",
            "signature time:20261123T080000Z,server time:é0261123T081600Z",
            "signature time:20261123T08",
            "signature time:20261123T080000Z,server time:20261123T00000Z.",
            "signature time:20261123T080000Z,server time:99999999T999999Z",
            "signature time:20261123T080000Z,server time:20261323T080000Z",
            "signature time:20261123T080000Z,server time:20261132T080000Z",
            "signature time:20261123T080000Z,server time:20261123T240000Z",
            "signature time:20261123T080000Z,server time:20261123T086000Z",
            "signature time:20261123T080000Z,server time:21000101T000000Z",
            "signature time:20261123T080000Z,server time:19691231T235959Z",
            "signature time:20261123T080000Z,server time:20261126T9999999999999999Z",
        ] {
            assert_eq!(of_message(message), None, "{message}");
        }
    }
}
