//! One customer's session: all that this page knows of them. It is begun with the page and ends with
//! it; nothing of it is kept anywhere else.

use super::{clock, moving::Code, page, sending::Held};
use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    fault::{KnownIncident, World},
    journey::{CHECK, Draft, FieldFault, Room, Sheet},
    kiosk::{
        deposit::Told,
        live::{Live, follow},
        walk,
    },
    steps::Post,
    words::Words,
};
use leptos::prelude::*;

/// What is to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Nobody is there: which language do you speak?
    Attract,
    /// What can be done here.
    Menu,
    /// Where does a case stand?
    Look,
    /// A step of the journey, with what is wrong in it.
    Step(String, Vec<FieldFault>),
    /// A good ending without a case.
    Ending(Ending),
    /// It is on its way.
    Sending,
    /// What became of a case.
    Sent(Sent),
    /// It could not be kept here.
    Full,
    /// The question of the door, to whoever finishes.
    Tap,
}

/// A case that was sent, or is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its public number.
    pub reference: String,
    /// The address of its secret link.
    pub link: String,
    /// What is promised.
    pub promise: Option<Told>,
    /// Whether the server has it.
    pub received: bool,
}

/// How a journey can end without a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// What was tried helped.
    Mended,
    /// It was known already, and this customer is counted.
    Joined,
    /// The survey was sent.
    Thanks,
    /// A phone has taken the journey over.
    Moved,
}

/// What lies over the screen and goes away again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Where a person is to be found.
    Help,
    /// Leaving: what becomes of what was typed?
    Leaving,
    /// A code, to go on on a phone.
    Moving,
}

/// A journey that was begun.
#[derive(Clone, Debug)]
pub struct Journey {
    /// Which.
    pub room: Room,
    /// What was typed.
    pub draft: Draft,
    /// What is known to be wrong at the chosen place.
    pub known: Vec<KnownIncident>,
}

/// One customer's session. A handle, as cheap to copy as the signals in it.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language spoken.
    pub lang: Live<Lang>,
    /// Large letters.
    pub large: Live<bool>,
    /// High contrast.
    pub contrast: Live<bool>,
    /// What is to be seen.
    pub screen: Live<Screen>,
    /// What lies over it.
    pub over: Live<Option<Over>>,
    /// Whether the customer is asked if they are still there.
    pub asked: Live<bool>,
    /// Seconds left to say so.
    pub left: Live<u32>,
    /// Where what is sent goes first.
    pub queue: Held,
    /// What there is to point a phone at.
    pub code: Live<Code>,
    /// Whether the journey is being offered to phones.
    pub offering: StoredValue<bool>,
    journey: StoredValue<Option<Journey>>,
}

impl Session {
    /// As new, in the language of the device.
    pub fn begin(lang: Lang) -> Self {
        let session = Self {
            lang: Live::new(lang),
            large: Live::new(false),
            contrast: Live::new(false),
            screen: Live::new(Screen::Attract),
            over: Live::new(None),
            asked: Live::new(false),
            left: Live::new(0),
            queue: StoredValue::new_local(None),
            code: Live::new(Code::default()),
            offering: StoredValue::new(false),
            journey: StoredValue::new(None),
        };
        follow(move || page::mark("lang", Some(session.lang.get().tag())));
        let choice = |on: bool, value: &'static str| on.then_some(value);
        follow(move || page::mark("data-size", choice(session.large.get(), "large")));
        follow(move || page::mark("data-contrast", choice(session.contrast.get(), "more")));
        session
    }

    /// The words of the language spoken.
    pub fn words(self) -> Words {
        Words::new(self.lang.get())
    }

    /// Whether this page was touched since it is there.
    pub fn is_touched(self) -> bool {
        let fresh = self.screen.with_untracked(|it| *it == Screen::Attract)
            && self.over.get_untracked().is_none();
        !fresh || self.large.get_untracked() || self.contrast.get_untracked()
    }

    /// The journey as it stands.
    pub fn journey(self) -> Option<Journey> {
        self.journey.get_value()
    }

    /// Begins a journey; the one before is gone.
    pub fn enter(self, catalogue: &Catalogue, room: Room) {
        let draft = Draft {
            key: page::fresh_key(),
            ..Draft::default()
        };
        self.journey.set_value(Some(Journey {
            room,
            draft,
            known: Vec::new(),
        }));
        self.go_on(catalogue);
    }

    /// Shows the first step that is not answered.
    pub fn go_on(self, catalogue: &Catalogue) {
        if let Some(journey) = self.journey() {
            let trail = journey.trail(catalogue);
            self.screen
                .set(Screen::Step(trail.next().to_owned(), Vec::new()));
        }
    }

    /// Shows a step, if it may be visited.
    pub fn visit(self, catalogue: &Catalogue, step: &str) {
        if let Some(journey) = self.journey()
            && journey.trail(catalogue).may_visit(step)
        {
            self.screen.set(Screen::Step(step.to_owned(), Vec::new()));
        }
    }

    /// Changes the journey.
    pub fn update(self, change: impl FnOnce(&mut Journey)) {
        self.journey.update_value(|journey| {
            if let Some(journey) = journey {
                change(journey);
            }
        });
    }

    /// Takes what stands in the open step's fields into the draft, before the screen is drawn anew.
    pub fn keep_typed(self, catalogue: &Catalogue) {
        let Some(form) = page::step_form() else {
            return;
        };
        let post = Post::from(page::sheet(&form));
        if post.step != CHECK {
            self.update(|journey| walk::keep(catalogue, journey.room, &mut journey.draft, &post));
        }
    }

    /// Lets go of everything that was typed.
    pub fn forget(self) {
        self.journey.set_value(None);
        self.over.set(None);
        self.asked.put(false);
    }

    /// Speaks another language; what was typed stays.
    pub fn speak(self, catalogue: &Catalogue, lang: Lang) {
        self.keep_typed(catalogue);
        self.lang.set(lang);
    }

    /// Lays something over the screen.
    pub fn cover(self, catalogue: &Catalogue, over: Over) {
        self.keep_typed(catalogue);
        self.over.set(Some(over));
    }
}

impl Journey {
    /// What it depends on besides what was typed.
    pub fn world(&self, catalogue: &Catalogue) -> World {
        World {
            today: clock::today(&catalogue.operator.zone),
            known: self.known.clone(),
        }
    }

    /// How far it is.
    pub fn trail(&self, catalogue: &Catalogue) -> crate::journey::Trail {
        walk::trail(catalogue, self.room, &self.draft, &self.world(catalogue))
    }

    /// Takes a pressed step and says what comes next.
    pub fn press(&mut self, catalogue: &Catalogue, post: Post) -> walk::Next {
        let world = self.world(catalogue);
        walk::press(catalogue, self.room, &mut self.draft, post, |_| world)
    }

    /// What was typed.
    pub fn sheet(&self) -> &Sheet {
        &self.draft.sheet
    }
}
