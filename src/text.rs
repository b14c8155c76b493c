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

/// What stands before the first `word` and what stands after it.
#[inline(never)]
pub(crate) fn split_at_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let start =
        (0..bytes.len()).find(|&start| bytes.get(start..).is_some_and(|rest| rest.starts_with(word)))?;
    Some((text.get(..start)?, text.get(start + word.len()..)?))
}

/// The text with `replacement` for every `word`.
#[inline(never)]
pub(crate) fn replace(text: &str, word: &str, replacement: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, after)) = split_at_word(rest, word) {
        replaced.push_str(before);
        replaced.push_str(replacement);
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::{concat, replace, split_at_word};

    #[test]
    fn parts_stand_in_order() {
        assert_eq!(concat(&["a", "", "é", "b"]), "aéb");
        assert_eq!(concat(&[]), "");
    }

    #[test]
    fn a_word_is_found_where_it_first_stands() {
        assert_eq!(split_at_word("a<b><b>c", "<b>"), Some(("a", "<b>c")));
        assert_eq!(split_at_word("é<b>", "<b>"), Some(("é", "")));
        assert_eq!(split_at_word("<b", "<b>"), None);
        assert_eq!(split_at_word("", "<b>"), None);
    }

    #[test]
    fn every_word_is_replaced_and_the_replacement_is_not_searched() {
        assert_eq!(replace("xx-xx-x", "xx", "xxx"), "xxx-xxx-x");
        assert_eq!(replace("é", "xx", "y"), "é");
    }
}
