//! What is left over of kiosks: deposits that nobody could read, and queues that somebody carries to
//! the desk because their kiosk will never be online again.

use crate::case::{attachment::FileFault, reference::Reference};

/// A deposit that nobody could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadDeposit {
    /// Its fingerprint.
    pub seal: String,
    /// Why: a word id behind `fleet-unread-`.
    pub why: &'static str,
    /// The id of the key it is sealed to.
    pub key: u8,
    /// The number that the customer was told, if they were told one.
    pub told: Option<String>,
    /// When "send" was pressed, as the device says.
    pub pressed_at: i64,
    /// When it came.
    pub at: i64,
}

/// What came of a file with a queue in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    /// Each deposit has its outcome, on the page with this key.
    Done(String),
    /// It is no such file.
    Unfit(FileFault),
}

/// What became of a queue that was carried to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelPage {
    /// What the kiosk is called.
    pub kiosk: String,
    /// When it came.
    pub at: i64,
    /// Who brought it.
    pub by: String,
    /// How many presses by the door were in it.
    pub taps: i64,
    /// What was in it, in its order.
    pub rows: Vec<CarriedRow>,
}

/// What became of one deposit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedRow {
    /// The number that the customer was told, if they were told one.
    pub told: Option<String>,
    /// When "send" was pressed, if that can be read at all.
    pub pressed_at: Option<i64>,
    /// A word id behind `fleet-carried-`.
    pub outcome: String,
    /// The case it is.
    pub case: Option<Reference>,
}
