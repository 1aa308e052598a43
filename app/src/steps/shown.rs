//! A step as it is shown: the draft, what is wrong in it, and the sentences for that. Drawn on the
//! server and at a kiosk alike.

use crate::{
    catalogue::{Catalogue, Question},
    journey::{Draft, FieldFault, Rule, Step, Trail, question_field},
    words::Words,
};

/// What a step's page shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The draft; a new one for a visitor who has none open.
    pub draft: Draft,
    /// Whether the visitor came back to something begun before.
    pub begun: bool,
    /// Where the step stands: its number and of how many.
    pub place: (usize, usize),
    /// Whether a step lies before.
    pub back: bool,
    /// The faults to show: only when sent back to mend them.
    pub faults: Vec<FieldFault>,
    /// What the written fields demand, for the browser to check while somebody types.
    pub rules: Vec<(String, Rule)>,
}

impl Shown {
    /// The same with fields that are checked while somebody types.
    pub fn watched(self, rules: Vec<(String, Rule)>) -> Self {
        Self { rules, ..self }
    }

    /// What was typed in a field.
    pub fn typed(&self, field: &str) -> String {
        self.draft.sheet.typed(field).to_owned()
    }

    /// What was chosen in a field, if anything.
    pub fn chosen(&self, field: &str) -> Option<String> {
        Some(self.typed(field)).filter(|chosen| !chosen.is_empty())
    }

    /// The sentence for a field's fault.
    pub fn fault(&self, words: Words, field: &str) -> Option<String> {
        self.faults
            .iter()
            .find(|fault| fault.field == field)
            .map(|fault| words.fault(fault.code))
    }

    /// All faults for the summary.
    pub fn summary(&self, words: Words) -> Vec<(String, String)> {
        self.faults
            .iter()
            .map(|fault| (fault.field.clone(), words.fault(fault.code)))
            .collect()
    }

    /// "Step 2 of 5".
    pub fn caption(&self, words: Words) -> String {
        let (at, of) = self.place;
        words.fill(
            "steps-place",
            &[("at", &at.to_string()), ("of", &of.to_string())],
        )
    }
}

/// Makes ready to show a step.
pub fn shown(draft: Draft, begun: bool, trail: &Trail, step: &str, mend: bool) -> Shown {
    let faults = if mend {
        trail
            .step(step)
            .map(|step: &Step| step.faults.clone())
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    Shown {
        place: trail.place(step),
        back: trail.before(step).is_some(),
        faults,
        draft,
        begun,
        rules: Vec::new(),
    }
}

/// What is to be put right, for the top of the page. Where it is more than one thing, each says
/// which question it means: two lines of "please fill this in" help nobody.
pub fn named_faults(
    words: Words,
    catalogue: &Catalogue,
    title: &str,
    shown: &Shown,
) -> Vec<(String, String)> {
    named(words, shown.summary(words), |field| {
        let question = asked(catalogue, shown)
            .iter()
            .find(|it| question_field(it) == field);
        let label = question.map_or(title, |it| it.label.say(words.lang));
        label.to_owned()
    })
}

/// The same for any form, by what its fields are called.
pub fn named(
    words: Words,
    faults: Vec<(String, String)>,
    label: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    if faults.len() < 2 {
        return faults;
    }
    let named = faults.into_iter().map(|(field, fault)| {
        let label = label(&field);
        let sentence = words.fill("face-fault-of", &[("label", &label), ("fault", &fault)]);
        (field, sentence)
    });
    named.collect()
}

/// The catalogue's own questions about what was chosen.
fn asked<'a>(catalogue: &'a Catalogue, shown: &Shown) -> &'a [Question] {
    let typed = |field: &str| shown.draft.sheet.typed(field);
    if let Some(topic) = catalogue.topic(typed("topic")) {
        return &topic.questions;
    }
    catalogue
        .product(typed("product"))
        .and_then(|product| product.symptom(typed("symptom")))
        .map_or(&[], |symptom| &symptom.questions)
}
