//! The binary `onefront`: what it can be asked to do, and nothing of how.

use anyhow::bail;
use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use server::{
    audit, catalogue,
    config::Config,
    demo, kiosk_config, kiosk_empty, kiosk_watch, office, routing,
    serve::{open, serve},
    simulate,
    store::{Database, backup},
};
use std::{path::PathBuf, process::ExitCode};

/// A page is made of thousands of small pieces; the system's allocator takes a quarter of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// One front to the customer, one chain behind it.
#[derive(Parser)]
#[command(version)]
struct Onefront {
    #[command(subcommand)]
    command: Option<Command>,
    /// The site folder; without it the folder `site` beside the program.
    #[arg(long, global = true)]
    site: Option<PathBuf>,
    /// A file of settings, read before the environment (or ONEFRONT_CONFIG).
    #[arg(long, global = true)]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the house; what happens without a command, too.
    Serve,
    /// Check settings and catalogue: every fault with file, line, key and what is allowed.
    Check {
        /// Look also at the store that the settings name: what open work would the catalogue leave
        /// without its department, duty or subject?
        #[arg(long)]
        against: bool,
    },
    /// Fill an empty store with a world: demo.
    Seed {
        /// The world's name.
        world: String,
    },
    /// Write a whole copy of the store to a file; the server may go on.
    Backup {
        /// The file, which must not be there yet.
        to: PathBuf,
    },
    /// Put a copy in the place of the store; the server must be stopped.
    Restore {
        /// The copy.
        from: PathBuf,
    },
    /// Whether what happened is still told as it was written.
    #[command(subcommand)]
    Audit(audit::Asked),
    /// Make the index anew by which cases are found at the desk; the server may go on.
    Reindex,
    /// Manage staff: add, list, set-password, move, leave, reset-totp.
    Staff(office::StaffAsked),
    /// Live through a month of made-up cases, and print the chain's figures.
    Simulate(simulate::command::Asked),
    /// Say which way a case would go, and which rule decides.
    Route(routing::command::Asked),
    /// Write what a Debian machine needs to become a kiosk of this front.
    KioskConfig(kiosk_config::Asked),
    /// Take what waits out of the profile of a kiosk that will never be online again.
    KioskEmpty(kiosk_empty::Asked),
    /// On a kiosk: run its browser, and tell systemd that it lives as long as it paints.
    KioskWatch(kiosk_watch::Asked),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Onefront::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("onefront: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(asked: Onefront) -> anyhow::Result<ExitCode> {
    let mut config = Config::load(asked.config.as_deref())?;
    config.site = asked.site.or(config.site);
    match asked.command.unwrap_or(Command::Serve) {
        Command::Serve => {
            server::telemetry::start(config.mode)?;
            serve(config).await?;
        }
        Command::Check { against: false } => {
            return Ok(catalogue::command::check(config.catalogue.as_deref()));
        }
        Command::Check { against: true } => {
            let database = Database::of(&config)?;
            return catalogue::command::check_against(config.catalogue.as_deref(), &database).await;
        }
        Command::Seed { world } if world == "demo" => demo::settle(&open(&config).await?.0).await?,
        Command::Seed { world } => bail!("{world}: no such world; there is: demo"),
        Command::Backup { .. } | Command::Restore { .. } if config.database.is_some() => {
            bail!("the store is in PostgreSQL: use pg_dump --format=custom and pg_restore")
        }
        Command::Backup { to } => backup::backup(&config.data, &to).await?,
        Command::Restore { from } => backup::restore(&from, &config.data).await?,
        Command::Audit(asked) => return asked.answer(Database::of(&config)?).await,
        Command::Reindex => {
            let found = server::office::reindex(&open(&config).await?.0).await?;
            println!("{found} cases can be found");
        }
        Command::Staff(asked) => println!("{}", asked.answer(&open(&config).await?.0).await?),
        Command::Simulate(asked) => return asked.answer().await,
        Command::KioskConfig(asked) => return asked.answer(&config.public_url),
        Command::KioskEmpty(asked) => return asked.answer(&config.public_url),
        Command::KioskWatch(asked) => return asked.answer(),
        Command::Route(sample) => return Ok(sample.answer(config.catalogue.as_deref())),
    }
    Ok(ExitCode::SUCCESS)
}
