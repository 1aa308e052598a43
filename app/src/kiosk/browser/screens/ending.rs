//! Good endings without a case.

use super::{
    super::session::{Ending, Session},
    afterwards,
};
use crate::{
    parts::{Heading, Illustration, IllustrationKind, Lead},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words, ending: Ending) -> AnyView {
    let (title, lead) = match ending {
        Ending::Mended => ("fault-mended-title", "fault-mended-lead"),
        Ending::Joined => ("fault-joined-title", "fault-joined-lead"),
        Ending::Thanks => ("survey-thanks-title", "survey-thanks-lead"),
        Ending::Moved => ("move-done-title", "move-done-lead"),
    };
    view! {
        <Illustration kind=IllustrationKind::Done />
        <Heading text=words.say(title) />
        <Lead text=words.say(lead) />
        {afterwards(session, words)}
    }
    .into_any()
}
