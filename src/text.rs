//! Simple text functions. The standard library's searchers and formatters are made for more than a few words in a short text, and
//! were a tenth of the core.

/// A sentence that is being written.
#[derive(Debug, Default)]
pub struct Sentence {
    /// The text so far.
    pub text: String,
}

impl Sentence {
    /// Starts with these words.
    pub fn new(words: &str) -> Self {
        Sentence { text: owned(words) }
    }

    /// Adds words. Not inlined, because inlined it would be a third of the core.
    #[inline(never)]
    pub fn add(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// Adds a number in decimal digits. `to_string` would include all the code of formatting.
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

/// A copy of a text. Not inlined, because inlined it is as long as ten calls of it.
#[inline(never)]
pub(crate) fn owned(text: &str) -> String {
    text.to_owned()
}

/// The text between two positions; `""` if one of them is inside a character or after the end.
#[inline(never)]
pub(crate) fn between(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// The first characters of a text.
#[inline(never)]
pub(crate) fn beginning(text: &str, characters: usize) -> &str {
    let mut starts = text.bytes().enumerate().filter(|(_, byte)| starts_character(*byte));
    let end = starts.nth(characters).map_or(text.len(), |(index, _)| index);
    between(text, 0, end)
}

/// Whether this byte starts a character: all other bytes of a character start with the bits 10.
pub(crate) fn starts_character(byte: u8) -> bool {
    byte >> 6 != 2
}

/// Whether a text contains a character with some property.
#[inline(never)]
pub(crate) fn has(text: &str, is_it: fn(char) -> bool) -> bool {
    text.chars().any(is_it)
}

/// A text without ASCII whitespace at its ends. `trim` would include a table of all other whitespace.
#[inline(never)]
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// The text before the first occurrence of `word`, and the text after it.
#[inline(never)]
pub(crate) fn split_at_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let first = *word.as_bytes().first()?;
    let mut from = 0;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let start = from + rest.iter().position(|byte| *byte == first)?;
        // Inside a character this is empty, and no word starts there.
        if let Some(after) = between(text, start, text.len()).strip_prefix(word) {
            return Some((between(text, 0, start), after));
        }
        from = start + 1;
    }
}

/// The parts of a text between marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    mark: &'static str,
}

impl<'a> Parts<'a> {
    /// Starts at the first part.
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

/// Whether a list of words, separated by spaces, contains this word.
#[inline(never)]
pub(crate) fn has_word(list: &str, word: &str) -> bool {
    Parts::of(list, " ").any(|known| known == word)
}

/// Whether text is one or more decimal digits and nothing else.
#[inline(never)]
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The largest number of digits for which every number fits into 64 bits. JavaScript's safe integers have 16.
const MOST_DIGITS: usize = 18;

/// The number for decimal digits; `None` for other text, and for more than 18 digits.
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
    fn words_and_numbers_are_added_in_order() {
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
    fn the_start_of_a_text_is_counted_in_characters() {
        assert_eq!(beginning("aéb", 2), "aé");
        assert_eq!((beginning("aé", 2), beginning("aé", 3), beginning("a", 0)), ("aé", "aé", ""));
    }

    #[test]
    fn a_text_is_split_at_the_first_occurrence_of_a_word() {
        assert_eq!(split_at_word("a<b><b>c", "<b>"), Some(("a", "<b>c")));
        assert_eq!(split_at_word("é<b>", "<b>"), Some(("é", "")));
        assert_eq!(split_at_word("<b", "<b>"), None);
        assert_eq!(split_at_word("", "<b>"), None);
    }

    #[test]
    fn a_list_contains_its_words_but_not_parts_of_them() {
        assert!(has_word("one two", "two"));
        assert!(!has_word("one two", "tw") && !has_word("one two", "one two"));
    }
}
