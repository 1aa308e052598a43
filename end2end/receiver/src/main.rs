//! The receiver as a process: prints its address and serves until it is killed.

use anyhow::Context;
use clap::Parser;
use receiver::{Log, Manner, Receiver};
use std::{io::Write, net::SocketAddr, path::PathBuf};

/// A TMF621 v4 server for tests.
#[derive(Parser)]
struct Asked {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:0")]
    addr: SocketAddr,
    /// Where to keep what was applied, one line a change; it is read first if it is there.
    #[arg(long)]
    file: PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let asked = Asked::parse();
    let receiver =
        Receiver::start_at(asked.addr, Manner::Standard, Log::in_file(&asked.file)?).await?;
    // Whoever started it waits for this line.
    writeln!(std::io::stdout(), "{}", receiver.url()).context("nobody reads the address")?;
    receiver.wait().await;
    Ok(())
}
