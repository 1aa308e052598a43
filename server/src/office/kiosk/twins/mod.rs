//! The rule by which a copied credential is known: two pages that are alive at once.
//!
//! A device has one page at a time that beats: the browser's lock sees to that, however many tabs
//! there are. A page that was reloaded, crashed or was left is never heard again, but for a beat of
//! its own that was late on the way; and such a beat says nothing that was answered later.
//!
//! Every beat is counted, and a page says with each which count it was answered last. A page *lives*
//! from the beat on that says a count of its own: before that it may be a late beat of one that is
//! gone. A page that says a count at or after the beat by which a younger one lives was listening
//! after that one began: it is *back*. One page that is back is no proof yet: it can have come out of
//! the browser's cache while the other one is gone. But when that other one in turn says a count at
//! or after the beat in which the first came back, both live, in turns, and no one device does that.
//! Then two hold one credential, and it is worth nothing any more.
//!
//! Lost answers and late beats only ever make a page say an older count, so they prove nothing.
//! Whoever holds a copy and never beats is not found by this. Whoever beats is, within five beats of
//! two pages that stay; each customer's page begins anew, so in a busy hour it takes longer.

use serde::{Deserialize, Serialize};

/// So many pages are remembered: as many copies at once are told apart.
const MOST: usize = 8;

/// The pages of a kiosk that were heard last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Twins(Vec<Page>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Page {
    name: String,
    /// Its first beat.
    first: i64,
    /// Its last beat.
    last: i64,
    /// The beat by which it was known to live.
    #[serde(default)]
    lives: Option<i64>,
    /// The younger pages that lived already when it was answered, with the beat that showed it.
    #[serde(default)]
    back: Vec<(String, i64)>,
}

/// What a beat shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// One device, as far as can be seen.
    One,
    /// Two devices with one credential.
    Two,
}

impl Twins {
    /// Takes a beat: its number, the page, and which number the page was answered last.
    pub(super) fn hear(&mut self, count: i64, name: &str, heard: Option<i64>) -> Verdict {
        let mut page = match self.0.iter().position(|page| page.name == name) {
            Some(at) => self.0.remove(at),
            None => Page {
                name: name.to_owned(),
                first: count,
                last: count,
                lives: None,
                back: Vec::new(),
            },
        };
        page.last = count;
        // A number that was never given is none.
        let heard = heard.filter(|heard| *heard < count).unwrap_or(-1);
        if heard >= page.first {
            page.lives.get_or_insert(count);
        }
        let mut verdict = Verdict::One;
        for other in &self.0 {
            let answered = |back: &(String, i64)| back.0 == name && heard >= back.1;
            if other.back.iter().any(answered) {
                verdict = Verdict::Two;
            }
            let known = page.back.iter().any(|(back, _)| *back == other.name);
            let younger = other.first > page.first;
            if younger && other.lives.is_some_and(|lives| heard >= lives) && !known {
                page.back.push((other.name.clone(), count));
            }
        }
        self.0.push(page);
        self.forget();
        verdict
    }

    /// Those that were heard longest ago go; what is known of them goes with them.
    fn forget(&mut self) {
        while self.0.len() > MOST {
            let oldest = self.0.iter().enumerate().min_by_key(|(_, page)| page.last);
            let Some((at, _)) = oldest else { return };
            let gone = self.0.remove(at).name;
            for page in &mut self.0 {
                page.back.retain(|(name, _)| *name != gone);
            }
        }
    }
}

#[cfg(test)]
mod tests;
