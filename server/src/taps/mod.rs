//! Which presses on the faces by the door are a customer's answer. Pure: it is given the presses
//! of one kiosk and says which of them to mark. What is marked is kept and shown, but not counted.
//!
//! The rule, as the page of the counts states it:
//! - **wiped**: two different faces within one second. Nobody means both; a cleaning cloth or a
//!   flat hand presses like that. All of them are marked.
//! - **drummed**: five presses or more within ten seconds, whatever the faces. People who come in
//!   one after the other need longer; a child does not. All of them are marked.
//! - **again**: the face that was pressed less than a second before. It is the same answer, pressed
//!   by a hand that trembles or by somebody in doubt whether it was taken. The first one counts.
//!
//! What is marked depends on nothing but the presses within ten seconds, so it is the same in
//! whatever order they come in, and a press that comes late changes only its neighbours.

#[cfg(test)]
mod tests;

/// Two presses that are closer than this are one hand's.
pub const TOGETHER: i64 = 1_000_000;
/// So many presses in this time are nobody's answers.
pub const DRUMMED: usize = 5;
/// How far a press reaches.
pub const REACH: i64 = 10_000_000;

/// A press on a face, by the server's clock.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Press {
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// Its key; says which was first where two were at once.
    pub key: String,
    /// Which face.
    pub face: u8,
}

/// Why a press is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Several faces at once.
    Wiped,
    /// One of many in a short time.
    Drummed,
    /// The same once more.
    Again,
}

impl Mark {
    /// The word in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wiped => "wiped",
            Self::Drummed => "drummed",
            Self::Again => "again",
        }
    }
}

/// The marks of the presses of one kiosk, in their order. The presses are to be sorted.
pub fn marks(presses: &[Press]) -> Vec<Option<Mark>> {
    debug_assert!(presses.is_sorted(), "the marks are found by looking around");
    (0..presses.len()).map(|one| mark(presses, one)).collect()
}

fn mark(presses: &[Press], one: usize) -> Option<Mark> {
    let press = &presses[one];
    let close = |other: &&Press| (other.at - press.at).abs() < TOGETHER;
    let (before, after) = (&presses[..one], &presses[one + 1..]);
    let mut around = before
        .iter()
        .rev()
        .take_while(close)
        .chain(after.iter().take_while(close));
    if around.any(|other| other.face != press.face) {
        return Some(Mark::Wiped);
    }
    if is_drummed(presses, one) {
        return Some(Mark::Drummed);
    }
    let same = before.last().filter(close);
    same.map(|_| Mark::Again)
}

/// Whether some stretch of `REACH` around a press holds too many.
fn is_drummed(presses: &[Press], one: usize) -> bool {
    let first = (one + 1).saturating_sub(DRUMMED);
    (first..=one).any(|from| {
        let last = presses.get(from + DRUMMED - 1);
        last.is_some_and(|last| last.at - presses[from].at < REACH)
    })
}
