//! What is left over of a kiosk: what nobody could read of it, each with what helps; and the way for
//! a queue that somebody carries here, because its kiosk will never be online again.

use super::{kiosk::hidden, kiosks::fault_of};
use crate::{
    case::attachment::{FIELD, FileFault},
    desk::kiosks::{KioskPage, UnreadDeposit, UnsentKiosk},
    parts::{Card, FileField, Section, State, TextArea, Tone},
    turn::Turn,
};
use leptos::prelude::*;

/// What nobody could read, the oldest first.
pub(super) fn unread(turn: &Turn, page: &KioskPage, mend: Option<&UnsentKiosk>) -> Option<AnyView> {
    if page.unread.is_empty() {
        return None;
    }
    let words = turn.words;
    let cards = { page.unread.iter().zip(1_u32..) }
        .map(|(one, nth)| card(turn, page, one, nth, mend))
        .collect_view();
    let section = view! {
        <Section title=words.say("fleet-unread-title") id="unread">
            <p>{words.say("fleet-unread-text")}</p>
            {cards}
        </Section>
    };
    Some(section.into_any())
}

fn card(
    turn: &Turn,
    page: &KioskPage,
    unread: &UnreadDeposit,
    nth: u32,
    mend: Option<&UnsentKiosk>,
) -> AnyView {
    let words = turn.words;
    let label = words.say(&format!("fleet-unread-{}", unread.why));
    let key = unread.key.to_string();
    // To tell it from the others.
    let which = unread.told.clone().unwrap_or_else(|| label.clone());
    let helps = words.fill(
        &format!("fleet-unread-{}-text", unread.why),
        &[("key", key.as_str())],
    );
    let told = match &unread.told {
        Some(told) => words.fill("fleet-unread-told", &[("number", told.as_str())]),
        None => words.say("fleet-unread-untold"),
    };
    let (pressed, came) = (turn.moment(unread.pressed_at), turn.moment(unread.at));
    let when = words.fill(
        "fleet-unread-when",
        &[("pressed", pressed.as_str()), ("came", came.as_str())],
    );
    // A key that is put back has its deposits read without anybody's asking.
    let again = matches!(unread.why, "content" | "seal").then(|| {
        view! {
            <form method="post" action="/api/fleet/read">
                {hidden(page)}
                <input type="hidden" name="seal" value=unread.seal.clone() />
                <button class="button second" type="submit">
                    {words.say("fleet-unread-read")}
                    " "
                    <span class="unseen">{which.clone()}</span>
                </button>
            </form>
        }
    });
    let mend = mend.filter(|unsent| unsent.sheet.typed("seal") == unread.seal);
    let away = page
        .may_drop
        .then(|| away(turn, page, (unread, which), nth, mend));
    view! {
        <Card>
            <State tone=Tone::Bad label />
            <p>{helps}</p>
            <p>{told}<br />{when}</p>
            {again}
            {away}
        </Card>
    }
    .into_any()
}

fn away(
    turn: &Turn,
    page: &KioskPage,
    (unread, which): (&UnreadDeposit, String),
    nth: u32,
    mend: Option<&UnsentKiosk>,
) -> AnyView {
    let words = turn.words;
    // The summary of faults leads to the one that is to be mended.
    let id = match mend {
        Some(_) => "reason".to_owned(),
        None => format!("reason-{nth}"),
    };
    let value = mend.map_or("", |unsent| unsent.sheet.typed("reason"));
    view! {
        <details class="act" open=mend.is_some()>
            <summary>{words.say("fleet-drop-open")} " " <span class="unseen">{which}</span></summary>
            <form class="step" method="post" action="/api/fleet/drop" novalidate>
                {hidden(page)}
                <input type="hidden" name="seal" value=unread.seal.clone() />
                <p>{words.say("fleet-drop-text")}</p>
                <TextArea
                    id
                    name="reason".to_owned()
                    label=words.say("fleet-drop-reason")
                    hint=words.say("fleet-drop-reason-hint")
                    value=value.to_owned()
                    fault=fault_of(words, mend, "reason")
                    rows=3
                />
                <button class="button" type="submit">
                    {words.say("fleet-drop")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

/// The form for a queue that was taken from the kiosk.
pub(super) fn hand_in(turn: &Turn, page: &KioskPage, fault: Option<FileFault>) -> AnyView {
    let words = turn.words;
    let asks = (
        words.say("fleet-hand-in-file"),
        words.say("fleet-hand-in-file-hint"),
    );
    view! {
        <details class="act" id="hand-in" open=fault.is_some()>
            <summary>{words.say("fleet-hand-in-open")}</summary>
            <form
                class="step"
                method="post"
                action="/api/fleet/hand-in"
                enctype="multipart/form-data"
                novalidate
            >
                {hidden(page)}
                <p>{words.say("fleet-hand-in-text")}</p>
                <FileField id=FIELD asks=Some(asks) accept="application/json,.json" fault />
                <button class="button" type="submit">
                    {words.say("fleet-hand-in")}
                </button>
            </form>
        </details>
    }
    .into_any()
}
