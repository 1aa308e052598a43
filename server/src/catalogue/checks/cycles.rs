//! Cycles: what waits for itself never begins, and a unit above itself has no head.

use crate::catalogue::{finding::Finding, shape::Code, source::Source};
use std::collections::{BTreeMap, BTreeSet};

/// One thing, and the things it points at.
pub type Arrows<'a> = (&'a Code, Vec<&'a Code>);

/// Tells of the first cycle among things that point at each other.
pub fn none(source: &Source, what: &str, arrows: &[Arrows<'_>], findings: &mut Vec<Finding>) {
    let graph: BTreeMap<&str, &Arrows<'_>> = arrows
        .iter()
        .map(|arrow| (arrow.0.get_ref().as_str(), arrow))
        .collect();
    let mut done = BTreeSet::new();
    for (start, _) in arrows {
        let mut path = Vec::new();
        if let Some(cycle) = follow(start.get_ref(), &graph, &mut path, &mut done) {
            let first = graph[cycle[0]].0;
            let round = [&cycle[..], &cycle[..1]].concat().join(" → ");
            let problem = format!("{what} go round in a circle: {round}");
            findings.push(source.finding(&first.span(), problem, "an order with a beginning"));
            return;
        }
    }
}

/// Walks on from one code; the answer is the circle it ran into.
fn follow<'a>(
    code: &'a str,
    graph: &BTreeMap<&'a str, &'a Arrows<'a>>,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<&'a str>> {
    if let Some(start) = path.iter().position(|one| *one == code) {
        return Some(path[start..].to_vec());
    }
    let (_, next) = graph.get(code)?;
    if done.contains(code) {
        return None;
    }
    path.push(code);
    let found = next
        .iter()
        .find_map(|next| follow(next.get_ref(), graph, path, done));
    path.pop();
    done.insert(code);
    found
}
