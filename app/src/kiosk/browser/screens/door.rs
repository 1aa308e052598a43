//! By the door: one question, one press, thanks, the next person. The faces stay where they are, so
//! the next one need not wait. Whoever is unhappy may say why or ask to be heard; nobody has to.
//! A kiosk with journeys may ask the same of whoever has come to the end of one.
//!
//! Every press is handed on, the ones of a cleaning cloth too: which are somebody's answer is judged
//! where all of them are known.

use super::{
    super::{
        page,
        queue::device_now,
        session::{Ending, Screen, Session},
        wipe,
    },
    press,
};
use crate::{
    case::language::Lang,
    catalogue::{Catalogue, TapQuestion, TapWhy},
    journey::Room,
    kiosk::{
        Mode, Setup,
        live::{Live, live},
        tap::{Tap, face::mouth},
    },
    parts::{Heading, Listed},
    words::Words,
};
use leptos::{leptos_dom::helpers::set_timeout, prelude::*, task::spawn_local};
use std::{sync::Arc, time::Duration};

/// Thanks stand for so long, if nothing is offered with them.
const THANKED: Duration = Duration::from_secs(4);
/// And so long, if something is: time to read it and to press (WCAG 2.2.1 asks for 20 seconds).
const OFFERED: Duration = Duration::from_secs(20);

/// What stands under the faces.
#[derive(Clone, Debug, PartialEq)]
enum Under {
    /// Nothing yet.
    Nothing,
    /// Thanks for this press.
    Thanks(Tap),
    /// Thanks, and the question for a reason.
    Why(Tap),
    /// Thanks for the reason.
    Told,
    /// It could not be kept, and nobody is thanked.
    Unkept,
}

/// What the screen remembers, from one press to the next.
#[derive(Clone, Copy)]
struct Door {
    session: Session,
    under: Live<Under>,
    presses: StoredValue<u32>,
}

/// The screen, where this kiosk is one by the door and something is asked there.
pub fn draw(session: Session, words: Words, catalogue: &Arc<Catalogue>) -> Option<AnyView> {
    let setup: Arc<Setup> = use_context()?;
    let question = catalogue.surveys.tap.as_ref();
    let question = question.filter(|_| setup.mode == Mode::Door)?;
    speak_again(session, &setup);
    Some(ask(session, words, catalogue, question))
}

/// Whether somebody who finishes is asked first: after a case or what helped without one, as the
/// survey has asked already. Said as the screen is drawn.
pub fn is_asked_last(session: Session) -> bool {
    let ends = session.screen.with_untracked(|screen| {
        matches!(
            screen,
            Screen::Sent(_) | Screen::Ending(Ending::Mended | Ending::Joined)
        )
    });
    let setup: Option<Arc<Setup>> = use_context();
    let catalogue: Option<Arc<Catalogue>> = use_context();
    ends && setup.is_some_and(|setup| setup.tap)
        && catalogue.is_some_and(|catalogue| catalogue.surveys.tap.is_some())
}

/// The question at the end of a journey; after the answer, or without one, the customer is gone.
pub fn last(session: Session, words: Words, catalogue: &Arc<Catalogue>) -> AnyView {
    let question = catalogue.surveys.tap.as_ref();
    view! {
        {question.map(|question| ask(session, words, catalogue, question))}
        <div class="acts">
            {press(words.say("kiosk-just-finish"), "button second", move || wipe::end(session))}
        </div>
    }
    .into_any()
}

/// Nobody leaves here, so a language that was chosen is let go of after a while.
fn speak_again(session: Session, setup: &Setup) {
    let (chosen, own) = (spoken(session), setup.language);
    if chosen == own {
        return;
    }
    let again = move || {
        let nobody_began = session.screen.try_get_untracked() == Some(Screen::Attract);
        if nobody_began && spoken(session) == chosen {
            session.lang.set(own);
        }
    };
    set_timeout(again, Duration::from_secs(setup.idle.into()));
}

fn spoken(session: Session) -> Lang {
    session.lang.get_untracked()
}

