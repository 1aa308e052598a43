//! `make bench-desk`: how long the server takes for a page of the desk, with a thousand, a hundred
//! thousand and a million cases behind it. Pages are asked for one after the other, in this process
//! and without a network, so what is measured is the server's own time. Each is asked for at every
//! size in turn, so that whatever else the machine does, it does to all of them. Nothing of this is
//! part of the tests.

use house::House;
use looking::Looker;
use std::time::{Duration, Instant};
use table::{Table, Taken};

mod fill;
mod ground;
mod house;
mod looking;
mod person;
mod rows;
mod table;
mod text;
mod write;

/// How often each page is asked for, after it was asked for some times unmeasured.
const TIMES: usize = 100;
const BEFORE: usize = 5;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    // `cargo bench` adds a word of its own.
    let asked: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let sizes = match asked.is_empty() {
        true => vec![1_000, 100_000, 1_000_000],
        false => asked,
    };
    let mut houses = Vec::new();
    for cases in &sizes {
        houses.push(House::open(*cases).await?);
    }
    let mut table = Table::new(&sizes);
    for login in fill::LOGINS {
        let mut lookers = Vec::new();
        for house in &houses {
            lookers.push(Looker::sign_in(house, login).await?);
        }
        for at in 0..lookers[0].looks.len() {
            let taken = measure(&mut lookers, at).await?;
            table.add(&format!("{}, {login}", lookers[0].looks[at].name), taken);
        }
    }
    table.print();
    Ok(())
}

/// How long a page takes for everybody who looks at it.
async fn measure(lookers: &mut [Looker<'_>], at: usize) -> anyhow::Result<Vec<Taken>> {
    let mut taken: Vec<Vec<Duration>> = lookers.iter().map(|_| Vec::new()).collect();
    for n in 0..BEFORE + TIMES {
        for (looker, taken) in lookers.iter_mut().zip(&mut taken) {
            // What is looked for is typed before, unmeasured.
            let path = looker.ready(at, n).await?;
            let begun = Instant::now();
            looker.look(&path).await?;
            if n >= BEFORE {
                taken.push(begun.elapsed());
            }
        }
    }
    Ok(taken.into_iter().map(Taken::of).collect())
}
