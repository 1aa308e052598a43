//! What is measured, and in which order: each figure of the program directly before or after its
//! limit, several times over, so that whatever else the machine does falls on both.

use crate::{
    bare::Cases,
    journey::Journey,
    line::{Ask, Line},
    load::{Figures, each, run, the_same},
    mirror::Mirror,
    program::{Program, Release},
};
use anyhow::{Context, ensure};
use axum::http::StatusCode;
use std::{fs, path::Path, time::Duration};
use tokio::time::sleep;

/// How much of everything.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// How often each figure is taken.
    pub runs: usize,
    /// How long a page is asked for.
    pub long: Duration,
    /// How many submissions are sent at full load; half as many at half load.
    pub submissions: usize,
}

/// Customers who ask for pages at once.
pub const READING: u32 = 32;
/// Customers who send at once: as many as fit into one commit.
pub const SENDING: u32 = 64;

/// A figure beside its limit.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The program, as fast as it goes.
    pub full: Figures,
    /// The program at half of that.
    pub half: Figures,
    /// The limit, as fast as it goes.
    pub limit: Figures,
}

impl Beside {
    /// How much of the limit the program reaches.
    pub fn ratio(&self) -> f64 {
        self.full.rate / self.limit.rate
    }
}

/// A page, asked for again and again.
///
/// # Errors
/// When it is not shown.
pub async fn page(program: &Program, ask: Ask, amount: Amount) -> anyhow::Result<Vec<Beside>> {
    let answer = Line::open(program.address).await?.ask(ask.clone()).await?;
    ensure!(
        answer.status == StatusCode::OK,
        "{}: {}",
        ask.uri,
        answer.status
    );
    let mirror = Mirror::start(answer).await?;
    let load = |address, rate, long| {
        run(
            address,
            READING,
            rate,
            StatusCode::OK,
            the_same(ask.clone(), long),
        )
    };
    for address in [program.address, mirror.address] {
        load(address, None, amount.long / 4).await?;
    }
    let mut taken = Vec::new();
    for _ in 0..amount.runs {
        let full = load(program.address, None, amount.long).await?;
        let limit = load(mirror.address, None, amount.long).await?;
        let half = load(program.address, Some(full.rate / 2.0), amount.long).await?;
        taken.push(Beside { full, half, limit });
    }
    Ok(taken)
}

/// How many bytes of a page are sent, and how many they are unpacked.
///
/// # Errors
/// When it is not shown.
pub async fn weight(program: &Program, ask: Ask) -> anyhow::Result<(usize, usize)> {
    let mut line = Line::open(program.address).await?;
    let sent = line.ask(ask.clone()).await?.body.len();
    let page = line.ask(ask.unpacked()).await?.body;
    ensure!(page.ends_with(b"</html>"), "this is no whole page");
    Ok((sent, page.len()))
}

/// Submissions beside bare inserts of the same rows.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The figures.
    pub beside: Beside,
    /// How many submissions there were to a commit.
    pub group: usize,
    /// How many rows a submission writes.
    pub rows: f64,
    /// The most memory the program ever held until then, in KiB.
    pub memory: u64,
}

/// Submissions, half of them enquiries and half of them faults.
///
/// # Errors
/// When one is not taken.
pub async fn submissions(
    release: &Release,
    mut program: Program,
    folder: &Path,
    journeys: &[Journey],
    amount: Amount,
) -> anyhow::Result<(Vec<Sent>, Program)> {
    let data = folder.join("filled");
    let mut taken = Vec::new();
    for turn in 0..amount.runs {
        let ready = prepared(&program, journeys, amount.submissions).await?;
        let less = prepared(&program, journeys, amount.submissions / 2).await?;
        let before = program.commits().await?;
        let full = send(&program, None, ready).await?;
        let commits = program.commits().await? - before;
        // What the outbox still carries is work of the submissions before.
        settled(&program).await?;
        let half = send(&program, Some(full.rate / 2.0), less).await?;
        settled(&program).await?;
        let memory = program.resident()?.1;
        program.stop().await?;
        let cases = Cases::read(&data.join("onefront.db"), amount.submissions).await?;
        let group = full.many().div_ceil(commits.max(1));
        let bare = folder.join(format!("bare-{turn}"));
        fs::create_dir(&bare)?;
        let limit = cases.insert(&bare, group).await?;
        fs::remove_dir_all(&bare)?;
        taken.push(Sent {
            beside: Beside { full, half, limit },
            group,
            rows: cases.rows_each(),
            memory,
        });
        program = release.start(&data).await?;
    }
    Ok((taken, program))
}

async fn prepared(
    program: &Program,
    journeys: &[Journey],
    many: usize,
) -> anyhow::Result<Vec<Ask>> {
    let mut of_each = Vec::new();
    for journey in journeys {
        let share = many / journeys.len();
        of_each.push(journey.prepare(program.address, share).await?.into_iter());
    }
    let mut mixed = Vec::with_capacity(many);
    while let Some(asks) = of_each
        .iter_mut()
        .map(Iterator::next)
        .collect::<Option<Vec<_>>>()
    {
        mixed.extend(asks);
    }
    Ok(mixed)
}

async fn send(program: &Program, rate: Option<f64>, ready: Vec<Ask>) -> anyhow::Result<Figures> {
    run(
        program.address,
        SENDING,
        rate,
        StatusCode::SEE_OTHER,
        each(ready),
    )
    .await
}

/// Waits until the store is quiet.
async fn settled(program: &Program) -> anyhow::Result<()> {
    let mut before = program.commits().await?;
    loop {
        sleep(Duration::from_millis(300)).await;
        let now = program.commits().await?;
        if now == before {
            return Ok(());
        }
        before = now;
    }
}

/// How long the first 200 of `/` takes, shortest first: on an empty folder each time, and on one
/// that is filled.
///
/// # Errors
/// When it does not start.
pub async fn starts(
    release: &Release,
    folder: &Path,
    times: usize,
) -> anyhow::Result<(Vec<Duration>, Vec<Duration>)> {
    let (mut empty, mut filled) = (Vec::new(), Vec::new());
    for time in 0..times {
        for (data, taken) in [
            (folder.join(format!("empty-{time}")), &mut empty),
            (folder.join("filled"), &mut filled),
        ] {
            let program = release.start(&data).await.context("at a start")?;
            taken.push(program.first_answer);
            program.stop().await?;
        }
    }
    empty.sort_unstable();
    filled.sort_unstable();
    Ok((empty, filled))
}
