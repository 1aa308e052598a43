//! The pages of the fault room.

use super::{World, draw, rows, rules, trail};
use crate::{
    awake::PlacePicker,
    case::language::{Lang, Text},
    catalogue::Catalogue,
    hatch::Refusal,
    journey::{CHECK, Room, Sheet},
    parts::{
        ForgetHere, Heading, Illustration, IllustrationKind, Lead, Page, Select, SelectGroup,
        SelectOption,
    },
    sorry::sorry,
    steps::{Shown, check_frame, draft, resume, shown, step_frame, too_early},
    turn::{Turn, flag, later, param},
    words::Words,
};
use leptos::prelude::*;

impl World {
    /// Asks what is known at the chosen place.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn of(turn: &Turn, sheet: &Sheet) -> Result<Self, Refusal> {
        let (product, place) = (sheet.typed("product"), sheet.typed("place"));
        let known = if product.is_empty() || place.is_empty() {
            Vec::new()
        } else {
            turn.hatch
                .fault
                .known(turn.words.lang, product, place)
                .await?
        };
        Ok(Self {
            today: turn.today(),
            known,
        })
    }
}

/// `/fault`: begins, or offers to go on with what was begun.
#[component]
pub fn FaultStart() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        start(&turn)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

async fn start(turn: &Turn) -> Result<AnyView, Refusal> {
    let (draft, begun) = draft(turn, Room::Fault).await?;
    let world = World::of(turn, &draft.sheet).await?;
    let trail = trail(&turn.hatch.catalogue, &draft, &world);
    if begun {
        return Ok(resume(turn, Room::Fault, &draft, trail.next()));
    }
    Ok(step_page(
        turn,
        "product",
        &shown(draft, false, &trail, "product", false),
        &world,
    ))
}

/// `/fault/{step}`.
#[component]
pub fn FaultStep() -> impl IntoView {
    let turn = Turn::take();
    let (step, mend) = (param("step"), flag("mend"));
    later(async move {
        page(&turn, &step, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

async fn page(turn: &Turn, step: &str, mend: bool) -> Result<AnyView, Refusal> {
    match step {
        "mended" => return Ok(ending(turn, "mended")),
        "joined" => return Ok(ending(turn, "joined")),
        _ => {}
    }
    let (draft, begun) = draft(turn, Room::Fault).await?;
    let world = World::of(turn, &draft.sheet).await?;
    let trail = trail(&turn.hatch.catalogue, &draft, &world);
    if step != CHECK && trail.step(step).is_none() && begun {
        if !comes_and_goes(step) {
            return Err(Refusal::NotFound);
        }
        leptos_axum::redirect(&Room::Fault.path(trail.next()));
        return Ok(().into_any());
    }
    if let Some(path) = too_early(Room::Fault, &trail, step) {
        leptos_axum::redirect(&path);
        return Ok(().into_any());
    }
    let rules = rules(&turn.hatch.catalogue, &draft.sheet, step, &world.today);
    let shown = shown(draft, begun, &trail, step, mend).watched(rules);
    Ok(if step == CHECK {
        let rows = rows(turn.words, &turn.hatch.catalogue, &shown);
        check_frame(turn, Room::Fault, rows, &shown)
    } else {
        step_page(turn, step, &shown, &world)
    })
}

/// Whether a step depends on what was answered before, or on what is wrong now: one that is gone
/// leads to the next, as the customer did nothing wrong.
fn comes_and_goes(step: &str) -> bool {
    step == "known" || step == "questions" || step.starts_with("try-")
}

/// A happy ending: it works again, or we know already.
fn ending(turn: &Turn, how: &str) -> AnyView {
    let words = turn.words;
    let follow = (how == "joined").then(|| {
        view! { <a class="button second" href="/status">{words.say("status-follow")}</a> }
    });
    let title = words.say(&format!("fault-{how}-title"));
    let lead = words.say(&format!("fault-{how}-lead"));
    view! {
        <Page title=title.clone()>
            <Illustration kind=IllustrationKind::Done />
            <Heading text=title />
            <Lead text=lead />
            <p class="acts">
                <a class="button" href="/">{words.say("sorry-home")}</a>
                {follow}
                <a class="button second" href="/feedback">{words.say("fault-ending-feedback")}</a>
            </p>
            <ForgetHere />
        </Page>
    }
    .into_any()
}

fn step_page(turn: &Turn, step: &str, shown: &Shown, world: &World) -> AnyView {
    let (words, catalogue) = (turn.words, &turn.hatch.catalogue);
    let place = || place_step(words, catalogue, shown);
    let drawn = draw(words, catalogue, step, shown, world, place);
    step_frame(turn, Room::Fault, step, drawn, shown)
}

fn place_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let lang = words.lang;
    let groups: Vec<_> = catalogue
        .places
        .provinces
        .iter()
        .flat_map(|province| province.cities.iter().map(move |city| (province, city)))
        .map(|(province, city)| SelectGroup {
            label: format!("{} · {}", province.name.say(lang), city.name.say(lang)),
            find: Some(other_names(&city.name, lang)),
            options: city
                .districts
                .iter()
                .map(|it| SelectOption {
                    value: it.code.clone(),
                    text: it.name.say(lang).to_owned(),
                    find: Some(format!("{} {}", it.initials, other_names(&it.name, lang))),
                })
                .collect(),
        })
        .collect();
    let why = catalogue.consent.place.say(lang).to_owned();
    let (chosen, fault) = (shown.chosen("place"), shown.fault(words, "place"));
    view! {
        <Heading text=words.say("fault-place-title") />
        <PlacePicker>
            {finder(words)}
            <Select
                id="place"
                label=words.say("fault-place-label")
                hint=words.say("fault-place-hint")
                why
                empty=words.say("fault-place-empty")
                groups
                chosen
                fault
            />
        </PlacePicker>
    }
    .into_any()
}

/// Finds in the list by typing. Unseen while nothing listens to what is typed.
fn finder(words: Words) -> AnyView {
    let label = words.say("fault-finder-label");
    view! {
        <div class="field finder" hidden>
            <label class="label" for="finder">{label.clone()}</label>
            <p class="hint" id="finder-hint">{words.say("fault-finder-hint")}</p>
            <input
                id="finder"
                class="input"
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-autocomplete="list"
                aria-controls="finder-found"
                aria-describedby="finder-hint"
                aria-expanded="false"
            />
            <ul id="finder-found" role="listbox" aria-label=label hidden></ul>
            <p
                class="hint"
                role="status"
                data-none=words.say("fault-finder-none")
                data-chosen=words.fill("fault-finder-chosen", &[("place", "{}")])
            ></p>
        </div>
    }
    .into_any()
}

/// What a place is called in the languages that are not spoken now: people type what they know.
fn other_names(name: &Text, spoken: Lang) -> String {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != spoken);
    others
        .map(|lang| name.say(lang))
        .collect::<Vec<_>>()
        .join(" ")
}
