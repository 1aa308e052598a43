//! What somebody may. Rights follow the tree of units: each sees their own and what lies below it.
//! Front and specialists see their department's work, coordinators and managers every department
//! of their units, administrators everything.

use crate::{
    catalogue::House,
    store::{desk::Reach, staff::Person},
};
use app::{
    case::language::Text,
    desk::{Me, Role},
};

/// Somebody at the desk.
#[derive(Clone, Debug)]
pub(crate) struct Seat {
    /// Who.
    pub person: Person,
    /// What they may see.
    pub reach: Reach,
    /// What stands in the store for their session.
    pub token_hash: String,
    unit: Text,
    department: Text,
}

impl Seat {
    /// By the catalogue as it is now.
    pub(crate) fn new(house: &House, person: Person, token_hash: String, now: i64) -> Self {
        Self {
            reach: Reach {
                at: now,
                ..reach(house, &person)
            },
            token_hash,
            unit: unit_name(house, &person.unit),
            department: department_name(house, &person.department),
            person,
        }
    }

    /// For the page's frame.
    pub(crate) fn me(self) -> Me {
        Me {
            name: self.person.name,
            role: self.person.role,
            unit: self.unit,
            department: self.department,
        }
    }

    /// Whether they decide what others may only see.
    pub(crate) fn decides(&self) -> bool {
        match self.person.role {
            Role::Front | Role::Specialist => false,
            Role::Coordinator | Role::Manager | Role::Administrator => true,
        }
    }

    /// How they are named in a case's log.
    pub(crate) fn actor(&self) -> String {
        format!("staff:{}", self.person.id)
    }
}

/// What somebody may see, by their role and the tree of units.
pub(crate) fn reach(house: &House, person: &Person) -> Reach {
    let department = match person.role {
        Role::Front | Role::Specialist => Some(person.department.clone()),
        Role::Coordinator | Role::Manager => None,
        Role::Administrator => return Reach::default(),
    };
    let organisation = &house.organisation;
    let below = organisation.units.iter().filter(|unit| {
        let mut above = organisation.upwards(unit);
        above.any(|unit| unit.code == person.unit)
    });
    let mut units: Vec<_> = below.map(|unit| unit.code.clone()).collect();
    // A unit that the catalogue does not know any more still has its people and their cases.
    if units.is_empty() {
        units.push(person.unit.clone());
    }
    Reach {
        units: Some(units),
        department,
        ..Reach::default()
    }
}

/// A unit's name, or its code once the catalogue knows it no more.
pub(crate) fn unit_name(house: &House, code: &str) -> Text {
    let unit = house.organisation.unit(code);
    unit.map_or_else(|| bare(code), |unit| unit.name.clone())
}

/// A department's name, or its code once the catalogue knows it no more.
pub(crate) fn department_name(house: &House, code: &str) -> Text {
    let department = house.organisation.department(code);
    department.map_or_else(|| bare(code), |department| department.name.clone())
}

/// A connector's name, or its code once the catalogue knows it no more.
pub(crate) fn connector_name(house: &House, code: &str) -> Text {
    let connector = house.organisation.connector(code);
    connector.map_or_else(|| bare(code), |connector| connector.name.clone())
}

/// A duty's name, or its code once the catalogue knows it no more.
pub(crate) fn duty_name(house: &House, code: &str) -> Text {
    let duty = house.organisation.duty(code);
    duty.map_or_else(|| bare(code), |duty| duty.name.clone())
}

/// A name that only its code is left of.
pub(in crate::office) fn bare(code: &str) -> Text {
    Text {
        zh_hans: code.to_owned(),
        zh_hant: code.to_owned(),
        en: code.to_owned(),
    }
}
