//! What several forms of the desk let somebody choose from.

use crate::{
    desk::{Department, Score},
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
