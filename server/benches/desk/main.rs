//! `make bench-desk`: how long the server takes for a page of the desk, with a thousand, a hundred
//! thousand and a million cases behind it. Pages are asked for one after the other, in this process
//! and without a network, so what is measured is the server's own time. Timings need a quiet
//! machine; nothing of this is part of the tests.

use anyhow::Context;
use fill::{Filled, fill};
use house::House;
use std::time::{Duration, Instant};

mod fill;
mod house;
mod text;

/// How often each page is asked for, after it was asked for some times unmeasured.
const TIMES: usize = 60;
const BEFORE: usize = 5;
/// The last may take at most so many times as long as the first.
const RATIO: f64 = 1.5;
/// Nineteen of twenty are there after so long.
const MOST: Duration = Duration::from_millis(100);

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
    let mut table: Vec<(String, Vec<Taken>)> = Vec::new();
    for cases in &sizes {
        let house = House::open().await?;
        let begun = Instant::now();
        let filled = fill(&house, *cases).await?;
        eprintln!(
            "== {cases} cases, {} parts to do: filled in {:.0?}",
            filled.open,
            begun.elapsed()
        );
        for (name, taken) in measure(&house, &filled).await? {
            eprintln!("   {name}: p50 {:.1?}, p95 {:.1?}", taken.p50, taken.p95);
            match table.iter_mut().find(|(known, _)| *known == name) {
                Some((_, row)) => row.push(taken),
                None => table.push((name, vec![taken])),
            }
        }
    }
    print(&sizes, &table);
    Ok(())
}

/// How long a page took.
#[derive(Clone, Copy, Debug)]
struct Taken {
    p50: Duration,
    p95: Duration,
}

async fn measure(house: &House, filled: &Filled) -> anyhow::Result<Vec<(String, Taken)>> {
    let mut measured = Vec::new();
    for login in ["specialist", "coordinator", "administrator"] {
        let mut person = house.sign_in(login).await?;
        for (name, path) in [
            ("queue", "/desk"),
            ("queue, late", "/desk?show=late"),
            ("queue, waiting", "/desk?show=waiting"),
            ("queue, done", "/desk?show=done"),
        ] {
            let taken = times(house, &mut person, |_| (path.to_owned(), None)).await?;
            measured.push((format!("{name}, {login}"), taken));
        }
        let first = person.get(house, "/desk?show=open").await?;
        if let Some(next) = first.split("rel=\"next\" href=\"").nth(1) {
            let next = next
                .split('"')
                .next()
                .context("an address")?
                .replace("&amp;", "&");
            let taken = times(house, &mut person, |_| (next.clone(), None)).await?;
            measured.push((format!("queue, second page, {login}"), taken));
        }
        let cases: Vec<_> = first
            .split("href=\"/desk/case/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|reference| format!("/desk/case/{reference}"))
            .collect();
        anyhow::ensure!(!cases.is_empty(), "{login} has no case to look at");
        let taken = times(house, &mut person, |n| {
            (cases[n % cases.len()].clone(), None)
        })
        .await?;
        measured.push((format!("case, {login}"), taken));
        for (name, typed) in &filled.questions {
            let taken = times(house, &mut person, |n| {
                (
                    "/desk/search".to_owned(),
                    Some(typed[n % typed.len()].clone()),
                )
            });
            measured.push((format!("search, {name}, {login}"), taken.await?));
        }
    }
    Ok(measured)
}

/// Asks for pages, and looks how long each took. What is looked for is typed before, unmeasured.
async fn times(
    house: &House,
    person: &mut house::Person,
    page: impl Fn(usize) -> (String, Option<String>),
) -> anyhow::Result<Taken> {
    let mut taken = Vec::new();
    for n in 0..BEFORE + TIMES {
        let (path, typed) = page(n);
        if let Some(typed) = typed {
            person
                .post(house, "/api/desk/search", &[("q", &typed)])
                .await?;
        }
        let begun = Instant::now();
        person.get(house, &path).await?;
        if n >= BEFORE {
            taken.push(begun.elapsed());
        }
    }
    taken.sort();
    Ok(Taken {
        p50: taken[TIMES / 2],
        p95: taken[TIMES * 95 / 100],
    })
}

fn print(sizes: &[usize], table: &[(String, Vec<Taken>)]) {
    let heads: Vec<_> = sizes
        .iter()
        .map(|cases| format!("{cases} p50 | p95"))
        .collect();
    println!("| page | {} | last / first |", heads.join(" | "));
    println!("|---|{}---:|", "---:|---:|".repeat(sizes.len()));
    let (mut ratios, mut slowest) = (0_f64, Duration::ZERO);
    for (name, row) in table {
        let millis = |it: Duration| format!("{:.1} ms", it.as_secs_f64() * 1000.0);
        let cells: Vec<_> = row
            .iter()
            .map(|taken| format!("{} | {}", millis(taken.p50), millis(taken.p95)))
            .collect();
        let ratio = match (row.first(), row.last()) {
            (Some(first), Some(last)) => last.p50.as_secs_f64() / first.p50.as_secs_f64(),
            _ => 0.0,
        };
        ratios = ratios.max(ratio);
        slowest = row
            .iter()
            .map(|taken| taken.p95)
            .fold(slowest, Duration::max);
        println!("| {name} | {} | {ratio:.2} |", cells.join(" | "));
    }
    let holds = |holds: bool| if holds { "yes" } else { "**no**" };
    println!(
        "\n- largest ratio {ratios:.2}, at most {RATIO}: {}",
        holds(ratios <= RATIO)
    );
    println!(
        "- slowest p95 {slowest:.1?}, at most {MOST:?}: {}",
        holds(slowest <= MOST)
    );
}
