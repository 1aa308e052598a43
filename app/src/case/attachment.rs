//! A file beside a message: one picture or one PDF. What a form may send and what a page shows of
//! it. What is inside of one is looked into behind the door, never here. A file's own name is not
//! kept: it can tell a customer something of the house, and the log something of a customer.

use std::{fmt, sync::Arc};

/// The name of the field a file is sent in.
pub const FIELD: &str = "file";

/// The largest file, in bytes.
pub const MOST: usize = 10_000_000;

/// What a file is, once it has been looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A photo.
    Jpeg,
    /// A drawing or a picture of a screen.
    Png,
    /// A document.
    Pdf,
}

impl FileKind {
    const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How the web calls it.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// How its name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFault {
    /// It has more bytes than can be taken.
    Large,
    /// It is neither a picture of a kind we know nor a PDF.
    Kind,
    /// It cannot be read to its end.
    Broken,
    /// There is nothing in it.
    Empty,
    /// The picture has more points than can be taken.
    Points,
    /// The PDF brings a program or other files along.
    Active,
    /// The case has as many files as it can hold.
    Many,
    /// Too many send files now.
    Busy,
    /// Nothing is wrong with it, but a file cannot be kept for later.
    Again,
}

impl FileFault {
    const ALL: [Self; 9] = [
        Self::Large,
        Self::Kind,
        Self::Broken,
        Self::Empty,
        Self::Points,
        Self::Active,
        Self::Many,
        Self::Busy,
        Self::Again,
    ];

    /// The word in queries and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Kind => "kind",
            Self::Broken => "broken",
            Self::Empty => "empty",
            Self::Points => "points",
            Self::Active => "active",
            Self::Many => "many",
            Self::Busy => "busy",
            Self::Again => "again",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }

    /// Says it in the query of a page that is shown again.
    #[must_use]
    pub fn told(fault: Option<Self>, page: String) -> String {
        let Some(fault) = fault else { return page };
        let mark = if page.contains('?') { '&' } else { '?' };
        format!("{page}{mark}{FIELD}={}", fault.name())
    }
}

/// A file as it came with a form.
#[derive(Clone, PartialEq, Eq)]
pub enum Upload {
    /// All of it, not looked into yet.
    Whole(Arc<[u8]>),
    /// None of it, because that was plain while it came.
    Unfit(FileFault),
}

/// What somebody sends never gets into a log.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(_) => f.write_str("Upload(…)"),
            Self::Unfit(fault) => write!(f, "Upload({fault:?})"),
        }
    }
}

/// A file that was taken, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name in addresses: random, and no right to see it.
    pub id: String,
    /// What it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for fault in FileFault::ALL {
            assert_eq!(FileFault::from_name(fault.name()), Some(fault));
        }
        for kind in FileKind::ALL {
            assert_eq!(FileKind::from_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn a_fault_is_told_behind_whatever_the_page_is_asked() {
        let told = |page: &str| FileFault::told(Some(FileFault::Kind), page.to_owned());
        assert_eq!(told("/track/X"), "/track/X?file=kind");
        assert_eq!(told("/track/X?mend"), "/track/X?mend&file=kind");
        assert_eq!(FileFault::told(None, "/x".to_owned()), "/x");
    }

    #[test]
    fn what_was_sent_is_not_printed() {
        let upload = Upload::Whole(Arc::from(*b"secret"));
        assert_eq!(format!("{upload:?}"), "Upload(…)");
    }
}
