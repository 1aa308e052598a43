//! Whether what the files say makes sense. `of_files` asks what can be asked of each code and
//! reference as it was written; `of_house` asks what only the whole can answer, and is asked once
//! the first are in order. The shape of a file and its translations were settled before both.

mod brand;
mod calendars;
mod clock;
mod codes;
mod cycles;
mod inner_names;
mod operator;
mod organisation;
mod places;
mod promises;
mod references;
mod routes;
mod services;
mod span;
mod surveys;
mod templates;
mod tiers;

pub use calendars::{calendar, named};

use crate::catalogue::{files::Files, finding::Finding, house::House};

/// What is wrong with the files, each for itself and with each other.
pub fn of_files(files: &Files) -> Vec<Finding> {
    let mut findings = Vec::new();
    operator::check(files, &mut findings);
    organisation::check(files, &mut findings);
    places::check(files, &mut findings);
    calendars::check(files, &mut findings);
    clock::check(files, &mut findings);
    tiers::check(files, &mut findings);
    surveys::check(files, &mut findings);
    templates::check(files, &mut findings);
    services::check(files, &mut findings);
    findings
}

/// What is wrong with the whole.
pub fn of_house(files: &Files, house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    brand::check(files, house, &mut findings);
    routes::check(files, house, &mut findings);
    promises::check(files, house, &mut findings);
    inner_names::check(files, house, &mut findings);
    findings
}
