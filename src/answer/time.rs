//! Reads the service's times. They have no zone, which means UTC.

use super::lenient::Lenient;
use crate::text::number;

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    milliseconds: i64,
}

impl Time {
    /// Milliseconds since 1970-01-01T00:00:00Z, as JavaScript's `Date` counts them.
    pub fn milliseconds(self) -> i64 {
        self.milliseconds
    }

    /// Reads `2023-09-02T15:04:05`, also with a space instead of the `T`, with a fraction of a second, or with a zone.
    ///
    /// The vendor's pages give no zone for the times of a task. All other times of the service are documented as UTC.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = |from: usize, to: usize| number(text.get(from..to)?);
        let mark = |at: usize, marks: &str| marks.contains(text.get(at..at + 1)?).then_some(());
        mark(4, "-").and(mark(7, "-")).and(mark(10, "Tt ")).and(mark(13, ":")).and(mark(16, ":"))?;
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let in_calendar = (1..=12).contains(&month) && day >= 1 && day <= days_of_month(year, month);
        if !in_calendar || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let rest = text.get(19..)?;
        let zone = rest.trim_start_matches(|character: char| character == '.' || character.is_ascii_digit());
        let fraction = rest.get(..rest.len() - zone.len())?;
        let seconds = ((day_number(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        let milliseconds = (seconds - zone_offset(zone)?) * 1_000 + thousandths(fraction)?;
        Some(Time { milliseconds })
    }
}

impl From<Lenient> for Option<Time> {
    fn from(Lenient(text): Lenient) -> Self {
        Time::read(&text)
    }
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
pub(crate) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    // Years start in March here, so that the leap day is the last day.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
}

fn days_of_month(year: i64, month: i64) -> i64 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    day_number(next_year, next_month, 1) - day_number(year, month, 1)
}

/// Thousandths of a second in `""`, `.5` or `.123456`.
fn thousandths(fraction: &str) -> Option<i64> {
    let Some(digits) = fraction.strip_prefix('.') else {
        return fraction.is_empty().then_some(0);
    };
    let first: String = digits.chars().chain("000".chars()).take(3).collect();
    if digits.is_empty() || digits.contains('.') { None } else { number(&first) }
}

/// Seconds that a zone is ahead of UTC: 0 for `""` and `Z`; also such as `+08:00`.
fn zone_offset(zone: &str) -> Option<i64> {
    if zone.is_empty() || zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    (hours.len() == 2 && minutes.len() == 2).then_some(())?;
    Some(sign * (number(hours)? * 60 + number(minutes)?) * 60)
}

#[cfg(test)]
mod tests {
    use super::Time;

    fn read(text: &str) -> Option<i64> {
        Time::read(text).map(Time::milliseconds)
    }

    #[test]
    fn a_time_without_a_zone_is_utc() {
        assert_eq!(read("1970-01-01T00:00:00"), Some(0));
        assert_eq!(read("2023-09-02T15:04:05"), Some(1_693_667_045_000));
        assert_eq!(read("2023-09-02 15:04:05"), Some(1_693_667_045_000));
        assert_eq!(read(" 2023-09-02T15:04:05.123 "), Some(1_693_667_045_123));
        assert_eq!(read("2024-02-29t00:00:00.5"), Some(1_709_164_800_500));
    }

    #[test]
    fn a_time_with_a_zone_is_read_in_that_zone() {
        assert_eq!(read("2023-09-02T15:04:05Z"), Some(1_693_667_045_000));
        assert_eq!(read("2023-09-02T23:04:05+08:00"), Some(1_693_667_045_000));
        assert_eq!(read("2023-09-02T12:34:05-02:30"), Some(1_693_667_045_000));
    }

    #[test]
    fn the_last_of_every_day_month_and_year_is_a_time() {
        for (text, milliseconds) in [
            ("2023-01-31T23:59:59", 1_675_209_599_000),
            ("2023-04-30T23:59:59", 1_682_899_199_000),
            ("2023-11-30T23:59:59", 1_701_388_799_000),
            ("2023-12-31T23:59:59", 1_704_067_199_000),
            ("2000-02-29T23:59:59", 951_868_799_000),
            ("2100-03-01T00:00:00", 4_107_542_400_000),
            ("1970-01-01T00:00:59.999", 59_999),
        ] {
            assert_eq!(read(text), Some(milliseconds), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_a_time_is_none() {
        for text in [
            "",
            "T",
            "now",
            "2023-09-02",
            "2023-09-02T15:04",
            "02.09.2023 15:04:05",
            "2023-9-2T15:04:05",
            "2023-13-02T15:04:05",
            "2023/09-02T15:04:05",
            "2023-09/02T15:04:05",
            "2023-09-02x15:04:05",
            "2023-09-02T15.04:05",
            "2023-09-02T15:04.05",
            "2023-00-02T15:04:05",
            "2023-09-00T15:04:05",
            "2023-02-29T15:04:05",
            "2023-01-32T15:04:05",
            "2023-04-31T15:04:05",
            "2023-11-31T15:04:05",
            "2023-12-32T15:04:05",
            "1900-02-29T15:04:05",
            "2023-09-02T15:60:05",
            "2023-09-02T15:99:05",
            "2023-09-02T15:04:60",
            "2023-09-02T15:04:99",
            "2023-09-02T99:04:05",
            "2023-09-02T15:04:05+8:00",
            "2023-09-02T15:04:05+08:0",
            "2023-09-02T15:04:05+080:00",
            "2023-09-02T15:04:05+08:000",
            "2023-09-02T15:04:05*08:00",
            "2023-09-02T24:00:00",
            "2023-09-02T15:04:05.",
            "2023-09-02T15:04:05.1.2",
            "2023-09-02T15:04:05 CST",
            "2023-09-02T15:04:é05",
            "２０２３-09-02T15:04:05",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
