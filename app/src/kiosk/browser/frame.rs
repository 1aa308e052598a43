//! What is the same on each screen: whose kiosk this is, and one bar with all that is always there, in
//! the same place: help, letters, contrast, languages, and the way out.

use super::{
    page, screens,
    session::{Over, Screen, Session},
    speech::{Aloud, Speech},
};
use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    kiosk::{
        keyboard::Keyboard,
        live::{Live, live},
        press::{look_after_changes, on_press},
    },
    parts::{BrandMark, Icon, Listed},
};
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*};
use std::{sync::Arc, time::Duration};

/// The whole page.
pub fn frame(session: Session) -> impl IntoView {
    let catalogue: Arc<Catalogue> = expect_context();
    let brand = catalogue.clone();
    let brand = move || brand.operator.name.say(session.lang.get()).to_owned();
    let drawn = catalogue.clone();
    let minute = minute(session);
    view! {
        <div class="kiosk" data-minute=move || minute.get()>
            <header class="kiosk-head">
                <BrandMark />
                <p class="kiosk-brand">{brand}</p>
            </header>
            <main id="main" class="kiosk-stage" tabindex="-1">
                {live(move || screens::draw(session, &drawn))}
            </main>
            <More session />
            <Keyboard lang=session.lang />
            <Bar session catalogue />
            {live(move || screens::warning(session))}
        </div>
    }
}

/// Where the first screen stands: elsewhere each minute, so that nothing burns in.
fn minute(session: Session) -> Live<u32> {
    let minute = Live::new(0);
    let pass = move || {
        if session
            .screen
            .with_untracked(|screen| *screen == Screen::Attract)
        {
            minute.update(|minute| *minute = (*minute + 1) % 3);
        }
    };
    let _no_timers = set_interval_with_handle(pass, Duration::from_secs(60));
    minute
}

/// Paging for what is longer than the screen: buttons, as nobody should have to know a gesture.
#[component]
fn More(
    /// Whose it is.
    session: Session,
) -> impl IntoView {
    let way = Live::new((false, false));
    let look = move || {
        let Some(stage) = page::by_id("main") else {
            return;
        };
        let (top, seen, whole) = (
            stage.scroll_top(),
            stage.client_height(),
            stage.scroll_height(),
        );
        way.put((top > 0, top + seen + NEARLY < whole));
    };
    // With what is on the stage, in the same frame: keys that came later would be pressed in place of
    // what stood there. How far it is turned is only looked at now and then.
    look_after_changes(look);
    let _no_timers = set_interval_with_handle(look, LOOK);
    let turn = |by: f64| {
        if let Some(stage) = page::by_id("main") {
            stage.scroll_by_with_x_and_y(0.0, f64::from(stage.client_height()) * by);
        }
    };
    let say = move |id: &'static str| move || session.words().say(id);
    view! {
        <div class="kiosk-more" hidden=move || way.get() == (false, false)>
            <button type="button" disabled=move || !way.get().0 on:click=on_press(move || turn(-0.8))>
                <Icon name="up" />
                <span>{say("kiosk-up")}</span>
            </button>
            <button type="button" disabled=move || !way.get().1 on:click=on_press(move || turn(0.8))>
                <Icon name="down" />
                <span>{say("kiosk-down")}</span>
            </button>
        </div>
    }
}

/// How often is looked how far a screen is turned.
const LOOK: Duration = Duration::from_millis(250);
/// So many pixels are no reason to turn the page.
const NEARLY: i32 = 4;

/// The bar. Its order never changes.
#[component]
fn Bar(
    /// Whose it is.
    session: Session,
    /// For keeping what was typed.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let speech: Speech = expect_context();
    let say = move |id: &'static str| move || session.words().say(id);
    let (for_help, for_leaving) = (catalogue.clone(), catalogue.clone());
    let languages = Lang::ALL
        .map(|lang| {
            let catalogue = catalogue.clone();
            let current = move || (session.lang.get() == lang).then_some("true");
            view! {
                <button
                    type="button"
                    lang=lang.tag()
                    aria-current=current
                    on:click=on_press(move || session.speak(&catalogue, lang))
                >
                    {lang.own_name()}
                </button>
            }
        })
        .into_iter()
        .listed();
    let pressed = |on: bool| if on { "true" } else { "false" };
    view! {
        <nav class="kiosk-bar" aria-label=say("kiosk-bar")>
            <button type="button" on:click=on_press(move || session.cover(&for_help, Over::Help))>
                <Icon name="person" />
                <span>{say("kiosk-help")}</span>
            </button>
            <button
                type="button"
                aria-pressed=move || pressed(session.large.get())
                on:click=on_press(move || session.large.update(|large| *large = !*large))
            >
                <Icon name="letters" />
                <span>{say("kiosk-large")}</span>
            </button>
            <button
                type="button"
                aria-pressed=move || pressed(session.contrast.get())
                on:click=on_press(move || session.contrast.update(|contrast| *contrast = !*contrast))
            >
                <Icon name="contrast" />
                <span>{say("kiosk-contrast")}</span>
            </button>
            <button
                type="button"
                class="kiosk-finish"
                on:click=on_press(move || {
                    if session.screen.get_untracked() != Screen::Attract {
                        session.cover(&for_leaving, Over::Leaving);
                    }
                })
            >
                <Icon name="leave" />
                <span>{say("kiosk-finish")}</span>
            </button>
            <div class="kiosk-languages">{languages}</div>
            <Aloud speech />
        </nav>
    }
}
