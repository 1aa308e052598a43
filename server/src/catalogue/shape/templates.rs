//! `templates.toml`: what is often written to customers. The file may be missing.

use crate::catalogue::shape::Code;
use app::case::language::Text;
use serde::Deserialize;
use toml::Spanned;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplatesFile {
    #[serde(default)]
    pub templates: Vec<TemplateShape>,
}

/// One template.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateShape {
    pub code: Code,
    pub name: Text,
    pub text: Spanned<Text>,
}
