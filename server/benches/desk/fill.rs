//! Fills a store with cases as a few years leave them: most of them closed, one in twenty at work,
//! spread over the units and departments of the catalogue. Which case is what is decided here; the
//! same each time.

use crate::{
    house::{House, NOW},
    rows::{Case, HOUR, Index, Tables},
    text::said,
    write,
};
use anyhow::Context;
use app::desk::Role;
use rand::{Rng, SeedableRng, rngs::StdRng};

/// Cases written in one transaction.
const PORTION: usize = 20_000;
/// So many are at work, and as many were done lately, where whoever is measured works.
const FULL: usize = 150;
/// Of the rest, one case in so many is at work.
const AT_WORK: usize = 20;
const YEARS: i64 = 2 * 365 * 24 * HOUR;

/// Who is measured: somebody of a department of a city, who sees every department of the city, of
/// its province, and everything.
pub const LOGINS: [&str; 4] = ["specialist", "manager", "coordinator", "administrator"];

/// Fills the house; says how many parts are to be done.
pub async fn fill(house: &House, cases: usize) -> anyhow::Result<usize> {
    let catalogue = house.office.shelf.current();
    let organisation = &catalogue.organisation;
    let units = &organisation.units;
    let city = units.last().context("a catalogue with units")?;
    let province = organisation.upwards(city).nth(1);
    let province = province.context("a city lies in a province")?;
    let departments = ["customer-service", "network-operation", "marketing"];
    let seats = [
        (&city.code, Role::Specialist),
        (&city.code, Role::Manager),
        (&province.code, Role::Coordinator),
        (&organisation.root().code, Role::Administrator),
    ];
    let mut staff = Vec::new();
    for (login, (unit, role)) in LOGINS.into_iter().zip(seats) {
        staff.push(house.employ(login, unit, departments[0], role).await?);
    }
    let me = staff[0].as_str();
    let topic = catalogue.front.topics.first().context("a topic")?;
    let mut random = StdRng::seed_from_u64(20_261_126);
    let mut index = Index::default();
    let mut open = 0;
    for begin in (0..cases).step_by(PORTION) {
        let mut tables = Tables::default();
        for n in begin..(begin + PORTION).min(cases) {
            // Whoever is measured has full pages, and finds full pages, however few cases there are.
            let (theirs, lately) = (n < FULL, (FULL..2 * FULL).contains(&n));
            let at_work = theirs || (!lately && n % AT_WORK == 0);
            // What is at work came in within the last days; the rest, over the years.
            let opened = match (at_work, lately) {
                (true, _) => NOW - random.random_range(0..96) * HOUR - n as i64,
                (_, true) => NOW - random.random_range(48..480) * HOUR - n as i64,
                _ => NOW - YEARS + n as i64 * (YEARS / cases as i64),
            };
            let (unit, department) = match theirs || lately {
                true => (city, departments[0]),
                false => (
                    &units[random.random_range(0..units.len())],
                    departments[random.random_range(0..departments.len())],
                ),
            };
            let case = Case {
                n,
                opened,
                state: match (at_work, theirs, random.random_range(0..10)) {
                    (false, ..) => "closed",
                    (_, true, 0..=4) | (_, _, 0) => "waiting",
                    (.., 5..=7) => "received",
                    _ => "working",
                },
                unit: &unit.code,
                department,
                topic: &topic.code,
                // Over the years somebody has answered for many.
                owner: (theirs && n % 6 == 0 || !at_work && n % 200 == 7).then_some(me),
                text: said(&mut random, theirs.then_some(n)),
                number: format!("+86139{:08}", random.random_range(0..100_000_000_u32)),
            };
            open += tables.add(&case, &mut index);
        }
        write::cases(&house.office.store, tables).await?;
    }
    write::index(&house.office.store, index).await?;
    Ok(open)
}
