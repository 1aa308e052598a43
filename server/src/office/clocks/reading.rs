//! The clock of a case, from its spells.

use crate::{
    catalogue::House,
    clock::{Holder, Part, Stretch, partition},
    office::desk::rights::{bare, department_name},
    store::{
        desk::{CaseRow, LegRow},
        spells::{self, Spell},
    },
};
use app::desk::{ClockPart, HeldBy};

/// A spell as the clock counts it.
fn stretch(spell: &Spell) -> Stretch {
    let leg = spell.leg_id.clone();
    let reason = spell.reason.clone().unwrap_or_default();
    Stretch {
        holder: match spell.holder {
            spells::Holder::Customer => Holder::Customer { reason },
            spells::Holder::Pause => Holder::Pause { leg, reason },
            spells::Holder::Offer => Holder::Offer {
                leg: leg.unwrap_or_default(),
            },
            spells::Holder::Leg => Holder::Leg {
                leg: leg.unwrap_or_default(),
            },
        },
        from: spell.begun_at,
        to: spell.ended_at,
    }
}

/// The spells of a case as its clock counts them.
pub(crate) fn stretches(spells: &[Spell]) -> Vec<Stretch> {
    spells.iter().map(stretch).collect()
}

/// Whose each part of a case's time was, until it was closed or until now.
pub(in crate::office) fn clock_of(
    house: &House,
    case: &CaseRow,
    legs: &[LegRow],
    spells: &[Spell],
    now: i64,
) -> Vec<ClockPart> {
    let end = case.closed_at.unwrap_or(now);
    let parts = partition(case.opened_at, end, &stretches(spells));
    let shares = shares(&parts);
    parts
        .iter()
        .zip(shares)
        .map(|(part, share)| ClockPart {
            holder: held_by(house, legs, &part.holder),
            from: part.from,
            to: part.to,
            share,
        })
        .collect()
}

fn held_by(house: &House, legs: &[LegRow], holder: &Holder) -> HeldBy {
    let leg = |id: &str| legs.iter().find(|leg| leg.id == id);
    let seq = |id: &str| leg(id).map_or(0, |leg| leg.seq);
    let department =
        |id: &str| leg(id).map_or_else(|| bare(""), |leg| department_name(house, &leg.department));
    match holder {
        Holder::Owner => HeldBy::Owner,
        Holder::Customer { .. } => HeldBy::Customer,
        Holder::Offer { leg } => HeldBy::Offer {
            leg: seq(leg),
            department: department(leg),
        },
        Holder::Leg { leg } => HeldBy::Leg {
            leg: seq(leg),
            department: department(leg),
        },
        Holder::Pause { leg, reason } => HeldBy::Pause {
            leg: leg.as_deref().map(seq),
            reason: (reason != spells::ELSEWHERE).then(|| {
                let known = house.pause(reason);
                known.map_or_else(|| bare(reason), |one| one.name.clone())
            }),
        },
    }
}

/// Thousandths that sum to a thousand: where each part ends, rounded, less where it begins.
fn shares(parts: &[Part]) -> Vec<u32> {
    let begin = parts.first().map_or(0, |part| part.from);
    let whole = parts.last().map_or(0, |part| part.to) - begin;
    let at = |moment: i64| {
        let thousandth = i128::from(moment - begin) * 1000 / i128::from(whole.max(1));
        u32::try_from(thousandth).unwrap_or(1000)
    };
    parts
        .iter()
        .map(|part| at(part.to) - at(part.from))
        .collect()
}
