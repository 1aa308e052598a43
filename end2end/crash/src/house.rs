//! A server of its own with everything it needs, in a folder that goes away: data, a site, a
//! catalogue in which every department's back office is the receiver. The receiver outlives the
//! server, as a back office would.

use crate::disk::Shim;
use anyhow::{Context, bail, ensure};
use receiver::{Log, Manner, Receiver};
use reqwest::Url;
use sqlx::{Connection, PgConnection};
use std::{
    fs::{self, File},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// What is tried.
#[derive(Clone, Debug)]
pub struct Binaries {
    /// The server.
    pub onefront: PathBuf,
    /// The catalogue to begin from.
    pub catalogue: PathBuf,
    /// A PostgreSQL in which databases can be made.
    pub postgres: Option<String>,
}

/// See the module.
#[derive(Debug)]
pub struct House {
    /// The back office.
    pub receiver: Receiver,
    binaries: Binaries,
    settings: Vec<(&'static str, String)>,
    /// Where the store is, if it is no file.
    database: Option<String>,
    folder: TempDir,
}

/// A server that runs, or did.
#[derive(Debug)]
pub struct Server {
    /// Where it is reached.
    pub url: String,
    child: Child,
    log: PathBuf,
}

/// However slow the machine: what takes longer than this does not come.
pub const PATIENCE: Duration = Duration::from_secs(60);
const AGAIN: Duration = Duration::from_millis(10);

impl House {
    /// An empty house.
    pub async fn build(binaries: &Binaries) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        for inner in ["disk", "site/pkg", "catalogue/services", "shim"] {
            fs::create_dir_all(folder.path().join(inner))?;
        }
        let site = folder.path().join("site");
        for file in ["pkg/s.css", "pkg/a.js"] {
            fs::write(site.join(file), "")?;
        }
        let list = r#"{"style.css": "/pkg/s.css", "awake.js": "/pkg/a.js"}"#;
        fs::write(site.join("assets.json"), list)?;
        copy_catalogue(&binaries.catalogue, &folder.path().join("catalogue"))?;
        let log = Log::in_file(&folder.path().join("receiver.log"))?;
        Ok(Self {
            receiver: Receiver::start(Manner::Standard, log).await?,
            binaries: binaries.clone(),
            settings: Vec::new(),
            database: None,
            folder,
        })
    }

    /// With its store in a new database of PostgreSQL, which several servers can share. The database
    /// goes away with the PostgreSQL it is in.
    pub async fn shared(mut self) -> anyhow::Result<Self> {
        let postgres = self.binaries.postgres.as_ref();
        let postgres = postgres.context("no PostgreSQL: run it by `make crash`")?;
        let mut making = PgConnection::connect(postgres).await?;
        sqlx::raw_sql("create database crash")
            .execute(&mut making)
            .await?;
        making.close().await?;
        let mut address = Url::parse(postgres)?;
        address.set_path("crash");
        self.database = Some(address.to_string());
        Ok(self.with("ONEFRONT_DATABASE_URL", address.as_str()))
    }

    /// With one more setting, by its full name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.settings.push((name, value.to_owned()));
        self
    }

    /// A shim before everything the server keeps. The data folder is not there yet: a power cut may
    /// come before the first start is over.
    pub fn shim(&self) -> anyhow::Result<Shim> {
        Shim::new(&self.folder.path().join("shim"), &self.disk())
    }

    /// The store's file.
    pub fn store(&self) -> PathBuf {
        self.disk().join("data/onefront.db")
    }

    /// Whether the store is a file.
    pub const fn is_file(&self) -> bool {
        self.database.is_none()
    }

    /// The store's address.
    pub fn address(&self) -> String {
        let file = || format!("sqlite:{}", self.store().display());
        self.database.clone().unwrap_or_else(file)
    }

    fn disk(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    /// Starts a server on what is there, once the back office has done all that a server before it
    /// had asked for: it finds by asking what arrived, not what is still on its way.
    pub async fn start(&self, shim: Option<&Shim>) -> anyhow::Result<Server> {
        until("a back office that is done", async || {
            anyhow::Ok(!is_busy(port(&self.receiver.url())?)?)
        })
        .await?;
        self.launch(shim)
    }

    /// Starts another server on what is there, whatever the others are doing.
    pub fn launch(&self, shim: Option<&Shim>) -> anyhow::Result<Server> {
        let log = self.folder.path().join("onefront.log");
        let out = File::options().create(true).append(true).open(&log)?;
        let address = format!("127.0.0.1:{}", free_port()?);
        let url = format!("http://{address}");
        let mut command = Command::new(&self.binaries.onefront);
        // Settings of the person who runs the test must not leak into the server under test.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("ONEFRONT_") {
                command.env_remove(name);
            }
        }
        command
            .args(["serve", "--site"])
            .arg(self.folder.path().join("site"))
            .current_dir(self.folder.path())
            .env("ONEFRONT_ADDR", &address)
            .env("ONEFRONT_PUBLIC_URL", &url)
            .env("ONEFRONT_METRICS_ADDR", "")
            .env("ONEFRONT_WORLD", "empty")
            // What is told to nobody is no loss: the files that stand in for mail are not synced.
            .env("ONEFRONT_MAIL", "off")
            .env("ONEFRONT_SMS", "off")
            .env("ONEFRONT_DATA", self.disk().join("data"))
            .env("ONEFRONT_CATALOGUE", self.folder.path().join("catalogue"))
            .env("ONEFRONT_CONNECTORS__TICKETS__KIND", "tmf621")
            .env(
                "ONEFRONT_CONNECTORS__TICKETS__HTTP__URL",
                self.receiver.url(),
            )
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out);
        if let Some(shim) = shim {
            shim.before(&mut command);
        }
        let child = command.spawn();
        let child = child.with_context(|| self.binaries.onefront.display().to_string())?;
        Ok(Server { url, child, log })
    }
}

