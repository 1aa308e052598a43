//! `operator.toml`: whose face this is, what it looks like, and what it asks people to agree to.

use crate::catalogue::shape::Code;
use app::case::language::{Lang, Text};
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorFile {
    pub operator: OperatorShape,
    pub brand: BrandShape,
    pub periods: PeriodsShape,
    pub consent: ConsentShape,
    #[serde(default)]
    pub notices: NoticesShape,
    #[serde(default)]
    pub incidents: IncidentsShape,
    #[serde(default)]
    pub escalation: EscalationShape,
    #[serde(default)]
    pub pauses: Vec<PauseShape>,
}

/// `[operator]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorShape {
    pub name: Text,
    pub motto: Text,
    pub language: Lang,
    pub region: Code,
    pub zone: Code,
    /// Names of the files under `services/`, in the order their products are shown.
    pub services: Vec<Code>,
    pub help: HelpShape,
}

/// `[operator.help]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpShape {
    pub phone: String,
    pub hours: Text,
}

/// `[brand]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrandShape {
    pub light: ColoursShape,
    pub dark: ColoursShape,
    pub logo: LogoShape,
}

/// `[brand.light]` and `[brand.dark]`: colours as `#rrggbb`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ColoursShape {
    pub accent: Code,
    pub on_accent: Code,
    pub accent_strong: Code,
    pub accent_wash: Code,
}

/// `[brand.logo]`: a drawing in one colour.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LogoShape {
    pub view_box: Code,
    pub path: Code,
}

/// `[periods]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PeriodsShape {
    pub close_after_days: u16,
    pub warn_before_days: toml::Spanned<u16>,
    pub keep_days: u16,
    pub draft_hours: u16,
}

/// `[consent]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentShape {
    pub version: u32,
    pub details: Text,
    pub contact: Text,
    pub place: Text,
    pub send: Text,
}

/// `[notices]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct NoticesShape {
    /// The night, as `"21:00-08:00"`.
    pub quiet: Option<Code>,
    pub budget_per_day: Option<u16>,
}

/// `[incidents]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct IncidentsShape {
    pub reopen_share: Option<toml::Spanned<u8>>,
    pub reopen_least: Option<u32>,
}

/// `[escalation]`: at which share of a promise, in per cent, who hears of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct EscalationShape {
    pub owner: toml::Spanned<u32>,
    pub coordinator: toml::Spanned<u32>,
    pub manager: toml::Spanned<u32>,
    pub next_level: toml::Spanned<u32>,
    /// One level more for each further so many.
    pub further: toml::Spanned<u32>,
}

impl Default for EscalationShape {
    fn default() -> Self {
        let written = |share| toml::Spanned::new(0..0, share);
        Self {
            owner: written(50),
            coordinator: written(80),
            manager: written(100),
            next_level: written(150),
            further: written(50),
        }
    }
}

/// `[[pauses]]`: why a part can be paused.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PauseShape {
    pub code: Code,
    /// `access`, `parts`, `planned` or `outside`.
    pub because: Code,
    /// What the customer reads.
    pub told: Text,
    /// What staff choose.
    pub name: Text,
    pub stops_promise: toml::Spanned<bool>,
}
