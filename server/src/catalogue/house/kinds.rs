//! The closed lists of the back office: level, tier, kind of case, channel.
//! What a customer may read is not named here but in the catalogue's texts.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A level of the organisation; the higher one is the greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Serves districts and has the shops.
    City,
    /// Above the cities.
    Province,
    /// Above all.
    Headquarters,
}

/// How close a customer stands to the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// A large account with a manager of its own.
    #[serde(rename = "key")]
    KeyAccount,
    /// A business.
    Enterprise,
    /// Several lines in one home.
    Family,
    /// One person; and whoever has not proved to be more.
    Individual,
}

/// What kind of case something is, as routing and promises tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseKind {
    /// A question or a wish.
    Enquiry,
    /// A complaint.
    Complaint,
    /// Something does not work.
    Fault,
}

/// Where a case came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The web portal.
    Portal,
    /// A kiosk in a shop.
    Kiosk,
    /// A member of staff with the customer before them.
    Counter,
    /// A telephone call.
    Phone,
    /// A letter.
    Letter,
    /// The regulator passed it on.
    Regulator,
    /// Another system.
    Api,
}

impl Level {
    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Province => "province",
            Self::Headquarters => "headquarters",
        }
    }
}

impl Tier {
    /// Every tier, the closest first.
    pub const ALL: [Self; 4] = [
        Self::KeyAccount,
        Self::Enterprise,
        Self::Family,
        Self::Individual,
    ];

    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeyAccount => "key",
            Self::Enterprise => "enterprise",
            Self::Family => "family",
            Self::Individual => "individual",
        }
    }
}

impl CaseKind {
    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Complaint => "complaint",
            Self::Fault => "fault",
        }
    }
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 7] = [
        Self::Portal,
        Self::Kiosk,
        Self::Counter,
        Self::Phone,
        Self::Letter,
        Self::Regulator,
        Self::Api,
    ];

    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Kiosk => "kiosk",
            Self::Counter => "counter",
            Self::Phone => "phone",
            Self::Letter => "letter",
            Self::Regulator => "regulator",
            Self::Api => "api",
        }
    }
}

macro_rules! shown_and_read_by_code {
    ($($kind:ty: $all:expr),*) => {$(
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $kind {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                let all: &[Self] = &$all;
                all.iter().copied().find(|one| one.code() == text).ok_or_else(|| {
                    let codes: Vec<_> = all.iter().map(|one| one.code()).collect();
                    format!("expected one of {}", codes.join(", "))
                })
            }
        }
    )*};
}

shown_and_read_by_code!(
    Level: [Self::City, Self::Province, Self::Headquarters],
    Tier: Self::ALL,
    CaseKind: [Self::Enquiry, Self::Complaint, Self::Fault],
    Channel: Self::ALL
);
