//! The form that opens an incident.

use super::said::text_fault;
use crate::{
    desk::{IncidentFault, Incidents, PlaceChoice, UnsentIncident},
    journey::FaultCode,
    parts::{Field, FieldKind, Section, Select, SelectGroup, SelectOption, TextArea},
    steps::fresh_key,
    turn::Turn,
    words::Words,
};
use leptos::prelude::*;

/// The form, with what was typed before and could not be taken.
pub(super) fn form(turn: &Turn, incidents: &Incidents, mend: bool) -> AnyView {
    let words = turn.words;
    let unsent = incidents.unsent.as_ref();
    let typed = |field: &str| unsent.map_or("", |it| it.sheet.typed(field)).to_owned();
    let fault = |field: &str| {
        let faults = &unsent.filter(|_| mend)?.faults;
        let (_, fault) = faults.iter().find(|(name, _)| *name == field)?;
        Some(fault_sentence(words, fault))
    };
    let products = turn
        .hatch
        .catalogue
        .products
        .iter()
        .map(|product| {
            SelectOption::new(
                product.code.clone(),
                product.name.say(words.lang).to_owned(),
            )
        })
        .collect();
    let products = vec![SelectGroup {
        options: products,
        ..SelectGroup::default()
    }];
    let fields = view! {
            <form class="step" method="post" action="/api/desk/incident" autocomplete="off" novalidate>
                <input type="hidden" name="key" value=fresh_key() />
                <Select
                    id="product"
                    label=words.say("desk-incident-product")
                    empty=words.say("desk-choose")
                    groups=products
                    chosen=typed("product")
                    fault=fault("product")
                />
                <Select
                    id="place"
                    label=words.say("desk-incident-place")
                    hint=words.say("desk-incident-place-hint")
                    empty=words.say("desk-choose")
                    groups=groups(words, &incidents.places)
                    chosen=typed("place")
                    fault=fault("place")
                />
                <Field
                    id="title"
                    label=words.say("desk-incident-title")
                    hint=words.say("desk-incident-title-hint")
                    value=typed("title")
                    fault=fault("title")
                />
                <TextArea
                    id="text"
                    label=words.say("desk-incident-text")
                    hint=words.say("desk-incident-text-hint")
                    value=typed("text")
                    fault=fault("text")
                    rows=4
                />
                <Field
                    id="expected"
                    label=words.say("desk-incident-expected-label")
                    hint=words.say("desk-incident-expected-hint")
                    value=typed("expected")
                    fault=fault("expected")
                    kind=FieldKind::Moment
                    optional=true
                />
                <button class="button" type="submit">{words.say("desk-incident-open")}</button>
            </form>
    };
    view! {
        <Section title=words.say("desk-incident-new") id="new">
            {fields}
        </Section>
    }
    .into_any()
}

/// Places under their province, each with the names above it but the province's.
fn groups(words: Words, places: &[PlaceChoice]) -> Vec<SelectGroup> {
    let mut groups: Vec<SelectGroup> = Vec::new();
    for place in places {
        let names: Vec<_> = place
            .names
            .iter()
            .map(|name| name.say(words.lang))
            .collect();
        let Some(province) = names.first() else {
            continue;
        };
        let label = match names.len() {
            1 => words.fill("desk-incident-whole", &[("place", province)]),
            _ => names[1..].join(" · "),
        };
        let option = SelectOption::new(place.code.clone(), label);
        match groups.last_mut() {
            Some(group) if group.label == *province => group.options.push(option),
            _ => groups.push(SelectGroup {
                label: (*province).to_owned(),
                options: vec![option],
                ..SelectGroup::default()
            }),
        }
    }
    groups
}

/// What is wrong, field by field, for the top of the page.
pub(super) fn summary(words: Words, unsent: &UnsentIncident) -> Vec<(String, String)> {
    let faults = unsent.faults.iter();
    faults
        .map(|(field, fault)| ((*field).to_owned(), fault_sentence(words, fault)))
        .collect()
}

/// The sentence that helps to mend a field of an incident.
pub(super) fn fault_sentence(words: Words, fault: &IncidentFault) -> String {
    match fault {
        IncidentFault::Choose => words.fault(FaultCode::Choose),
        IncidentFault::Text(fault) => text_fault(words, fault),
        IncidentFault::When => words.say("desk-fault-when"),
    }
}
