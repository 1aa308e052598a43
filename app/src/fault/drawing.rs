//! The steps of a fault report as they are drawn, on the server and at a kiosk alike. Choosing the
//! place is not here: how one finds it among many depends on the shell.

use super::{KnownIncident, Since, World, product, self_check, symptom};
use crate::{
    catalogue::{Catalogue, SelfCheck},
    journey::Room,
    parts::{
        ActButton, ChoiceOption, Choices, Field, FieldKind, Heading, Lead, Listed, Look, Notice,
        SummaryRow, Tone,
    },
    steps::{Drawn, Shown, contact_row, contact_step, question_parts, sent_rows},
    words::Words,
};
use leptos::prelude::*;

/// One step; `place` draws the one where the place is chosen.
pub fn draw(
    words: Words,
    catalogue: &Catalogue,
    step: &str,
    shown: &Shown,
    world: &World,
    place: impl FnOnce() -> AnyView,
) -> Drawn {
    let check = self_check(catalogue, &shown.draft.sheet, step);
    let body = match (step, check) {
        (_, Some(check)) => try_step(words, check),
        ("symptom", _) => symptom_step(words, catalogue, shown),
        ("questions", _) => questions_step(words, catalogue, shown),
        ("place", _) => place(),
        ("known", _) => known_step(words, &catalogue.operator.zone, &world.known, shown),
        ("line", _) => line_step(words, catalogue, shown),
        ("since", _) => since_step(words, shown),
        ("contact", _) => contact_step(words, catalogue, shown),
        _ => product_step(words, catalogue, shown),
    };
    let title = check.map_or_else(
        || words.say(&format!("fault-{step}-title")),
        |check| check.title.say(words.lang).to_owned(),
    );
    // Where the answer is a button of its own there is no "continue".
    let submit = (check.is_some() || step == "known").then(String::new);
    Drawn {
        title,
        submit,
        body,
    }
}

fn questions_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let questions = symptom(catalogue, &shown.draft.sheet).map_or(&[][..], |it| &it.questions);
    view! {
        <Heading text=words.say("fault-questions-title") />
        <p class="why">{catalogue.consent.details.say(words.lang).to_owned()}</p>
        {question_parts(words, questions, shown)}
    }
    .into_any()
}

fn product_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let options = catalogue
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

fn symptom_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let symptoms =
        product(catalogue, &shown.draft.sheet).map_or(&[][..], |product| &product.symptoms);
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

fn try_step(words: Words, check: &SelfCheck) -> AnyView {
    view! {
        <Heading text=check.title.say(words.lang).to_owned() />
        <Lead text=words.say("fault-try-lead") />
        <ol class="todo">
            {check.steps.iter().map(|step| view! { <li>{step.say(words.lang).to_owned()}</li> }).listed()}
        </ol>
        <h2>{words.say("fault-try-ask")}</h2>
        <div class="acts">
            <ActButton act="not-fixed" label=words.say("fault-try-not-fixed") />
            <ActButton act="fixed" look=Look::Second label=words.say("fault-try-fixed") />
        </div>
    }
    .into_any()
}

fn known_step(words: Words, zone: &str, known: &[KnownIncident], shown: &Shown) -> AnyView {
    let only = known.len() == 1;
    let options = known.iter().map(|incident| ChoiceOption {
        value: incident.id.clone(),
        label: incident.title.clone(),
        ..ChoiceOption::default()
    });
    let notices = known.iter().map(|incident| {
        let expected = incident
            .expected_at
            .map(|at| words.fill("fault-known-expected", &[("when", &words.moment(at, zone))]));
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
        {notices.listed()}
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

fn line_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
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

fn since_step(words: Words, shown: &Shown) -> AnyView {
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

/// What was answered, row by row, each with the way to change it.
pub fn rows(words: Words, catalogue: &Catalogue, shown: &Shown) -> Vec<SummaryRow> {
    let lang = words.lang;
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
