//! `services/<name>.toml`: one service in exactly three parts. What is offered is all that the
//! front ever sees of it; how it is delivered and how it is checked stay behind the line.

use crate::{
    catalogue::{
        house::{CaseKind, Channel, Level, Tier},
        shape::{Code, surveys::ChoiceShape},
    },
    clock::Length,
};
use app::{
    case::language::Text,
    catalogue::{Area, QuestionKind, Stage, TopicKind},
};
use serde::Deserialize;
use toml::Spanned;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceFile {
    pub offered: OfferedShape,
    pub delivered: DeliveredShape,
    pub checked: CheckedShape,
}

/// `[offered]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferedShape {
    pub product: Option<ProductShape>,
    #[serde(default)]
    pub topics: Vec<TopicShape>,
    #[serde(default)]
    pub symptoms: Vec<SymptomShape>,
}

/// `[offered.product]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductShape {
    pub code: Code,
    pub name: Text,
    pub hint: Text,
    pub icon: Code,
    pub line: LineShape,
}

/// `[offered.product.line]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineShape {
    pub label: Text,
    pub hint: Text,
}

/// `[[offered.topics]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicShape {
    pub code: Code,
    pub name: Text,
    pub hint: Option<Text>,
    pub stage: Stage,
    #[serde(default)]
    pub kind: TopicKind,
    pub product: Option<Code>,
    pub open: Option<bool>,
    #[serde(default)]
    pub questions: Vec<QuestionShape>,
}

/// `[[offered.symptoms]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SymptomShape {
    pub code: Code,
    pub name: Text,
    pub hint: Option<Text>,
    #[serde(default)]
    pub checks: Vec<SelfCheckShape>,
    #[serde(default)]
    pub questions: Vec<QuestionShape>,
}

/// `[[offered.symptoms.checks]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCheckShape {
    pub code: Code,
    pub title: Text,
    pub steps: Spanned<Vec<Text>>,
}

/// `[[offered.topics.questions]]` and `[[offered.symptoms.questions]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionShape {
    pub code: Code,
    pub label: Text,
    pub hint: Option<Text>,
    pub kind: Spanned<QuestionKind>,
    pub required: Option<bool>,
    #[serde(default)]
    pub options: Vec<ChoiceShape>,
}

/// `[delivered]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveredShape {
    #[serde(default)]
    pub routes: Vec<RouteShape>,
    #[serde(default)]
    pub plans: Vec<PlanShape>,
    #[serde(default)]
    pub promises: Vec<PromiseShape>,
}

/// Which cases a rule is for; what is left out fits every case of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenShape {
    pub kind: Option<CaseKind>,
    pub topics: Option<Vec<Code>>,
    pub symptoms: Option<Vec<Code>>,
    pub areas: Option<Vec<Area>>,
    pub tiers: Option<Vec<Tier>>,
    pub channels: Option<Vec<Channel>>,
}

/// `[[delivered.routes]]`: the first that fits decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteShape {
    #[serde(default)]
    pub when: WhenShape,
    pub plan: Code,
}

/// `[[delivered.plans]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanShape {
    pub code: Code,
    pub legs: Spanned<Vec<LegShape>>,
}

/// `[[delivered.plans.legs]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegShape {
    pub code: Code,
    pub name: Text,
    pub department: Code,
    pub level: Level,
    pub target: WithinShape,
    /// Legs that must be done first; legs without are begun side by side.
    #[serde(default)]
    pub after: Vec<Code>,
    /// What must be handed over with it.
    #[serde(default)]
    pub needs: Vec<Text>,
}

/// A length of time in a calendar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithinShape {
    pub within: Spanned<Length>,
    pub calendar: Code,
}

/// `[[delivered.promises]]`: the first that fits decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromiseShape {
    #[serde(default)]
    pub when: WhenShape,
    pub answer: WithinShape,
    pub fix: WithinShape,
    pub source: Code,
}

/// `[checked]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CheckedShape {
    /// What the owner looks at before the customer is told that it is done.
    pub before_done: Vec<Text>,
    pub survey: Code,
    pub targets: TargetsShape,
}

/// `[checked.targets]`: in per cent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TargetsShape {
    pub promises_kept: Spanned<u8>,
    pub reopened_at_most: Spanned<u8>,
    pub satisfied: Spanned<u8>,
}
