//! From every language and for every kind of field.

use super::*;

const PURPOSES: [Purpose; 7] = [
    Purpose::Words,
    Purpose::Lines,
    Purpose::Email,
    Purpose::Phone,
    Purpose::Day,
    Purpose::Code,
    Purpose::Digits,
];

/// All boards a visitor can get to from the first, by the keys themselves.
fn boards(purpose: Purpose, lang: Lang) -> Vec<Board> {
    let mut found = vec![Board::first(purpose, lang)];
    let mut at = 0;
    while let Some(board) = found.get(at).copied() {
        for key in board.rows(purpose, lang).into_iter().flatten() {
            if let Key::Go(next) = key
                && !found.contains(&next)
            {
                found.push(next);
            }
        }
        at += 1;
    }
    found
}

#[test]
fn every_board_takes_back_goes_on_and_leads_to_every_other() {
    for (lang, purpose) in Lang::ALL
        .into_iter()
        .flat_map(|lang| PURPOSES.map(|one| (lang, one)))
    {
        let all = boards(purpose, lang);
        for board in &all {
            let keys: Vec<_> = board.rows(purpose, lang).into_iter().flatten().collect();
            for needed in [Key::Back, Key::Next, Key::Away] {
                let count = keys.iter().filter(|key| **key == needed).count();
                assert_eq!(count, 1, "{board:?} for {purpose:?}: {needed:?}");
            }
            let twice = keys
                .iter()
                .filter(|key| keys.iter().filter(|one| one == key).count() > 1);
            assert_eq!(
                twice.count(),
                0,
                "{board:?} for {purpose:?} has a key twice"
            );
            for other in &all {
                assert!(
                    board == other || keys.contains(&Key::Go(*other)),
                    "{purpose:?} in {lang:?}: no way from {board:?} to {other:?}"
                );
            }
        }
    }
}

#[test]
fn chinese_is_met_with_its_own_keys_and_numbers_with_a_pad() {
    assert_eq!(Board::first(Purpose::Words, Lang::ZhHans), Board::Pinyin);
    assert_eq!(Board::first(Purpose::Lines, Lang::ZhHant), Board::Zhuyin);
    assert_eq!(Board::first(Purpose::Words, Lang::En), Board::Letters);
    for lang in Lang::ALL {
        assert_eq!(Board::first(Purpose::Phone, lang), Board::Pad);
        assert_eq!(Board::first(Purpose::Email, lang), Board::Letters);
    }
}

#[test]
fn an_address_has_its_own_marks_and_no_space() {
    for lang in Lang::ALL {
        for board in boards(Purpose::Email, lang) {
            let keys: Vec<_> = board.rows(Purpose::Email, lang).concat();
            assert!(keys.contains(&Key::Write('@')) && keys.contains(&Key::Piece(".com")));
            assert!(!keys.contains(&Key::Space));
        }
    }
}

#[test]
fn no_row_is_wider_than_the_panel() {
    // Eleven keys of 15 mm and the gaps between them, of 268 mm; a space is as wide as three.
    for (lang, purpose) in Lang::ALL
        .into_iter()
        .flat_map(|lang| PURPOSES.map(|one| (lang, one)))
    {
        for row in boards(purpose, lang)
            .into_iter()
            .flat_map(|one| one.rows(purpose, lang))
        {
            let width: usize = row
                .iter()
                .map(|key| if *key == Key::Space { 3 } else { 1 })
                .sum();
            assert!(width <= 12, "{row:?}");
        }
    }
}

#[test]
fn a_field_tells_what_it_is_for() {
    assert_eq!(Purpose::of("textarea", "", "", ""), Some(Purpose::Lines));
    assert_eq!(
        Purpose::of("input", "tel", "", "input"),
        Some(Purpose::Phone)
    );
    assert_eq!(
        Purpose::of("input", "text", "", "input short code"),
        Some(Purpose::Code)
    );
    assert_eq!(
        Purpose::of("input", "text", "numeric", ""),
        Some(Purpose::Digits)
    );
    assert_eq!(
        Purpose::of("input", "text", "", "coded"),
        Some(Purpose::Words)
    );
    for kind in ["radio", "checkbox", "hidden", "submit", "file"] {
        assert_eq!(Purpose::of("input", kind, "", ""), None);
    }
    assert_eq!(Purpose::of("select", "", "", ""), None);
}
