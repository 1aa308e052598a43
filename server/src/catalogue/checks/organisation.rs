//! `organisation.toml`: one tree with one head, and every reference in it finds its target.

use crate::catalogue::{
    checks::{
        codes, cycles,
        references::known,
        services::{calendar, length},
    },
    files::Files,
    finding::Finding,
    house::{ConnectorKind, Level},
    shape::organisation::{DepartmentShape, OrganisationFile, UnitShape},
    source::{Read, Source},
};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read { source, says: file } = &files.organisation;
    codes::unique(
        source,
        "connector",
        file.connectors.iter().map(|one| &one.code),
        findings,
    );
    codes::unique(
        source,
        "department",
        file.departments.iter().map(|one| &one.code),
        findings,
    );
    codes::unique(
        source,
        "unit",
        file.units.iter().map(|one| &one.code),
        findings,
    );
    codes::unique(
        source,
        "duty",
        file.duties.iter().map(|one| &one.code),
        findings,
    );
    codes::unique(
        source,
        "shop",
        file.shops.iter().map(|one| &one.code),
        findings,
    );
    references(files, source, file, findings);
    let calendars = files.calendars.says.calendars.iter();
    let calendars: Vec<_> = calendars.map(|one| one.code.get_ref()).collect();
    for one in &file.departments {
        length(source, &one.answers, &calendars, findings);
        length(source, &one.target, &calendars, findings);
    }
    for open in file.shops.iter().filter_map(|shop| shop.open.as_ref()) {
        calendar(source, open, &calendars, findings);
    }

    let parents: Vec<_> = file
        .units
        .iter()
        .map(|unit| (&unit.code, unit.parent.iter().collect()))
        .collect();
    cycles::none(source, "units", &parents, findings);
    let deputies: Vec<_> = file
        .duties
        .iter()
        .map(|duty| (&duty.code, duty.deputy.iter().collect()))
        .collect();
    cycles::none(source, "deputies", &deputies, findings);
    one_head(source, &file.units, findings);
    for unit in &file.units {
        stands_below_its_parent(source, unit, &file.units, findings);
    }
}

fn references(
    files: &Files,
    source: &Source,
    file: &OrganisationFile,
    findings: &mut Vec<Finding>,
) {
    let kinds = ConnectorKind::ALL.map(ConnectorKind::code);
    let connectors: Vec<_> = file
        .connectors
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    let departments: Vec<_> = file
        .departments
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    let units: Vec<_> = file.units.iter().map(|one| one.code.get_ref()).collect();
    let duties: Vec<_> = file.duties.iter().map(|one| one.code.get_ref()).collect();
    let cities: Vec<_> = cities(&file.units).collect();
    let places: Vec<_> = files
        .places
        .says
        .districts()
        .map(|one| one.code.get_ref())
        .collect();

    for connector in &file.connectors {
        known(
            source,
            "kind of connector",
            &connector.kind,
            &kinds,
            findings,
        );
    }
    for department in &file.departments {
        known(
            source,
            "connector",
            &department.connector,
            &connectors,
            findings,
        );
    }
    for parent in file.units.iter().filter_map(|unit| unit.parent.as_ref()) {
        known(source, "unit", parent, &units, findings);
    }
    let at_headquarters =
        |department: &&DepartmentShape| department.levels.contains(&Level::Headquarters);
    let leading: Vec<_> = file
        .departments
        .iter()
        .filter(at_headquarters)
        .map(|one| one.code.get_ref())
        .collect();
    for duty in &file.duties {
        // A case from nowhere has an owner too, and that is at headquarters.
        known(
            source,
            "department at headquarters",
            &duty.department,
            &leading,
            findings,
        );
        if let Some(deputy) = &duty.deputy {
            known(source, "duty", deputy, &duties, findings);
        }
    }
    for shop in &file.shops {
        known(source, "city unit", &shop.unit, &cities, findings);
        known(source, "place", &shop.place, &places, findings);
    }
    for exception in &file.exceptions {
        known(source, "unit", &exception.unit, &units, findings);
        known(
            source,
            "department",
            &exception.department,
            &departments,
            findings,
        );
        known(
            source,
            "connector",
            &exception.connector,
            &connectors,
            findings,
        );
    }
}

/// The codes of the units that serve districts and have shops.
pub fn cities(units: &[UnitShape]) -> impl Iterator<Item = &String> {
    let cities = units
        .iter()
        .filter(|unit| *unit.level.get_ref() == Level::City);
    cities.map(|unit| unit.code.get_ref())
}

fn one_head(source: &Source, units: &[UnitShape], findings: &mut Vec<Finding>) {
    let mut heads = units
        .iter()
        .filter(|unit| *unit.level.get_ref() == Level::Headquarters);
    if heads.next().is_none() {
        let problem = "there is no headquarters";
        findings.push(source.finding(&(0..0), problem, "one unit with level = \"headquarters\""));
    }
    for second in heads {
        let problem = "there is a second headquarters";
        findings.push(source.finding(&second.level.span(), problem, "one unit of this level"));
    }
}

fn stands_below_its_parent(
    source: &Source,
    unit: &UnitShape,
    units: &[UnitShape],
    findings: &mut Vec<Finding>,
) {
    let level = *unit.level.get_ref();
    let Some(parent) = &unit.parent else {
        if level != Level::Headquarters {
            let problem = format!("the unit `{}` has no parent", unit.code.get_ref());
            findings.push(source.finding(
                &unit.code.span(),
                problem,
                "a parent for each unit but headquarters",
            ));
        }
        return;
    };
    let above = units
        .iter()
        .find(|one| one.code.get_ref() == parent.get_ref());
    if above.is_some_and(|above| *above.level.get_ref() <= level) {
        let problem = format!("the parent of a unit of level {level} stands no higher");
        findings.push(source.finding(&parent.span(), problem, "a unit of a higher level"));
    }
}
