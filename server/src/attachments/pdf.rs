//! A look at a PDF, which is no proof: it says that it is one, it is there to its end, and it does
//! not say in plain letters that it brings a program or other files along. What is packed inside it
//! is not opened here. So no page of ours ever shows one: it is only saved.

use app::case::attachment::FileFault;

/// Its end stands this near to the end of the file.
const TAIL: usize = 1_024;

/// What it may not say.
const ACTIVE: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// The same file, if it can be taken.
pub(super) fn checked(bytes: &[u8]) -> Result<Vec<u8>, FileFault> {
    let version = bytes.get(5..8).unwrap_or_default();
    let [major, b'.', minor] = version else {
        return Err(FileFault::Broken);
    };
    if !major.is_ascii_digit() || !minor.is_ascii_digit() {
        return Err(FileFault::Broken);
    }
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if !holds(tail, b"%%EOF") {
        return Err(FileFault::Broken);
    }
    if ACTIVE.iter().any(|name| holds(bytes, name)) {
        return Err(FileFault::Active);
    }
    Ok(bytes.to_vec())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
