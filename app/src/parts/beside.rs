//! What stands beside a field: a hint, why it is asked, what is wrong with it. And the ids by which
//! a screen reader reads them with the field.

use super::icon::Icon;
use crate::words::use_words;
use leptos::prelude::*;

/// The sentences beside one field.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    /// Id of the field.
    pub id: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// Why it is asked, who sees it, how long it is kept.
    pub why: Option<String>,
    /// What is to be put right.
    pub fault: Option<String>,
}

impl Beside {
    /// The value of `aria-describedby`: what is there, in the order it is read.
    pub fn described_by(&self) -> Option<String> {
        let parts = [
            ("hint", &self.hint),
            ("why", &self.why),
            ("fault", &self.fault),
        ];
        let ids: Vec<_> = parts
            .iter()
            .filter(|(_, sentence)| sentence.is_some())
            .map(|(part, _)| format!("{}-{part}", self.id))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.fault.is_some().then_some("true")
    }

    /// The sentences, between label and field.
    pub fn sentences(self) -> impl IntoView {
        let Self {
            id,
            hint,
            why,
            fault,
        } = self;
        let why_id = format!("{id}-why");
        let fault_id = format!("{id}-fault");
        view! {
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {why
                .map(|why| {
                    view! {
                        <p class="why" id=why_id>
                            <Icon name="lock" />
                            <span>{why}</span>
                        </p>
                    }
                })}
            {fault.map(|fault| view! { <FaultLine id=fault_id fault /> })}
        }
    }
}

/// What is wrong with a field. Its last element holds the sentence alone.
#[component]
pub(super) fn FaultLine(
    /// Id by which the field names it.
    id: String,
    /// The sentence.
    fault: String,
    /// Unseen: a pattern from which an island makes others.
    #[prop(optional)]
    hidden: bool,
) -> impl IntoView {
    view! {
        <p class="fault" id=id hidden=hidden>
            <Icon name="warn" />
            <span class="unseen">{use_words().say("face-fault-prefix")}" "</span>
            <span>{fault}</span>
        </p>
    }
}
