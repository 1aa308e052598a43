//! What the letters typed so far may mean, the likeliest first.
//! Words are proposed, never chosen: that is done by whoever types.

use super::{
    compose::Method,
    dictionary::{Dictionary, Line, Word},
    pinyin::{Unit, is_syllable},
};
use std::{cmp::Reverse, collections::HashSet};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is written when it is chosen.
    pub text: String,
    /// How many of the typed letters it stands for.
    pub takes: usize,
    /// How a single character is read here, so that a word can be found that tells it apart.
    pub syllable: Option<String>,
}

/// No word of the dictionaries is longer.
const LONGEST_WORD: usize = 7;
/// Nobody turns more pages than these fill.
const MOST: usize = 240;

/// Everything that can be chosen for these letters.
pub fn candidates(dictionary: &Dictionary, method: Method, typed: &[char]) -> Vec<Candidate> {
    let search = Search {
        dictionary,
        method,
        typed,
    };
    let mut found = search.words();
    // What takes most letters comes first; then what is typed out before what is only begun.
    found.sort_by_key(|one| (Reverse(one.takes), one.begun, Reverse(one.score)));
    let mut list: Vec<_> = found.into_iter().map(Found::candidate).collect();
    if list.first().is_none_or(|first| first.takes < typed.len()) {
        list.splice(0..0, search.sentence());
    }
    if method == Method::Pinyin && !typed.is_empty() {
        list.push(Candidate {
            text: typed.iter().collect(),
            takes: typed.len(),
            syllable: None,
        });
    }
    let mut seen = HashSet::new();
    list.retain(|one| seen.insert(one.text.clone()));
    list.truncate(MOST);
    list
}

struct Search<'a> {
    dictionary: &'a Dictionary,
    method: Method,
    typed: &'a [char],
}

struct Found<'a> {
    word: Word<'a>,
    takes: usize,
    begun: bool,
    score: i64,
    syllable: Option<&'a str>,
}

impl Found<'_> {
    fn candidate(self) -> Candidate {
        Candidate {
            text: self.word.text.to_owned(),
            takes: self.takes,
            syllable: self.syllable.map(str::to_owned),
        }
    }
}

impl<'a> Search<'a> {
    fn words(&self) -> Vec<Found<'a>> {
        let mut found = Vec::new();
        self.walk(0, &mut Vec::new(), &mut |line, units| {
            let begun = units.last().is_some_and(|unit| unit.begun);
            let single = units.len() == 1;
            // Of one syllable many characters are wanted, of several the best few words.
            let step = if single { 1 } else { 3 };
            for (at, word) in (0..).zip(line.words().filter(|word| sounds(word, units))) {
                found.push(Found {
                    word,
                    takes: units.last().map_or(0, |unit| unit.end),
                    begun,
                    score: i64::from(line.grade) * 4 - at * step,
                    syllable: single.then_some(line.key()),
                });
            }
        });
        found
    }

    /// The fewest words that stand for everything typed, the more frequent of equals.
    fn sentence(&self) -> Option<Candidate> {
        #[derive(Clone)]
        struct Way {
            words: usize,
            grades: u32,
            text: String,
        }
        let mut best: Vec<Option<Way>> = vec![None; self.typed.len() + 1];
        best[0] = Some(Way {
            words: 0,
            grades: 0,
            text: String::new(),
        });
        for from in 0..self.typed.len() {
            let Some(before) = best[from].clone() else {
                continue;
            };
            self.walk(from, &mut Vec::new(), &mut |line, units| {
                let Some(word) = line.words().find(|word| sounds(word, units)) else {
                    return;
                };
                let end = units.last().map_or(from, |unit| unit.end);
                let words = before.words + 1;
                let grades = before.grades + u32::from(line.grade);
                let better = best[end]
                    .as_ref()
                    .is_none_or(|way| (words, Reverse(grades)) < (way.words, Reverse(way.grades)));
                if better {
                    let text = format!("{}{}", before.text, word.text);
                    best[end] = Some(Way {
                        words,
                        grades,
                        text,
                    });
                }
            });
        }
        let way = best.pop().flatten()?;
        (way.words > 1).then_some(Candidate {
            text: way.text,
            takes: self.typed.len(),
            syllable: None,
        })
    }

    /// Every line of the dictionary that stands for letters from this one on.
    fn walk(&self, from: usize, units: &mut Vec<Unit>, visit: &mut dyn FnMut(Line<'a>, &[Unit])) {
        for unit in self.method.units(self.typed, from) {
            let end = unit.end;
            let begun = unit.begun;
            units.push(unit);
            let key = key(units);
            if begun {
                // A syllable that is whole already is not also taken for the beginning of another.
                if units.len() > 1 || !is_syllable(&key) {
                    let length = units.len();
                    self.dictionary
                        .starting(&key)
                        .filter(|line| line.syllables().count() == length)
                        .for_each(|line| visit(line, units));
                }
            } else {
                if let Some(line) = self.dictionary.exact(&key) {
                    visit(line, units);
                }
                let longer = format!("{key}'");
                if units.len() < LONGEST_WORD
                    && end < self.typed.len()
                    && self.dictionary.starting(&longer).next().is_some()
                {
                    self.walk(end, units, visit);
                }
            }
            units.pop();
        }
    }
}

fn key(units: &[Unit]) -> String {
    let syllables: Vec<_> = units.iter().map(|unit| unit.syllable.as_str()).collect();
    syllables.join("'")
}

/// Whether the word has the tones that were typed. Within a word a light syllable is known under
/// its full tone too: people write what they say.
fn sounds(word: &Word<'_>, units: &[Unit]) -> bool {
    let mut tones = word.tones.chars();
    units.iter().all(|unit| match (unit.tone, tones.next()) {
        (Some(typed), Some(known)) => typed == known || known == '5' && units.len() > 1,
        _ => true,
    })
}
