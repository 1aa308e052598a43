//! A step of a journey: the same drawing as on a phone, in the kiosk's frame.

use super::{
    super::{
        known::known,
        page,
        sending::send,
        session::{Journey, Screen, Session},
    },
    place,
};
use crate::{
    catalogue::Catalogue,
    enquiry, fault,
    journey::{CHECK, FieldFault, Room},
    kiosk::{deposit::Matter, walk::Next},
    parts::{ActButton, DefaultAct, ErrorSummary, Look},
    steps::{Drawn, Post, Shown, check, named_faults, shown},
    survey,
    words::Words,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use std::sync::Arc;
use web_sys::{HtmlButtonElement, HtmlFormElement};

pub fn draw(
    session: Session,
    words: Words,
    catalogue: &Arc<Catalogue>,
    step: &str,
    faults: Vec<FieldFault>,
) -> AnyView {
    let Some(journey) = session.journey() else {
        return ().into_any();
    };
    let trail = journey.trail(catalogue);
    let shown = Shown {
        faults,
        ..shown(journey.draft.clone(), true, &trail, step, false)
    };
    let last = trail.last() == Some(step);
    let drawn = inside(words, catalogue, &journey, step, last, &shown);
    let faults = named_faults(words, catalogue, &drawn.title, &shown);
    let submit = drawn.submit.unwrap_or_else(|| words.say("face-continue"));
    let for_press = catalogue.clone();
    let for_links = catalogue.clone();
    view! {
        <ErrorSummary faults />
        <form
            id="step"
            class="step"
            autocomplete="off"
            novalidate
            on:submit=move |event| pressed(session, &for_press, &event)
            on:click=move |event| followed(session, &for_links, &event)
        >
            <DefaultAct />
            <input type="hidden" name="step" value=step.to_owned() />
            <p class="caption">{shown.caption(words)}</p>
            {drawn.body}
            <div class="acts">
                {(!submit.is_empty())
                    .then(|| view! { <ActButton act="next" look=Look::Main label=submit /> })}
                <ActButton act="back" look=Look::Second label=words.say("face-back") />
            </div>
        </form>
    }
    .into_any()
}

fn inside(
    words: Words,
    catalogue: &Catalogue,
    journey: &Journey,
    step: &str,
    last: bool,
    shown: &Shown,
) -> Drawn {
    match journey.room {
        Room::Fault if step == CHECK => {
            check(words, catalogue, fault::rows(words, catalogue, shown))
        }
        Room::Enquiry if step == CHECK => {
            check(words, catalogue, enquiry::rows(words, catalogue, shown))
        }
        Room::Fault => {
            let place = || place::draw(words, catalogue, shown);
            fault::draw(
                words,
                catalogue,
                step,
                shown,
                &journey.world(catalogue),
                place,
            )
        }
        Room::Enquiry => enquiry::draw(words, catalogue, step, shown),
        room => survey::draw(words, survey::survey(catalogue, room), step, last, shown),
    }
}

/// A button of the form was pressed, or Enter in one of its fields.
fn pressed(session: Session, catalogue: &Arc<Catalogue>, event: &SubmitEvent) {
    event.prevent_default();
    let form = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
    let (Some(form), Some(journey)) = (form, session.journey()) else {
        return;
    };
    let mut sheet = page::sheet(&form);
    let button = event
        .submitter()
        .and_then(|it| it.dyn_into::<HtmlButtonElement>().ok());
    if let Some(button) = button {
        sheet.put(button.name(), &button.value());
    }
    let post = Post::from(sheet);
    if journey.room != Room::Fault || post.step != "place" {
        take(session, catalogue, journey, post);
        return;
    }
    let catalogue = catalogue.clone();
    spawn_local(async move {
        let product = journey.sheet().typed("product");
        let lang = session.lang.get_untracked();
        let known = known(lang, product, post.sheet.typed("place")).await;
        // The customer may have left meanwhile.
        if let Some(journey) = session.journey() {
            take(session, &catalogue, Journey { known, ..journey }, post);
        }
    });
}

fn take(session: Session, catalogue: &Catalogue, mut journey: Journey, post: Post) {
    let next = journey.press(catalogue, post);
    let room = journey.room;
    session.update(|held| *held = journey);
    match next {
        Next::Step(step, faults) => session.screen.set(Screen::Step(step, faults)),
        Next::Begin => session.screen.set(Screen::Menu),
        Next::Mended(check) => send(session, Matter::Helped { check }),
        Next::Joined(incident) => send(session, Matter::Joined { incident }),
        Next::Send => send(
            session,
            match room {
                Room::Enquiry => Matter::Enquiry,
                Room::Fault => Matter::Fault,
                Room::Survey | Room::Closing(_) => Matter::Survey,
            },
        ),
    }
}

/// A link within the step: to a field that is to be put right, or to a step that is to be changed.
/// Neither becomes an address: a kiosk has one page, and no history.
fn followed(session: Session, catalogue: &Catalogue, event: &web_sys::MouseEvent) {
    let Some(link) = page::around(event.target(), "a[href]") else {
        return;
    };
    event.prevent_default();
    let href = link.get_attribute("href").unwrap_or_default();
    if let Some(field) = href.strip_prefix('#').and_then(page::by_id) {
        page::focus(&field);
    } else if let Some((_, step)) = href.rsplit_once('/') {
        session.visit(catalogue, step);
    }
}
