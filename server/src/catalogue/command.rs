//! `onefront check`: says what is wrong with a catalogue, one finding a line, or what it holds.

use crate::{
    catalogue::{Finding, House, against::orphans, load},
    store::{Database, Store},
};
use std::{path::Path, process::ExitCode};

/// Checks a folder, or the built-in demo operator; findings go to standard error.
pub fn check(dir: Option<&Path>) -> ExitCode {
    match load(dir) {
        Ok(house) => {
            println!("{}", summary(&house));
            ExitCode::SUCCESS
        }
        Err(findings) => {
            eprint!("{}", report(&findings));
            ExitCode::FAILURE
        }
    }
}

/// The same, and what open work of a store it would take the ground from under.
///
/// # Errors
/// When the store cannot be read.
pub async fn check_against(dir: Option<&Path>, database: &Database) -> anyhow::Result<ExitCode> {
    let house = match load(dir) {
        Ok(house) => house,
        Err(findings) => {
            eprint!("{}", report(&findings));
            return Ok(ExitCode::FAILURE);
        }
    };
    println!("{}", summary(&house));
    let orphans = orphans(&house, &Store::look(database).await?).await?;
    for orphan in &orphans {
        eprintln!("{orphan}");
    }
    Ok(match orphans.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// A good catalogue in one line.
pub fn summary(house: &House) -> String {
    let front = &house.front;
    let symptoms: usize = front
        .products
        .iter()
        .map(|product| product.symptoms.len())
        .sum();
    format!(
        "The catalogue of {} is in order: {} products, {} topics, {symptoms} symptoms, {} districts, \
         {} units, {} departments (version {}).",
        front.operator.name.en,
        front.products.len(),
        front.topics.len(),
        house.serving.len(),
        house.organisation.units.len(),
        house.organisation.departments.len(),
        house.version,
    )
}

/// Findings, one a line, with their number at the end.
pub fn report(findings: &[Finding]) -> String {
    let lines: String = findings
        .iter()
        .map(|finding| format!("{finding}\n"))
        .collect();
    let things = if findings.len() == 1 {
        "thing"
    } else {
        "things"
    };
    format!(
        "{lines}{} {things} to mend; the catalogue is refused.\n",
        findings.len()
    )
}
