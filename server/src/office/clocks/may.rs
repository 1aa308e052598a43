//! What may be done about a clock by whom. Pages ask it to know which forms to show; acts ask it
//! again, because much can happen in between.

use crate::{
    catalogue::House,
    connectors,
    office::desk::rights::{Seat, department_name, reach},
    store::{
        desk::{CaseRow, LegRow},
        staff,
    },
};
use app::case::view::State;

/// Whether somebody may pause a part, or go on with it: it is worked at here, by their people.
pub(super) fn may_pause(seat: &Seat, case: &CaseRow, leg: &LegRow) -> bool {
    let at_work = ["accepted", "working", "paused"].contains(&leg.state.as_str());
    at_work
        && is_open(case)
        && leg.connector == connectors::desk::NAME
        && seat.reach.covers(&leg.unit, &leg.department)
}

/// Whether somebody may promise the customer another time: who answers for the case, or decides.
pub(super) fn may_promise(seat: &Seat, case: &CaseRow) -> bool {
    let owns = case.answers;
    is_open(case) && (owns || seat.decides())
}

/// Whether somebody may answer for a case in the place of whoever does.
pub(super) fn may_relieve(seat: &Seat, case: &CaseRow) -> bool {
    let owns = case.answers;
    is_open(case) && seat.decides() && !owns
}

pub(super) fn is_open(case: &CaseRow) -> bool {
    let over = [State::Done, State::Closed].map(State::name);
    !over.contains(&case.state.as_str())
}

/// Whom somebody who decides may tell to do something about a case: its owner, and whoever may see
/// it. Key, and name with department.
pub(super) fn whom(
    house: &House,
    case: &CaseRow,
    legs: &[LegRow],
    colleagues: &[staff::Person],
) -> Vec<(String, String)> {
    let lang = house.front.operator.language;
    let sees = |person: &staff::Person| {
        let reach = reach(house, person);
        case.owner_staff_id.as_ref() == Some(&person.id)
            || legs
                .iter()
                .any(|leg| reach.covers(&leg.unit, &leg.department))
    };
    colleagues
        .iter()
        .filter(|person| sees(person))
        .map(|person| {
            let department = department_name(house, &person.department);
            (
                person.id.clone(),
                format!("{} · {}", person.name, department.say(lang)),
            )
        })
        .collect()
}
