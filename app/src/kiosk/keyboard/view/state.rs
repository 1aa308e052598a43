//! What the keyboard remembers while a field is being filled in, and what its keys do.
//! With the field it forgets all of it.

use super::{
    super::{
        board::{Board, Purpose},
        compose::{Candidate, Composer, Method},
        day::Day,
        hardware::{Act, Stage},
        key::{Case, Key},
        paging,
    },
    field,
    shelf::Shelf,
};
use crate::{
    case::language::Lang,
    kiosk::live::{Live, follow},
};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// A handle, as cheap to copy as the signals in it.
#[derive(Clone, Copy)]
pub struct Keys {
    /// The visitor's language.
    pub lang: Live<Lang>,
    /// What the field is for; without a field there is no keyboard.
    pub purpose: Live<Option<Purpose>>,
    /// Which keys are shown.
    pub board: Live<Board>,
    /// Whether letters are capitals.
    pub case: Live<Case>,
    /// Sounds that wait to be chosen.
    pub composer: Live<Composer>,
    /// What they may mean.
    pub choices: Live<Vec<Candidate>>,
    /// Which page of it is shown.
    pub page: Live<usize>,
    /// Whether digits of a hardware keyboard choose.
    pub choosing: Live<bool>,
    /// The digits of a day.
    pub day: Live<Day>,
    /// The dictionaries.
    pub shelf: Shelf,
    target: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Keys {
    /// Without a field.
    pub fn new(lang: Live<Lang>) -> Self {
        let keys = Self {
            lang,
            purpose: Live::new(None),
            board: Live::new(Board::Letters),
            case: Live::new(Case::Small),
            composer: Live::new(Composer::new(Method::Pinyin)),
            choices: Live::new(Vec::new()),
            page: Live::new(0),
            choosing: Live::new(false),
            day: Live::new(Day::default()),
            shelf: Shelf::new(),
            target: StoredValue::new_local(None),
        };
        // A dictionary came for what was typed already.
        follow(move || {
            keys.shelf.track();
            keys.compose(keys.composer.get_untracked());
        });
        keys
    }

    /// Takes what was typed, and looks up what it may mean.
    fn compose(self, composer: Composer) {
        let dictionary = untrack(|| self.shelf.get(composer.method()));
        let choices = dictionary.map(|dictionary| composer.candidates(&dictionary));
        self.composer.set(composer);
        self.choices.set(choices.unwrap_or_default());
    }

    /// The field that is being filled in.
    pub fn field(self) -> Option<HtmlElement> {
        self.target.get_value()
    }

    /// A field is to be filled in; the one before is forgotten.
    pub fn open(self, element: &HtmlElement, purpose: Purpose) {
        if self.field().as_ref() != Some(element) {
            self.target.set_value(Some(element.clone()));
            self.day.set(Day::of(&field::value(element)));
            self.purpose.set(Some(purpose));
            self.go(Board::first(purpose, self.lang.get_untracked()));
        }
        field::bring_into_sight(element.clone());
    }

    /// Puts the keyboard away.
    pub fn close(self) {
        self.target.set_value(None);
        self.purpose.set(None);
        self.forget();
    }

    /// Lets go of what was not chosen.
    pub fn forget(self) {
        if !self.composer.with_untracked(Composer::is_empty) {
            self.change(Composer::clear);
        }
        self.case.set(Case::Small);
    }

    fn go(self, board: Board) {
        if let Some(method) = board.method() {
            self.shelf.fetch(method);
            self.compose(Composer::new(method));
        }
        self.forget();
        self.board.set(board);
    }

    /// Every change of the sounds begins at the first page of choices.
    fn change<T>(self, change: impl FnOnce(&mut Composer) -> T) -> T {
        self.page.set(0);
        self.choosing.set(false);
        let mut composer = self.composer.get_untracked();
        let done = change(&mut composer);
        self.compose(composer);
        done
    }

    /// A key was pressed.
    pub fn press(self, key: Key) {
        let Some(element) = self.field() else { return };
        match key {
            Key::Sound(sound) => {
                self.change(|composer| composer.press(sound));
            }
            Key::Write(sign) if self.purpose.get_untracked() == Some(Purpose::Day) => {
                self.day_changed(&element, |day| day.press(sign));
            }
            Key::Write(sign) => {
                self.take_first();
                let written = self.case.get_untracked().of(sign);
                field::write(&element, &written.to_string());
                self.case.set(Case::Small);
            }
            Key::Piece(text) => field::write(&element, text),
            Key::Back if self.purpose.get_untracked() == Some(Purpose::Day) => {
                self.day_changed(&element, Day::back);
            }
            Key::Back => {
                if !self.change(Composer::back) {
                    field::take_back(&element);
                }
            }
            Key::Space => {
                if !self.take_first() {
                    field::write(&element, " ");
                }
            }
            Key::Line => {
                if !self.take_first() {
                    field::new_line(&element);
                }
            }
            Key::Next => {
                self.take_first();
                field::go_on(&element);
            }
            Key::Shift => self.case.update(|case| *case = case.turned()),
            // These keys go, so whoever reached one by Tab is led back to the field.
            Key::Go(board) => {
                self.take_first();
                field::focus(&element);
                self.go(board);
            }
            Key::Away => {
                field::focus(&element);
                self.close();
            }
        }
    }

    fn day_changed(self, element: &HtmlElement, change: impl FnOnce(&mut Day) -> bool) {
        let mut day = self.day.get_untracked();
        if change(&mut day) {
            field::set_value(element, &day.value());
            self.day.set(day);
        }
    }

    /// Takes a choice.
    pub fn choose(self, choice: &Candidate) {
        if let Some(element) = self.field() {
            let text = self.change(|composer| composer.choose(choice));
            field::write(&element, &text);
        }
    }

    /// Takes the first choice, if something waits for one.
    fn take_first(self) -> bool {
        let first = self
            .choices
            .with_untracked(|choices| choices.first().cloned());
        if let Some(first) = &first {
            self.choose(first);
        }
        first.is_some()
    }

    /// The choices that are shown.
    pub fn shown(self) -> Vec<Candidate> {
        self.choices.with(|choices| {
            let pages = paging::pages(choices);
            let page = pages.get(self.page.get()).cloned().unwrap_or_default();
            choices.get(page).unwrap_or_default().to_vec()
        })
    }

    /// How many pages of choices there are.
    pub fn pages(self) -> usize {
        self.choices.with(|choices| paging::pages(choices).len())
    }

    /// The page of choices before, if there is one.
    pub fn earlier(self) {
        self.page.update(|page| *page = page.saturating_sub(1));
    }

    /// The page after, if there is one.
    pub fn later(self) {
        let last = untrack(|| self.pages()) - 1;
        self.page.update(|page| *page = (*page + 1).min(last));
    }

    /// How far the writing is, where Chinese is being written.
    pub fn writing(self) -> Option<(Method, Stage)> {
        let method = self.board.get_untracked().method()?;
        let stage = self.composer.with_untracked(Composer::stage);
        let choosing = self.choosing.get_untracked() && stage != Stage::Empty;
        Some((method, if choosing { Stage::Choosing } else { stage }))
    }

    /// A key of a hardware keyboard was pressed.
    pub fn act(self, act: Act) {
        match act {
            Act::Sound(sound) => self.press(Key::Sound(sound)),
            Act::Choose(at) => {
                if let Some(choice) = untrack(|| self.shown()).get(at) {
                    self.choose(choice);
                }
            }
            Act::First => {
                self.take_first();
            }
            Act::Raw => {
                let letters = self.composer.with_untracked(Composer::shown);
                self.change(Composer::clear);
                if let Some(element) = self.field() {
                    field::write(&element, &letters);
                }
            }
            Act::Back => self.press(Key::Back),
            Act::Clear => self.change(Composer::clear),
            Act::Earlier => self.earlier(),
            Act::Later => self.later(),
            Act::Choosing => self.choosing.set(true),
            Act::Nothing => {}
        }
    }
}
