//! "Where does it stand?" by reference and contact. What was typed and what was found are this screen's
//! alone, and go with it.

use super::{
    super::{
        calls::call,
        page,
        session::{Screen, Session},
        wipe,
    },
    press,
};
use crate::{
    case::language::Lang,
    journey::Sheet,
    kiosk::{
        Refused,
        live::{Live, live},
        look::{Looked, Stands},
    },
    parts::{
        BigReference, ErrorSummary, Field, FieldKind, Heading, Lead, Notice, Promise, State, Tone,
    },
    steps::named,
    tracking::look_faults,
    words::Words,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use serde::Serialize;
use web_sys::HtmlFormElement;

/// How the look stands.
#[derive(Clone)]
enum Way {
    /// To be typed, with what is wrong.
    Asking(Sheet, Vec<(String, String)>),
    /// On its way.
    Waiting,
    /// Found.
    Found(Stands),
    /// The server is not reached.
    Away(Sheet),
}

/// The call's arguments.
#[derive(Serialize)]
struct Look<'a> {
    lang: Lang,
    reference: &'a str,
    contact: &'a str,
}

pub fn draw(session: Session, words: Words) -> AnyView {
    let way = Live::new(Way::Asking(Sheet::default(), Vec::new()));
    let drawn = live(move || match way.get() {
        Way::Asking(typed, faults) => form(words, way, &typed, faults),
        Way::Waiting => {
            view! { <p class="lead" role="status">{words.say("kiosk-waiting")}</p> }.into_any()
        }
        Way::Found(stands) => found(session, words, stands),
        Way::Away(typed) => away(words, way, typed),
    });
    view! {
        {drawn}
        <div class="acts">
            {press(words.say("kiosk-back"), "button second", move || session.screen.set(Screen::Menu))}
        </div>
    }
    .into_any()
}

fn form(words: Words, way: Live<Way>, typed: &Sheet, faults: Vec<(String, String)>) -> AnyView {
    let fault = |name: &str| {
        let found = faults.iter().find(|(field, _)| field == name);
        found.map(|(_, sentence)| sentence.clone())
    };
    let (at_reference, at_contact) = (fault("reference"), fault("contact"));
    let faults = named(words, faults, |field| {
        words.say(match field {
            "reference" => "track-reference-label",
            _ => "track-contact-label",
        })
    });
    let [reference, contact] = ["reference", "contact"].map(|field| typed.typed(field).to_owned());
    view! {
        <ErrorSummary faults />
        <Heading text=words.say("track-title") />
        <form
            id="step"
            class="step"
            autocomplete="off"
            novalidate
            on:submit=move |event| ask(words, way, &event)
        >
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
                value=contact
                fault=at_contact
            />
            <div class="acts">
                <button class="button" type="submit">
                    {words.say("track-find")}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn ask(words: Words, way: Live<Way>, event: &SubmitEvent) {
    event.prevent_default();
    let form = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
    let typed = form.as_ref().map(page::sheet).unwrap_or_default();
    let faults = faults(words, &typed);
    if !faults.is_empty() {
        way.set(Way::Asking(typed, faults));
        return;
    }
    way.set(Way::Waiting);
    spawn_local(async move {
        let look = Look {
            lang: words.lang,
            reference: typed.typed("reference"),
            contact: typed.typed("contact"),
        };
        let at_reference = |id: &str| vec![("reference".to_owned(), words.say(id))];
        way.set(match call("look", &look).await {
            Ok(Looked::Stands(stands)) => Way::Found(stands),
            Ok(Looked::Unknown) => Way::Asking(typed, at_reference("track-unknown-text")),
            Err(Refused::TooMany) => Way::Asking(typed, at_reference("track-wait-text")),
            Err(_) => Way::Away(typed),
        });
    });
}

fn faults(words: Words, typed: &Sheet) -> Vec<(String, String)> {
    look_faults(typed)
        .into_iter()
        .map(|fault| (fault.field, words.fault(fault.code)))
        .collect()
}

fn found(session: Session, words: Words, stands: Stands) -> AnyView {
    let promise = stands
        .promise
        .map(|(sentence, datetime)| view! { <Promise datetime sentence /> });
    view! {
        <Heading text=stands.kind />
        <BigReference text=stands.reference />
        <p class="standing">
            <State tone=Tone::Info label=stands.state />
        </p>
        <p>{stands.means}</p>
        {promise}
        <Notice title=words.say("standing-title")>
            <p>{words.say("standing-text")}</p>
        </Notice>
        <div class="acts">
            {press(words.say("kiosk-finish"), "button", move || wipe::end(session))}
        </div>
    }
    .into_any()
}

fn away(words: Words, way: Live<Way>, typed: Sheet) -> AnyView {
    view! {
        <Heading text=words.say("kiosk-away-title") />
        <Lead text=words.say("kiosk-away-lead") />
        <div class="acts">
            {press(
                words.say("unsent-retry"),
                "button",
                move || way.set(Way::Asking(typed.clone(), Vec::new())),
            )}
        </div>
    }
    .into_any()
}
