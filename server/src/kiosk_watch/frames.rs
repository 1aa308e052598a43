//! Where the page's file lies in a profile. Chromium keeps the files of a page's own file system as
//! plain files under numbers, apart from all other storage; nothing of a kiosk but the frames is
//! written there. What is in them is not read.

use std::{
    fs::{self, DirEntry},
    path::Path,
    time::SystemTime,
};

/// When the newest frame was written; nothing, where there is none.
pub fn newest(profile: &Path) -> Option<SystemTime> {
    // File System/000/t/00/00000004: an origin, "temporary", a folder of files, a file.
    let origins = within(&profile.join("Default").join("File System"));
    let folders = origins.flat_map(|origin| within(&origin.path().join("t")));
    let files = folders.flat_map(|folder| within(&folder.path()));
    files
        .filter(is_number)
        .filter_map(|file| file.metadata().ok()?.modified().ok())
        .max()
}

/// What is in a folder; nothing, where it is not there or went away meanwhile.
fn within(folder: &Path) -> impl Iterator<Item = DirEntry> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(Result::ok)
}

/// Beside the files lies the browser's own index of them, which it may write at any time.
fn is_number(file: &DirEntry) -> bool {
    let name = file.file_name();
    let name = name.as_encoded_bytes();
    name.len() == 8 && name.iter().all(u8::is_ascii_digit)
}
