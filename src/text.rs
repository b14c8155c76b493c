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
    #[inline(never)]
    pub fn new(words: &str) -> Self {
        Sentence { text: words.to_owned() }
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

/// The first so many characters of a text.
#[inline(never)]
pub(crate) fn beginning(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(index, _)| index);
    text.get(..end).unwrap_or_default()
}

/// What stands before the first `word` and what stands after it.
#[inline(never)]
pub(crate) fn split_at_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let first = *word.as_bytes().first()?;
    let mut from = 0;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let start = from + rest.iter().position(|byte| *byte == first)?;
        // `get` gives nothing inside a character, and no word begins there.
        if let Some(after) = text.get(start..).and_then(|rest| rest.strip_prefix(word)) {
            return Some((text.get(..start)?, after));
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

/// The number that decimal digits are; nothing for other text, and for a number beyond 64 bits.
#[inline(never)]
pub(crate) fn number(text: &str) -> Option<i64> {
    if !is_digits(text) {
        return None;
    }
    text.bytes().try_fold(0_i64, |number, byte| {
        number.checked_mul(10)?.checked_add(i64::from(byte.wrapping_sub(b'0')))
    })
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
        for value in [0, 7, 10, 404, 20_000, i64::MAX.unsigned_abs()] {
            let text = core::mem::take(&mut Sentence::default().number(value).text);
            assert_eq!(text, value.to_string());
            assert_eq!(number(&text).map(i64::unsigned_abs), Some(value));
        }
        for text in ["", "-1", "1.5", "x", " 1", "9223372036854775808", "٧"] {
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
