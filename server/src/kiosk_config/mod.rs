//! `onefront kiosk-config`: writes what a Debian machine needs to become a kiosk of this front, as
//! files to be copied into its root. It installs nothing and asks nobody.

mod keys;
mod policies;
mod start;
mod unit;

#[cfg(test)]
mod tests;

use crate::config::PublicUrl;
use anyhow::{Context, ensure};
use clap::Args;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::ExitCode,
};

const PROFILE: &str = "/var/lib/onefront-kiosk/profile";
const START: &str = "/usr/lib/onefront-kiosk/start";

/// What Debian 12 brings for it. `xwayland`, because its cage does not start without.
const PACKAGES: [&str; 10] = [
    "alsa-utils",
    "cage",
    "chromium",
    "chromium-sandbox",
    "espeak-ng",
    "fonts-noto-cjk",
    "seatd",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
    "xwayland",
];

/// Which kiosk.
#[derive(Debug, Args)]
pub struct Asked {
    /// The folder to write to; without it everything is printed.
    #[arg(long)]
    to: Option<PathBuf>,
    /// The front's address, as the device reaches it; without it PUBLIC_URL.
    #[arg(long, value_parser = address)]
    url: Option<PublicUrl>,
    /// The kiosk has a printer.
    #[arg(long)]
    printer: bool,
}

/// A file of the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it belongs, from the root on.
    pub path: &'static str,
    /// What is in it.
    pub text: String,
    /// Whether it is run.
    pub program: bool,
}

impl Asked {
    /// Writes or prints the files.
    ///
    /// # Errors
    /// When the address cannot be a kiosk's, or a file cannot be written.
    pub fn answer(self, public_url: &PublicUrl) -> anyhow::Result<ExitCode> {
        let url = self.url.as_ref().unwrap_or(public_url);
        let files = files(url, self.printer)?;
        match &self.to {
            None => files
                .iter()
                .for_each(|file| println!("==> {} <==\n{}", file.path, file.text)),
            Some(folder) => {
                for file in &files {
                    write(folder, file)
                        .with_context(|| format!("{} cannot be written", file.path))?;
                }
                println!(
                    "{} holds the files of a kiosk of {url}; how they are installed says {}",
                    folder.display(),
                    folder.join("INSTALL").display(),
                );
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Everything a kiosk of this front needs.
///
/// # Errors
/// When browsers would not keep anything for such an address.
pub fn files(url: &PublicUrl, printer: bool) -> anyhow::Result<Vec<Written>> {
    ensure!(
        url.is_https() || url.is_local(),
        "{url}: a kiosk keeps its credential and its queue only for an address with https"
    );
    let policies = serde_json::to_string_pretty(&policies::policies(url, printer))?;
    let file = |path, text| Written {
        path,
        text,
        program: false,
    };
    Ok(vec![
        file("INSTALL", install(printer)),
        file(
            "etc/chromium/policies/managed/onefront-kiosk.json",
            policies + "\n",
        ),
        Written {
            path: "usr/lib/onefront-kiosk/start",
            text: start::script(url, printer),
            program: true,
        },
        file("etc/systemd/system/onefront-kiosk.service", unit::service()),
        file(
            "etc/systemd/logind.conf.d/onefront-kiosk.conf",
            unit::consoles().to_owned(),
        ),
        file("etc/udev/hwdb.d/90-onefront-kiosk.hwdb", keys::hwdb()),
        file(
            "etc/sysusers.d/onefront-kiosk.conf",
            unit::user().to_owned(),
        ),
    ])
}

fn install(printer: bool) -> String {
    let cups = if printer { " cups" } else { "" };
    format!(
        "As root on the device, a Debian 12 without a desktop, in this folder:

  apt-get install --no-install-recommends {}{cups}
  install -m 755 /path/to/onefront /usr/local/bin/onefront
  cp -r etc usr /
  systemd-sysusers
  systemd-hwdb update && udevadm trigger --subsystem-match=input
  systemctl mask ctrl-alt-del.target
  systemctl daemon-reload
  systemctl enable --now seatd.service onefront-kiosk.service

Then press the button on its screen, and claim the code at the desk, under Kiosks.
",
        PACKAGES.join(" ")
    )
}

fn write(folder: &Path, file: &Written) -> anyhow::Result<()> {
    let path = folder.join(file.path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, &file.text)?;
    let mode = if file.program { 0o755 } else { 0o644 };
    fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
    Ok(())
}

pub(crate) fn address(text: &str) -> Result<PublicUrl, &'static str> {
    PublicUrl::try_from(text.to_owned())
}
