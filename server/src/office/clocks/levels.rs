//! Levels: what waits for one person, and what a coordinator or manager sees of the units below.

use super::{
    may::{is_open, may_pause, may_promise, may_relieve, whom},
    typed::{place, shown_again},
};
use crate::{
    catalogue::House,
    office::{
        Office,
        desk::rights::{Seat, department_name, duty_name, unit_name},
    },
    store::{
        cases, desk,
        escalations::{self, Waiting},
        handovers, levels, orders,
        spells::{self, Holder},
        staff, unsent,
    },
};
use anyhow::Context;
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{Kind, State},
    },
    desk::{
        CaseClock, ClockLeg, Level, LevelCase, LevelCases, Levels, Mine, Order, Pick, Raised, Role,
        Rung,
    },
    hatch::{Refusal, Token},
};
use std::collections::BTreeMap;

/// No list of what waits is longer.
const MOST: i64 = 200;
/// So many cases stand on a page.
const PAGE: i64 = 25;

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

    pub(super) async fn read_levels(&self, staff: &Token) -> anyhow::Result<Levels> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        let (house, now) = (self.house(), self.now());
        let mut rows = BTreeMap::new();
        for unit in units(&house, &seat) {
            let row = levels::of_unit(self.store.read(), &unit, house.escalation.coordinator, now)
                .await?;
            rows.insert(unit, row);
        }
        let mut levels = Vec::new();
        for unit in in_order(&house, &rows) {
            let row = &rows[&unit];
            let counts = [
                row.open,
                row.at_risk,
                row.broken,
                row.bounced,
                row.unacknowledged,
            ];
            levels.push(Level {
                name: unit_name(&house, &unit),
                depth: depth(&house, &unit, &rows),
                counts: counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
                code: unit,
            });
        }
        Ok(Levels { units: levels })
    }

    pub(super) async fn read_level(
        &self,
        staff: &Token,
        unit: &str,
        pick: Pick,
        page: u32,
    ) -> anyhow::Result<LevelCases> {
        let seat = self.seat(staff).await?;
        let (house, now) = (self.house(), self.now());
        let within = units(&house, &seat).iter().any(|code| code == unit);
        anyhow::ensure!(seat.decides() && within, Refusal::NotFound);
        let page = page.max(1);
        let skip = i64::from(page - 1) * PAGE;
        let risk = house.escalation.coordinator;
        let rows =
            levels::cases(self.store.read(), unit, pick, risk, now, (PAGE + 1, skip)).await?;
        let more = rows.len() > usize::try_from(PAGE)?;
        let rows = rows.into_iter().take(usize::try_from(PAGE)?);
        Ok(LevelCases {
            now,
            unit: unit_name(&house, unit),
            rows: rows
                .map(|row| level_case(&house, row))
                .collect::<anyhow::Result<_>>()?,
            page,
            more,
        })
    }
}

fn level_case(house: &House, row: levels::CaseRow) -> anyhow::Result<LevelCase> {
    Ok(LevelCase {
        reference: row.reference.parse()?,
        kind: Kind::from_name(&row.kind).context("a case of an unknown kind")?,
        about: row.about,
        state: State::from_name(&row.state).context("a case in an unknown state")?,
        owner: row.owner.ok_or_else(|| duty_name(house, &row.owner_duty)),
        breaks_at: row.breaks_at,
        raised: row.raised,
        bounces: row.bounces,
    })
}

fn raised(house: &House, seat: &Seat, waiting: &[Waiting]) -> anyhow::Result<Vec<Raised>> {
    waiting
        .iter()
        .map(|one| {
            Ok(Raised {
                reference: one.reference.parse()?,
                promise: one.seq,
                share: one.share,
                rung: Rung::from_name(&one.role).context("raised to nobody we know")?,
                unit: unit_name(house, &one.unit),
                at: one.raised_at,
                breaks_at: one.breaks_at,
                theirs: theirs(seat, one),
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

/// The units that somebody sees.
fn units(house: &House, seat: &Seat) -> Vec<String> {
    let all = || {
        house
            .organisation
            .units
            .iter()
            .map(|unit| unit.code.clone())
    };
    seat.reach.units.clone().unwrap_or_else(|| all().collect())
}

/// Each unit before those below it, and these before its neighbour.
fn in_order<T>(house: &House, rows: &BTreeMap<String, T>) -> Vec<String> {
    let path = |code: &String| {
        let unit = house.organisation.unit(code);
        let up = unit
            .into_iter()
            .flat_map(|unit| house.organisation.upwards(unit));
        let place = |code: &str| {
            let mut all = house.organisation.units.iter();
            all.position(|unit| unit.code == code)
        };
        let mut path: Vec<_> = up.map(|unit| place(&unit.code)).collect();
        path.reverse();
        path
    };
    let mut units: Vec<String> = rows.keys().cloned().collect();
    units.sort_by_key(path);
    units
}

/// How many of the units above one are on the list too.
fn depth<T>(house: &House, code: &str, rows: &BTreeMap<String, T>) -> u32 {
    let unit = house.organisation.unit(code);
    let up = unit
        .into_iter()
        .flat_map(|unit| house.organisation.upwards(unit));
    let above = up
        .skip(1)
        .filter(|unit| rows.contains_key(&unit.code))
        .count();
    u32::try_from(above).unwrap_or(0)
}
