//! Levels: what a coordinator or manager sees of the units below.

use crate::{
    catalogue::House,
    office::{
        Office,
        desk::rights::{Seat, duty_name, unit_name},
    },
    store::levels,
};
use anyhow::Context;
use app::{
    case::view::{Kind, State},
    desk::{Level, LevelCase, LevelCases, Levels, Pick},
    hatch::{Refusal, Token},
};
use std::collections::BTreeMap;

/// So many cases stand on a page.
const PAGE: i64 = 25;

impl Office {
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

/// The units that somebody sees.
pub(super) fn units(house: &House, seat: &Seat) -> Vec<String> {
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
