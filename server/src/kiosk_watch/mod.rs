//! `onefront kiosk-watch`: runs a kiosk's browser on the device and tells systemd's watchdog that it
//! lives, as long as it paints. The sign stays on the device: the page writes a small file into its
//! own storage after every tenth second that it painted a frame, and this looks at the file's time.
//! No server is asked, so none that is missing restarts anything.

mod frames;
mod watch;

#[cfg(test)]
mod tests;

pub use watch::Watch;

use anyhow::{Context, bail};
use clap::Args;
use sd_notify::NotifyState;
use std::{
    ffi::OsString,
    path::PathBuf,
    process::{Command, ExitCode},
    thread::sleep,
    time::{Duration, Instant},
};

/// How often it is looked whether the browser is there and paints.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// What is to be watched.
#[derive(Debug, Args)]
pub struct Asked {
    /// The browser's profile (its `--user-data-dir`).
    #[arg(long)]
    profile: PathBuf,
    /// So many seconds without a frame are taken for a standstill.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(20..=600))]
    patience: u64,
    /// What starts the browser, and what it is given.
    #[arg(last = true, required = true)]
    browser: Vec<OsString>,
}

impl Asked {
    /// Watches until the browser ends, which is a failure: a kiosk is never done.
    ///
    /// # Errors
    /// When the browser cannot be started, or ended.
    pub fn answer(self) -> anyhow::Result<ExitCode> {
        let (program, arguments) = self.browser.split_first().context("no browser is named")?;
        let watch = Watch::from(
            frames::newest(&self.profile),
            Duration::from_secs(self.patience),
        );
        let mut browser = Command::new(program)
            .args(arguments)
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        tell(&[NotifyState::Ready]);
        let mut watch = watch;
        loop {
            if let Some(status) = browser.try_wait()? {
                bail!("the browser ended: {status}");
            }
            if watch.look(frames::newest(&self.profile), Instant::now()) {
                tell(&[NotifyState::Watchdog]);
            }
            sleep(LOOK_EVERY);
        }
    }
}

/// Without systemd there is nobody to tell, and the browser runs all the same.
fn tell(state: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(state) {
        eprintln!("onefront: systemd could not be told: {error}");
    }
}
