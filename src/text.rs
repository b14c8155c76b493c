//! Text without the general machinery: the standard library's searchers and formatters are made for more than a few words
//! in a short text, and were a tenth of the core.

/// A sentence that is being written.
#[derive(Debug, Default)]
pub struct Sentence {
    /// What is written of it.
    pub text: String,
}

impl Sentence {
    /// One that starts with these words.
    pub fn new(words: &str) -> Self {
        Sentence { text: owned(words) }
    }

    /// Adds words. As a function of its own: inlined it would be a third of the core.
    #[inline(never)]
    pub fn add(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// Adds a number in decimal digits. `to_string` would bring the whole of formatting along.
    #[inline(never)]
    pub fn number(&mut self, number: u64) -> &mut Self {
        if number >= 10 {
            self.number(number / 10);
        }
        // A digit is below ten.
        self.text.push(char::from(b'0' + (number % 10) as u8));
        self
    }
}

/// A copy of a text. As a function of its own: inlined it is as long as ten calls of it.
#[inline(never)]
pub(crate) fn owned(text: &str) -> String {
    text.to_owned()
}

/// What stands between two places of a text; `""` if one of them is inside a character or beyond the end.
#[inline(never)]
pub(crate) fn between(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// The first so many characters of a text.
#[inline(never)]
pub(crate) fn beginning(text: &str, characters: usize) -> &str {
    let mut starts = text.bytes().enumerate().filter(|(_, byte)| starts_character(*byte));
    let end = starts.nth(characters).map_or(text.len(), |(index, _)| index);
    between(text, 0, end)
}

/// Whether a character begins with this byte: the rest of its bytes begin with 10 in binary.
pub(crate) fn starts_character(byte: u8) -> bool {
    byte >> 6 != 2
}

/// Whether a text has a character of some kind.
#[inline(never)]
pub(crate) fn has(text: &str, is_it: fn(char) -> bool) -> bool {
    text.chars().any(is_it)
}

/// A text without the blanks around it, where these are ASCII's. `trim` would bring a table of all others along.
#[inline(never)]
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// What stands before the first `word` and what stands after it.
#[inline(never)]
pub(crate) fn split_at_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let first = *word.as_bytes().first()?;
    let mut from = 0;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let start = from + rest.iter().position(|byte| *byte == first)?;
        // Inside a character this is nothing, and no word begins there.
        if let Some(after) = between(text, start, text.len()).strip_prefix(word) {
            return Some((between(text, 0, start), after));
        }
        from = start + 1;
    }
}

/// The parts of a text between its marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    mark: &'static str,
}

impl<'a> Parts<'a> {
    /// From the first part on.
    pub(crate) fn of(text: &'a str, mark: &'static str) -> Self {
        Parts { rest: Some(text), mark }
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (part, rest) =
            split_at_word(rest, self.mark).map_or((rest, None), |(part, rest)| (part, Some(rest)));
        self.rest = rest;
        Some(part)
    }
}

/// Whether a list of words, with a space between two, has this word.
#[inline(never)]
pub(crate) fn has_word(list: &str, word: &str) -> bool {
    Parts::of(list, " ").any(|known| known == word)
}

/// Whether text is one or more decimal digits and nothing else.
#[inline(never)]
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The most digits of which every number fits into 64 bits. JavaScript counts to one with 16.
const MOST_DIGITS: usize = 18;

/// The number that decimal digits are; nothing for other text, and for more than 18 digits.
#[inline(never)]
pub(crate) fn number(text: &str) -> Option<i64> {
    if !is_digits(text) || text.len() > MOST_DIGITS {
        return None;
    }
    let digits = text.bytes().map(|byte| i64::from(byte.wrapping_sub(b'0')));
    Some(digits.fold(0, |number, digit| number * 10 + digit))
}

#[cfg(test)]
mod tests {
    use super::{Sentence, beginning, has_word, number, split_at_word};

    #[test]
    fn parts_stand_in_order() {
        assert_eq!(Sentence::new("a").add("").add("é").number(12).add("b").text, "aé12b");
    }

    #[test]
    fn numbers_are_written_as_to_string_writes_them_and_read_back() {
        for value in [0, 7, 10, 404, 20_000, 999_999_999_999_999_999] {
            let text = core::mem::take(&mut Sentence::default().number(value).text);
            assert_eq!(text, value.to_string());
            assert_eq!(number(&text).map(i64::unsigned_abs), Some(value));
        }
        for text in ["", "-1", "1.5", "x", " 1", "1000000000000000000", "٧"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_beginning_is_counted_in_characters() {
        assert_eq!(beginning("aéb", 2), "aé");
        assert_eq!((beginning("aé", 2), beginning("aé", 3), beginning("a", 0)), ("aé", "aé", ""));
    }

    #[test]
    fn a_word_is_found_where_it_first_stands() {
        assert_eq!(split_at_word("a<b><b>c", "<b>"), Some(("a", "<b>c")));
        assert_eq!(split_at_word("é<b>", "<b>"), Some(("é", "")));
        assert_eq!(split_at_word("<b", "<b>"), None);
        assert_eq!(split_at_word("", "<b>"), None);
    }

    #[test]
    fn a_list_has_its_words_and_no_part_of_one() {
        assert!(has_word("one two", "two"));
        assert!(!has_word("one two", "tw") && !has_word("one two", "one two"));
    }
}
