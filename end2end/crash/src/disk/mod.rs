//! The disk under a server, as a test needs it: one that forgets what was not synced, that is full,
//! that dies in mid-step. The server runs on a real folder with a shim before it (`shim.c`), which
//! writes down what it does there; what a power cut leaves is worked out from that (`replay`).

use anyhow::{Context, ensure};
use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::Command,
};

mod journal;
mod replay;
pub use replay::{Disk, Unsynced};

const SHIM: &str = include_str!("shim.c");

/// The shim, and what it is told and tells. Its root is what the server may write to.
#[derive(Debug)]
pub struct Shim {
    library: PathBuf,
    root: PathBuf,
    journal: PathBuf,
    control: PathBuf,
    before: Disk,
}

/// A number the shim reads: see `struct control` there.
#[derive(Clone, Copy, Debug)]
pub enum Control {
    /// How many bytes the files may still grow by.
    Room = 0,
    /// It dies before this step; never below 0.
    Steps = 1,
    /// So many syncs fail.
    Refuse = 2,
}

impl Shim {
    /// Compiles it into a folder of the test's own, and takes the root as it is for synced.
    pub fn new(folder: &Path, root: &Path) -> anyhow::Result<Self> {
        let (source, library) = (folder.join("shim.c"), folder.join("shim.so"));
        fs::write(&source, SHIM)?;
        let compiled = Command::new("cc")
            .args([
                "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-o",
            ])
            .args([&library, &source])
            .output()
            .context("cc, which `tools/provision-debian build` installs")?;
        let said = String::from_utf8_lossy(&compiled.stderr);
        ensure!(
            compiled.status.success(),
            "the shim cannot be compiled:\n{said}"
        );
        let shim = Self {
            library,
            root: root.to_owned(),
            journal: folder.join("journal"),
            control: folder.join("control"),
            before: Disk::of(root)?,
        };
        shim.set(Control::Room, i64::MAX)?;
        shim.set(Control::Steps, -1)?;
        shim.set(Control::Refuse, 0)?;
        Ok(shim)
    }

    /// Has a server run behind it.
    pub fn before(&self, server: &mut Command) {
        server
            .env("LD_PRELOAD", &self.library)
            .env("CRASH_ROOT", &self.root)
            .env("CRASH_JOURNAL", &self.journal)
            .env("CRASH_CONTROL", &self.control);
    }

    /// Tells it a number; it holds from the next step on.
    pub fn set(&self, control: Control, number: i64) -> anyhow::Result<()> {
        let file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&self.control)?;
        Ok(file.write_all_at(&number.to_ne_bytes(), 8 * control as u64)?)
    }

    /// Leaves in the root what a power cut would have left there, once the server is dead, and says
    /// how many steps it had taken. The next server begins with that.
    ///
    /// # Errors
    /// When the server did something that the shim did not see.
    pub fn cut(&mut self, unsynced: Unsynced<'_>) -> anyhow::Result<usize> {
        let steps = journal::read(&self.journal)?;
        let count = steps.len();
        let mut disk = std::mem::take(&mut self.before);
        for step in steps {
            disk.step(step)?;
        }
        let there = Disk::of(&self.root)?.cut(Unsynced::Kept);
        for (path, data) in disk.clone().cut(Unsynced::Kept) {
            let same = there.get(&path) == Some(&data);
            ensure!(same, "the shim did not see all of {}", path.display());
        }
        replace(&self.root, &disk.cut(unsynced))?;
        fs::remove_file(&self.journal)?;
        self.before = Disk::of(&self.root)?;
        Ok(count)
    }
}

fn replace(root: &Path, by: &BTreeMap<PathBuf, Option<Vec<u8>>>) -> anyhow::Result<()> {
    fs::remove_dir_all(root)?;
    fs::create_dir(root)?;
    for (path, data) in by {
        match data {
            None => fs::create_dir(path)?,
            Some(data) => fs::write(path, data)?,
        }
    }
    Ok(())
}
