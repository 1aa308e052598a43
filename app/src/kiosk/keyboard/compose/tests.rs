//! With the dictionaries that kiosks load.

use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static HANS: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::new(include_str!("../../../../dictionary/zh-Hans.txt")));
static HANT: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::new(include_str!("../../../../dictionary/zh-Hant.txt")));

const SIGNS: &str =
    "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˉˊˇˋ˙";

fn typed(method: Method, letters: &str) -> Composer {
    let mut composer = Composer::new(method);
    for letter in letters.chars() {
        assert!(composer.press(letter), "{letter} of {letters}");
    }
    composer
}

fn dictionary(method: Method) -> &'static Dictionary {
    match method {
        Method::Pinyin => &HANS,
        Method::Zhuyin => &HANT,
    }
}

fn first(method: Method, letters: &str, count: usize) -> Vec<String> {
    let list = typed(method, letters).candidates(dictionary(method));
    list.into_iter().take(count).map(|one| one.text).collect()
}

/// The place of the choice that has to be turned to.
fn place(method: Method, letters: &str, wanted: &str) -> Option<usize> {
    let list = typed(method, letters).candidates(dictionary(method));
    list.iter().position(|one| one.text == wanted)
}

#[test]
fn frequent_words_are_the_first_choice() {
    for (letters, word) in [
        ("nihao", "你好"),
        ("kuandai", "宽带"),
        ("duanwang", "断网"),
        ("zhangdan", "账单"),
        ("wo", "我"),
        ("xiexie", "谢谢"),
        ("women", "我们"),
        ("yingyeting", "营业厅"),
        ("xi'an", "西安"),
        ("nih", "你好"),
        ("lv", "率"),
    ] {
        let choices = first(Method::Pinyin, letters, 3);
        assert!(
            choices.iter().any(|one| one == word),
            "{letters}: {choices:?}"
        );
    }
    for (signs, word) in [
        ("ㄋㄧˇㄏㄠˇ", "你好"),
        ("ㄋㄧㄏㄠ", "你好"),
        ("ㄎㄨㄢˉㄉㄞˋ", "寬帶"),
        ("ㄉㄨㄢˋㄨㄤˇ", "斷網"),
        ("ㄨㄛˇ", "我"),
        ("ㄒㄧㄝˋㄒㄧㄝ˙", "謝謝"),
        ("ㄆㄥˊㄧㄡˇ", "朋友"),
        ("ㄒㄧㄥˉㄑㄧˊ", "星期"),
    ] {
        let choices = first(Method::Zhuyin, signs, 3);
        assert!(
            choices.iter().any(|one| one == word),
            "{signs}: {choices:?}"
        );
    }
}

#[test]
fn a_tone_leaves_only_what_sounds_so() {
    let choices = typed(Method::Zhuyin, "ㄇㄚˇ").candidates(&HANT);
    assert!(choices.iter().any(|one| one.text == "馬"));
    assert!(
        choices
            .iter()
            .all(|one| one.text != "媽" && one.text != "罵")
    );
}

#[test]
fn several_words_in_one_breath_are_offered_together() {
    assert_eq!(
        first(Method::Pinyin, "wojiakuandaiduanwang", 1),
        ["我家宽带断网"]
    );
    assert_eq!(
        first(Method::Zhuyin, "ㄕㄡˇㄐㄧˉㄇㄟˊㄧㄡˇㄒㄩㄣˋㄏㄠˋ", 1),
        ["手機沒有訊號"]
    );
}

#[test]
fn what_a_choice_does_not_stand_for_stays() {
    let mut composer = typed(Method::Pinyin, "nihaoma");
    let list = composer.candidates(&HANS);
    let choice = list.iter().find(|one| one.text == "你好").expect("there");
    assert_eq!(composer.choose(choice), "你好");
    assert_eq!(composer.shown(), "ma");
    let list = composer.candidates(&HANS);
    let choice = list.iter().find(|one| one.text == "吗").expect("there");
    assert_eq!(composer.choose(choice), "吗");
    assert!(composer.is_empty());
}

#[test]
fn letters_that_are_no_chinese_can_be_written_as_they_are() {
    for letters in ["wifi", "v", "vip", "app", "qqqq"] {
        let list = typed(Method::Pinyin, letters).candidates(&HANS);
        let last = list.last().expect("something to choose");
        assert_eq!((last.text.as_str(), last.takes), (letters, letters.len()));
    }
}

#[test]
fn a_tone_needs_a_syllable() {
    let mut composer = Composer::new(Method::Zhuyin);
    assert!(!composer.press('ˇ'));
    assert!(composer.press('ㄋ') && composer.press('ˇ') && !composer.press('ˋ'));
}

/// The characters of a national set between two codes.
fn charset(
    encoding: &'static encoding_rs::Encoding,
    codes: std::ops::RangeInclusive<u16>,
) -> Vec<char> {
    codes
        .filter_map(|code| {
            let code = code.to_be_bytes();
            let (text, wrong) = encoding.decode_without_bom_handling(&code);
            let mut letters = text.chars();
            let letter = letters
                .next()
                .filter(|letter| *letter > '\u{4dff}' && !wrong)?;
            letters.next().is_none().then_some(letter)
        })
        .filter(|letter| *letter < '\u{a000}')
        .collect()
}