impl Server {
    /// Waits until it takes work. Says `false` if it died before that.
    pub async fn is_ready(&mut self) -> anyhow::Result<bool> {
        let ready = format!("{}/readyz", self.url);
        let client = reqwest::Client::builder().no_proxy().build()?;
        let begun = Instant::now();
        loop {
            if client
                .get(&ready)
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return Ok(true);
            }
            if self.child.try_wait()?.is_some() {
                return Ok(false);
            }
            ensure!(
                begun.elapsed() < PATIENCE,
                "it is not ready:\n{}",
                self.last_words()
            );
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// Waits until it takes work, and fails if it never does.
    pub async fn ready(mut self) -> anyhow::Result<Self> {
        if self.is_ready().await? {
            return Ok(self);
        }
        bail!("it did not start:\n{}", self.last_words())
    }

    /// Waits until it has died by itself.
    pub async fn died(&mut self) -> anyhow::Result<ExitStatus> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            ensure!(begun.elapsed() < PATIENCE, "it does not die");
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// Whether it is alive.
    pub fn runs(&mut self) -> anyhow::Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    /// Kills it as `kill -9` does.
    pub fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// The end of what it has written.
    pub fn last_words(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be dead already.
        let _dead = self.kill();
    }
}

/// Asks again and again until something is so.
pub async fn until<F>(what: &str, mut is_so: impl FnMut() -> F) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<bool>>,
{
    let begun = Instant::now();
    while !is_so().await? {
        ensure!(begun.elapsed() < PATIENCE, "never came: {what}");
        tokio::time::sleep(AGAIN).await;
    }
    Ok(())
}

/// A copy in which everything that went to the desk goes to the receiver.
fn copy_catalogue(from: &Path, to: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() {
            copy_catalogue(&path, &to.join(name))?;
            continue;
        }
        let mut text = fs::read_to_string(&path)?;
        if name == "organisation.toml" {
            let changed = text.replace("connector = \"desk\"", "connector = \"tickets\"");
            ensure!(
                changed != text,
                "{}: no department uses the desk",
                path.display()
            );
            text = format!("{TICKETS}\n{changed}");
        }
        fs::write(to.join(name), text)?;
    }
    Ok(())
}

const TICKETS: &str = r#"
[[connectors]]
code = "tickets"
kind = "tmf621"
name = { zh-Hans = "崩溃测试接收端", zh-Hant = "崩潰測試接收端", en = "Crash test receiver" }
"#;

fn port(url: &str) -> anyhow::Result<u16> {
    let port = url
        .split(['/', ':'])
        .filter_map(|part| part.parse::<u16>().ok())
        .next_back();
    port.context("an address with a port")
}

/// Whether anybody is connected to this port, or left something there that is not read yet.
fn is_busy(port: u16) -> anyhow::Result<bool> {
    const LISTENS: &str = "0A";
    const GONE: &str = "06";
    let table = fs::read_to_string("/proc/net/tcp")?;
    let here = format!(":{port:04X}");
    Ok(table.lines().any(|line| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        columns.get(1).is_some_and(|local| local.ends_with(&here))
            && columns
                .get(3)
                .is_some_and(|state| ![LISTENS, GONE].contains(state))
    }))
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
