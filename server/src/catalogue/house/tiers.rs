//! What a customer's tier changes: the times, and who answers.

use crate::catalogue::house::{Tier, Within};
use app::case::language::Text;

/// Every tier.
#[derive(Clone, Debug)]
pub struct Tiers {
    /// A large account with a manager of its own.
    pub key_account: TierRule,
    /// A business.
    pub enterprise: TierRule,
    /// Several lines in one home.
    pub family: TierRule,
    /// One person.
    pub individual: TierRule,
}

/// One tier.
#[derive(Clone, Debug)]
pub struct TierRule {
    /// What it is called.
    pub name: Text,
    /// Per cent of the individual customer's times, where a promise names no tier.
    pub share: u8,
    /// The duty that answers for its cases.
    pub duty: String,
}

impl Tiers {
    /// What one tier changes.
    pub fn of(&self, tier: Tier) -> &TierRule {
        match tier {
            Tier::KeyAccount => &self.key_account,
            Tier::Enterprise => &self.enterprise,
            Tier::Family => &self.family,
            Tier::Individual => &self.individual,
        }
    }
}

impl TierRule {
    /// An individual customer's time, as this tier gets it.
    pub fn shorten(&self, time: &Within) -> Within {
        time.share(self.share)
    }
}
