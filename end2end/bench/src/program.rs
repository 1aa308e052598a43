//! The released program as a process, started as it runs for real: in production mode, behind a
//! proxy that tells who asks, with an empty world, its log in a file.

use crate::line::{Ask, HOST, Line};
use anyhow::{Context, bail, ensure};
use std::{
    fs::{self, File},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};
use tokio::{
    net::TcpListener,
    process::{Child, Command},
    time::sleep,
};

/// Whatever takes longer to start is broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a starting program is asked.
const AGAIN: Duration = Duration::from_millis(1);

/// What is started.
#[derive(Clone, Debug)]
pub struct Release {
    /// The binary.
    pub program: PathBuf,
    /// Its site folder.
    pub site: PathBuf,
}

/// A running one.
#[derive(Debug)]
pub struct Program {
    /// Where its pages are.
    pub address: SocketAddr,
    /// How long the first 200 of `/` took from before the process was made.
    pub first_answer: Duration,
    metrics: SocketAddr,
    child: Child,
}

impl Release {
    /// Starts it on a data folder and waits for its first page.
    ///
    /// # Errors
    /// When it ends, or does not answer in time.
    pub async fn start(&self, data: &Path) -> anyhow::Result<Program> {
        fs::create_dir_all(data)?;
        let (address, metrics) = (free_address().await?, free_address().await?);
        let log = File::create(data.join("log"))?;
        let key = format!("1:{:064x}", rand::random::<u128>());
        let settings = [
            ("ONEFRONT_MODE", "production".to_owned()),
            ("ONEFRONT_ADDR", address.to_string()),
            ("ONEFRONT_PUBLIC_URL", format!("https://{HOST}")),
            ("ONEFRONT_METRICS_ADDR", metrics.to_string()),
            ("ONEFRONT_DATA", data.display().to_string()),
            ("ONEFRONT_KEYS", key),
            ("ONEFRONT_TRUSTED_HOPS", "1".to_owned()),
        ];
        let own = std::env::vars().filter(|(name, _)| !name.starts_with("ONEFRONT_"));
        let begun = Instant::now();
        let child = Command::new(&self.program)
            .args(["serve", "--site"])
            .arg(&self.site)
            .current_dir(data)
            .env_clear()
            .envs(own)
            .envs(settings)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", self.program.display()))?;
        let mut program = Program {
            address,
            first_answer: Duration::ZERO,
            metrics,
            child,
        };
        while !program.answers().await? {
            ensure!(begun.elapsed() < PATIENCE, "the program does not answer");
            sleep(AGAIN).await;
        }
        program.first_answer = begun.elapsed();
        Ok(program)
    }
}

impl Program {
    async fn answers(&mut self) -> anyhow::Result<bool> {
        if let Some(status) = self.child.try_wait()? {
            bail!("the program ended with {status}; its log is in its data folder");
        }
        let Ok(mut line) = Line::open(self.address).await else {
            return Ok(false);
        };
        let answer = line.ask(Ask::page("/")?).await;
        Ok(answer.is_ok_and(|answer| answer.status.is_success()))
    }

    /// The memory that is resident, in KiB: now, and the most it ever was.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn resident(&self) -> anyhow::Result<(u64, u64)> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid()?))?;
        let size = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let size = line.and_then(|line| line.split_whitespace().next());
            anyhow::Ok(size.context("no size in /proc")?.parse()?)
        };
        Ok((size("VmRSS:")?, size("VmHWM:")?))
    }

    /// How many commits the store has made so far.
    ///
    /// # Errors
    /// When the figures cannot be read.
    pub async fn commits(&self) -> anyhow::Result<usize> {
        let mut line = Line::open(self.metrics).await?;
        let answer = line.ask(Ask::page("/metrics")?.unpacked()).await?;
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        let count = text
            .lines()
            .find_map(|line| line.strip_prefix("onefront_store_commit_seconds_count "));
        Ok(count.map_or(Ok(0), str::parse)?)
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Errors
    /// When it does not end well.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        let asked = Command::new("kill").arg(self.pid()?.to_string()).status();
        ensure!(asked.await?.success(), "the program could not be told");
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await??;
        ensure!(ended.success(), "the program ended with {ended}");
        Ok(())
    }

    fn pid(&self) -> anyhow::Result<u32> {
        self.child.id().context("the program has ended")
    }
}

async fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?)
}
