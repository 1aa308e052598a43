//! The kiosks in the shops, as staff look after them: how each is, what somebody must look at, how
//! it is set, and whether it is one at all. What a device says and is answered is `kiosk/`.

pub mod api;
mod left;
pub use left::{CarriedRow, HandedIn, ParcelPage, UnreadDeposit};

use super::{Deed, Tended};
use crate::{
    case::{attachment::Upload, language::Text},
    hatch::{Refusal, Token},
    journey::Sheet,
    kiosk::{Printer, Setup, SetupFault},
};
use async_trait::async_trait;

/// How a kiosk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskState {
    /// It was claimed, and has not been heard yet.
    Awaited,
    /// It is heard.
    Awake,
    /// Three beats or more did not come while its shop was open.
    Silent,
    /// It is not heard, and its shop was closed meanwhile.
    Resting,
    /// It is none any more.
    Ended,
}

impl KioskState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Awaited,
        Self::Awake,
        Self::Silent,
        Self::Resting,
        Self::Ended,
    ];

    /// The word in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Awaited => "awaited",
            Self::Awake => "awake",
            Self::Silent => "silent",
            Self::Resting => "resting",
            Self::Ended => "ended",
        }
    }
}

/// What it said last. Ages are counted up to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vitals {
    /// When that was.
    pub at: i64,
    /// The build it runs.
    pub build: String,
    /// How much waits there.
    pub queue: i64,
    /// How long the oldest of it has waited, in seconds.
    pub oldest: Option<i64>,
    /// How long ago a frame was painted, in seconds.
    pub frame: Option<i64>,
    /// How far its clock is ahead of ours, in seconds.
    pub ahead: i64,
    /// Its printer.
    pub printer: Printer,
    /// The ids of the keys under which what waits is sealed, as they are shown.
    pub keys: String,
}

/// A kiosk in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KioskRow {
    /// Its key.
    pub id: String,
    /// What staff call it.
    pub name: String,
    /// The shop it stands in.
    pub shop: Text,
    /// The unit that the shop belongs to.
    pub unit: Text,
    /// How it is.
    pub state: KioskState,
    /// What it said last.
    pub vitals: Option<Vitals>,
    /// The settings it has applied, those in force, and those it could not read (0 for none).
    pub setup: SetupVersions,
    /// What somebody must look at, by word.
    pub alerts: Vec<String>,
    /// How many of its deposits nobody could read, if any, and for how many seconds the first waits.
    pub unread: Option<(i64, i64)>,
}

/// Which settings a kiosk has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetupVersions {
    /// Applied.
    pub applied: i64,
    /// In force.
    pub newest: i64,
    /// Not to be read by it; 0 where there is none.
    pub refused: i64,
}

/// All kiosks that somebody may see.
#[derive(Clone, Debug, PartialEq)]
pub struct Fleet {
    /// When this was looked up.
    pub now: i64,
    /// Them.
    pub rows: Vec<KioskRow>,
    /// The shops a kiosk can be claimed for, by code.
    pub shops: Vec<(String, Text)>,
    /// What was typed and could not be taken.
    pub unsent: Option<UnsentKiosk>,
}

/// A kiosk with everything that can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct KioskPage {
    /// When this was looked up.
    pub now: i64,
    /// It.
    pub row: KioskRow,
    /// When it was paired.
    pub paired_at: i64,
    /// The shop it stands in, by code, and those it can be moved to.
    pub shop: String,
    /// See `shop`.
    pub shops: Vec<(String, Text)>,
    /// What of it nobody could read, the oldest first.
    pub unread: Vec<UnreadDeposit>,
    /// Whether whoever looks may throw such a thing away.
    pub may_drop: bool,
    /// What somebody must look at, or had to.
    pub alerts: Vec<KioskAlert>,
    /// How it is set.
    pub setup: Setup,
    /// The versions of that, the newest first: number, when, by whom.
    pub versions: Vec<(i64, i64, String)>,
    /// What was done about it, the latest first; each a word id behind `fleet-deed-`.
    pub log: Vec<Deed>,
    /// What was typed and could not be taken.
    pub unsent: Option<UnsentKiosk>,
}

/// Something that somebody must look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KioskAlert {
    /// Its key.
    pub id: String,
    /// What: a word id behind `fleet-alert-`.
    pub kind: String,
    /// When it began: an instant, or for settings their version.
    pub since: i64,
    /// When it was over, if it is.
    pub over_at: Option<i64>,
    /// Who said that they know, and when.
    pub known: Option<(String, i64)>,
}

/// A form about kiosks that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsentKiosk {
    /// Which form.
    pub act: String,
    /// As typed.
    pub sheet: Sheet,
    /// What is wrong, field by field.
    pub faults: Vec<(&'static str, KioskFault)>,
}

/// What is wrong with a field about a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskFault {
    /// Nothing is in it.
    Empty,
    /// It is too long for a name.
    Long,
    /// It is too long for a reason.
    Wordy,
    /// No device shows this code now.
    Code,
    /// There is no such shop among theirs.
    Shop,
    /// A setting.
    Setup(SetupFault),
}

impl KioskFault {
    /// The word in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Long => "long",
            Self::Wordy => "wordy",
            Self::Code => "code",
            Self::Shop => "shop",
            Self::Setup(SetupFault::Number) => "number",
            Self::Setup(SetupFault::Range(..)) => "range",
            Self::Setup(SetupFault::Choose) => "choose",
        }
    }
}

/// What is done about a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskAct {
    /// It is set otherwise.
    Set,
    /// It has another name, or stands elsewhere.
    Place,
    /// Somebody knows of an alert.
    Know,
    /// What nobody could read is read again.
    Read,
    /// What nobody could read is thrown away.
    Drop,
    /// It is a kiosk no more.
    Revoke,
}

impl KioskAct {
    /// Every act.
    pub const ALL: [Self; 6] = [
        Self::Set,
        Self::Place,
        Self::Know,
        Self::Read,
        Self::Drop,
        Self::Revoke,
    ];

    /// The word in queries and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Place => "place",
            Self::Know => "know",
            Self::Read => "read",
            Self::Drop => "drop",
            Self::Revoke => "revoke",
        }
    }

    /// Whether something is typed for it, which may have to be mended.
    pub const fn is_typed(self) -> bool {
        matches!(self, Self::Set | Self::Place | Self::Drop)
    }
}

/// Looking after kiosks. Whoever decides in a unit sees those of its shops and of the units below.
#[async_trait]
pub trait FleetOffice: Send + Sync {
    /// All that whoever asks may see.
    async fn kiosks(&self, staff: &Token) -> Result<Fleet, Refusal>;
    /// One of them.
    async fn kiosk(&self, staff: &Token, id: &str) -> Result<KioskPage, Refusal>;
    /// Makes a kiosk of the device that shows a code. The same key twice is one.
    async fn claim(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Tended, Refusal>;
    /// Does something about one. The same key twice is one act.
    async fn tend(
        &self,
        staff: &Token,
        key: &str,
        act: KioskAct,
        id: &str,
        typed: &Sheet,
    ) -> Result<Tended, Refusal>;
    /// Takes a queue that was carried here from a kiosk: each deposit in it is kept once, whether it
    /// was sent before or comes another day. The same key twice is one.
    async fn hand_in(
        &self,
        staff: &Token,
        key: &str,
        id: &str,
        file: Option<Upload>,
    ) -> Result<HandedIn, Refusal>;
    /// What became of a queue that was carried here.
    async fn parcel(&self, staff: &Token, id: &str, parcel: &str) -> Result<ParcelPage, Refusal>;
}
