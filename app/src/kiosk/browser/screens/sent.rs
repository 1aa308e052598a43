//! What becomes of what was sent. What has not reached the server is not called received, and
//! nothing is promised for it.

use super::{
    super::session::{Sent, Session},
    afterwards,
    paper::paper,
};
use crate::{
    parts::{BigReference, Heading, Lead, Promise, Qr, Section},
    words::Words,
};
use leptos::prelude::*;

/// While it is on its way.
pub fn sending(words: Words) -> AnyView {
    view! {
        <Heading text=words.say("sending-wait") />
        <Lead text=words.say("sending-wait-lead") />
    }
    .into_any()
}

/// A case: its number, its link as text and as a code, and what is promised, if it was received.
pub fn sent(session: Session, words: Words, sent: Sent) -> AnyView {
    let (title, lead) = match sent.received {
        true => ("sending-received", "sending-received-lead"),
        false => ("sending-saved", "sending-saved-lead"),
    };
    let promise = sent
        .promise
        .map(|it| view! { <Promise datetime=it.datetime sentence=it.sentence /> });
    view! {
        <Heading text=words.say(title) />
        <Lead text=words.say(lead) />
        <BigReference text=sent.reference />
        {promise}
        <Section title=words.say("sending-link") id="link">
            <p>{words.say("sending-link-lead")}</p>
            <Qr text=sent.link.clone() />
            // Text, not a link: this kiosk opens none.
            <p class="secret-link" id="secret-link" translate="no">{sent.link}</p>
        </Section>
        {paper(words)}
        {afterwards(session, words)}
    }
    .into_any()
}

/// It could not be kept here, and nothing of it was.
pub fn full(session: Session, words: Words) -> AnyView {
    view! {
        <Heading text=words.say("sending-full") />
        <Lead text=words.say("sending-full-lead") />
        {afterwards(session, words)}
    }
    .into_any()
}
