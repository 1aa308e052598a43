//! Finding a case: by its number and a contact, and the secret link's button.

use super::{api::LOOK, look_faults};
use crate::{
    journey::{Rule, Sheet},
    parts::{Awake, Field, FieldKind, ForgetHere, Heading, Lead, Page},
    sorry::sorry,
    steps::aside,
    turn::{Turn, flag, later, param},
    words::Words,
};
use leptos::prelude::*;

/// `/track`: find a case by its number and a contact.
#[component]
pub fn Track() -> impl IntoView {
    let turn = Turn::take();
    let refused = Refused::take();
    later(async move {
        match aside(&turn, LOOK).await {
            Ok(typed) => look_page(&turn, &typed, refused),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

/// Why a look for a case led back to its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Refused {
    /// Something is missing or cannot be what it should be.
    Mend,
    /// Nothing was found, or not by this contact.
    Unknown,
    /// Too many looks.
    Wait,
}

impl Refused {
    fn take() -> Option<Self> {
        [
            ("mend", Self::Mend),
            ("unknown", Self::Unknown),
            ("wait", Self::Wait),
        ]
        .into_iter()
        .find_map(|(name, refused)| flag(name).then_some(refused))
    }

    /// What is to be mended, field by field.
    fn faults(self, words: Words, typed: &Sheet) -> Vec<(String, String)> {
        let at_reference = |sentence: String| vec![("reference".to_owned(), sentence)];
        match self {
            Self::Mend => look_faults(typed)
                .into_iter()
                .map(|fault| (fault.field, words.fault(fault.code)))
                .collect(),
            Self::Unknown => at_reference(words.say("track-unknown-text")),
            Self::Wait => at_reference(words.say("track-wait-text")),
        }
    }
}

fn look_page(turn: &Turn, typed: &Sheet, refused: Option<Refused>) -> AnyView {
    let words = turn.words;
    let faults = refused.map_or_else(Vec::new, |refused| refused.faults(words, typed));
    let faulty = !faults.is_empty();
    let fault = |name: &str| {
        let found = faults.iter().find(|(field, _)| field == name);
        found.map(|(_, sentence)| sentence.clone())
    };
    let (at_reference, at_contact) = (fault("reference"), fault("contact"));
    let [reference, contact] = ["reference", "contact"].map(|field| typed.typed(field).to_owned());
    let hours = turn.hatch.catalogue.periods.draft_hours;
    view! {
        <Page title=words.say("track-title") faulty form=true>
            <Awake kept_as="find" rules=vec![("reference".into(), Rule::Reference)] faults>
            <Heading text=words.say("track-title") />
            <Lead text=words.say("track-lead") />
            <form id="step" method="post" action="/api/track/find" autocomplete="off" novalidate>
                <Field
                    id="reference"
                    label=words.say("track-reference-label")
                    hint=words.say("track-reference-hint")
                    value=reference
                    fault=at_reference
                    kind=FieldKind::Code
                />
                <Field
                    id="contact"
                    label=words.say("track-contact-label")
                    hint=words.say("track-contact-hint")
                    why=words.count("track-contact-why", hours.into())
                    value=contact
                    fault=at_contact
                />
                <div class="acts">
                    <button class="button" type="submit">{words.say("track-find")}</button>
                </div>
            </form>
            </Awake>
            <ForgetHere />
        </Page>
    }
    .into_any()
}

/// `/c/{secret}`: one button, because whatever follows a link by itself must change nothing.
#[component]
pub fn SecretDoor() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    view! {
        <Page title=words.say("door-title")>
            <Heading text=words.say("door-title") />
            <Lead text=words.say("door-lead") />
            <form method="post" action="/api/track/open" autocomplete="off">
                <input type="hidden" name="secret" value=param("secret") />
                <div class="acts">
                    <button class="button" type="submit">{words.say("door-open")}</button>
                </div>
            </form>
        </Page>
    }
}
