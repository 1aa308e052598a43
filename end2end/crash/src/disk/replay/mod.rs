//! A disk that forgets. It is told what happened to it (`journal`) and says what is on it after a
//! power cut: of a file what was there at its last sync, of a folder the names it had at its last
//! sync. That is all POSIX promises; real file systems keep more, and in an order of their own, so
//! the unsynced rest can also be kept at random, in sectors. It knows nothing of databases.

use super::journal::Step;
use anyhow::Context;
use rand::{Rng, rngs::StdRng};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What becomes of what was not synced.
#[derive(Debug)]
pub enum Unsynced<'a> {
    /// All of it is there: the process died, not the machine.
    Kept,
    /// None of it is there.
    Lost,
    /// Any of its sectors may be there or not.
    Torn(&'a mut StdRng),
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    root: PathBuf,
    files: Vec<File>,
    /// The names as they are now, and as they are on the disk.
    now: BTreeMap<PathBuf, Node>,
    synced: BTreeMap<PathBuf, Node>,
    renamed: Vec<(PathBuf, Option<Node>)>,
    open: BTreeMap<i32, PathBuf>,
    /// Which file a number stands for: a name that was taken away does not end it.
    numbers: BTreeMap<i32, usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, data: Vec<u8> },
    Length(usize),
}

impl Disk {
    /// A folder as it is, all of it synced.
    pub fn of(root: &Path) -> anyhow::Result<Self> {
        let mut disk = Self {
            root: root.to_owned(),
            ..Self::default()
        };
        disk.take(root)?;
        disk.synced = disk.now.clone();
        Ok(disk)
    }

    fn take(&mut self, folder: &Path) -> anyhow::Result<()> {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                self.take(&path)?;
                self.now.insert(path, Node::Folder);
            } else if !path.to_string_lossy().ends_with("-shm") {
                let synced = fs::read(&path)?;
                self.files.push(File {
                    synced,
                    since: Vec::new(),
                });
                self.now.insert(path, Node::File(self.files.len() - 1));
            }
        }
        Ok(())
    }

    /// Lets a step happen.
    pub fn step(&mut self, step: Step) -> anyhow::Result<()> {
        match step {
            Step::Open { fd, path, emptied } => {
                let node = match self.now.get(&path) {
                    Some(node) => *node,
                    None if path == self.root => Node::Folder,
                    None => {
                        self.files.push(File::default());
                        let node = Node::File(self.files.len() - 1);
                        self.name(path.clone(), Some(node));
                        node
                    }
                };
                if let Node::File(number) = node {
                    self.numbers.insert(fd, number);
                    if emptied {
                        self.files[number].since.push(Change::Length(0));
                    }
                }
                self.open.insert(fd, path);
            }
            Step::Close { fd } => {
                self.open.remove(&fd);
                self.numbers.remove(&fd);
            }
            Step::Write { fd, at, data } => self.file(fd)?.since.push(Change::Write { at, data }),
            Step::Truncate { fd, length } => self.file(fd)?.since.push(Change::Length(length)),
            Step::Sync { fd } if self.numbers.contains_key(&fd) => self.file(fd)?.sync(),
            Step::Sync { fd } => {
                let folder = self.open.get(&fd).context("a folder that is open")?.clone();
                let inside = |path: &Path| path.parent() == Some(&folder);
                for (path, node) in self.renamed.extract_if(.., |(path, _)| inside(path)) {
                    set(&mut self.synced, path, node);
                }
            }
            Step::MakeFolder { path } => self.name(path, Some(Node::Folder)),
            Step::Unlink { path } => self.name(path, None),
        }
        Ok(())
    }

    fn name(&mut self, path: PathBuf, node: Option<Node>) {
        set(&mut self.now, path.clone(), node);
        self.renamed.push((path, node));
    }

    fn file(&mut self, fd: i32) -> anyhow::Result<&mut File> {
        let number = *self.numbers.get(&fd).context("a file that is open")?;
        Ok(&mut self.files[number])
    }

    /// What is on it after the power was cut, by name; a folder is nothing but a name.
    pub fn cut(self, mut unsynced: Unsynced<'_>) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let Self {
            root,
            mut files,
            mut synced,
            renamed,
            ..
        } = self;
        // Names reach a disk in their order.
        let kept = match &mut unsynced {
            Unsynced::Kept => renamed.len(),
            Unsynced::Lost => 0,
            Unsynced::Torn(dice) => dice.random_range(0..=renamed.len()),
        };
        for (path, node) in renamed.into_iter().take(kept) {
            set(&mut synced, path, node);
        }
        let reached = |path: &Path| {
            path.ancestors()
                .skip(1)
                .take_while(|above| *above != root)
                .all(|above| synced.get(above) == Some(&Node::Folder))
        };
        let names = synced.iter().filter(|(path, _)| reached(path));
        names
            .map(|(path, node)| match node {
                Node::Folder => (path.clone(), None),
                Node::File(number) => {
                    let file = std::mem::take(&mut files[*number]);
                    (path.clone(), Some(file.cut(&mut unsynced)))
                }
            })
            .collect()
    }
}

impl File {
    fn sync(&mut self) {
        for change in self.since.drain(..) {
            change.apply(&mut self.synced);
        }
    }

    fn cut(mut self, unsynced: &mut Unsynced<'_>) -> Vec<u8> {
        match unsynced {
            Unsynced::Kept => self.sync(),
            Unsynced::Lost => {}
            Unsynced::Torn(dice) => {
                for change in self.since.drain(..).flat_map(Change::in_sectors) {
                    if dice.random() {
                        change.apply(&mut self.synced);
                    }
                }
            }
        }
        self.synced
    }
}

impl Change {
    fn apply(self, to: &mut Vec<u8>) {
        match self {
            Self::Length(length) => to.resize(length, 0),
            Self::Write { at, data } => {
                let end = at + data.len();
                to.resize(to.len().max(end), 0);
                to[at..end].copy_from_slice(&data);
            }
        }
    }

    fn in_sectors(self) -> Vec<Self> {
        let (mut at, data) = match self {
            Self::Length(_) => return vec![self],
            Self::Write { at, data } => (at, data),
        };
        let mut rest = data.as_slice();
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
            parts.push(Self::Write {
                at,
                data: part.to_vec(),
            });
            at += part.len();
            rest = after;
        }
        parts
    }
}

fn set(names: &mut BTreeMap<PathBuf, Node>, path: PathBuf, node: Option<Node>) {
    match node {
        Some(node) => names.insert(path, node),
        None => names.remove(&path),
    };
}

#[cfg(test)]
mod tests;
