//! The service catalogue: the operator's own files, read at the start and found good or refused.
//! What the front may see of them goes into `app::catalogue`; the rest stays in `House`.
//! Which way a case goes is asked of `routing`, how time runs of `clock`.
//!
//! Findings come in three waves: the shape and the texts of each file, then codes and references,
//! then what only the whole can answer. A later wave makes sense once the earlier is in order.

pub mod against;
mod built_in;
mod checks;
pub mod command;
mod files;
mod finding;
mod folder;
pub mod house;
mod making;
mod shape;
mod shelf;
mod source;
mod texts;

#[cfg(test)]
mod tests;

pub use finding::Finding;
pub use house::House;
pub use shelf::Shelf;

use folder::Folder;
use std::path::Path;

/// Reads a catalogue from a folder, or the demo operator that is part of the binary.
pub fn load(dir: Option<&Path>) -> Result<House, Vec<Finding>> {
    load_from(Folder::of(dir))
}

fn load_from(folder: Folder<'_>) -> Result<House, Vec<Finding>> {
    let files = files::read(folder)?;
    none(checks::of_files(&files))?;
    let house = making::house(&files);
    none(checks::of_house(&files, &house))?;
    Ok(house)
}

/// Findings are a refusal; none is a pass.
fn none(findings: Vec<Finding>) -> Result<(), Vec<Finding>> {
    if findings.is_empty() {
        Ok(())
    } else {
        Err(findings)
    }
}
