//! The crash test: submits journeys to the built server through its real forms, kills it at random
//! moments, alone and as one of two, takes what it had not synced off its disk, fills the disk, locks the store, and looks
//! each time at what is left: what was acknowledged is there, once, whole, and once at the back
//! office. Nothing here is part of what is released, and nothing waits for a length of time.

use anyhow::Context;
use clap::Parser;
use house::Binaries;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{path::PathBuf, process::ExitCode};

mod crowd;
mod customer;
mod disk;
mod house;
mod inspection;
mod tally;
mod trials;

/// Kills the server, cuts its power, fills its disk, and looks at what is left.
#[derive(Parser)]
struct Asked {
    /// How often the server dies in each trial.
    #[arg(long, default_value_t = 4)]
    rounds: u32,
    /// Where the dice begin; without it a new place each time, which is printed.
    #[arg(long)]
    seed: Option<u64>,
    /// The server; without it the one beside this program.
    #[arg(long)]
    onefront: Option<PathBuf>,
    /// A PostgreSQL in which databases can be made.
    #[arg(long, env = "ONEFRONT_TEST_DATABASE", hide_env_values = true)]
    postgres: Option<String>,
    /// The catalogue to begin from.
    #[arg(long, default_value = "server/catalogue")]
    catalogue: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let asked = Asked::parse();
    let seed = asked.seed.unwrap_or_else(|| rand::rng().random());
    match run(asked, seed).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crash: {error:#}\n(again with --seed {seed})");
            ExitCode::FAILURE
        }
    }
}

async fn run(asked: Asked, seed: u64) -> anyhow::Result<()> {
    println!("seed {seed}, {} rounds", asked.rounds);
    let onefront = match asked.onefront {
        Some(onefront) => onefront,
        None => std::env::current_exe()?.with_file_name("onefront"),
    };
    let binaries = Binaries {
        onefront,
        catalogue: asked.catalogue,
        postgres: asked.postgres,
    };
    let mut dice = StdRng::seed_from_u64(seed);
    let (rounds, dice) = (asked.rounds, &mut dice);
    trials::killed::run(&binaries, rounds, dice)
        .await
        .context("killed under load")?;
    trials::shared::run(&binaries, rounds, dice)
        .await
        .context("two servers on one PostgreSQL")?;
    trials::power::full(&binaries, rounds, dice)
        .await
        .context("power cut")?;
    trials::power::normal(&binaries, rounds, dice)
        .await
        .context("power cut, synchronous=NORMAL")?;
    trials::full::run(&binaries, dice)
        .await
        .context("disk full")?;
    trials::locked::run(&binaries).await.context("store locked")
}
