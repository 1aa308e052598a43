//! Zhuyin: which signs make a syllable, and which syllable of pinyin it is.

use super::pinyin::{Unit, is_syllable};

const INITIALS: &str = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ";
const MEDIALS: &str = "ㄧㄨㄩ";
const FINALS: &str = "ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ";
/// First to fourth tone and the light one, in the order of their digits.
const TONES: &str = "ˉˊˇˋ˙";

/// The signs of a hardware keyboard as it is marked in Taiwan, by what it sends for them.
const STANDARD: &str = "1ㄅ2ㄉ3ˇ4ˋ5ㄓ6ˊ7˙8ㄚ9ㄞ0ㄢ-ㄦqㄆwㄊeㄍrㄐtㄔyㄗuㄧiㄛoㄟpㄣaㄇsㄋdㄎfㄑgㄕhㄘjㄨkㄜlㄠ;ㄤzㄈxㄌcㄏvㄒbㄖnㄙmㄩ,ㄝ.ㄡ/ㄥ";

/// Whether the keyboard has such a sign.
pub fn is_sign(letter: char) -> bool {
    place(letter).is_some()
}

/// Whether it is a tone.
pub fn is_tone(letter: char) -> bool {
    TONES.contains(letter)
}

/// The sign that stands on this key of a hardware keyboard.
pub fn on_hardware(key: char) -> Option<char> {
    let mut marked = STANDARD.chars();
    while let (Some(sent), Some(sign)) = (marked.next(), marked.next()) {
        if sent == key.to_ascii_lowercase() {
            return Some(sign);
        }
    }
    None
}

/// The syllable that begins at this sign: each sign belongs to it that may stand behind the
/// one before.
pub fn units(typed: &[char], from: usize) -> Vec<Unit> {
    let mut end = from;
    let mut reached = None;
    while let Some(next) = typed.get(end).and_then(|sign| place(*sign)) {
        if reached.is_some_and(|before| next <= before) {
            break;
        }
        reached = Some(next);
        end += 1;
    }
    let signs = &typed[from..end];
    let (signs, tone) = match signs.split_last() {
        Some((last, before)) if is_tone(*last) => (before, tone_digit(*last)),
        _ => (signs, None),
    };
    let Some(syllable) = pinyin(signs) else {
        return Vec::new();
    };
    let begun = !is_syllable(&syllable);
    // What is neither a syllable nor the beginning of one can only be taken back.
    if begun && (signs.len() > 1 || tone.is_some()) {
        return Vec::new();
    }
    vec![Unit {
        syllable,
        tone,
        begun,
        end,
    }]
}

/// Where in a syllable a sign stands.
fn place(sign: char) -> Option<usize> {
    [INITIALS, MEDIALS, FINALS, TONES]
        .iter()
        .position(|signs| signs.contains(sign))
}

fn tone_digit(tone: char) -> Option<char> {
    TONES
        .chars()
        .zip('1'..='5')
        .find_map(|(one, digit)| (one == tone).then_some(digit))
}

/// The letters of a syllable without its tone. Not all that comes out is a syllable.
fn pinyin(signs: &[char]) -> Option<String> {
    let (initial, rest) = match signs.split_first() {
        Some((first, rest)) if INITIALS.contains(*first) => (Some(*first), rest),
        _ => (None, signs),
    };
    let rest: String = rest.iter().collect();
    let letters = initial.map(initial_letters);
    Some(match (letters, rest.as_str()) {
        (None, "") => return None,
        (None, rest) => alone(rest)?.to_owned(),
        (Some(letters @ ("zh" | "ch" | "sh" | "r" | "z" | "c" | "s")), "") => format!("{letters}i"),
        (Some(letters), "") => letters.to_owned(),
        (Some(letters @ ("j" | "q" | "x")), rest) => {
            format!("{letters}{}", behind(rest)?.replace('v', "u"))
        }
        (Some(letters), rest) => format!("{letters}{}", behind(rest)?),
    })
}

fn initial_letters(sign: char) -> &'static str {
    const LETTERS: [&str; 21] = [
        "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
        "r", "z", "c", "s",
    ];
    let at = INITIALS.chars().position(|one| one == sign);
    at.map_or("", |at| LETTERS[at])
}

