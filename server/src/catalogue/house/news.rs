//! What the operator lays down about telling customers, and about incidents.

use jiff::civil::Time;

/// When and how much customers are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeRules {
    /// The hours in which nobody is disturbed, if there are any.
    pub quiet: Option<Quiet>,
    /// What one contact is sent in a day at most.
    pub budget_per_day: u16,
}

/// From when to when, by the clock on the wall; it may go past midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From then on.
    pub from: Time,
    /// Until then.
    pub to: Time,
}

impl Quiet {
    /// Reads `21:00-08:00`.
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let time = |text: &str| text.trim().parse::<Time>().ok();
        let (from, to) = (time(from)?, time(to)?);
        (from != to).then_some(Self { from, to })
    }
}

/// When an incident that was ended is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncidentRules {
    /// So many of a hundred who answered say that it does not work …
    pub reopen_share: u8,
    /// … and at least so many.
    pub reopen_least: u32,
}
