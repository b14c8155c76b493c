//! Text without the general machinery: the standard library's searchers and joiners are made for more than three words
//! in a short text, and were a tenth of the core.

/// All parts in one string.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(part);
    }
    whole
}

/// A number in decimal digits. `to_string` would bring the whole of formatting along.
pub(crate) fn digits(number: u64) -> String {
    let mut text = String::new();
    push_digits(&mut text, number);
    text
}

fn push_digits(text: &mut String, number: u64) {
    if number >= 10 {
        push_digits(text, number / 10);
    }
    // A digit is below ten.
    text.push(char::from(b'0' + (number % 10) as u8));
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
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let start =
        (0..bytes.len()).find(|&start| bytes.get(start..).is_some_and(|rest| rest.starts_with(word)))?;
    Some((text.get(..start)?, text.get(start + word.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::{beginning, concat, digits, split_at_word};

    #[test]
    fn parts_stand_in_order() {
        assert_eq!(concat(&["a", "", "é", "b"]), "aéb");
        assert_eq!(concat(&[]), "");
    }

    #[test]
    fn numbers_are_written_as_to_string_writes_them() {
        for number in [0, 7, 10, 404, 20_000, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
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
}
