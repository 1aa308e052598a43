//! `places.toml`: every district is served by a city's unit, and can be found by its initials.

use crate::catalogue::{
    checks::{codes, organisation::cities, references::known},
    files::Files,
    finding::Finding,
    source::Read,
};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read { source, says: file } = &files.places;
    codes::unique(
        source,
        "province",
        file.provinces.iter().map(|one| &one.code),
        findings,
    );
    codes::unique(source, "city", file.cities().map(|one| &one.code), findings);
    codes::unique(
        source,
        "district",
        file.districts().map(|one| &one.code),
        findings,
    );

    let units: Vec<_> = cities(&files.organisation.says.units).collect();
    for city in file.cities() {
        if let Some(unit) = &city.unit {
            known(source, "city unit", unit, &units, findings);
        }
        for district in &city.districts {
            match &district.unit {
                Some(unit) => known(source, "city unit", unit, &units, findings),
                None if city.unit.is_none() => {
                    let problem =
                        format!("no unit serves the district `{}`", district.code.get_ref());
                    let allowed = format!(
                        "unit = one of {}, here or at the city",
                        super::references::list(&units)
                    );
                    findings.push(source.finding(&district.code.span(), problem, allowed));
                }
                None => {}
            }
            let initials = district.initials.get_ref();
            if initials.is_empty() || !initials.bytes().all(|byte| byte.is_ascii_lowercase()) {
                let problem = format!("`{initials}` cannot be typed as initials");
                findings.push(source.finding(
                    &district.initials.span(),
                    problem,
                    "a-z, one for each character",
                ));
            }
        }
    }
}
