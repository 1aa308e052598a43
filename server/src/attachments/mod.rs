//! What is inside a file that somebody sent, and what may be kept of it. A file is known by its
//! bytes: neither its name nor what the browser calls it is looked at. A picture is drawn anew, so
//! that nothing but its points is left of it; a PDF stays as it is, is never shown here, and only
//! ever saved. Who may send or see one is not decided here.

mod pdf;
mod picture;
mod scans;
#[cfg(test)]
mod tests;

use app::{
    case::attachment::{FileFault, FileKind, MOST, Upload},
    steps::fresh_key,
};
use data_encoding::HEXLOWER;
use image::ImageFormat;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::Duration;
use tokio::{sync::Semaphore, time::timeout};

/// So many are looked into at once: a picture of the largest size takes up to 400 MB while
/// it is drawn anew, and a core.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Who has waited for their turn so long tries again: nobody's message hangs on other people's files.
const PATIENCE: Duration = Duration::from_secs(30);

/// A file that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Its name in addresses.
    pub id: String,
    /// What it is.
    pub kind: FileKind,
    /// What is kept of it.
    pub bytes: Vec<u8>,
    /// A fingerprint of what was sent: the same file twice is known by it.
    pub sent: String,
}

impl Fit {
    /// What the event says of it. Erased with the event's body; until then the log's chain vouches
    /// for the bytes as well.
    pub fn told(&self) -> Value {
        json!({
            "id": self.id,
            "kind": self.kind.name(),
            "size": self.bytes.len(),
            "sent": self.sent,
            "hash": fingerprint(&self.bytes),
        })
    }
}

/// A fingerprint: SHA-256, in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Looks into a file, beside the threads that answer requests.
///
/// # Errors
/// Why it cannot be taken.
pub async fn look_into(upload: Option<Upload>) -> Result<Option<Fit>, FileFault> {
    let bytes = match upload {
        None => return Ok(None),
        Some(Upload::Unfit(fault)) => return Err(fault),
        Some(Upload::Whole(bytes)) => bytes,
    };
    let turn = timeout(PATIENCE, AT_ONCE.acquire()).await;
    let turn = turn.map_err(|_| FileFault::Busy)?;
    let turn = turn.map_err(|_| FileFault::Busy)?;
    let looked = tokio::task::spawn_blocking(move || {
        // Held to the end, also when whoever sent it has gone meanwhile.
        let _turn = turn;
        fit(&bytes)
    });
    // A file on which a decoder panics is one that cannot be read.
    let fit = looked.await.map_err(|_| FileFault::Broken)??;
    Ok(Some(fit))
}

/// What is kept of a file.
fn fit(bytes: &[u8]) -> Result<Fit, FileFault> {
    let (kind, kept) = match recognise(bytes).ok_or(FileFault::Kind)? {
        Format::Picture(format) => picture::redrawn(format, bytes)?,
        Format::Pdf => (FileKind::Pdf, pdf::checked(bytes)?),
    };
    if kept.len() > MOST {
        return Err(FileFault::Large);
    }
    Ok(Fit {
        id: fresh_key(),
        kind,
        bytes: kept,
        sent: fingerprint(bytes),
    })
}

enum Format {
    Picture(ImageFormat),
    Pdf,
}

/// By how it begins, and nothing else.
fn recognise(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Format::Picture(ImageFormat::Jpeg)),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
            Some(Format::Picture(ImageFormat::Png))
        }
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Format::Picture(ImageFormat::WebP)),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Format::Pdf),
        _ => None,
    }
}
