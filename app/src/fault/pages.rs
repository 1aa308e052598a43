//! The pages of the fault room.

use super::{KnownIncident, Since, World, product, rules, self_check, symptom, trail};
use crate::{
    awake::PlacePicker,
    case::language::{Lang, Text},
    catalogue::{Catalogue, SelfCheck},
    hatch::Refusal,
    journey::{CHECK, Room, Sheet},
    parts::{
        ActButton, ChoiceOption, Choices, Field, FieldKind, ForgetHere, Heading, Illustration,
        IllustrationKind, Lead, Look, Notice, Page, Select, SelectGroup, SelectOption, SummaryRow,
        Tone,
    },
    sorry::sorry,
    steps::{
        Shown, check_frame, contact_row, contact_step, draft, question_parts, resume, sent_rows,
        shown, step_frame, too_early,
    },
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
        check_frame(turn, Room::Fault, rows(turn, &shown), &shown)
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
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
    let check = self_check(catalogue, &shown.draft.sheet, step);
    let body = match (step, check) {
        (_, Some(check)) => try_step(turn, check),
        ("symptom", _) => symptom_step(turn, shown),
        ("questions", _) => {
            let questions =
                symptom(catalogue, &shown.draft.sheet).map_or(&[][..], |it| &it.questions);
            view! {
                <Heading text=words.say("fault-questions-title") />
                <p class="why">{catalogue.consent.details.say(words.lang).to_owned()}</p>
                {question_parts(words, questions, shown)}
            }
            .into_any()
        }
        ("place", _) => place_step(turn, catalogue, shown),
        ("known", _) => known_step(turn, &world.known, shown),
        ("line", _) => line_step(turn, shown),
        ("since", _) => since_step(turn, shown),
        ("contact", _) => contact_step(words, catalogue, shown),
        _ => product_step(turn, shown),
    };
    let title = check.map_or_else(
        || words.say(&format!("fault-{step}-title")),
        |check| check.title.say(words.lang).to_owned(),
    );
    // Where the answer is a button of its own there is no "continue".
    let submit = if check.is_some() || step == "known" {
        Some(String::new())
    } else {
        None
    };
    step_frame(turn, Room::Fault, step, title, submit, shown, body)
}

fn product_step(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let options = turn
        .hatch
        .catalogue
        .products
        .iter()
        .filter(|product| !product.symptoms.is_empty())
        .map(|product| ChoiceOption {
            value: product.code.clone(),
            label: product.name.say(words.lang).to_owned(),
            hint: Some(product.hint.say(words.lang).to_owned()),
            icon: Some(product.icon.clone()),
        });
    view! {
        <Choices
            name="product"
            legend=words.say("fault-product-title")
            heading=true
            options=options.collect()
            chosen=shown.chosen("product")
            fault=shown.fault(words, "product")
        />
    }
    .into_any()
}

fn symptom_step(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let symptoms = product(&turn.hatch.catalogue, &shown.draft.sheet)
        .map_or(&[][..], |product| &product.symptoms);
    let options = symptoms.iter().map(|symptom| ChoiceOption {
        value: symptom.code.clone(),
        label: symptom.name.say(words.lang).to_owned(),
        hint: symptom
            .hint
            .as_ref()
            .map(|hint| hint.say(words.lang).to_owned()),
        icon: None,
    });
    view! {
        <Choices
            name="symptom"
            legend=words.say("fault-symptom-title")
            heading=true
            options=options.collect()
            chosen=shown.chosen("symptom")
            fault=shown.fault(words, "symptom")
        />
    }
    .into_any()
}

fn try_step(turn: &Turn, check: &SelfCheck) -> AnyView {
    let words = turn.words;
    view! {
        <Heading text=check.title.say(words.lang).to_owned() />
        <Lead text=words.say("fault-try-lead") />
        <ol class="todo">
            {check.steps.iter().map(|step| view! { <li>{step.say(words.lang).to_owned()}</li> }).collect_view()}
        </ol>
        <h2>{words.say("fault-try-ask")}</h2>
        <div class="acts">
            <ActButton act="not-fixed" label=words.say("fault-try-not-fixed") />
            <ActButton act="fixed" look=Look::Second label=words.say("fault-try-fixed") />
        </div>
    }
    .into_any()
}

