//! The form that opens an incident.

use super::said::text_fault;
use crate::{
    case::language::Lang,
    desk::{DeskCase, IncidentFault, Incidents, PlaceChoice, UnsentIncident, field_in, languages},
    journey::FaultCode,
    parts::{Field, FieldKind, Section, Select, SelectGroup, SelectOption, TextArea},
    steps::fresh_key,
    turn::Turn,
    words::Words,
};
use leptos::prelude::*;

/// The form, with what was typed before and could not be taken, or with what is known of the case
/// that the incident is opened from.
pub(super) fn form(
    turn: &Turn,
    incidents: &Incidents,
    mend: bool,
    from: Option<&DeskCase>,
) -> AnyView {
    let words = turn.words;
    let unsent = incidents.unsent.as_ref();
    let of_case = |field: &str| {
        let case = from?;
        match field {
            "product" => case.about.product.clone(),
            "place" => case.about.place.clone(),
            "case" => Some(case.reference.to_string()),
            _ => None,
        }
    };
    let typed = |field: &str| {
        let typed = unsent.map_or("", |it| it.sheet.typed(field)).to_owned();
        of_case(field).filter(|_| typed.is_empty()).unwrap_or(typed)
    };
    let fault = |field: &str| fault_of(words, unsent.filter(|_| mend), field);
    let products = turn.hatch.catalogue.products.iter();
    let products = products
        .map(|product| {
            let name = product.name.say(words.lang).to_owned();
            SelectOption::new(product.code.clone(), name)
        })
        .collect();
    let products = vec![SelectGroup {
        options: products,
        ..SelectGroup::default()
    }];
    let places = groups(words, &incidents.places);
    let more = MORE_PLACES.map(|field| {
        view! {
            <Select
                id=field
                label=words.say("desk-incident-place-more")
                empty=words.say("desk-incident-place-none")
                groups=places.clone()
                chosen=typed(field)
                fault=fault(field)
            />
        }
    });
    let further = MORE_PLACES
        .iter()
        .any(|field| !typed(field).is_empty() || fault(field).is_some());
    let planned = !typed("from").is_empty() || fault("from").is_some();
    let (about, case) = (
        from.map(|case| {
            let number = case.reference.to_string();
            view! { <p>{words.fill("desk-incident-from", &[("reference", &number)])}</p> }
        }),
        typed("case"),
    );
    let texts = texts(turn, &["title", "text"], unsent, mend);
    let fields = view! {
            <form id="step" class="step" method="post" action="/api/desk/incident" autocomplete="off" novalidate>
                <input type="hidden" name="key" value=fresh_key() />
                <input type="hidden" name="case" value=case />
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
                    groups=places
                    chosen=typed("place")
                    fault=fault("place")
                />
                <details class="act" open=further>
                    <summary>{words.say("desk-incident-places")}</summary>
                    {more.into_iter().collect_view()}
                </details>
                {texts}
                <TextArea
                    id="cause"
                    name="cause".to_owned()
                    label=words.say("desk-incident-cause")
                    hint=words.say("desk-incident-cause-hint")
                    value=typed("cause")
                    fault=fault("cause")
                    rows=2
                    optional=true
                />
                <details class="act" open=planned>
                    <summary>{words.say("desk-incident-planned")}</summary>
                    <Field
                        id="from"
                        label=words.say("desk-incident-begins-label")
                        hint=words.say("desk-incident-begins-hint")
                        value=typed("from")
                        fault=fault("from")
                        kind=FieldKind::Moment
                        optional=true
                    />
                </details>
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
            {about}
            {fields}
        </Section>
    }
    .into_any()
}

/// Further places, none of which is needed.
const MORE_PLACES: [&str; 3] = ["place-2", "place-3", "place-4"];

/// What customers read: the operator's language first, and the others folded away. A text that is
/// not written in one of them is read there as it was written.
pub(super) fn texts(
    turn: &Turn,
    fields: &[&'static str],
    unsent: Option<&UnsentIncident>,
    mend: bool,
) -> AnyView {
    let words = turn.words;
    let operator = turn.hatch.catalogue.operator.language;
    let mut others_open = false;
    let mut in_language = |lang: Lang| {
        let boxes = fields.iter().map(|field| {
            let id = field_in(field, lang, operator);
            let value = unsent.map_or("", |it| it.sheet.typed(&id)).to_owned();
            let fault = fault_of(words, unsent.filter(|_| mend), &id);
            let optional = lang != operator;
            others_open |= optional && (!value.is_empty() || fault.is_some());
            let label = words.fill(
                &format!("desk-incident-{field}-in"),
                &[("language", lang.own_name())],
            );
            match *field {
                "title" => {
                    let hint = (!optional).then(|| words.say("desk-incident-title-hint"));
                    view! { <Field id label hint value fault optional /> }.into_any()
                }
                _ => {
                    let hint = (!optional).then(|| words.say("desk-incident-text-hint"));
                    let name = id.clone();
                    view! { <TextArea id name label hint value fault optional rows=4 /> }.into_any()
                }
            }
        });
        boxes.collect::<Vec<_>>()
    };
    let mut languages = languages(operator);
    let first = languages.next().map(&mut in_language);
    let others: Vec<_> = languages.flat_map(&mut in_language).collect();
    view! {
        {first}
        <details class="act" open=others_open>
            <summary>{words.say("desk-incident-languages")}</summary>
            {others}
        </details>
    }
    .into_any()
}

/// What is wrong with a field.
pub(super) fn fault_of(
    words: Words,
    unsent: Option<&UnsentIncident>,
    field: &str,
) -> Option<String> {
    let faults = &unsent?.faults;
    let (_, fault) = faults.iter().find(|(name, _)| name == field)?;
    Some(fault_sentence(words, fault))
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
        .map(|(field, fault)| (field.clone(), fault_sentence(words, fault)))
        .collect()
}

/// The sentence that helps to mend a field of an incident.
pub(super) fn fault_sentence(words: Words, fault: &IncidentFault) -> String {
    match fault {
        IncidentFault::Choose => words.fault(FaultCode::Choose),
        IncidentFault::Text(fault) => text_fault(words, fault),
        IncidentFault::When => words.say("desk-fault-when"),
        IncidentFault::Until => words.say("desk-fault-until"),
    }
}
