//! `surveys.toml`: the instruments, each a rating, a reason when it is low, and free text.

use crate::catalogue::shape::Code;
use app::case::language::Text;
use serde::Deserialize;
use toml::Spanned;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SurveysFile {
    pub walk_up: SurveyShape,
    pub closing: SurveyShape,
    pub tap: Option<TapShape>,
}

/// The question by the door.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TapShape {
    pub code: Code,
    pub version: u32,
    pub ask: Text,
    pub faces: Spanned<Vec<Text>>,
    pub why: Option<TapWhyShape>,
    pub follow_up: Option<bool>,
}

/// What the unhappy may add.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TapWhyShape {
    pub low: Spanned<u8>,
    pub ask: Text,
    pub reasons: Spanned<Vec<ChoiceShape>>,
}

/// One survey.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SurveyShape {
    pub code: Code,
    pub version: u32,
    pub ask: Text,
    pub scale: Spanned<Vec<Text>>,
    pub low: Spanned<u8>,
    pub ask_reason: Text,
    pub reasons: Spanned<Vec<ChoiceShape>>,
    pub ask_words: Text,
}

/// One of several answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceShape {
    pub code: Code,
    pub name: Text,
}
