//! Finding cases. The index proposes; here it is looked whether what was typed really stands there,
//! and where.

use crate::{
    office::Office,
    store::{
        desk, other_numbers,
        search::{self, Text, seats, terms},
    },
};
use anyhow::Context;
use app::{
    case::{
        reference::Reference,
        view::{Kind, State},
    },
    desk::{Excerpt, Hit, Hits},
    hatch::Token,
};

/// Cases on a page.
const PAGE: usize = 30;
/// Characters shown on each side of what was found.
const AROUND: usize = 40;
/// Cases indexed in one transaction when all of it is made anew.
const PORTION: i64 = 100;

impl Office {
    pub(super) async fn do_search(
        &self,
        staff: &Token,
        typed: &str,
        before: Option<i64>,
    ) -> anyhow::Result<Hits> {
        let seat = self.seat(staff).await?;
        let (pool, now, me) = (self.store.read(), self.now(), &seat.person.id);
        if let Some(hit) = self.by_reference(typed, &seat.reach, me).await? {
            let hits = vec![hit];
            return Ok(Hits {
                now,
                hits,
                ..Hits::default()
            });
        }
        let asked_for = terms::of_question(typed);
        if asked_for.is_empty() {
            return Ok(Hits {
                now,
                too_little: true,
                ..Hits::default()
            });
        }
        let (from, most) = (before.unwrap_or(i64::MAX), PAGE as i64 + 1);
        let found = search::find(pool, &asked_for, &seat.reach, me, from, most).await?;
        let (mut proposed, stopped) = (found.cases, found.stopped);
        let more = proposed.len() > PAGE;
        proposed.truncate(PAGE);
        let last = proposed.last().filter(|_| more).map(|last| last.number);
        let keys: Vec<_> = proposed.iter().map(|case| case.id.clone()).collect();
        let mut reading = pool.acquire().await?;
        let texts = search::texts_of(&mut reading, &keys).await?;
        let mut hits = Vec::new();
        for case in proposed {
            let Some(excerpt) = texts.get(&case.id).and_then(|texts| place(texts, typed)) else {
                continue;
            };
            hits.push(Hit {
                reference: case.reference.parse()?,
                kind: Kind::from_name(&case.kind).context("a case of an unknown kind")?,
                about: case.about,
                stands: State::from_name(&case.state).context("a case in an unknown state")?,
                opened_at: case.opened_at,
                excerpt: Some(excerpt),
            });
        }
        Ok(Hits {
            now,
            hits,
            next: last.or(stopped.map(|it| it.below)),
            stopped_after: stopped.map(|it| it.after),
            too_little: false,
        })
    }

    /// Whoever types a reference means that case and no other.
    async fn by_reference(
        &self,
        typed: &str,
        reach: &desk::Reach,
        me: &str,
    ) -> anyhow::Result<Option<Hit>> {
        let Ok(reference) = typed.trim().parse::<Reference>() else {
            return Ok(None);
        };
        let (pool, typed) = (self.store.read(), reference.to_string());
        let own = other_numbers::leads_to(pool, &typed).await?;
        let own = own.unwrap_or(typed);
        let case = desk::case(pool, &own, reach, me).await?;
        case.map(|case| {
            Ok(Hit {
                reference: own.parse()?,
                kind: Kind::from_name(&case.kind).context("a case of an unknown kind")?,
                about: case.about,
                stands: State::from_name(&case.state).context("a case in an unknown state")?,
                opened_at: case.opened_at,
                excerpt: None,
            })
        })
        .transpose()
    }
}

/// Where the first of the typed words stands, if all of them stand somewhere.
fn place(texts: &[Text], typed: &str) -> Option<Excerpt> {
    if terms::is_number(typed) {
        let number = terms::digits(typed);
        let tail = number.trim_start_matches("86").trim_start_matches('0');
        let mut texts = texts.iter().map(Text::as_str);
        return texts
            .find(|text| terms::digits(text).contains(tail))
            .map(whole);
    }
    let words: Vec<_> = typed.split_whitespace().map(terms::plain).collect();
    let stands = |word: &String| {
        texts
            .iter()
            .any(|text| terms::plain(text.as_str()).contains(word))
    };
    if !words.iter().all(stands) {
        return None;
    }
    let first = words.first()?;
    let mut texts = texts.iter().map(Text::as_str);
    texts.find_map(|text| excerpt(text, first))
}

fn whole(text: &str) -> Excerpt {
    Excerpt {
        before: String::new(),
        found: text.to_owned(),
        after: String::new(),
    }
}

/// A word and what stands around it, as they stand in the text.
fn excerpt(text: &str, word: &str) -> Option<Excerpt> {
    let letters: Vec<char> = text.chars().collect();
    // One letter may become two small ones; so places are counted letter by letter.
    let plain: Vec<String> = letters
        .iter()
        .map(|it| terms::plain(&it.to_string()))
        .collect();
    let from = (0..letters.len()).find(|from| plain[*from..].concat().starts_with(word))?;
    let mut to = from;
    let mut length = 0;
    while length < word.len() {
        length += plain[to].len();
        to += 1;
    }
    let (start, end) = (
        from.saturating_sub(AROUND),
        (to + AROUND).min(letters.len()),
    );
    let part = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let before = part(start, from);
    let after = part(to, end);
    Some(Excerpt {
        before: if start > 0 {
            format!("…{before}")
        } else {
            before
        },
        found: part(from, to),
        after: if end < letters.len() {
            format!("{after}…")
        } else {
            after
        },
    })
}

/// Makes the index anew, case by case, while the server goes on; says how many can be found.
///
/// # Errors
/// When the store fails.
pub async fn reindex(office: &Office) -> anyhow::Result<u64> {
    let (mut last, mut found) = (String::new(), 0);
    loop {
        let cases = search::cases_after(office.store.read(), &last, PORTION).await?;
        let Some((id, _)) = cases.last() else {
            return Ok(found);
        };
        last.clone_from(id);
        found += cases.len() as u64;
        let written = office.store.write(move |tx| {
            Box::pin(async move {
                for (id, opened_at) in cases {
                    search::keep(&mut *tx, &id, opened_at).await?;
                    seats::keep(&mut *tx, &id).await?;
                }
                Ok(())
            })
        });
        written.await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], typed: &str) -> Option<String> {
        let texts: Vec<_> = texts
            .iter()
            .map(|text| Text::Said((*text).to_owned()))
            .collect();
        place(&texts, typed)
            .map(|excerpt| format!("{}[{}]{}", excerpt.before, excerpt.found, excerpt.after))
    }

    #[test]
    fn what_was_found_is_shown_as_it_stands() {
        assert_eq!(
            found(&["The ONU blinks."], "onu").as_deref(),
            Some("The [ONU] blinks.")
        );
        assert_eq!(
            found(&["宽带断网了"], "断网").as_deref(),
            Some("宽带[断网]了")
        );
    }

    #[test]
    fn pairs_that_stand_apart_are_no_word() {
        assert_eq!(found(&["宽带不行，带网线来"], "宽带网"), None);
        assert_eq!(found(&["one", "two"], "one two").as_deref(), Some("[one]"));
        assert_eq!(found(&["one"], "one two"), None);
    }

    #[test]
    fn a_long_text_is_cut_around_it() {
        let text = format!("{}光猫{}", "前".repeat(100), "后".repeat(100));
        let found = found(&[&text], "光猫").unwrap();
        assert_eq!(
            found,
            format!("…{}[光猫]{}…", "前".repeat(40), "后".repeat(40))
        );
    }
}
