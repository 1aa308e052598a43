//! What may be done to a case by whom, and when. Pages ask it to know which forms to show; acts ask
//! it again, because much can happen in between.

use super::rights::Seat;
use crate::{
    connectors,
    store::{
        desk::{CaseRow, LegRow},
        passings::Passing,
    },
};
use app::case::view::State;

/// A case as rights see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct May<'a> {
    /// Who.
    pub seat: &'a Seat,
    /// What about.
    pub case: &'a CaseRow,
    /// Its passings.
    pub passings: &'a [Passing],
}

impl May<'_> {
    /// Whether a part is the department's of whoever acts.
    pub(super) fn theirs(&self, leg: &LegRow) -> bool {
        self.seat.reach.covers(&leg.unit, &leg.department)
    }

    /// Whether they answer for the case: it is theirs, or they stand in for whoever's it is.
    pub(super) fn owns(&self) -> bool {
        self.case.answers
    }

    /// Whether they take a part now.
    pub(super) fn accept(&self, leg: &LegRow) -> bool {
        self.theirs(leg) && here(leg) && leg.state == "queued"
    }

    /// Whether they may say no to it: not to what a coordinator decided.
    pub(super) fn decline(&self, leg: &LegRow) -> bool {
        self.accept(leg) && !leg.decided
    }

    /// Whether they mark a part done now. One that is worked at another back office can be ended
    /// from here too, as soon as it is there; and one that was declined there, by whoever found
    /// another way.
    pub(super) fn finish(&self, leg: &LegRow) -> bool {
        let done = match leg.state.as_str() {
            "accepted" | "working" | "paused" => true,
            "queued" => !here(leg),
            "declined" => !here(leg) && leg.replaced_by.is_none(),
            _ => false,
        };
        self.theirs(leg) && done
    }

    /// Whether they offer a part to another department: one they have, or, for whoever answers for
    /// the case or decides, one that was declined and that nobody has. After too many refusals
    /// only a coordinator does.
    pub(super) fn pass(&self, leg: &LegRow) -> bool {
        let decides = self.seat.decides();
        if self.case.undecided_since.is_some() && !decides {
            return false;
        }
        let free = self.offered(leg).is_none() && leg.replaced_by.is_none();
        let has = self.theirs(leg) && here(leg) && begun(leg);
        let stranded = leg.state == "declined" && (self.owns() || (decides && self.theirs(leg)));
        free && self.open() && (has || stranded)
    }

    /// The open offer of a part, if there is one.
    pub(super) fn offered(&self, leg: &LegRow) -> Option<&Passing> {
        let mut passings = self.passings.iter();
        passings.find(|one| one.giver == leg.id && one.state == "offered")
    }

    /// Whether they take back the offer that a part came from.
    pub(super) fn withdraw(&self, leg: &LegRow, legs: &[LegRow]) -> bool {
        let mut passings = self.passings.iter();
        let offer = passings.find(|one| one.receiver == leg.id && one.state == "offered");
        let giver = offer.and_then(|offer| legs.iter().find(|leg| leg.id == offer.giver));
        giver.is_some_and(|giver| self.theirs(giver) || self.owns())
    }

    /// Whether they add parts, say what the case is about, or join it to another: whoever answers
    /// for it, and whoever decides.
    pub(super) fn shape(&self) -> bool {
        self.open() && (self.owns() || self.seat.decides())
    }

    /// Whether they answer for it from now on without anybody's asking: nobody does, and it is
    /// their duty.
    pub(super) fn own(&self) -> bool {
        let (unit, department) = &self.case.owner_of;
        self.case.owner_staff_id.is_none()
            && self.open()
            && self.seat.reach.covers(unit, department)
    }

    /// Whether they ask a colleague to answer for it.
    pub(super) fn hand_over(&self) -> bool {
        self.open() && (self.owns() || (self.seat.decides() && self.case.owner_staff_id.is_some()))
    }

    /// Whether they look at the finished work for the house: before the customer is asked, and while
    /// they have not answered.
    pub(super) fn check(&self, legs: &[LegRow]) -> bool {
        let done = self.case.state == State::Done.name();
        self.owns() && (done || (self.open() && all_done(legs)))
    }

    /// Whether they write to the customer: whoever answers for the case does, and who decides for
    /// them. Whoever does it first where nobody answers, answers from then on. A closed case is
    /// opened by the customer only.
    pub(super) fn reply(&self) -> bool {
        let first = self.case.owner_staff_id.is_none();
        self.open() && (self.owns() || first || self.seat.decides())
    }

    fn open(&self) -> bool {
        self.case.state != State::Closed.name()
    }
}

/// Whether a part is worked at this desk.
pub(super) fn here(leg: &LegRow) -> bool {
    leg.connector == connectors::desk::NAME
}

/// Whether nothing of a case is left to be done.
pub(super) fn all_done(legs: &[LegRow]) -> bool {
    legs.iter()
        .all(|leg| leg.state == "done" || leg.replaced_by.is_some())
}

/// Whether somebody has a part.
pub(super) fn begun(leg: &LegRow) -> bool {
    matches!(leg.state.as_str(), "accepted" | "working" | "paused")
}

/// The parts whose finished work a part goes on with: the one it was passed on from, and those it
/// waited for.
pub(super) fn handed_by<'a>(
    leg: &LegRow,
    legs: &'a [LegRow],
    passings: &[Passing],
) -> Vec<&'a LegRow> {
    let giver = |one: &LegRow| {
        passings.iter().any(|passing| {
            passing.receiver == leg.id && passing.state == "accepted" && passing.giver == one.id
        })
    };
    let before = |one: &LegRow| one.state == "done" && leg.waits_for.contains(&one.seq);
    legs.iter()
        .filter(|one| one.id != leg.id && (giver(one) || before(one)))
        .collect()
}
