//! How many choices stand side by side. A page is as wide as the panel and never turned by a gesture.

use super::compose::Candidate;
use std::ops::Range;

/// The room for choices, in millimetres of a panel 268 mm wide, beside the buttons that turn pages.
const ROOM: usize = 210;
/// What a choice takes besides its characters: its number, its edges and the gap to the next.
const AROUND: usize = 12;
/// One character.
const CHARACTER: usize = 7;
/// A hardware keyboard chooses by one digit.
const MOST: usize = 9;

/// Which choices stand on which page. There is always one, be it empty.
pub fn pages(choices: &[Candidate]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut taken) = (0, 0);
    for (at, choice) in choices.iter().enumerate() {
        let wide = AROUND + CHARACTER * choice.text.chars().count();
        if at > start && (taken + wide > ROOM || at - start == MOST) {
            pages.push(start..at);
            (start, taken) = (at, 0);
        }
        taken += wide;
    }
    pages.push(start..choices.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(texts: &[&str]) -> Vec<Candidate> {
        let choice = |text: &&str| Candidate {
            text: (*text).to_owned(),
            takes: 1,
            syllable: None,
        };
        texts.iter().map(choice).collect()
    }

    #[test]
    fn nine_characters_or_fewer_words_stand_on_a_page() {
        assert_eq!(pages(&choices(&["好"; 20])), [0..9, 9..18, 18..20]);
        assert_eq!(pages(&choices(&["四字成語"; 7])), [0..5, 5..7]);
        assert_eq!(pages(&[]), vec![0..0; 1]);
    }

    #[test]
    fn every_choice_stands_on_one_page() {
        let list = choices(&[
            "一",
            "一个很长很长很长很长很长很长很长很长很长很长的句子",
            "二",
            "三四",
        ]);
        let all: Vec<usize> = pages(&list).into_iter().flatten().collect();
        assert_eq!(all, [0, 1, 2, 3]);
    }
}
