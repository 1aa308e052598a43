//! What the case page says about notices, and the page that asks for another contact.

use super::{
    News, Reached, ToldState,
    api::{contact_path, contact_place},
};
use crate::{
    case::reference::Reference,
    hatch::Refusal,
    journey::read_contact,
    parts::{ErrorSummary, Field, Heading, Lead, Page, Section},
    sorry::sorry,
    steps::aside,
    tracking::{Seen, api::case_path, pages::locked},
    turn::{Turn, flag, later, param},
    words::date::machine,
};
use leptos::prelude::*;

/// Where we write to, what was written, and the say the customer has in it. The buttons belong to
/// the page's one form, so that what is typed there goes with them.
pub fn news_section(turn: &Turn, reference: Reference, news: &News) -> AnyView {
    let words = turn.words;
    let told: Vec<_> = news
        .told
        .iter()
        .filter(|told| told.state != ToldState::Suppressed)
        .filter_map(|told| {
            let what = words.known(&format!("told-{}", told.kind))?;
            let state = words.fill(
                &format!("told-state-{}", told.state.name()),
                &[("where", &told.masked)],
            );
            Some(view! {
                <li>
                    <span>{what}</span>
                    " "
                    <span class="quiet">
                        {state} " " <time datetime=machine(told.at)>{turn.moment(told.at)}</time>
                    </span>
                </li>
            })
        })
        .collect();
    let list = (!told.is_empty()).then(|| {
        view! {
            <details class="history">
                <summary>{words.say("told-list")}</summary>
                <ol>{told}</ol>
            </details>
        }
    });
    let where_to = match &news.contact {
        Some(contact) => reached(turn, contact),
        None => view! { <p>{words.say("told-nowhere")}</p> }.into_any(),
    };
    let change = match &news.contact {
        Some(_) => words.say("told-change"),
        None => words.say("told-give"),
    };
    view! {
        <Section title=words.say("told-title") id="news">
            {where_to}
            {list}
            <p class="acts">
                <a class="button second" href=contact_path(reference)>{change}</a>
            </p>
        </Section>
    }
    .into_any()
}

fn reached(turn: &Turn, contact: &Reached) -> AnyView {
    let words = turn.words;
    let to = contact.masked.as_str();
    let (sentence, act, button) = if contact.stopped {
        (
            words.fill("told-stopped", &[("where", to)]),
            "resume",
            words.say("told-resume"),
        )
    } else if contact.unreachable {
        (
            words.fill("told-unreachable", &[("where", to)]),
            "stop",
            words.say("told-stop"),
        )
    } else {
        (
            words.fill("told-where", &[("where", to)]),
            "stop",
            words.say("told-stop"),
        )
    };
    view! {
        <p>{sentence}</p>
        <p class="acts">
            <button
                class="button second"
                type="submit"
                form="step"
                formaction="/api/track/notices"
                name="act"
                value=act
            >
                {button}
            </button>
        </p>
    }
    .into_any()
}

/// `/track/{reference}/contact`.
#[component]
pub fn Contact() -> impl IntoView {
    let turn = Turn::take();
    let reference = param("reference");
    let faulty = flag("mend");
    later(async move {
        match contact_page(&turn, &reference, faulty).await {
            Ok(page) => page,
            Err(Refusal::NotFound) => locked(&turn, None),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

async fn contact_page(turn: &Turn, reference: &str, mend: bool) -> Result<AnyView, Refusal> {
    let words = turn.words;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let Seen::Full(_) = turn.hatch.tracking.see(visitor, reference).await? else {
        return Err(Refusal::NotFound);
    };
    let typed = aside(turn, &contact_place(reference)).await?;
    let typed = typed.typed("contact").to_owned();
    let operator = &turn.hatch.catalogue.operator;
    let fault = read_contact(&typed, &operator.region).err();
    let fault = fault.filter(|_| mend).map(|code| words.fault(code));
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("contact".to_owned(), fault.clone()))
        .collect();
    let why = turn
        .hatch
        .catalogue
        .consent
        .contact
        .say(words.lang)
        .to_owned();
    let (number, faulty) = (reference.to_string(), fault.is_some());
    Ok(view! {
        <Page title=words.say("told-contact-title") faulty form=true>
            <ErrorSummary faults />
            <Heading text=words.say("told-contact-title") caption=number.clone() />
            <Lead text=words.say("told-contact-lead") />
            <form id="step" method="post" action="/api/track/contact" autocomplete="off" novalidate>
                <input type="hidden" name="reference" value=number />
                <Field
                    id="contact"
                    label=words.say("told-contact-label")
                    hint=words.say("told-contact-hint")
                    why
                    value=typed
                    fault
                />
                <div class="acts">
                    <button class="button" type="submit">{words.say("told-contact-send")}</button>
                    <a class="button second" href=case_path(reference)>
                        {words.say("told-contact-back")}
                    </a>
                </div>
            </form>
        </Page>
    }
    .into_any())
}
