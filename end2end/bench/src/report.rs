//! What was measured, as the tables of BENCHMARKS.md, and whether the aims hold.

use crate::{
    load::share,
    measure::{Beside, Sent},
};
use std::time::Duration;

/// A page asked for should be answered this often, as a share of the limit.
const PAGES: f64 = 0.40;
/// A submission likewise.
const SUBMISSIONS: f64 = 0.50;
/// At half load 99 of 100 submissions take no longer.
const SUBMITTED: Duration = Duration::from_millis(50);
/// What an idle program may hold, in KiB.
const IDLE: u64 = 64 * 1024;
/// When the first page must be there.
const STARTED: Duration = Duration::from_millis(300);

/// Everything that was measured.
#[derive(Debug)]
pub struct Report {
    /// Pages by name, each with what it weighs as sent and unpacked.
    pub pages: Vec<(String, (usize, usize), Vec<Beside>)>,
    /// Submissions.
    pub sent: Vec<Sent>,
    /// KiB: at rest after the start, and the most under load.
    pub memory: (u64, u64),
    /// Starts on an empty folder and on a filled one, shortest first.
    pub starts: (Vec<Duration>, Vec<Duration>),
}

/// An aim, and what was reached.
struct Aim {
    what: String,
    reached: String,
    wanted: String,
    holds: bool,
}

impl Report {
    /// Prints it, and says whether every aim holds.
    pub fn print(&self) -> bool {
        println!(
            "\n| | /s | limit /s | ratio | p50 | p99 | half load p50 | p99 | limit p50 | p99 |"
        );
        println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (name, _, taken) in &self.pages {
            row(name, middle(taken, Beside::ratio));
        }
        let sent = middle(&self.sent, |sent| sent.beside.ratio());
        row("submissions", &sent.beside);
        println!();
        for (name, (sent, unpacked), _) in &self.pages {
            println!("- `{name}`: {unpacked} bytes, {sent} as sent");
        }
        println!(
            "- a submission writes {:.1} rows; there were {} to a commit",
            sent.rows, sent.group
        );
        println!("- every run's ratios: {}", self.ratios());
        println!("\n| aim | wanted | reached | holds |\n|---|---|---|---|");
        let aims = self.aims(sent);
        for aim in &aims {
            let holds = if aim.holds { "yes" } else { "**no**" };
            println!(
                "| {} | {} | {} | {holds} |",
                aim.what, aim.wanted, aim.reached
            );
        }
        aims.iter().all(|aim| aim.holds)
    }

    fn ratios(&self) -> String {
        let list = |ratios: Vec<f64>| {
            let ratios: Vec<_> = ratios.into_iter().map(percent).collect();
            ratios.join(" ")
        };
        let pages = self.pages.iter().map(|(name, _, taken)| {
            let ratios = taken.iter().map(Beside::ratio).collect();
            format!("`{name}` {}", list(ratios))
        });
        let sent = self.sent.iter().map(|sent| sent.beside.ratio()).collect();
        let sent = format!("submissions {}", list(sent));
        pages.chain([sent]).collect::<Vec<_>>().join("; ")
    }

    fn aims(&self, sent: &Sent) -> Vec<Aim> {
        let of_limit = |what: &str, ratio: f64, wanted: f64| Aim {
            what: what.to_owned(),
            reached: percent(ratio),
            wanted: format!("at least {} of the limit", percent(wanted)),
            holds: ratio >= wanted,
        };
        let within = |what: &str, taken: Duration, wanted: Duration| Aim {
            what: what.to_owned(),
            reached: millis(taken),
            wanted: format!("at most {}", millis(wanted)),
            holds: taken <= wanted,
        };
        let (idle, most) = self.memory;
        let pages = self.pages.iter().map(|(name, _, taken)| {
            let ratio = middle(taken, Beside::ratio).ratio();
            of_limit(&format!("pages, `{name}`"), ratio, PAGES)
        });
        pages
            .chain([
                of_limit("durable submissions", sent.beside.ratio(), SUBMISSIONS),
                within(
                    "a submission at half load, p99",
                    sent.beside.half.percentile(99),
                    SUBMITTED,
                ),
                Aim {
                    what: "resident when idle".to_owned(),
                    reached: format!("{} MiB (most under load: {})", idle / 1024, most / 1024),
                    wanted: format!("at most {} MiB", IDLE / 1024),
                    holds: idle <= IDLE,
                },
                within(
                    "first 200 on an empty folder",
                    median(&self.starts.0),
                    STARTED,
                ),
                within(
                    "first 200 on a filled folder",
                    median(&self.starts.1),
                    STARTED,
                ),
            ])
            .collect()
    }
}

fn row(name: &str, taken: &Beside) {
    let Beside { full, half, limit } = taken;
    let times = [full, half, limit].map(|it| {
        format!(
            "{} | {}",
            millis(it.percentile(50)),
            millis(it.percentile(99))
        )
    });
    println!(
        "| `{name}` | {:.0} | {:.0} | {} | {} |",
        full.rate,
        limit.rate,
        percent(taken.ratio()),
        times.join(" | ")
    );
}

/// The run whose figure lies in the middle.
fn middle<T>(taken: &[T], figure: impl Fn(&T) -> f64) -> &T {
    let mut sorted: Vec<&T> = taken.iter().collect();
    sorted.sort_by(|a, b| figure(a).total_cmp(&figure(b)));
    sorted[sorted.len() / 2]
}

fn median(sorted: &[Duration]) -> Duration {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn percent(ratio: f64) -> String {
    format!("{:.0} %", ratio * 100.0)
}

fn millis(time: Duration) -> String {
    let micros = usize::try_from(time.as_micros()).unwrap_or(usize::MAX);
    format!("{:.2} ms", share(micros, 1000))
}
