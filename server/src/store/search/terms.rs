//! What a text is found by: its words, and of Chinese (Japanese, Korean) each two characters that
//! stand side by side, because nothing there says where a word ends. Pure; the same for what is kept
//! and for what is looked for.

use std::collections::BTreeSet;

/// Longer words are cut: nobody types them whole.
const LONGEST: usize = 40;
/// A number is found by its end too, so that it does not matter whether the country's or the city's
/// code stands before it.
const TAIL: usize = 8;

/// A text in one spelling: small letters, full-width signs as plain ones.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The digits of a text, whatever stands between them.
pub fn digits(text: &str) -> String {
    let narrow = text.chars().map(narrow);
    narrow.filter(char::is_ascii_digit).collect()
}

/// Whether it is a number as people write it: digits, and what parts them.
pub fn is_number(text: &str) -> bool {
    let parts =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '(' | ')');
    let mut letters = text.chars().map(narrow);
    digits(text).len() >= 4 && letters.all(parts)
}

/// What a text is found by.
pub fn of_text(text: &str) -> BTreeSet<String> {
    let text = plain(text);
    let mut found = BTreeSet::new();
    for (run, script) in runs(&text) {
        match script {
            Script::Characters => pairs(run, &mut found),
            Script::Letters => word(run, &mut found),
        }
    }
    found
}

/// What a contact or a line is found by: its number as one word, however it was written.
pub fn of_number(number: &str) -> BTreeSet<String> {
    match is_number(number) {
        true => of_text(&digits(number)),
        false => of_text(number),
    }
}

/// What something typed is looked for by; nothing where there is too little to look for.
pub fn of_question(typed: &str) -> BTreeSet<String> {
    if !is_number(typed) {
        return of_text(typed);
    }
    let number = digits(typed);
    // A long number is looked for by its end: what stands before it is a matter of taste.
    let from = number.len().saturating_sub(TAIL);
    BTreeSet::from([number[from..].to_owned()])
}

fn word(run: &str, found: &mut BTreeSet<String>) {
    let cut: String = run.chars().take(LONGEST).collect();
    if cut.len() > TAIL && cut.bytes().all(|byte| byte.is_ascii_digit()) {
        found.insert(cut[cut.len() - TAIL..].to_owned());
    }
    if cut.chars().nth(1).is_some() {
        found.insert(cut);
    }
}

fn pairs(run: &str, found: &mut BTreeSet<String>) {
    let letters: Vec<char> = run.chars().collect();
    if let [only] = letters[..] {
        found.insert(only.to_string());
    }
    found.extend(
        letters
            .windows(2)
            .map(|pair| pair.iter().collect::<String>()),
    );
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Written without spaces.
    Characters,
    /// Written in words.
    Letters,
}

/// The longest stretches of one script.
fn runs(text: &str) -> Vec<(&str, Script)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Script)> = None;
    let marks = text.char_indices().map(|(at, letter)| (at, script(letter)));
    for (at, script) in marks.chain([(text.len(), None)]) {
        if let Some((from, of)) = open
            && script != Some(of)
        {
            found.push((&text[from..at], of));
            open = None;
        }
        if let (None, Some(of)) = (open, script) {
            open = Some((at, of));
        }
    }
    found
}

fn script(letter: char) -> Option<Script> {
    match letter {
        '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Some(Script::Characters),
        letter if letter.is_alphanumeric() => Some(Script::Letters),
        _ => None,
    }
}

fn narrow(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        of_text(text).into_iter().collect()
    }

    #[test]
    fn chinese_is_found_by_each_two_characters_side_by_side() {
        assert_eq!(terms("宽带断网。"), ["宽带", "带断", "断网"]);
        assert_eq!(terms("断 网"), ["断", "网"]);
    }

    #[test]
    fn words_are_found_whatever_their_capitals_and_width() {
        assert_eq!(
            terms("No DIAL-tone, ＶＩＰ!"),
            ["dial", "no", "tone", "vip"]
        );
        assert_eq!(terms("光猫ONU亮红灯"), ["onu", "亮红", "光猫", "红灯"]);
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let kept = of_number("+86 138 0013 8000");
        for typed in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+8613800138000",
            "00138000",
        ] {
            assert!(of_question(typed).is_subset(&kept), "{typed}");
        }
        assert!(!of_question("13800138001").is_subset(&kept));
    }

    #[test]
    fn what_is_too_little_to_look_for_is_nothing() {
        for typed in ["", " ", "a", "。！", "-"] {
            assert!(of_question(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn a_text_is_found_by_whatever_two_characters_of_it_are_typed() {
        let text = "昨天晚上开始就不对了，重启过两次";
        let kept = of_text(text);
        let letters: Vec<_> = text.chars().filter(|letter| *letter != '，').collect();
        for pair in letters.windows(2).filter(|pair| pair != &['了', '重']) {
            let typed: String = pair.iter().collect();
            assert!(of_question(&typed).is_subset(&kept), "{typed}");
        }
    }
}
