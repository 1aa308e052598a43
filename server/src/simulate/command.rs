//! `onefront simulate`: lives through a month and prints what came of it.

use super::{Plan, simulate};
use clap::Args;
use std::process::ExitCode;

/// What is to be simulated.
#[derive(Debug, Args)]
pub struct Asked {
    /// So many days.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=366))]
    days: u32,
    /// So many cases.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    cases: u32,
    /// What chance begins with; the same gives the same print.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Asked {
    /// Answers on standard output; a failure when something does not hold that must.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn answer(self) -> anyhow::Result<ExitCode> {
        let Self { days, cases, seed } = self;
        let living = tokio::task::spawn_blocking(move || {
            on_one_processor();
            tokio::runtime::Builder::new_current_thread()
                // There is no network, and waiting for one would cost a call of the system each time.
                .enable_time()
                .build()?
                .block_on(simulate(Plan { days, cases, seed }))
        });
        let figures = living.await??;
        print!("{figures}");
        Ok(match figures.wrong.is_empty() {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        })
    }
}

/// One thing happens after the other, so one processor is enough for this thread and for those that
/// it begins. Each statement is handed to a connection's thread and back; waking another processor
/// for it costs more than the statement.
fn on_one_processor() {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{CpuSet, sched_getcpu, sched_setaffinity};
        let mut one = CpuSet::new();
        one.set(sched_getcpu());
        // Where it is not allowed, it only takes longer.
        let _allowed = sched_setaffinity(None, &one);
    }
}
