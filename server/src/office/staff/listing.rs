//! Who may see whom. Coordinators and managers see the people of their units, administrators
//! everybody; whoever works the queue has no list of colleagues.

use super::managing::{MOVE, NEW, faults};
use crate::{
    catalogue::House,
    office::{
        Office,
        desk::{Seat, department_name, unit_name},
    },
    store::{
        absences,
        deeds::Log,
        leaving,
        staff::{self, Listed, Person},
        unsent,
    },
};
use app::{
    desk::{ColleaguePage, Colleagues, Member, Places, Role, UnsentStaff},
    hatch::{Refusal, Token},
};

/// Rows on a page.
const PAGE: usize = 50;
/// So many deeds are shown.
const DEEDS: i64 = 20;

/// Whether somebody manages staff.
pub(super) fn manages(seat: &Seat) -> bool {
    seat.person.role == Role::Administrator
}

/// Whether somebody may see a colleague.
pub(super) fn sees(seat: &Seat, person: &Person) -> bool {
    match seat.person.role {
        Role::Administrator => true,
        Role::Coordinator | Role::Manager => {
            let units = seat.reach.units.as_ref();
            units.is_none_or(|units| units.contains(&person.unit))
        }
        Role::Front | Role::Specialist => false,
    }
}

impl Office {
    pub(super) async fn list_colleagues(
        &self,
        staff: &Token,
        sought: &str,
        page: u32,
    ) -> anyhow::Result<Colleagues> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        let house = self.house();
        let sought = sought.trim().to_lowercase();
        let all = staff::listed(self.store.read(), self.now()).await?;
        let found: Vec<_> = all
            .into_iter()
            .filter(|listed| {
                sees(&seat, &listed.person) && matches(&house, &listed.person, &sought)
            })
            .collect();
        let pages = found.len().div_ceil(PAGE).max(1);
        let page = usize::try_from(page)?.clamp(1, pages);
        let rows = found.iter().skip((page - 1) * PAGE).take(PAGE);
        Ok(Colleagues {
            rows: rows.map(|listed| shown(&house, listed)).collect(),
            count: u32::try_from(found.len())?,
            page: u32::try_from(page)?,
            pages: u32::try_from(pages)?,
            sought,
            may_manage: manages(&seat),
        })
    }

    pub(super) async fn read_colleague(
        &self,
        staff: &Token,
        id: &str,
    ) -> anyhow::Result<ColleaguePage> {
        let seat = self.seat(staff).await?;
        let (pool, house, now) = (self.store.read(), self.house(), self.now());
        let all = staff::listed(pool, now).await?;
        let listed = all.iter().find(|listed| listed.person.id == id);
        let myself = seat.person.id == id;
        let listed = listed.filter(|listed| myself || sees(&seat, &listed.person));
        let listed = listed.ok_or(Refusal::NotFound)?;
        let person = &listed.person;
        let around = absences::around(pool, id, now).await?;
        let away = around.iter().filter(|absence| absence.staff_id == id);
        let unsent = unsent::find(pool, &seat.person.id, &format!("{MOVE}{id}")).await?;
        let cases = leaving::owned_count(pool, id).await?;
        Ok(ColleaguePage {
            now,
            colleague: shown(&house, listed),
            unit: person.unit.clone(),
            department: person.department.clone(),
            may_manage: manages(&seat),
            myself,
            cases: u32::try_from(cases)?,
            away: away.map(super::shown_absence).collect(),
            deputies: self.possible_deputies(person).await?,
            places: places(&house),
            log: Log::Staff.deeds(pool, id, DEEDS).await?,
            unsent: self.shown_again(unsent, Some(person)).await?,
        })
    }

    pub(super) async fn read_newcomer(
        &self,
        staff: &Token,
    ) -> anyhow::Result<(Places, Option<UnsentStaff>)> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(manages(&seat), Refusal::NotFound);
        let unsent = unsent::find(self.store.read(), &seat.person.id, NEW).await?;
        let unsent = self.shown_again(unsent, None).await?;
        Ok((places(&self.house()), unsent))
    }

    /// What was typed and not taken, with what is wrong with it as things are now.
    async fn shown_again(
        &self,
        unsent: Option<unsent::Unsent>,
        person: Option<&Person>,
    ) -> anyhow::Result<Option<UnsentStaff>> {
        let Some(unsent) = unsent else {
            return Ok(None);
        };
        let faults = faults(self, &unsent.act, &unsent.sheet, person).await?;
        Ok(Some(UnsentStaff {
            act: unsent.act,
            sheet: unsent.sheet,
            faults,
        }))
    }

    /// Who can stand in for somebody: whoever works in their unit or above it and has not left.
    pub(crate) async fn possible_deputies(&self, person: &Person) -> anyhow::Result<Vec<Member>> {
        let (house, now) = (self.house(), self.now());
        let all = staff::listed(self.store.read(), now).await?;
        let fit = all
            .iter()
            .filter(|other| can_stand_in(&house, person, &other.person));
        Ok(fit.map(|other| shown(&house, other)).collect())
    }
}

/// Whether somebody can stand in for somebody else.
pub(super) fn can_stand_in(house: &House, person: &Person, other: &Person) -> bool {
    let organisation = &house.organisation;
    let at_or_above = || match organisation.unit(&person.unit) {
        Some(unit) => organisation
            .upwards(unit)
            .any(|above| above.code == other.unit),
        None => other.unit == person.unit,
    };
    other.left_at.is_none() && other.id != person.id && at_or_above()
}

/// Whether somebody is found by a part of their login, their name or their unit's.
pub(super) fn matches(house: &House, person: &Person, sought: &str) -> bool {
    let unit = unit_name(house, &person.unit);
    let mut texts = [
        &person.login,
        &person.name,
        &person.unit,
        &unit.zh_hans,
        &unit.zh_hant,
        &unit.en,
    ]
    .into_iter();
    sought.is_empty() || texts.any(|text| text.to_lowercase().contains(sought))
}

fn shown(house: &House, listed: &Listed) -> Member {
    let person = &listed.person;
    Member {
        id: person.id.clone(),
        login: person.login.clone(),
        name: person.name.clone(),
        unit: unit_name(house, &person.unit),
        department: department_name(house, &person.department),
        role: person.role,
        left_at: person.left_at,
        away_until: listed.away_until,
        second: listed.second,
        once_until: listed.once_until,
    }
}

/// Every unit and department there is.
fn places(house: &House) -> Places {
    let organisation = &house.organisation;
    let units = organisation.units.iter();
    let departments = organisation.departments.iter();
    Places {
        units: units.map(|it| (it.code.clone(), it.name.clone())).collect(),
        departments: departments
            .map(|it| (it.code.clone(), it.name.clone()))
            .collect(),
    }
}
