//! `onefront kiosk-empty`: takes what waits out of the profile of a kiosk that will never be online
//! again, and writes it to files that are handed in at the desk. It reads the profile with the
//! browser that wrote it, on the device or from a disk that was taken out of it, and needs no
//! network. Customers' words are sealed in there, so the files are as safe to carry as the disk; and
//! the profile is left as it is.

mod browser;
mod parcel;

pub use parcel::Parcel;

use crate::config::PublicUrl;
use anyhow::{Context, ensure};
use browser::Browser;
use clap::Args;
use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Reads the device's memory: only what waits, as it lies there.
const TAKE: &str = include_str!("take.js");

/// Which kiosk.
#[derive(Debug, Args)]
pub struct Asked {
    /// The browser's profile (its `--user-data-dir`); no browser may be using it.
    #[arg(long)]
    profile: PathBuf,
    /// The front's address, as the device reached it; without it PUBLIC_URL.
    #[arg(long, value_parser = crate::kiosk_config::address)]
    url: Option<PublicUrl>,
    /// The file to write. What is too much for one goes on in others beside it.
    #[arg(long)]
    to: PathBuf,
    /// The browser.
    #[arg(long, default_value = "/usr/bin/chromium")]
    browser: PathBuf,
}

impl Asked {
    /// Takes it out, and says how much it was.
    ///
    /// # Errors
    /// When the profile is none, is in use or cannot be read, or a file cannot be written or is
    /// there already.
    pub fn answer(self, public_url: &PublicUrl) -> anyhow::Result<ExitCode> {
        ensure!(
            self.profile.is_dir(),
            "{} is no folder",
            self.profile.display()
        );
        let origin = self.url.as_ref().unwrap_or(public_url).origin();
        let mut browser = Browser::start(&self.browser, &self.profile)?;
        let taken = browser.evaluate_at(&origin, TAKE)?;
        browser.close();
        let taken: Option<Parcel> =
            serde_json::from_value(taken).context("what lies there is not what a kiosk keeps")?;
        let Some(taken) = taken else {
            println!("no kiosk of {origin} was ever in this profile: nothing is written");
            return Ok(ExitCode::FAILURE);
        };
        println!("{}", taken.told());
        for (nth, parcel) in taken.in_parts().into_iter().enumerate() {
            let to = beside(&self.to, nth);
            let text = serde_json::to_vec(&parcel)?;
            let written = File::create_new(&to).and_then(|mut file| {
                file.write_all(&text)?;
                file.sync_all()
            });
            written.with_context(|| format!("{} cannot be written", to.display()))?;
            println!("{}: {}", to.display(), parcel.told());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// `queue.json`, then `queue-2.json` and so on.
fn beside(first: &Path, nth: usize) -> PathBuf {
    if nth == 0 {
        return first.to_owned();
    }
    let part = |part: Option<&std::ffi::OsStr>| part.map(|it| it.to_string_lossy().into_owned());
    let stem = part(first.file_stem()).unwrap_or_default();
    let ending = part(first.extension()).map_or_else(String::new, |it| format!(".{it}"));
    first.with_file_name(format!("{stem}-{}{ending}", nth + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_for_one_file_goes_on_in_others_beside_it() {
        let name = |nth| beside(Path::new("/media/usb/queue.json"), nth);
        assert_eq!(name(0), Path::new("/media/usb/queue.json"));
        assert_eq!(name(1), Path::new("/media/usb/queue-2.json"));
        assert_eq!(beside(Path::new("queue"), 2), Path::new("queue-3"));
    }
}