/// All ways to write a character that a dictionary knows, in letters or in signs.
fn readings(method: Method) -> std::collections::HashMap<char, String> {
    let mut found = std::collections::HashMap::new();
    match method {
        Method::Pinyin => {
            for line in dictionary(method)
                .starting("")
                .filter(|line| !line.key().contains('\''))
            {
                for word in line.words() {
                    let letter = word.text.chars().next().expect("a character");
                    found.entry(letter).or_insert_with(|| line.key().to_owned());
                }
            }
        }
        Method::Zhuyin => {
            // From the signs' side: whatever syllable can be typed.
            let parts = |from: usize, to: usize| SIGNS.chars().skip(from).take(to - from).map(Some);
            for initial in std::iter::once(None).chain(parts(0, 21)) {
                for medial in std::iter::once(None).chain(parts(21, 24)) {
                    for rime in std::iter::once(None).chain(parts(24, 37)) {
                        let signs: String = [initial, medial, rime].into_iter().flatten().collect();
                        let letters: Vec<char> = signs.chars().collect();
                        let Some(unit) = method.units(&letters, 0).pop() else {
                            continue;
                        };
                        if unit.begun || unit.end < letters.len() {
                            continue;
                        }
                        let Some(line) = HANT.exact(&unit.syllable) else {
                            continue;
                        };
                        for word in line.words() {
                            let letter = word.text.chars().next().expect("a character");
                            let tone = word.tones.parse::<usize>().expect("a tone");
                            let tone = "ˉˊˇˋ˙".chars().nth(tone - 1).expect("one of five");
                            found
                                .entry(letter)
                                .or_insert_with(|| format!("{signs}{tone}"));
                        }
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_usual_character_can_be_written_in_its_script() {
    // GB 2312, first level: 3,755 characters. Big5, first level: 5,401, among them a few that
    // traditional Chinese uses only within others and CC-CEDICT does not have as words.
    let without = "儿扑坏挂荐梂硿榣箄綞燸鏍";
    for (method, set, least) in [
        (
            Method::Pinyin,
            charset(encoding_rs::GBK, 0xb0a1..=0xd7f9),
            3_755,
        ),
        (
            Method::Zhuyin,
            charset(encoding_rs::BIG5, 0xa440..=0xc67e),
            5_401,
        ),
    ] {
        let set: Vec<char> = match method {
            // The second byte of GB 2312 has its high bit.
            Method::Pinyin => set
                .into_iter()
                .filter(|one| {
                    let text = one.to_string();
                    encoding_rs::GBK.encode(&text).0[1] >= 0xa1
                })
                .collect(),
            Method::Zhuyin => set,
        };
        assert_eq!(set.len(), least, "{method:?}");
        let readings = readings(method);
        for wanted in set.into_iter().filter(|one| !without.contains(*one)) {
            let letters = readings
                .get(&wanted)
                .unwrap_or_else(|| panic!("{wanted} cannot be typed"));
            let found = place(method, letters, &wanted.to_string());
            assert!(
                found.is_some(),
                "{wanted} is not among the choices for {letters}"
            );
        }
    }
}

fn presses() -> impl Strategy<Value = Vec<char>> {
    let letters: Vec<char> = ('a'..='z')
        .chain(['\'', '7', '好', ' '])
        .chain(SIGNS.chars())
        .collect();
    proptest::collection::vec(proptest::sample::select(letters), 0..48)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_typed_can_be_undone(letters in presses(), pinyin in any::<bool>()) {
        let method = if pinyin { Method::Pinyin } else { Method::Zhuyin };
        let mut composer = Composer::new(method);
        let mut before = vec![composer.shown()];
        for letter in letters {
            if composer.press(letter) {
                before.push(composer.shown());
            }
        }
        while let Some(shown) = before.pop() {
            prop_assert_eq!(composer.shown(), shown);
            prop_assert_eq!(composer.back(), !before.is_empty());
        }
        prop_assert!(composer.is_empty());
    }

    #[test]
    fn whatever_is_pressed_and_chosen_nothing_breaks(
        letters in presses(), choices in proptest::collection::vec(0_usize..300, 8), pinyin in any::<bool>(),
    ) {
        let method = if pinyin { Method::Pinyin } else { Method::Zhuyin };
        let mut composer = Composer::new(method);
        for letter in letters {
            composer.press(letter);
        }
        for choice in choices {
            let list = composer.candidates(dictionary(method));
            let left = composer.shown().chars().count();
            let Some(chosen) = list.get(choice % list.len().max(1)) else { break };
            prop_assert!(chosen.takes > 0 && chosen.takes <= left);
            prop_assert!(!chosen.text.is_empty());
            composer.choose(chosen);
            prop_assert!(composer.shown().chars().count() < left);
        }
    }
}
