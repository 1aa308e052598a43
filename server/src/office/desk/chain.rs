//! What can be chosen for a case: the departments of its units from the city upwards, the colleagues
//! who could answer for it, and what is checked before it is said to be done.

use super::rights::{department_name, unit_name};
use crate::{
    catalogue::{
        House,
        house::{Department as Known, Unit},
    },
    office::{Office, refuse},
    store::{
        desk::{self, CaseRow},
        staff::{self, Person},
    },
};
use app::{
    case::{language::Text, reference::Reference},
    desk::{Chain, ChainOffice, Colleague, Department, Receiver},
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

#[async_trait]
impl ChainOffice for Office {
    async fn chain(&self, staff: &Token, reference: Reference) -> Result<Chain, Refusal> {
        self.read_chain(staff, reference).await.map_err(refuse)
    }
}

impl Office {
    async fn read_chain(&self, staff: &Token, reference: Reference) -> anyhow::Result<Chain> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let case = desk::case(pool, &reference.to_string(), &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let owner = case.owner_staff_id.as_deref();
        let near = near(&house, &case);
        let mut colleagues = staff::working_here(pool).await?;
        colleagues
            .retain(|person| Some(person.id.as_str()) != owner && near.contains(&person.unit));
        // Department by department, the nearest unit first; in each as they come, by name.
        let order = |person: &Person| {
            let unit = near.iter().position(|unit| *unit == person.unit);
            let departments = &house.organisation.departments;
            let known = |department: &Known| department.code == person.department;
            (unit, departments.iter().position(known))
        };
        colleagues.sort_by_key(order);
        let colleagues = colleagues.into_iter();
        Ok(Chain {
            departments: departments(&house, &case),
            colleagues: colleagues.map(|person| colleague(&house, person)).collect(),
            checks: checks(&house, &case),
        })
    }
}

/// The unit that serves the customer, and those above it.
fn departments(house: &House, case: &CaseRow) -> Vec<Department> {
    let organisation = &house.organisation;
    let serving = case.about.place.as_ref();
    let serving = serving.and_then(|place| house.serving.get(place));
    let unit = serving.unwrap_or(&case.owner_of.0);
    let unit = organisation
        .unit(unit)
        .unwrap_or_else(|| organisation.root());
    departments_of(house, organisation.upwards(unit))
}

/// Every department of some units, unit by unit.
pub(super) fn departments_of<'h>(
    house: &'h House,
    units: impl Iterator<Item = &'h Unit>,
) -> Vec<Department> {
    let in_unit = |unit: &'h Unit| {
        let there = house.organisation.departments.iter();
        let there = there.filter(|department| department.exists_at(unit.level));
        there.map(|department| Department {
            code: Receiver {
                unit: unit.code.clone(),
                department: department.code.clone(),
            }
            .code(),
            unit: unit.name.clone(),
            department: department.name.clone(),
            needs: department.needs.clone(),
        })
    };
    units.flat_map(in_unit).collect()
}

/// The unit that has the duty to answer for a case and those above it: who works there can.
fn near(house: &House, case: &CaseRow) -> Vec<String> {
    let organisation = &house.organisation;
    let unit = organisation.unit(&case.owner_of.0);
    let unit = unit.unwrap_or_else(|| organisation.root());
    let upwards = organisation.upwards(unit);
    upwards.map(|unit| unit.code.clone()).collect()
}

fn colleague(house: &House, person: Person) -> Colleague {
    let works_in = Receiver {
        unit: person.unit.clone(),
        department: person.department.clone(),
    };
    Colleague {
        works_in: works_in.code(),
        department: department_name(house, &person.department),
        unit: unit_name(house, &person.unit),
        login: person.login,
        name: person.name,
    }
}

/// What the service of the case is checked for.
fn checks(house: &House, case: &CaseRow) -> Vec<Text> {
    let by_topic = || house.service_of_topic(case.about.topic.as_ref()?);
    let by_product = || house.service_of_product(case.about.product.as_ref()?);
    let service = by_topic().or_else(by_product);
    service
        .map(|service| service.checked.before_done.clone())
        .unwrap_or_default()
}
