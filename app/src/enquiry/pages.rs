//! The pages of the enquiry room.

use super::{draw, rows, rules, trail};
use crate::{
    hatch::Refusal,
    journey::{CHECK, Room},
    sorry::sorry,
    steps::{Shown, check_frame, draft, resume, shown, step_frame, too_early},
    turn::{Turn, flag, later, param},
};
use leptos::prelude::*;

/// `/enquiry`: begins, or offers to go on with what was begun.
#[component]
pub fn EnquiryStart() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        match draft(&turn, Room::Enquiry).await {
            Ok((draft, true)) => resume(
                &turn,
                Room::Enquiry,
                &draft,
                trail(&turn.hatch.catalogue, &draft).next(),
            ),
            Ok((draft, false)) => {
                let trail = trail(&turn.hatch.catalogue, &draft);
                let rules = rules(&turn.hatch.catalogue, &draft.sheet, "topic");
                let shown = shown(draft, false, &trail, "topic", false).watched(rules);
                step_page(&turn, "topic", &shown)
            }
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

/// `/enquiry/{step}`.
#[component]
pub fn EnquiryStep() -> impl IntoView {
    let turn = Turn::take();
    let (step, mend) = (param("step"), flag("mend"));
    later(async move {
        page(&turn, &step, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

async fn page(turn: &Turn, step: &str, mend: bool) -> Result<AnyView, Refusal> {
    let (draft, begun) = draft(turn, Room::Enquiry).await?;
    let trail = trail(&turn.hatch.catalogue, &draft);
    if step != CHECK && trail.step(step).is_none() {
        return Err(Refusal::NotFound);
    }
    if let Some(path) = too_early(Room::Enquiry, &trail, step) {
        leptos_axum::redirect(&path);
        return Ok(().into_any());
    }
    let rules = rules(&turn.hatch.catalogue, &draft.sheet, step);
    let shown = shown(draft, begun, &trail, step, mend).watched(rules);
    Ok(if step == CHECK {
        let rows = rows(turn.words, &turn.hatch.catalogue, &shown);
        check_frame(turn, Room::Enquiry, rows, &shown)
    } else {
        step_page(turn, step, &shown)
    })
}

fn step_page(turn: &Turn, step: &str, shown: &Shown) -> AnyView {
    let drawn = draw(turn.words, &turn.hatch.catalogue, step, shown);
    step_frame(turn, Room::Enquiry, step, drawn, shown)
}
