//! Finding a place by what somebody types of it: its name in any language of the house, a part of
//! it, or the initials of its pinyin. Pure; what is found is shown by `place.rs`.

/// A place to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable {
    /// What is sent when it is chosen.
    pub code: String,
    /// What the list calls it, with what it lies in.
    pub label: String,
    /// All it may be called, in small letters, a space between two names; its initials first.
    pub names: String,
}

/// So many are shown: what does not fit is found by typing on.
pub const MOST: usize = 8;

/// The places that fit what was typed, best first. Every word of it must fit somewhere.
pub fn find<'a>(places: &'a [Findable], typed: &str) -> Vec<&'a Findable> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Findable)> = places
        .iter()
        .filter_map(|place| Some((rank(place, &words)?, place)))
        .collect();
    // Stable: of equally good ones the catalogue's order decides.
    found.sort_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .take(MOST)
        .map(|(_, place)| place)
        .collect()
}

/// How well a place fits, lower is better: for each word nothing when it begins the initials, 1 when
/// it begins another name, 2 when it lies within one.
fn rank(place: &Findable, words: &[&str]) -> Option<u8> {
    let points = words.iter().map(|word| {
        let begins = place.names.split(' ').any(|name| name.starts_with(word));
        // Within a name only where that says something: any single Latin letter is in most.
        let telling = !word.is_ascii() || word.len() > 2;
        if place.names.starts_with(word) {
            Some(0)
        } else if begins {
            Some(1)
        } else {
            (telling && place.names.contains(word)).then_some(2)
        }
    });
    points.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Findable> {
        [
            ("jw", "jw 江湾区 江灣區 jiangwan 澜城市 瀾城市 lancheng"),
            ("cz", "cz 城中区 城中區 chengzhong 云麓市 雲麓市 yunlu"),
            (
                "cl",
                "cl 长乐县 長樂縣 changle county 清屏市 清屏市 qingping",
            ),
        ]
        .map(|(code, names)| Findable {
            code: code.into(),
            label: code.into(),
            names: names.into(),
        })
        .into()
    }

    fn codes(typed: &str) -> Vec<String> {
        let places = places();
        find(&places, typed)
            .iter()
            .map(|place| place.code.clone())
            .collect()
    }

    #[test]
    fn a_place_is_found_by_its_name_in_any_language_and_by_its_initials() {
        for typed in ["江湾", "江灣區", "Jiangwan", "JW", " jw ", "湾"] {
            assert_eq!(codes(typed), ["jw"], "{typed}");
        }
    }

    #[test]
    fn the_city_narrows_and_the_better_fit_comes_first() {
        assert_eq!(codes("c"), ["cz", "cl"]);
        assert_eq!(codes("l"), ["jw"], "by the name of its city");
        assert_eq!(codes("q"), ["cl"]);
        assert_eq!(codes("c qingping"), ["cl"]);
        assert_eq!(codes("cheng"), ["cz", "jw"], "a beginning before a part");
        assert_eq!(codes("城"), ["cz", "jw"]);
    }

    #[test]
    fn nothing_typed_or_nothing_like_it_finds_nothing() {
        for typed in ["", "  ", "xx", "江湾 yunlu"] {
            assert_eq!(codes(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn no_more_are_shown_than_can_be_looked_at() {
        let many: Vec<_> = (0..100)
            .map(|n| Findable {
                names: format!("a{n}"),
                ..Findable::default()
            })
            .collect();
        assert_eq!(find(&many, "a").len(), MOST);
    }
}
