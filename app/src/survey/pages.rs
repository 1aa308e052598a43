//! The pages of the survey room.

use super::{
    api::{ABOUT, THANKS},
    draw, rules, survey, trail,
};
use crate::{
    case::reference::Reference,
    catalogue::Survey,
    hatch::Refusal,
    journey::{CHECK, Room},
    parts::{ForgetHere, Heading, Illustration, IllustrationKind, Lead, Page},
    sorry::sorry,
    steps::{Shown, draft, shown, step_frame, too_early},
    turn::{Turn, flag, later, param},
};
use leptos::prelude::*;

/// `/feedback`: begins, or goes on where it stood.
#[component]
pub fn SurveyStart() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        page(&turn, Room::Survey, "", false)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

/// `/feedback/{step}`.
#[component]
pub fn SurveyStep() -> impl IntoView {
    let turn = Turn::take();
    let (step, mend) = (param("step"), flag("mend"));
    later(async move {
        if step == "thanks" {
            return thanks(&turn);
        }
        page(&turn, Room::Survey, &step, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

/// `/feedback/about/{reference}` and its steps: how did we handle this case?
#[component]
pub fn ClosingSurvey() -> impl IntoView {
    let turn = Turn::take();
    let (reference, step, mend) = (param("reference"), param("step"), flag("mend"));
    later(async move {
        closing(&turn, &reference, &step, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

/// For who may see all of the case, and once a closing.
async fn closing(turn: &Turn, reference: &str, step: &str, mend: bool) -> Result<AnyView, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    turn.hatch.tracking.receipt(visitor, reference).await?;
    let room = Room::Closing(reference);
    let kept = turn.hatch.drafts.read(visitor, room).await?;
    if kept.is_some_and(|kept| kept.sent.is_some()) {
        leptos_axum::redirect(THANKS);
        return Ok(().into_any());
    }
    page(turn, room, step, mend).await
}

async fn page(turn: &Turn, room: Room, step: &str, mend: bool) -> Result<AnyView, Refusal> {
    let (draft, begun) = draft(turn, room).await?;
    let survey = survey(&turn.hatch.catalogue, room).clone();
    let trail = trail(&survey, &draft);
    // A survey left before its last "send" goes on at the free text.
    let open = if trail.next() == CHECK {
        "words"
    } else {
        trail.next()
    };
    let step = if step.is_empty() { open } else { step };
    if trail.step(step).is_none() && step != CHECK && step != "reason" {
        return Err(Refusal::NotFound);
    }
    if too_early(room, &trail, step).is_some() || trail.step(step).is_none() {
        leptos_axum::redirect(&room.path(open));
        return Ok(().into_any());
    }
    let last = trail.last() == Some(step);
    Ok(step_page(
        turn,
        room,
        step,
        last,
        &survey,
        &shown(draft, begun, &trail, step, mend).watched(rules(step)),
    ))
}

fn step_page(
    turn: &Turn,
    room: Room,
    step: &str,
    last: bool,
    survey: &Survey,
    shown: &Shown,
) -> AnyView {
    let mut drawn = draw(turn.words, survey, step, last, shown);
    if let Room::Closing(reference) = room {
        let body = view! {
            <input type="hidden" name=ABOUT value=reference.to_string() />
            {drawn.body}
        };
        drawn.body = body.into_any();
    }
    step_frame(turn, room, step, drawn, shown)
}

fn thanks(turn: &Turn) -> AnyView {
    let words = turn.words;
    view! {
        <Page title=words.say("survey-thanks-title")>
            <Illustration kind=IllustrationKind::Done />
            <Heading text=words.say("survey-thanks-title") />
            <Lead text=words.say("survey-thanks-lead") />
            <p class="acts">
                <a class="button" href="/">{words.say("sorry-home")}</a>
            </p>
            <ForgetHere />
        </Page>
    }
    .into_any()
}
