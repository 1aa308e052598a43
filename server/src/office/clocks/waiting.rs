//! What waits for one person, and what of the clock of a case can be acted on.

use super::{
    levels::units,
    may::{is_open, may_pause, may_promise, may_relieve, whom},
    typed::{place, shown_again},
};
use crate::{
    catalogue::House,
    office::{
        Office,
        desk::rights::{Seat, department_name, unit_name},
    },
    store::{
        cases, desk,
        escalations::{self, Waiting},
        handovers, orders,
        spells::{self, Holder},
        staff, unsent,
    },
};
use anyhow::Context;
use app::{
    case::{language::Lang, reference::Reference, view::Kind},
    desk::{CaseClock, ClockLeg, Mine, Order, Raised, Role, Rung},
    hatch::{Refusal, Token},
};

/// No list of what waits is longer.
const MOST: i64 = 200;

/// Whether it is somebody's to say that they know: by name, by their duty, or by their chair. On an
/// empty chair sits whoever stands above it.
pub(super) fn theirs(seat: &Seat, waiting: &Waiting) -> bool {
    if let Some(person) = &waiting.staff_id {
        return *person == seat.person.id;
    }
    let at_unit = seat
        .reach
        .units
        .as_ref()
        .is_none_or(|units| units.contains(&waiting.unit));
    let role = seat.person.role;
    match waiting.role.as_str() {
        "owner" => match &waiting.department {
            Some(department) => seat.reach.covers(&waiting.unit, department),
            None => at_unit && seat.decides(),
        },
        "coordinator" => at_unit && seat.decides(),
        _ => at_unit && matches!(role, Role::Manager | Role::Administrator),
    }
}

impl Office {
    pub(super) async fn read_clock(
        &self,
        staff: &Token,
        reference: Reference,
    ) -> anyhow::Result<CaseClock> {
        let seat = self.seat(staff).await?;
        let (pool, house, now) = (self.store.read(), self.house(), self.now());
        let number = reference.to_string();
        let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let legs = desk::legs(pool, &case.id).await?;
        let spells = spells::of_case(pool, &case.id).await?;
        let waiting = escalations::of_case(pool, &case.id).await?;
        let orders = orders::of_case(pool, &case.id).await?;
        let typed = unsent::find(pool, &seat.person.id, &place(&case.id)).await?;
        let may_order = match seat.decides() && is_open(&case) {
            true => whom(&house, &case, &legs, &staff::working_here(pool).await?),
            false => Vec::new(),
        };
        let paused = |id: &str| {
            let mut open = spells.iter().filter(|one| one.ended_at.is_none());
            let pause =
                open.find(|one| one.holder == Holder::Pause && one.leg_id.as_deref() == Some(id))?;
            let reason = pause.reason.as_deref().unwrap_or_default();
            house.pause(reason).map(|reason| reason.name.clone())
        };
        let at_work =
            |leg: &&desk::LegRow| ["accepted", "working", "paused"].contains(&leg.state.as_str());
        let legs = legs.iter().filter(at_work).map(|leg| ClockLeg {
            seq: leg.seq,
            department: department_name(&house, &leg.department),
            paused: paused(&leg.id),
            may: may_pause(&seat, &case, leg),
        });
        let reasons = house.pauses.iter();
        Ok(CaseClock {
            now,
            language: Lang::from_tag(&case.language).unwrap_or_default(),
            zone: Some(house.zone_of(&case.unit))
                .filter(|zone| **zone != house.front.operator.zone)
                .map(str::to_owned),
            legs: legs.collect(),
            reasons: reasons
                .map(|one| (one.code.clone(), one.name.clone()))
                .collect(),
            may_promise: may_promise(&seat, &case),
            raised: raised(&house, &seat, &waiting)?,
            orders: orders
                .into_iter()
                .map(|one| order(&seat, one))
                .collect::<anyhow::Result<_>>()?,
            may_relieve: may_relieve(&seat, &case),
            may_order,
            typed: typed.map(|typed| shown_again(&house, &case, &typed, now)),
        })
    }

    pub(super) async fn what_waits(&self, staff: &Token) -> anyhow::Result<Mine> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let mut waiting = escalations::of_person(pool, &seat.person.id, MOST).await?;
        for unit in units(&house, &seat) {
            let there = escalations::at_unit(pool, &unit, MOST).await?;
            waiting.extend(there.into_iter().filter(|one| theirs(&seat, one)));
        }
        waiting.sort_by_key(|one| one.raised_at);
        let orders = orders::of_person(pool, &seat.person.id, MOST).await?;
        let asked = handovers::asked_of(self.store.read(), &seat.person.id, 100).await?;
        let to_check = cases::to_check(self.store.read(), &seat.person.id, 100).await?;
        let numbers = |list: &[String]| {
            list.iter()
                .filter_map(|number| number.parse().ok())
                .collect()
        };
        Ok(Mine {
            now: self.now(),
            to_check: numbers(&to_check),
            asked: numbers(&asked),
            raised: raised(&house, &seat, &waiting)?,
            orders: orders
                .into_iter()
                .map(|one| order(&seat, one))
                .collect::<anyhow::Result<_>>()?,
        })
    }
}

/// What somebody has not said yet that they know. Whoever hears of a share of a promise hears of
/// those before it, so of what is one person's to say only the furthest is shown.
fn raised(house: &House, seat: &Seat, waiting: &[Waiting]) -> anyhow::Result<Vec<Raised>> {
    let theirs = |one: &Waiting| theirs(seat, one);
    let further = |one: &Waiting| {
        let mut others = waiting.iter();
        others.any(|other| {
            let same = (&other.case_id, other.seq) == (&one.case_id, one.seq);
            same && other.share > one.share && theirs(other)
        })
    };
    waiting
        .iter()
        .filter(|one| !theirs(one) || !further(one))
        .map(|one| {
            Ok(Raised {
                reference: one.reference.parse()?,
                kind: Kind::from_name(&one.kind).context("a case of an unknown kind")?,
                about: one.about.clone(),
                promise: one.seq,
                share: one.share,
                rung: Rung::from_name(&one.role).context("raised to nobody we know")?,
                unit: unit_name(house, &one.unit),
                at: one.raised_at,
                breaks_at: one.breaks_at,
                theirs: theirs(one),
            })
        })
        .collect()
}

fn order(seat: &Seat, order: orders::Order) -> anyhow::Result<Order> {
    Ok(Order {
        reference: order.reference.parse()?,
        theirs: order.to == seat.person.id,
        id: order.id,
        by: order.by_name,
        to: order.to_name,
        what: order.what,
        due_at: order.due_at,
    })
}
