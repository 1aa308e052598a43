//! Holds the words against the pages that say them: nothing missing, nothing left over, the same
//! in every language. How a sentence reads is not checked here.

mod calls;
mod files;
mod fleet;
mod han;
mod made;

use super::Words;
use crate::case::language::Lang;
use calls::{Call, calls, literals};
use files::{Sentence, sentences};
use std::collections::{BTreeMap, BTreeSet};

fn book(lang: Lang) -> &'static super::Book {
    let book = Words::new(lang).book();
    book.expect("the server has its words")
}

/// What every language is compared with.
fn english() -> BTreeMap<String, Sentence> {
    sentences(Lang::En)
}

#[test]
fn every_sentence_a_page_asks_for_is_there_in_every_language() {
    let asked: BTreeSet<_> = calls()
        .into_iter()
        .map(|call| call.id)
        .chain(made::ids())
        .chain(literals().into_iter().filter(|text| made::is_an_id(text)))
        .collect();
    for lang in Lang::ALL {
        let there = sentences(lang);
        let missing: Vec<_> = asked.iter().filter(|id| !there.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", lang.tag());
    }
}

#[test]
fn no_sentence_is_left_over() {
    let made = made::ids();
    let literals = literals();
    let left: Vec<_> = english()
        .into_keys()
        .filter(|id| !literals.contains(id) && !made.contains(id))
        .collect();
    assert!(left.is_empty(), "nobody says {left:?}");
}

#[test]
fn a_sentence_stands_in_the_same_room_with_the_same_places_in_every_language() {
    let english = english();
    for lang in Lang::ALL {
        let theirs = sentences(lang);
        let differing: BTreeSet<_> = english
            .keys()
            .chain(theirs.keys())
            .filter(|id| {
                let shape = |words: &BTreeMap<String, Sentence>| {
                    words
                        .get(*id)
                        .map(|sentence| (sentence.room.clone(), sentence.places()))
                };
                shape(&english) != shape(&theirs)
            })
            .collect();
        assert!(
            differing.is_empty(),
            "{} differs in {differing:?}",
            lang.tag()
        );
    }
}

#[test]
fn a_call_fills_every_place_of_its_sentence() {
    let english = english();
    let unfilled = |call: &Call| {
        let sentence = english.get(&call.id)?;
        let left: Vec<_> = sentence
            .places()
            .into_iter()
            .filter(|place| !call.places.contains(place))
            .collect();
        (!left.is_empty()).then(|| format!("{}: {} leaves {left:?}", call.file, call.id))
    };
    let unfilled: Vec<_> = calls().iter().filter_map(unfilled).collect();
    assert!(unfilled.is_empty(), "{unfilled:#?}");
}

#[test]
fn every_file_is_bound_into_its_book() {
    for lang in Lang::ALL {
        let book = book(lang);
        let unbound: Vec<_> = sentences(lang)
            .into_keys()
            .filter(|id| book.fill(id, &[], None).is_none())
            .collect();
        assert!(unbound.is_empty(), "{} lost {unbound:?}", lang.tag());
    }
}

#[test]
fn a_sentence_without_places_is_said_as_fluent_says_it() {
    for lang in Lang::ALL {
        let book = book(lang);
        for (id, sentence) in sentences(lang) {
            let plain = sentence.places().is_empty();
            assert_eq!(book.plain(&id).is_some(), plain, "{} {id}", lang.tag());
            if plain {
                let formatted = book.fill(&id, &[], None);
                assert_eq!(book.plain(&id), formatted.as_deref(), "{} {id}", lang.tag());
            }
        }
    }
}

#[test]
fn no_sentence_is_empty_or_shows_its_making() {
    for lang in Lang::ALL {
        for (id, sentence) in sentences(lang) {
            let value = sentence.value.trim();
            assert!(!value.is_empty(), "{} {id} says nothing", lang.tag());
            assert!(
                !value.contains(['<', '>', '"', '\'']) || value.contains("->"),
                "{} {id} has markup or typewriter quotes: {value}",
                lang.tag()
            );
        }
    }
}

#[test]
fn chinese_is_set_with_chinese_marks() {
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        for (id, sentence) in sentences(lang) {
            let found = han::foreign_mark(&sentence.value);
            assert_eq!(found, None, "{} {id}: {}", lang.tag(), sentence.value);
        }
    }
}

#[test]
fn neither_script_slips_into_the_other() {
    for (lang, foreign) in [
        (Lang::ZhHans, han::TRADITIONAL),
        (Lang::ZhHant, han::SIMPLIFIED),
        (Lang::En, han::TRADITIONAL),
        (Lang::En, han::SIMPLIFIED),
    ] {
        for (id, sentence) in sentences(lang) {
            let slipped: String = sentence
                .value
                .chars()
                .filter(|letter| foreign.contains(*letter))
                .collect();
            assert!(slipped.is_empty(), "{} {id}: {slipped}", lang.tag());
        }
    }
}

#[test]
fn the_scripts_are_told_apart_by_characters_that_only_one_of_them_has() {
    let both: String = han::SIMPLIFIED
        .chars()
        .filter(|letter| han::TRADITIONAL.contains(*letter))
        .collect();
    assert!(both.is_empty(), "{both}");
}

#[test]
fn an_instant_is_said_as_people_of_each_language_say_it() {
    let at = 1_795_586_400_000_000; // 2026-11-25 06:00 UTC
    let said = Lang::ALL.map(|lang| Words::new(lang).moment(at, "Asia/Shanghai"));
    assert_eq!(
        said,
        [
            "2026年11月25日（周三）14:00",
            "2026年11月25日（週三）14:00",
            "Wed 25 Nov 2026, 14:00"
        ]
    );
}

#[test]
fn a_count_is_said_in_the_right_number() {
    let english = Words::new(Lang::En);
    assert!(english.count("resume-lead", 1).contains("one hour"));
    assert!(english.count("resume-lead", 72).contains("72 hours"));
}

/// How long a sentence takes: `cargo test --release -p app --features ssr words:: -- --ignored
/// --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn measure_a_sentence() {
    let words = Words::new(Lang::ZhHans);
    let measure = |what: &str, say: &dyn Fn() -> String| {
        let rounds = 200_000;
        let start = std::time::Instant::now();
        for _ in 0..rounds {
            std::hint::black_box(say());
        }
        println!("{what}: {} ns", start.elapsed().as_nanos() / rounds);
    };
    measure("say", &|| words.say("sorry-too-many-lead"));
    measure("fill", &|| {
        words.fill("promise-answer", &[("when", "14:00")])
    });
    measure("count", &|| words.count("resume-lead", 72));
    measure("moment", &|| {
        words.moment(1_795_586_400_000_000, "Asia/Shanghai")
    });
}
