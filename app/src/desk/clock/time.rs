//! Whose each stretch of the customer's waiting was.

use crate::case::language::Text;

/// A part of the customer's wall time, held by exactly one. The parts of a case are in order and
/// sum to its whole time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockPart {
    /// Whose it was.
    pub holder: HeldBy,
    /// From when, in microseconds since 1970 UTC.
    pub from: i64,
    /// Until when; the next part begins at this instant.
    pub to: i64,
    /// How much of the whole that is, in thousandths. The shares of a case sum to 1000.
    pub share: u32,
}

/// Who held a part of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeldBy {
    /// Whoever answers for the case.
    Owner,
    /// Whoever offered a part, until it was accepted.
    Offer {
        /// The part's number.
        leg: i64,
        /// To whom it was offered.
        department: Text,
    },
    /// A department with its part.
    Leg {
        /// The part's number.
        leg: i64,
        /// The department.
        department: Text,
    },
    /// The customer.
    Customer,
    /// Nobody: it was paused.
    Pause {
        /// The part that was paused; without it, all of the case.
        leg: Option<i64>,
        /// Why; nothing where only another back office knows.
        reason: Option<Text>,
    },
}

impl HeldBy {
    /// The word in word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Offer { .. } => "offer",
            Self::Leg { .. } => "leg",
            Self::Customer => "customer",
            Self::Pause { .. } => "pause",
        }
    }
}

/// How the own clock of a department's part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegClock {
    /// How much of its target is used, in hundredths; more than a hundred is late.
    pub used: u32,
    /// Which hours it counts.
    pub hours: LegHours,
    /// Whether it stands still now.
    pub stands_still: bool,
}

/// The hours that the clock of a part counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegHours {
    /// All there are.
    All,
    /// Those in which its department works.
    Working,
}
