//! Where a person is to be found: in this shop first, and by phone.

use super::{super::session::Session, uncover};
use crate::{
    catalogue::Catalogue,
    parts::{Heading, Lead},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words, catalogue: &Catalogue) -> AnyView {
    let help = &catalogue.operator.help;
    view! {
        <Heading text=words.say("kiosk-help-title") />
        <Lead text=words.say("kiosk-help-lead") />
        <p class="kiosk-phone">{help.phone.clone()}</p>
        <p>{help.hours.say(words.lang).to_owned()}</p>
        <p>{words.say("kiosk-privacy")}</p>
        <div class="acts">{uncover(session, words, "button")}</div>
    }
    .into_any()
}
