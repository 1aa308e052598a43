//! What is typed about a clock: how it is read, what is wrong with it, and how it is kept until it
//! can be taken. What it then brings about is told in `acts`.

use crate::{
    catalogue::House,
    office::desk::inner_names::{check, check_for_customers},
    store::{desk::CaseRow, unsent},
};
use app::{
    desk::{ClockAct, ClockTyped, TextFault},
    journey::{Rule, Sheet},
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Where what was typed about a clock is kept, apart from what was typed about the case.
pub(super) fn place(case_id: &str) -> String {
    format!("clock-{case_id}")
}

pub(super) fn kept(act: &ClockAct) -> unsent::Unsent {
    let (when, text) = act.typed();
    let to = match act {
        ClockAct::Order { to, .. } => to,
        _ => "",
    };
    unsent::Unsent {
        act: act.name().to_owned(),
        about: None,
        sheet: Sheet::from_pairs([("when", when), ("text", text), ("to", to)]),
    }
}

/// What was typed and not taken, with what is wrong with it now.
pub(super) fn shown_again(
    house: &House,
    case: &CaseRow,
    typed: &unsent::Unsent,
    now: i64,
) -> ClockTyped {
    let field = |name: &str| typed.sheet.typed(name).to_owned();
    let (when, text) = (field("when"), field("text"));
    ClockTyped {
        when_fault: typed.act != "relieve" && ahead(house, &case.unit, &when, now).is_none(),
        text_fault: text_fault(house, &typed.act, &text),
        act: typed.act.clone(),
        to: field("to"),
        when,
        text,
    }
}

/// The customer reads why a promise is another; colleagues read the rest.
pub(super) fn text_fault(house: &House, act: &str, text: &str) -> Option<TextFault> {
    match act {
        "promise" => check_for_customers(house, text, Rule::LONG),
        _ => check(text, Rule::LONG),
    }
}

/// A day and a time of day that lie ahead, by the wall clock of a unit.
pub(super) fn ahead(house: &House, unit: &str, typed: &str, now: i64) -> Option<i64> {
    let shown: DateTime = typed.trim().parse().ok()?;
    let zone = TimeZone::get(house.zone_of(unit)).unwrap_or(TimeZone::UTC);
    let at: Timestamp = zone.to_timestamp(shown).ok()?;
    Some(at.as_microsecond()).filter(|at| *at > now)
}
