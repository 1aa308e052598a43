//! Load on one server: so many connections, each asking again as soon as it is answered (full
//! load), or at fixed moments whatever the answers take (part of the load). It shares the machine
//! with the server, so that what it costs is part of every figure, the limits' too.

use crate::line::{Ask, Line};
use anyhow::ensure;
use axum::http::StatusCode;
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::{task::JoinSet, time::sleep_until};

/// What is asked, one after the other, by whichever connection is free; nothing ends the load.
pub type Supply = Arc<dyn Fn() -> Option<Ask> + Send + Sync>;

/// The same page until a time is over.
pub fn the_same(ask: Ask, long: Duration) -> Supply {
    let end = Instant::now() + long;
    Arc::new(move || (Instant::now() < end).then(|| ask.clone()))
}

/// Each of these once.
pub fn each(asks: Vec<Ask>) -> Supply {
    let left = Mutex::new(asks.into_iter());
    Arc::new(move || {
        left.lock()
            .expect("nothing fails while this is held")
            .next()
    })
}

/// What was measured.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Answers in a second.
    pub rate: f64,
    /// How long each took, shortest first.
    times: Vec<Duration>,
}

impl Figures {
    /// From how long each took, and all of them together.
    pub fn new(mut times: Vec<Duration>, passed: Duration) -> Self {
        times.sort_unstable();
        Self {
            rate: share(times.len(), 1) / passed.as_secs_f64(),
            times,
        }
    }

    /// How many were measured.
    pub fn many(&self) -> usize {
        self.times.len()
    }

    /// So many of a hundred took no longer.
    pub fn percentile(&self, percent: usize) -> Duration {
        let last = self.times.len().saturating_sub(1);
        self.times
            .get(last * percent / 100)
            .copied()
            .unwrap_or_default()
    }
}

/// A part of a whole; both are counts of what was done here, millions at most.
pub fn share(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    f64::from(part) / f64::from(whole)
}

/// Asks over so many connections, and demands this status of every answer. With a rate, each
/// connection asks at its own fixed moments.
///
/// # Errors
/// When an answer is another one, or a connection breaks.
pub async fn run(
    address: SocketAddr,
    connections: u32,
    rate: Option<f64>,
    expected: StatusCode,
    supply: Supply,
) -> anyhow::Result<Figures> {
    let mut lines = Vec::new();
    for _ in 0..connections {
        lines.push(Line::open(address).await?);
    }
    let begun = Instant::now();
    let mut driving = JoinSet::new();
    for (number, line) in (0..).zip(lines) {
        let pace = rate.map(|rate| Pace::new(begun, f64::from(connections), number, rate));
        driving.spawn(drive(line, pace, expected, supply.clone()));
    }
    let mut times = Vec::new();
    while let Some(driven) = driving.join_next().await {
        times.extend(driven??);
    }
    Ok(Figures::new(times, begun.elapsed()))
}

async fn drive(
    mut line: Line,
    mut pace: Option<Pace>,
    expected: StatusCode,
    supply: Supply,
) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    loop {
        let due = match &mut pace {
            Some(pace) => pace.next().await,
            None => Instant::now(),
        };
        let Some(ask) = supply() else {
            return Ok(times);
        };
        let answer = line.ask(ask).await?;
        times.push(due.elapsed());
        ensure!(
            answer.status == expected,
            "answered with {} where {expected} was expected",
            answer.status
        );
    }
}

/// The moments at which one connection asks.
struct Pace {
    next: Instant,
    every: Duration,
}

impl Pace {
    fn new(begun: Instant, connections: f64, number: u32, rate: f64) -> Self {
        let every = Duration::from_secs_f64(connections / rate);
        Self {
            next: begun + every.mul_f64(f64::from(number) / connections),
            every,
        }
    }

    /// Waits for the next moment, and says from when on the answer is waited for: from that moment
    /// if the connection was still busy then, so that a slow answer is not hidden behind a late
    /// question; else from now, as the timer's own lateness is no server's fault.
    async fn next(&mut self) -> Instant {
        let due = self.next;
        self.next += self.every;
        if due <= Instant::now() {
            return due;
        }
        sleep_until(due.into()).await;
        Instant::now()
    }
}
