//! What several forms of the desk let somebody choose from.

use crate::{
    desk::{Department, Score, Subject},
    parts::{SelectGroup, SelectOption},
    turn::Turn,
};
use leptos::prelude::*;

/// Options without a heading.
pub(super) fn bare(options: Vec<SelectOption>) -> Vec<SelectGroup> {
    vec![SelectGroup {
        options,
        ..SelectGroup::default()
    }]
}

/// Departments under their unit, in the order they come in.
pub(super) fn departments(turn: &Turn, departments: &[Department]) -> Vec<SelectGroup> {
    let lang = turn.words.lang;
    let mut groups: Vec<SelectGroup> = Vec::new();
    for one in departments {
        let option = SelectOption::new(one.code.clone(), one.department.say(lang));
        let unit = one.unit.say(lang);
        match groups.last_mut() {
            Some(group) if group.label == unit => group.options.push(option),
            _ => groups.push(SelectGroup {
                label: unit.to_owned(),
                options: vec![option],
                ..SelectGroup::default()
            }),
        }
    }
    groups
}

/// One tap for each score, the best first, sent under a name.
pub(super) fn taps(turn: &Turn, name: &'static str) -> AnyView {
    let words = turn.words;
    Score::ALL
        .map(|score| {
            view! {
                <button class="button second" type="submit" name=name value=score.name()>
                    {words.say(&format!("desk-rate-{}", score.name()))}
                </button>
            }
        })
        .collect_view()
        .into_any()
}

/// Everything a case can be about: faults under their product, then the topics.
pub(super) fn subjects(turn: &Turn) -> Vec<SelectGroup> {
    let (lang, catalogue) = (turn.words.lang, &turn.hatch.catalogue);
    let faults = catalogue.products.iter().map(|product| SelectGroup {
        label: product.name.say(lang).to_owned(),
        options: product
            .symptoms
            .iter()
            .map(|symptom| {
                let subject = Subject::Symptom(product.code.clone(), symptom.code.clone());
                SelectOption::new(subject.code(), symptom.name.say(lang))
            })
            .collect(),
        ..SelectGroup::default()
    });
    let topics = SelectGroup {
        label: turn.words.say("desk-reclassify-topics"),
        options: catalogue
            .topics
            .iter()
            .map(|topic| SelectOption::new(topic.code.clone(), topic.name.say(lang)))
            .collect(),
        ..SelectGroup::default()
    };
    faults
        .filter(|group| !group.options.is_empty())
        .chain([topics])
        .collect()
}

/// Districts under their city.
pub(super) fn places(turn: &Turn) -> Vec<SelectGroup> {
    let (lang, places) = (turn.words.lang, &turn.hatch.catalogue.places);
    let cities = places
        .provinces
        .iter()
        .flat_map(|province| &province.cities);
    cities
        .map(|city| SelectGroup {
            label: city.name.say(lang).to_owned(),
            options: city
                .districts
                .iter()
                .map(|district| SelectOption::new(district.code.clone(), district.name.say(lang)))
                .collect(),
            ..SelectGroup::default()
        })
        .collect()
}
