//! The organisation, and which unit serves which district.

use crate::catalogue::{
    checks::named,
    house::{Connector, ConnectorKind, Department, Duty, Exception, Organisation, Shop, Unit},
    making::inner::{Calendars, within},
    shape::{Code, organisation::OrganisationFile, places::PlacesFile},
};
use crate::clock::Calendar;
use std::{cmp::Reverse, collections::BTreeMap};

pub fn organisation(file: &OrganisationFile, calendars: &Calendars) -> Organisation {
    let mut units: Vec<_> = file
        .units
        .iter()
        .map(|unit| Unit {
            code: text(&unit.code),
            name: unit.name.clone(),
            level: *unit.level.get_ref(),
            parent: unit.parent.as_ref().map(text),
            zone: unit.zone.as_ref().map(text),
        })
        .collect();
    // The sort keeps the order of the file within a level, and brings headquarters to the front.
    units.sort_by_key(|unit| Reverse(unit.level));
    Organisation {
        units,
        departments: file
            .departments
            .iter()
            .map(|one| Department {
                code: text(&one.code),
                name: one.name.clone(),
                levels: one.levels.clone(),
                connector: text(&one.connector),
                answers: within(&one.answers, calendars),
                target: within(&one.target, calendars),
                needs: one.needs.clone(),
            })
            .collect(),
        shops: file
            .shops
            .iter()
            .map(|shop| Shop {
                code: text(&shop.code),
                name: shop.name.clone(),
                unit: text(&shop.unit),
                place: text(&shop.place),
                address: shop.address.clone(),
                hours: shop.hours.clone(),
                open: open(shop.open.as_ref(), calendars),
            })
            .collect(),
        duties: file
            .duties
            .iter()
            .map(|duty| Duty {
                code: text(&duty.code),
                name: duty.name.clone(),
                department: text(&duty.department),
                deputy: duty.deputy.as_ref().map(text),
            })
            .collect(),
        connectors: file
            .connectors
            .iter()
            .map(|one| Connector {
                code: text(&one.code),
                kind: ConnectorKind::from_code(one.kind.get_ref())
                    .expect("a connector of an unknown kind is refused"),
                name: one.name.clone(),
            })
            .collect(),
        exceptions: file
            .exceptions
            .iter()
            .map(|one| Exception {
                unit: text(&one.unit),
                department: text(&one.department),
                connector: text(&one.connector),
            })
            .collect(),
    }
}

/// Which city serves each district.
pub fn serving(file: &PlacesFile) -> BTreeMap<String, String> {
    file.cities()
        .flat_map(|city| {
            city.districts.iter().filter_map(|district| {
                let unit = district.unit.as_ref().or(city.unit.as_ref())?;
                Some((text(&district.code), text(unit)))
            })
        })
        .collect()
}

/// A code without its place in the file.
pub fn text(code: &Code) -> String {
    code.get_ref().clone()
}

/// When a shop is open: always, where nothing is said.
fn open(code: Option<&Code>, calendars: &Calendars) -> Calendar {
    code.map_or(Calendar::Elapsed, |code| {
        named(code.get_ref(), calendars).expect("a shop with an unknown calendar is refused")
    })
}
