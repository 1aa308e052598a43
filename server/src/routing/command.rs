//! `onefront route --explain`: prints the way that a sample case would go.

use crate::{
    catalogue::House,
    routing::{Sample, route},
};

/// The route of a sample, in words. What the catalogue does not know is said first, because
/// routing itself takes everything.
pub fn explain(house: &House, sample: &Sample) -> String {
    let unknown = sample
        .unknown_to(house)
        .into_iter()
        .map(|what| format!("note: {what}"));
    let lines = unknown.chain(route(house, sample).explain());
    lines.map(|line| line + "\n").collect()
}