fn place_step(turn: &Turn, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let words = turn.words;
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

fn known_step(turn: &Turn, known: &[KnownIncident], shown: &Shown) -> AnyView {
    let words = turn.words;
    let only = known.len() == 1;
    let options = known.iter().map(|incident| ChoiceOption {
        value: incident.id.clone(),
        label: incident.title.clone(),
        ..ChoiceOption::default()
    });
    let notices = known.iter().map(|incident| {
        let expected = incident
            .expected_at
            .map(|at| words.fill("fault-known-expected", &[("when", &turn.moment(at))]));
        let (title, text) = (incident.title.clone(), incident.text.clone());
        view! {
            <Notice tone=Tone::Warn title>
                <p>{text}</p>
                {expected.map(|expected| view! { <p>{expected}</p> })}
            </Notice>
        }
    });
    view! {
        <Heading text=words.say("fault-known-title") />
        {notices.collect_view()}
        {if only {
            view! { <input type="hidden" name="incident" value=known[0].id.clone() /> }.into_any()
        } else {
            let fault = shown.fault(words, "incident");
            view! { <Choices name="incident" legend=words.say("fault-known-which") options=options.collect() fault /> }.into_any()
        }}
        <Lead text=words.say("fault-known-lead") />
        // Where a fault leads when there is nothing to choose but the button.
        <div class="acts" id=only.then_some("incident")>
            <ActButton act="join" label=words.say("fault-known-join") />
            <ActButton act="next" look=Look::Second label=words.say("fault-known-other") />
        </div>
    }
    .into_any()
}

fn line_step(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
    let line = product(catalogue, &shown.draft.sheet)
        .map(|product| product.line.clone())
        .unwrap_or_default();
    view! {
        <Heading text=words.say("fault-line-title") />
        <Lead text=words.say("fault-line-lead") />
        <Field
            id="line"
            label=line.label.say(words.lang).to_owned()
            hint=line.hint.say(words.lang).to_owned()
            why=catalogue.consent.place.say(words.lang).to_owned()
            value=shown.typed("line")
            fault=shown.fault(words, "line")
        />
        <Field
            id="address"
            label=words.say("fault-address-label")
            hint=words.say("fault-address-hint")
            value=shown.typed("address")
            fault=shown.fault(words, "address")
            autocomplete="address-line1".to_owned()
        />
    }
    .into_any()
}

fn since_step(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let options = Since::CHOICES.map(|choice| ChoiceOption {
        value: choice.to_owned(),
        label: words.say(&format!("since-{choice}")),
        ..ChoiceOption::default()
    });
    view! {
        <Choices
            name="since"
            legend=words.say("fault-since-title")
            heading=true
            options=options.to_vec()
            chosen=shown.chosen("since")
            fault=shown.fault(words, "since")
        />
        <Field
            id="since-date"
            label=words.say("since-date-label")
            hint=words.say("since-date-hint")
            value=shown.typed("since-date")
            fault=shown.fault(words, "since-date")
            kind=FieldKind::Date
        />
    }
    .into_any()
}

fn rows(turn: &Turn, shown: &Shown) -> Vec<SummaryRow> {
    let words = turn.words;
    let lang = words.lang;
    let catalogue = &turn.hatch.catalogue;
    let sheet = &shown.draft.sheet;
    let row = |label: &str, value: String, step: &str| SummaryRow {
        label: words.say(label),
        value,
        change: Some(Room::Fault.path(step)),
    };
    let mut rows = Vec::new();
    if let (Some(product), Some(symptom)) = (product(catalogue, sheet), symptom(catalogue, sheet)) {
        rows.push(row(
            "sent-product",
            product.name.say(lang).to_owned(),
            "product",
        ));
        rows.push(row(
            "sent-symptom",
            symptom.name.say(lang).to_owned(),
            "symptom",
        ));
        rows.extend(sent_rows(
            words,
            &symptom.questions,
            shown,
            &Room::Fault.path("questions"),
        ));
    }
    if let Some((province, city, district)) = catalogue.places.find(sheet.typed("place")) {
        let names = [
            province.name.say(lang),
            city.name.say(lang),
            district.name.say(lang),
        ]
        .join(" · ");
        rows.push(row("sent-place", names, "place"));
    }
    for (label, field) in [("sent-line", "line"), ("sent-address", "address")] {
        if let Some(said) = shown.chosen(field) {
            rows.push(row(label, said, "line"));
        }
    }
    let since = match shown.typed("since").as_str() {
        "earlier" => shown.typed("since-date"),
        choice => words.say(&format!("since-{choice}")),
    };
    rows.push(row("sent-since", since, "since"));
    rows.push(contact_row(words, shown, &Room::Fault.path("contact")));
    rows
}
