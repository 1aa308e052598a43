//! `tiers.toml`: what a customer's tier changes.

use crate::catalogue::shape::Code;
use app::case::language::Text;
use serde::Deserialize;

/// The whole file; every tier is in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiersFile {
    pub key: TierShape,
    pub enterprise: TierShape,
    pub family: TierShape,
    pub individual: TierShape,
}

/// One tier.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierShape {
    pub name: Text,
    /// Per cent of the individual customer's times, for promises that name no tier.
    pub share: toml::Spanned<u8>,
    pub duty: Code,
}
