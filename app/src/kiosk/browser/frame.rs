//! What is the same on each screen: whose kiosk this is, and one bar with all that is always there, in
//! the same place: help, letters, contrast, languages, and the way out.

use super::{
    page, screens,
    session::{Over, Screen, Session},
};
use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    parts::{BrandMark, Icon},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The whole page.
pub fn frame(session: Session) -> impl IntoView {
    let catalogue: Arc<Catalogue> = expect_context();
    let brand = catalogue.clone();
    let brand = move || brand.operator.name.say(session.lang.get()).to_owned();
    let drawn = catalogue.clone();
    view! {
        <div class="kiosk">
            <header class="kiosk-head">
                <BrandMark />
                <p class="kiosk-brand">{brand}</p>
            </header>
            <main id="main" class="kiosk-stage" tabindex="-1">
                {move || screens::draw(session, &drawn)}
            </main>
            <More />
            <Bar session catalogue />
            {move || screens::warning(session)}
        </div>
    }
}

/// Paging for what is longer than the screen: buttons, as nobody should have to know a gesture.
#[component]
fn More() -> impl IntoView {
    let session: Session = expect_context();
    let turn = |by: f64| {
        if let Some(stage) = page::by_id("main") {
            let by = f64::from(stage.client_height()) * 0.8 * by;
            stage.scroll_by_with_x_and_y(0.0, by);
        }
    };
    view! {
        <div class="kiosk-more">
            <button type="button" on:click=move |_| turn(-1.0)>
                <Icon name="up" />
                <span>{move || session.words().say("kiosk-up")}</span>
            </button>
            <button type="button" on:click=move |_| turn(1.0)>
                <Icon name="down" />
                <span>{move || session.words().say("kiosk-down")}</span>
            </button>
        </div>
    }
}

/// The bar. Its order never changes.
#[component]
fn Bar(
    /// Whose it is.
    session: Session,
    /// For keeping what was typed.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
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
                    on:click=move |_| session.speak(&catalogue, lang)
                >
                    {lang.own_name()}
                </button>
            }
        })
        .into_iter()
        .collect_view();
    let pressed = |on: bool| if on { "true" } else { "false" };
    view! {
        <nav class="kiosk-bar" aria-label=say("kiosk-bar")>
            <button type="button" on:click=move |_| session.cover(&for_help, Over::Help)>
                <Icon name="person" />
                <span>{say("kiosk-help")}</span>
            </button>
            <button
                type="button"
                aria-pressed=move || pressed(session.large.get())
                on:click=move |_| session.large.update(|large| *large = !*large)
            >
                <Icon name="letters" />
                <span>{say("kiosk-large")}</span>
            </button>
            <button
                type="button"
                aria-pressed=move || pressed(session.contrast.get())
                on:click=move |_| session.contrast.update(|contrast| *contrast = !*contrast)
            >
                <Icon name="contrast" />
                <span>{say("kiosk-contrast")}</span>
            </button>
            <button
                type="button"
                class="kiosk-finish"
                on:click=move |_| {
                    if session.screen.get_untracked() != Screen::Attract {
                        session.cover(&for_leaving, Over::Leaving);
                    }
                }
            >
                <Icon name="leave" />
                <span>{say("kiosk-finish")}</span>
            </button>
            <div class="kiosk-languages">{languages}</div>
        </nav>
    }
}
