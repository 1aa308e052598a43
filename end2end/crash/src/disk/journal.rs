//! What the shim wrote down, read again. The layout is `struct record` in `shim.c`.

use anyhow::{Context, bail};
use std::{
    ffi::OsStr,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

/// One thing that happened to a file or a folder, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A number now stands for this path; what was not there was made.
    Open {
        fd: i32,
        path: PathBuf,
        emptied: bool,
    },
    /// It stands for nothing any more.
    Close { fd: i32 },
    /// Bytes were written.
    Write { fd: i32, at: usize, data: Vec<u8> },
    /// The file was cut or stretched.
    Truncate { fd: i32, length: usize },
    /// Everything of it that happened before is on the disk.
    Sync { fd: i32 },
    /// A folder was made.
    MakeFolder { path: PathBuf },
    /// A name was taken away.
    Unlink { path: PathBuf },
}

const HEADER: usize = 24;

/// Reads a journal. Its last record may be torn: the process was killed.
pub fn read(path: &Path) -> anyhow::Result<Vec<Step>> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let mut rest = bytes.as_slice();
    let mut steps = Vec::new();
    while let Some((header, after)) = rest.split_at_checked(HEADER) {
        let number = |at: usize| i64::from_ne_bytes(eight(header, at));
        let [what, fd] = [0, 4].map(|at| i32::from_ne_bytes(four(header, at)));
        let at = usize::try_from(number(8))?;
        let Some((data, after)) = after.split_at_checked(usize::try_from(number(16))?) else {
            break;
        };
        rest = after;
        let path = || PathBuf::from(OsStr::from_bytes(data));
        steps.push(match what {
            1 => Step::Open {
                fd,
                path: path(),
                emptied: at != 0,
            },
            2 => Step::Close { fd },
            3 => Step::Write {
                fd,
                at,
                data: data.to_vec(),
            },
            4 => Step::Truncate { fd, length: at },
            5 => Step::Sync { fd },
            6 => Step::MakeFolder { path: path() },
            7 => Step::Unlink { path: path() },
            other => bail!("the journal has a record of kind {other}"),
        });
    }
    Ok(steps)
}

fn four(from: &[u8], at: usize) -> [u8; 4] {
    from[at..at + 4].try_into().expect("four bytes are four")
}

fn eight(from: &[u8], at: usize) -> [u8; 8] {
    from[at..at + 8].try_into().expect("eight bytes are eight")
}
