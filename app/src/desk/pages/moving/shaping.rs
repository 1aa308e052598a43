//! The forms that say what a case is really about, that it belongs to another, and what the owner
//! found in the finished work.

use super::Form;
use crate::desk::pages::{
    acts::hidden,
    choices::{places, subjects},
};
use crate::{
    desk::{Found, Join, Subject},
    parts::{Field, FieldKind, Select},
};
use leptos::prelude::*;

impl Form<'_> {
    pub(super) fn reclassify(&self) -> AnyView {
        let words = self.turn.words;
        let (subject, subject_fault) = self.typed.field(self.turn, "reclassify", None, "subject");
        let (place, _) = self.typed.field(self.turn, "reclassify", None, "place");
        let about = &self.case.about;
        let now = match (&about.topic, &about.product, &about.symptom) {
            (Some(topic), ..) => Subject::Topic(topic.clone()).code(),
            (None, Some(product), Some(symptom)) => {
                Subject::Symptom(product.clone(), symptom.clone()).code()
            }
            _ => String::new(),
        };
        let fields = view! {
            <Select
                id="subject"
                label=words.say("desk-reclassify-subject")
                empty=words.say("desk-choose")
                groups=subjects(self.turn)
                chosen=subject.unwrap_or(now)
                fault=subject_fault
            />
            <Select
                id="place"
                label=words.say("desk-reclassify-place")
                empty=words.say("desk-reclassify-nowhere")
                groups=places(self.turn)
                chosen=place.or_else(|| about.place.clone()).unwrap_or_default()
            />
            {self.text("reclassify", None)}
        };
        self.form("reclassify", fields.into_any())
    }

    pub(super) fn join(&self) -> AnyView {
        let words = self.turn.words;
        let (other, _) = self.typed.field(self.turn, "join", None, "other");
        let buttons = [Join::Link, Join::Merge]
            .map(|how| {
                view! {
                    <button class="button second" type="submit" name="act" value=how.name()>
                        {words.say(&format!("desk-join-{}", how.name()))}
                    </button>
                }
            })
            .collect_view();
        view! {
            <form id="step" class="step" method="post" action="/api/desk/join" autocomplete="off" novalidate>
                {hidden(self.case)}
                <Field
                    id="other"
                    label=words.say("desk-join-other")
                    hint=words.say("desk-join-hint")
                    value=other.unwrap_or_default()
                    kind=FieldKind::Code
                />
                {self.optional_text("join", None)}
                <div class="acts">{buttons}</div>
            </form>
        }
        .into_any()
    }

    pub(super) fn check(&self) -> AnyView {
        let words = self.turn.words;
        let list = self.chain.checks.iter();
        let list = list
            .map(|check| view! { <li>{check.say(words.lang).to_owned()}</li> })
            .collect_view();
        let buttons = [Found::Good, Found::Lacking]
            .map(|found| {
                view! {
                    <button class="button second" type="submit" name="act" value=found.name()>
                        {words.say(&format!("desk-check-{}", found.name()))}
                    </button>
                }
            })
            .collect_view();
        view! {
            <ul>{list}</ul>
            <form id="step" class="step" method="post" action="/api/desk/check" autocomplete="off" novalidate>
                {hidden(self.case)}
                {self.optional_text("check", None)}
                <div class="acts">{buttons}</div>
            </form>
        }
        .into_any()
    }
}
