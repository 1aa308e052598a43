//! `onefront audit`: whether what happened is still told as it was written, and a head to hold
//! against it later. It looks only: a server may go on meanwhile.

use crate::store::{
    Database, Store,
    audit::{self, Exported},
};
use anyhow::Context;
use clap::Subcommand;
use std::{path::PathBuf, process::ExitCode};

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Asked {
    /// Walk every case's chain and the chain of days; names the case and the event of each fault.
    Verify {
        /// A head that was exported earlier: the days up to it must still be the same.
        #[arg(long)]
        head: Option<PathBuf>,
    },
    /// Print the newest day's head, to be kept somewhere else.
    Head,
}

impl Asked {
    /// Answers on standard output; a fault fails the program.
    ///
    /// # Errors
    /// When the store cannot be read, or the exported head is none.
    pub async fn answer(self, database: Database) -> anyhow::Result<ExitCode> {
        let pool = Store::look(&database).await?;
        match self {
            Self::Head => {
                let newest = audit::newest(&pool).await?;
                let newest = newest.context("no day has been closed yet; nothing to export")?;
                println!("{}", serde_json::to_string(&Exported::from(newest))?);
                Ok(ExitCode::SUCCESS)
            }
            Self::Verify { head } => {
                let exported = head.map(|file| {
                    let text = std::fs::read_to_string(&file)
                        .with_context(|| format!("cannot read {}", file.display()))?;
                    serde_json::from_str::<Exported>(&text)
                        .with_context(|| format!("{}: not a head", file.display()))
                });
                let exported = exported.transpose()?;
                let (walked, faults) = audit::verify(&pool, exported.as_ref()).await?;
                for fault in &faults {
                    println!("{fault}");
                }
                println!(
                    "{} events and {} days looked at, {} faults",
                    walked.events,
                    walked.periods,
                    faults.len()
                );
                Ok(match faults.is_empty() {
                    true => ExitCode::SUCCESS,
                    false => ExitCode::FAILURE,
                })
            }
        }
    }
}