fn ask(
    session: Session,
    words: Words,
    catalogue: &Arc<Catalogue>,
    question: &TapQuestion,
) -> AnyView {
    let door = Door {
        session,
        under: Live::new(Under::Nothing),
        presses: StoredValue::new(0),
    };
    let faces = (1..)
        .zip(&question.faces)
        .map(|(number, word)| {
            let asked = question.clone();
            let pressed = move |_| {
                let tap = Tap::on(&asked, number, page::fresh_key(), device_now());
                door.keep(tap.clone(), Under::Thanks(tap), after(&asked, number));
            };
            face(number, question, word.say(words.lang), pressed)
        })
        .listed();
    let (asked, catalogue) = (question.clone(), catalogue.clone());
    let under = live(move || match door.under.get() {
        Under::Nothing => ().into_any(),
        Under::Thanks(tap) => {
            let to_be_heard = heard(session, words, &catalogue, &asked);
            thanks(door, words, &asked, tap, to_be_heard)
        }
        Under::Why(tap) => match &asked.why {
            Some(why) => reasons(door, words, why, &tap),
            None => ().into_any(),
        },
        Under::Told => said(words.say("tap-told")),
        Under::Unkept => said(words.say("tap-unkept")),
    });
    view! {
        <div class="tap">
            <Heading text=question.ask.say(words.lang).to_owned() />
            <div class="tap-faces" role="group" aria-label=words.say("tap-faces")>
                {faces}
            </div>
            <div class="tap-under" role="status">
                {under}
            </div>
        </div>
    }
    .into_any()
}

impl Door {
    /// Keeps a press or its reason. Nobody is thanked for what is not on the disk.
    fn keep(self, tap: Tap, then: Under, stay: Duration) {
        spawn_local(async move {
            let kept = match self.session.queue.get_value() {
                Some(queue) => queue.press(&tap).await.is_ok(),
                None => false,
            };
            match kept {
                true => self.show(then, stay),
                false => self.show(Under::Unkept, THANKED),
            }
        });
    }

    /// Shows something for a while; a press that comes meanwhile begins its own while.
    fn show(self, under: Under, stay: Duration) {
        // The screen may be another one by now.
        let Some(before) = self.presses.try_get_value() else {
            return;
        };
        let mine = before.wrapping_add(1);
        self.presses.set_value(mine);
        self.under.set(under);
        let over = move || {
            if self.presses.try_get_value() != Some(mine) {
                return;
            }
            match self.session.screen.get_untracked() {
                Screen::Tap => wipe::end(self.session),
                _ => self.under.set(Under::Nothing),
            }
        };
        set_timeout(over, stay);
    }
}

/// How long thanks stand after a press on a face.
fn after(question: &TapQuestion, face: u8) -> Duration {
    let offers = question.why.is_some() || question.follow_up;
    match offers && question.is_low(face) {
        true => OFFERED,
        false => THANKED,
    }
}

fn face(
    number: u8,
    question: &TapQuestion,
    word: &str,
    pressed: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    let faces = u8::try_from(question.faces.len()).unwrap_or(u8::MAX);
    view! {
        <button type="button" class="tap-face" on:click=pressed>
            <svg class="tap-drawing" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
                <circle cx="24" cy="24" r="20" />
                <path d="M17 19v.01M31 19v.01" />
                <path d=mouth(number, faces) />
            </svg>
            <span>{word.to_owned()}</span>
        </button>
    }
    .into_any()
}

fn said(sentence: String) -> AnyView {
    view! { <p class="tap-said">{sentence}</p> }.into_any()
}

/// Thanks, by the word that was pressed; and, after a low answer, what more may be said.
fn thanks(
    door: Door,
    words: Words,
    question: &TapQuestion,
    tap: Tap,
    to_be_heard: Option<AnyView>,
) -> AnyView {
    let low = question.is_low(tap.face);
    let word = question.faces.get(usize::from(tap.face) - 1);
    let word = word.map_or("", |word| word.say(words.lang));
    let why = (low && question.why.is_some()).then(|| {
        press(words.say("tap-why"), "button second", move || {
            door.show(Under::Why(tap.clone()), OFFERED + THANKED);
        })
    });
    view! {
        {said(words.fill("tap-thanks", &[("word", word)]))}
        <div class="acts">{why} {low.then_some(to_be_heard)}</div>
    }
    .into_any()
}

/// The way to an enquiry, where a contact can be left under the same rules as everywhere.
fn heard(
    session: Session,
    words: Words,
    catalogue: &Arc<Catalogue>,
    question: &TapQuestion,
) -> Option<AnyView> {
    let catalogue = catalogue.clone();
    question.follow_up.then(|| {
        press(words.say("tap-be-heard"), "button second", move || {
            session.enter(&catalogue, Room::Enquiry);
        })
    })
}

fn reasons(door: Door, words: Words, why: &TapWhy, tap: &Tap) -> AnyView {
    let reasons = { why.reasons.iter() }
        .map(|reason| {
            let told = Tap {
                reason: Some(reason.code.clone()),
                ..tap.clone()
            };
            press(
                reason.name.say(words.lang).to_owned(),
                "button second",
                move || {
                    door.keep(told.clone(), Under::Told, THANKED);
                },
            )
        })
        .listed();
    view! {
        {said(why.ask.say(words.lang).to_owned())}
        <div class="acts">{reasons}</div>
    }
    .into_any()
}
