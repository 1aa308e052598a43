//! The foot of every page: whom to call, and the three pages about the face itself.

use super::{icon::Icon, operator::use_catalogue};
use crate::words::use_words;
use leptos::prelude::*;

/// The same help in the same place on each page (WCAG 3.2.6).
#[component]
pub fn Foot() -> impl IntoView {
    let words = use_words();
    let catalogue = use_catalogue();
    let help = &catalogue.operator.help;
    let dial: String = help
        .phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    view! {
        <footer class="foot">
            <div class="foot-inside">
                <section class="foot-help" aria-labelledby="help-title">
                    <h2 id="help-title">{words.say("face-help-title")}</h2>
                    <a class="foot-phone" href=format!("tel:{dial}")>
                        <Icon name="phone" />
                        <span>{help.phone.clone()}</span>
                    </a>
                    <p class="quiet">{help.hours.say(words.lang).to_owned()}</p>
                </section>
                <nav aria-label=words.say("face-foot-nav")>
                    <ul class="foot-links">
                        <li><a href="/help">{words.say("face-help")}</a></li>
                        <li><a href="/privacy">{words.say("face-privacy")}</a></li>
                        <li><a href="/accessibility">{words.say("face-accessibility")}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
}
