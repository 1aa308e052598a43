//! What was measured, and whether it holds.

use std::time::Duration;

/// The last may take at most so many times as long as the first.
const RATIO: f64 = 1.5;
/// Nineteen of twenty are there after so long.
const MOST: Duration = Duration::from_millis(100);

/// How long a page took.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    p50: Duration,
    p95: Duration,
}

impl Taken {
    /// Of every time it was looked at.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self {
            p50: times[times.len() / 2],
            p95: times[times.len() * 95 / 100],
        }
    }
}

/// A row for each page, a column for each size.
pub struct Table {
    sizes: Vec<usize>,
    rows: Vec<(String, Vec<Taken>)>,
}

impl Table {
    /// Of nothing yet.
    pub fn new(sizes: &[usize]) -> Self {
        Self {
            sizes: sizes.to_vec(),
            rows: Vec::new(),
        }
    }

    /// A page at every size. Said at once, as all of it takes long.
    pub fn add(&mut self, name: &str, taken: Vec<Taken>) {
        eprintln!("   {}", line(name, &taken));
        self.rows.push((name.to_owned(), taken));
    }

    /// Everything, and what it comes to.
    pub fn print(&self) {
        let heads = self.sizes.iter().map(|cases| format!("{cases} p50 | p95"));
        let heads: Vec<_> = heads.collect();
        println!("| page | {} | last / first |", heads.join(" | "));
        println!("|---|{}---:|", "---:|---:|".repeat(self.sizes.len()));
        for (name, taken) in &self.rows {
            println!("{}", line(name, taken));
        }
        let ratios = self.rows.iter().map(|(_, taken)| ratio(taken));
        let ratios = ratios.fold(0.0, f64::max);
        let all = self.rows.iter().flat_map(|(_, taken)| taken);
        let slowest = all.map(|taken| taken.p95).max().unwrap_or_default();
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
}

fn line(name: &str, taken: &[Taken]) -> String {
    let millis = |it: Duration| format!("{:.1} ms", it.as_secs_f64() * 1000.0);
    let cells: Vec<_> = taken
        .iter()
        .map(|taken| format!("{} | {}", millis(taken.p50), millis(taken.p95)))
        .collect();
    format!("| {name} | {} | {:.2} |", cells.join(" | "), ratio(taken))
}

fn ratio(taken: &[Taken]) -> f64 {
    match (taken.first(), taken.last()) {
        (Some(first), Some(last)) => last.p50.as_secs_f64() / first.p50.as_secs_f64(),
        _ => 0.0,
    }
}
