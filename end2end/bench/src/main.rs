//! `make bench`: what the released program does in a second, each figure beside what the machine
//! could do at most, in the same run. It measures; nothing here is part of the product.

use anyhow::Context;
use clap::Parser;
use program::Release;
use report::Report;
use std::{path::PathBuf, process::ExitCode, time::Duration};

mod bare;
mod form;
mod journey;
mod line;
mod load;
mod measure;
mod mirror;
mod program;
mod report;

/// Measures the released program.
#[derive(Parser)]
struct Asked {
    /// The released binary.
    #[arg(long, default_value = "dist/onefront")]
    program: PathBuf,
    /// Its site folder.
    #[arg(long, default_value = "dist/site")]
    site: PathBuf,
    /// How often each figure is taken; the run in the middle is shown.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// For how many seconds a page is asked for.
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// How many submissions are sent at full load.
    #[arg(long, default_value_t = 3000)]
    submissions: usize,
    /// Fail when an aim is missed.
    #[arg(long)]
    strict: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let asked = Asked::parse();
    let report = measured(&asked).await?;
    let holds = report.print();
    Ok(if holds || !asked.strict {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn measured(asked: &Asked) -> anyhow::Result<Report> {
    let amount = measure::Amount {
        runs: asked.runs.max(1),
        long: Duration::from_secs(asked.seconds.max(1)),
        submissions: asked.submissions.max(2),
    };
    let release = Release {
        program: asked
            .program
            .canonicalize()
            .context("no program: make build")?,
        site: asked.site.canonicalize().context("no site: make build")?,
    };
    // Beside the program, because a folder for temporary files may be no disk at all.
    let beside = release.program.parent().context("no folder")?;
    let folder = tempfile::tempdir_in(beside)?;
    let data = folder.path().join("filled");

    say("journeys");
    let program = release.start(&data).await?;
    let mut journeys = Vec::new();
    for base in ["/enquiry", "/fault"] {
        journeys.push(journey::Journey::walk(program.address, base).await?);
    }
    let visitor = journeys[1].prepare(program.address, 1).await?;
    let cookie = visitor
        .first()
        .context("nobody")?
        .headers
        .get("cookie")
        .cloned();

    let mut pages = Vec::new();
    for (name, path) in [("/", "/"), ("a fault step", "/fault/symptom")] {
        say(name);
        let mut ask = line::Ask::page(path)?.from(0);
        if name != "/"
            && let Some(cookie) = &cookie
        {
            ask.headers.insert("cookie", cookie.clone());
        }
        let weight = measure::weight(&program, ask.clone()).await?;
        pages.push((
            name.to_owned(),
            weight,
            measure::page(&program, ask, amount).await?,
        ));
    }

    say("submissions");
    let read = program.resident()?.1;
    let (sent, program) =
        measure::submissions(&release, program, folder.path(), &journeys, amount).await?;

    say("memory and starts");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = program.resident()?.0;
    program.stop().await?;
    let starts = measure::starts(&release, folder.path(), 5).await?;
    Ok(Report {
        pages,
        memory: (
            idle,
            sent.iter().map(|sent| sent.memory).fold(read, u64::max),
        ),
        sent,
        starts,
    })
}

/// Where the bench is, for whoever waits.
fn say(what: &str) {
    eprintln!("bench: {what}");
}
