//! Where is it? Cities that open, and in each its districts as cards: a list that drops down would be
//! the system's own, with lines too small for a finger.

use crate::{
    catalogue::Catalogue,
    parts::{ChoiceOption, Choices, Fold, Heading, Listed},
    steps::Shown,
    words::Words,
};
use leptos::prelude::*;

pub fn draw(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let lang = words.lang;
    let chosen = shown.chosen("place");
    let cities = catalogue
        .places
        .provinces
        .iter()
        .flat_map(|province| province.cities.iter().map(move |city| (province, city)));
    let folds = cities.enumerate().map(|(at, (province, city))| {
        let options: Vec<_> = city
            .districts
            .iter()
            .map(|district| ChoiceOption {
                value: district.code.clone(),
                label: district.name.say(lang).to_owned(),
                ..ChoiceOption::default()
            })
            .collect();
        let holds = options
            .iter()
            .any(|it| chosen.as_deref() == Some(it.value.as_str()));
        let title = format!("{} · {}", province.name.say(lang), city.name.say(lang));
        let id = if at == 0 {
            "place".to_owned()
        } else {
            format!("place-{}", city.code)
        };
        let legend = title.clone();
        let chosen = chosen.clone();
        let open = holds || (at == 0 && chosen.is_none());
        view! {
            <Fold title open>
                <Choices name="place" id legend options chosen />
            </Fold>
        }
    });
    let fault = shown.fault(words, "place");
    view! {
        <Heading text=words.say("fault-place-title") />
        <p class="why">{catalogue.consent.place.say(lang).to_owned()}</p>
        {fault.map(|fault| view! { <p class="fault">{fault}</p> })}
        {folds.listed()}
    }
    .into_any()
}
