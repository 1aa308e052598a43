//! As much of a long text as a page shows at first. A customer may write ten thousand characters,
//! and often; the page that shows them again must still arrive in one go on a slow phone. It does
//! not decide where the whole text is to be read.

/// This many characters are shown of a text; more than nearly anybody writes.
const SHOWN: usize = 1_000;

/// Shortens a text that is longer, and says whether it had to.
pub fn excerpt(text: &mut String) -> bool {
    let Some((end, _)) = text.char_indices().nth(SHOWN) else {
        return false;
    };
    text.truncate(end);
    text.push('…');
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_ordinary_length_is_shown_whole() {
        let mut text = "断".repeat(SHOWN);
        assert!(!excerpt(&mut text));
        assert_eq!(text.chars().count(), SHOWN);
    }

    #[test]
    fn a_longer_one_is_cut_between_characters_and_says_so() {
        let mut text = "断".repeat(SHOWN + 1);
        assert!(excerpt(&mut text));
        assert_eq!(text, format!("{}…", "断".repeat(SHOWN)));
    }
}
