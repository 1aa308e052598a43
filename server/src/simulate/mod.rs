//! A month of a city's life, and more cities beside it: thousands of cases through the real office,
//! on a clock of its own and a store that is thrown away. Customers ask, departments take, pause,
//! pass on, decline and finish; promises break and are raised; at the end the chain's figures are
//! told, and whether everything that must hold of it does.
//!
//! The same seed gives the same life and the same print. Nothing of it is a measurement of speed,
//! and it writes nothing of its own into any table but who works there.

mod city;
pub mod command;
mod customers;
mod departments;
mod figures;
mod inspection;
mod mornings;

pub use figures::Figures;

use city::City;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{cmp::Reverse, collections::BinaryHeap};

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
/// Midnight in Beijing, Monday 2 March 2026: weeks of work, a holiday, no jump of the clock there.
const BEGIN: i64 = 1_772_380_800_000_000;

/// What is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// So many days.
    pub days: u32,
    /// So many cases.
    pub cases: u32,
    /// What chance begins with.
    pub seed: u64,
}

/// What happens at a moment; of what happens at the same one, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Promises are watched.
    Watch,
    /// What time alone brings about, and who looks at what was raised.
    Morning,
    /// A customer comes.
    Open(u32),
    /// Something goes on about a case.
    Case(u32),
}

/// Lives through a plan, and tells what came of it.
///
/// # Errors
/// When the store fails, or something is refused that must not be.
pub async fn simulate(plan: Plan) -> anyhow::Result<Figures> {
    let mut city = City::found(plan.seed, BEGIN).await?;
    let mut turns = BinaryHeap::new();
    let end = BEGIN + i64::from(plan.days) * DAY;
    let mut chance = StdRng::seed_from_u64(plan.seed);
    // Nobody comes on the last day: what came in is seen at work.
    let last = (end - DAY).max(BEGIN + 1);
    for n in 0..plan.cases {
        turns.push(Reverse((chance.random_range(BEGIN..last), Turn::Open(n))));
    }
    for hour in 1..=i64::from(plan.days) * 24 {
        turns.push(Reverse((BEGIN + hour * HOUR, Turn::Watch)));
    }
    for day in 0..i64::from(plan.days) {
        turns.push(Reverse((BEGIN + day * DAY + 9 * HOUR, Turn::Morning)));
    }
    while let Some(Reverse((at, turn))) = turns.pop() {
        if at > end {
            break;
        }
        city.set_clock(at);
        let next = match turn {
            Turn::Watch => {
                city.watch().await?;
                None
            }
            Turn::Morning => {
                city.morning().await?;
                None
            }
            Turn::Open(n) => Some((n, city.open(n).await?)),
            Turn::Case(n) => city.go_on(n).await?.map(|next| (n, next)),
        };
        if let Some((n, next)) = next {
            turns.push(Reverse((next, Turn::Case(n))));
        }
    }
    city.set_clock(end);
    city.figures(plan).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A week in which enough happens.
    const WEEK: Plan = Plan {
        days: 7,
        cases: 150,
        seed: 7,
    };

    #[tokio::test]
    async fn everything_that_must_hold_of_the_chain_holds_and_everything_happens() {
        let figures = simulate(WEEK).await.unwrap();
        assert_eq!(figures.wrong, [] as [String; 0], "{figures}");
        let told = figures.to_string();
        let happened = [
            "accept",
            "decline",
            "finish",
            "pass",
            "pause",
            "go-on",
            "promise",
            "reply",
            "answers",
            "confirmed",
            "reopened",
            "acknowledge",
        ];
        for what in happened {
            let n = figures.done.get(what).copied().unwrap_or(0);
            assert!(n > 0, "{what} never happened: {told}");
        }
        for share in [50, 80, 100, 150, 200] {
            assert!(figures.raised.contains_key(&share), "{share}: {told}");
        }
        assert_eq!(figures.states.values().sum::<i64>(), 150);
        assert!(
            figures.kept > 0 && figures.broken > 0 && figures.bounces > 0,
            "{told}"
        );
        let holders: Vec<_> = figures.held.keys().copied().collect();
        assert_eq!(holders, ["customer", "leg", "offer", "owner", "pause"]);
        assert!(
            figures.departments.len() > 4,
            "all of the house is at work: {told}"
        );
        let tenths: u32 = shares(&told, "the customers' time was");
        assert_eq!(tenths, 1000, "{told}");
    }

    /// What the shares under a heading sum to, in tenths of a per cent.
    fn shares(told: &str, heading: &str) -> u32 {
        let lines = told.split(heading).nth(1).unwrap().lines().skip(1);
        lines
            .take_while(|line| line.contains('%'))
            .map(|line| {
                let share = line.split_whitespace().nth(1).unwrap();
                share.replace('.', "").parse::<u32>().unwrap()
            })
            .sum()
    }

    #[tokio::test]
    async fn the_same_seed_is_the_same_life_and_another_is_another() {
        let plan = Plan {
            days: 3,
            cases: 40,
            seed: 3,
        };
        let first = simulate(plan).await.unwrap().to_string();
        assert_eq!(first, simulate(plan).await.unwrap().to_string());
        let other = Plan { seed: 4, ..plan };
        assert_ne!(first, simulate(other).await.unwrap().to_string());
    }
}
