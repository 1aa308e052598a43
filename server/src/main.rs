//! The binary `onefront`: what it can be asked to do, and nothing of how.

use clap::{Parser, Subcommand};
use server::catalogue;
use std::{path::PathBuf, process::ExitCode};

/// One front to the customer, one chain behind it.
#[derive(Parser)]
#[command(version)]
struct Onefront {
    #[command(subcommand)]
    command: Option<Command>,
    /// The site folder; without it the folder `site` beside the program.
    #[arg(long, global = true)]
    site: Option<PathBuf>,
    /// A file of settings, read before the environment.
    #[arg(long, global = true, env = "ONEFRONT_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the house (what happens without a command too).
    Serve,
    /// Check the catalogue: every fault with its file, line, key and what is allowed.
    Check,
}

#[tokio::main]
async fn main() -> ExitCode {
    let asked = Onefront::parse();
    let done = match asked.command.unwrap_or(Command::Serve) {
        Command::Check => {
            return catalogue::command::check(
                std::env::var_os("ONEFRONT_CATALOGUE")
                    .map(PathBuf::from)
                    .as_deref(),
            );
        }
        Command::Serve => server::serve::serve(asked.site).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("onefront: {error:#}");
            ExitCode::FAILURE
        }
    }
}
