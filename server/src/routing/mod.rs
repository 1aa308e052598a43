//! Routing: which unit, which department, over which connector, with which legs, under which
//! promise, and who answers for it. Pure: the same case and the same catalogue always give the
//! same route, with the rule that decided. Nothing here is carried anywhere; that is `outbox`.

pub mod command;
mod explain;
mod route;

#[cfg(test)]
mod tests;

pub use route::{Owner, PlannedLeg, Promised, Route, Sample, Subject, route, route_from};