/// How a rime is written behind an initial, and how where it stands alone.
const RIMES: [(&str, &str, &str); 38] = [
    ("ㄚ", "a", "a"),
    ("ㄛ", "o", "o"),
    ("ㄜ", "e", "e"),
    ("ㄝ", "e", "e"),
    ("ㄞ", "ai", "ai"),
    ("ㄟ", "ei", "ei"),
    ("ㄠ", "ao", "ao"),
    ("ㄡ", "ou", "ou"),
    ("ㄢ", "an", "an"),
    ("ㄣ", "en", "en"),
    ("ㄤ", "ang", "ang"),
    ("ㄥ", "eng", "eng"),
    ("ㄦ", "er", "er"),
    ("ㄧ", "i", "yi"),
    ("ㄧㄚ", "ia", "ya"),
    ("ㄧㄛ", "io", "yo"),
    ("ㄧㄝ", "ie", "ye"),
    ("ㄧㄞ", "iai", "yai"),
    ("ㄧㄠ", "iao", "yao"),
    ("ㄧㄡ", "iu", "you"),
    ("ㄧㄢ", "ian", "yan"),
    ("ㄧㄣ", "in", "yin"),
    ("ㄧㄤ", "iang", "yang"),
    ("ㄧㄥ", "ing", "ying"),
    ("ㄨ", "u", "wu"),
    ("ㄨㄚ", "ua", "wa"),
    ("ㄨㄛ", "uo", "wo"),
    ("ㄨㄞ", "uai", "wai"),
    ("ㄨㄟ", "ui", "wei"),
    ("ㄨㄢ", "uan", "wan"),
    ("ㄨㄣ", "un", "wen"),
    ("ㄨㄤ", "uang", "wang"),
    ("ㄨㄥ", "ong", "weng"),
    ("ㄩ", "v", "yu"),
    ("ㄩㄝ", "ve", "yue"),
    ("ㄩㄢ", "van", "yuan"),
    ("ㄩㄣ", "vn", "yun"),
    ("ㄩㄥ", "iong", "yong"),
];

fn behind(rime: &str) -> Option<&'static str> {
    rime_letters(rime).map(|(behind, _)| behind)
}

fn alone(rime: &str) -> Option<&'static str> {
    rime_letters(rime).map(|(_, alone)| alone)
}

fn rime_letters(rime: &str) -> Option<(&'static str, &'static str)> {
    RIMES
        .iter()
        .find_map(|(signs, behind, alone)| (*signs == rime).then_some((*behind, *alone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Vec<(String, Option<char>, bool)> {
        let typed: Vec<char> = typed.chars().collect();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(unit) = units(&typed, from).pop() {
            from = unit.end;
            found.push((unit.syllable, unit.tone, unit.begun));
        }
        found
    }

    #[test]
    fn signs_are_read_as_syllables() {
        for (signs, letters) in [
            ("ㄋㄧˇ", "ni"),
            ("ㄓㄨㄥ", "zhong"),
            ("ㄕˋ", "shi"),
            ("ㄩㄣˊ", "yun"),
            ("ㄐㄩㄝˊ", "jue"),
            ("ㄌㄩˋ", "lv"),
            ("ㄒㄩㄥˊ", "xiong"),
            ("ㄨㄤˇ", "wang"),
            ("ㄧㄡˇ", "you"),
            ("ㄦˋ", "er"),
            ("ㄉㄨㄟˋ", "dui"),
        ] {
            assert_eq!(told(signs)[0].0, letters, "{signs}");
        }
    }

    #[test]
    fn a_sign_that_cannot_follow_begins_the_next_syllable() {
        let plain = |letters: &str| (letters.to_owned(), None, false);
        assert_eq!(told("ㄋㄧㄏㄠ"), [plain("ni"), plain("hao")]);
        assert_eq!(
            told("ㄒㄧˉㄢ"),
            [("xi".to_owned(), Some('1'), false), plain("an")]
        );
        assert_eq!(told("ㄒㄧㄢ"), [plain("xian")]);
    }

    #[test]
    fn a_single_initial_is_a_syllable_begun() {
        assert_eq!(told("ㄋ"), [("n".to_owned(), None, true)]);
        assert_eq!(told("ㄍㄧ"), []);
        assert_eq!(told("ˇ"), []);
    }

    #[test]
    fn each_sign_stands_once_on_a_hardware_keyboard() {
        let signs = format!("{INITIALS}{MEDIALS}{FINALS}ˊˇˋ˙");
        for sign in signs.chars() {
            assert_eq!(STANDARD.matches(sign).count(), 1, "{sign}");
        }
        assert_eq!(on_hardware('S'), Some('ㄋ'));
        assert_eq!(on_hardware('é'), None);
    }
}
