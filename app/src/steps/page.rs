//! A page of a journey: the draft as it stands, and the way to where the visitor may be.

use super::fresh_key;
use crate::{
    hatch::{Again, Kept, Receipt, Refusal},
    journey::{Draft, FieldFault, Room, Rule, Sheet, Step, Trail},
    parts::{ActButton, ForgetHere, Heading, Lead, Look, Page},
    turn::Turn,
    words::Words,
};
use leptos::prelude::*;

/// What a step's page shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The draft; a new one for a visitor who has none open.
    pub draft: Draft,
    /// Whether the visitor came back to something begun before.
    pub begun: bool,
    /// Where the step stands: its number and of how many.
    pub place: (usize, usize),
    /// Whether a step lies before.
    pub back: bool,
    /// The faults to show: only when sent back to mend them.
    pub faults: Vec<FieldFault>,
    /// What the written fields demand, for the browser to check while somebody types.
    pub rules: Vec<(String, Rule)>,
}

impl Shown {
    /// The same with fields that are checked while somebody types.
    pub fn watched(self, rules: Vec<(String, Rule)>) -> Self {
        Self { rules, ..self }
    }

    /// What was typed in a field.
    pub fn typed(&self, field: &str) -> String {
        self.draft.sheet.typed(field).to_owned()
    }

    /// What was chosen in a field, if anything.
    pub fn chosen(&self, field: &str) -> Option<String> {
        Some(self.typed(field)).filter(|chosen| !chosen.is_empty())
    }

    /// The sentence for a field's fault.
    pub fn fault(&self, words: Words, field: &str) -> Option<String> {
        self.faults
            .iter()
            .find(|fault| fault.field == field)
            .map(|fault| words.fault(fault.code))
    }

    /// All faults for the summary.
    pub fn summary(&self, words: Words) -> Vec<(String, String)> {
        self.faults
            .iter()
            .map(|fault| (fault.field.clone(), words.fault(fault.code)))
            .collect()
    }

    /// "Step 2 of 5".
    pub fn caption(&self, words: Words) -> String {
        let (at, of) = self.place;
        words.fill(
            "steps-place",
            &[("at", &at.to_string()), ("of", &of.to_string())],
        )
    }
}

/// The visitor's open draft in a room, or a new one. Nothing is written: a GET writes no row.
///
/// # Errors
/// When the store cannot be read.
pub async fn draft(turn: &Turn, room: Room) -> Result<(Draft, bool), Refusal> {
    Ok(match kept(turn, room).await? {
        Some(kept) if kept.sent.is_none() => (kept.draft, true),
        _ => (
            Draft {
                key: fresh_key(),
                ..Draft::default()
            },
            false,
        ),
    })
}

/// What the visitor typed in a room so far, sent or not: which fields a step has depends on it.
///
/// # Errors
/// When the store cannot be read.
pub async fn typed_before(turn: &Turn, room: Room) -> Result<Sheet, Refusal> {
    let kept = kept(turn, room).await?;
    Ok(kept.map(|kept| kept.draft.sheet).unwrap_or_default())
}

/// What lies in the store for the visitor in a room, sent or not.
async fn kept(turn: &Turn, room: Room) -> Result<Option<Kept>, Refusal> {
    match &turn.visitor.token {
        Some(token) => turn.hatch.drafts.read(token, room).await,
        None => Ok(None),
    }
}

/// Makes ready to show a step.
pub fn shown(draft: Draft, begun: bool, trail: &Trail, step: &str, mend: bool) -> Shown {
    let faults = if mend {
        trail
            .step(step)
            .map(|step: &Step| step.faults.clone())
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    Shown {
        place: trail.place(step),
        back: trail.before(step).is_some(),
        faults,
        draft,
        begun,
        rules: Vec::new(),
    }
}

/// Where to go instead, when a step may not be visited yet.
pub fn too_early(room: Room, trail: &Trail, step: &str) -> Option<String> {
    (!trail.may_visit(step)).then(|| room.path(trail.next()))
}

/// Coming back to something begun: go on where it stood, or begin again.
pub fn resume(turn: &Turn, room: Room, draft: &Draft, next: &str) -> AnyView {
    let words = turn.words;
    let hours = turn.hatch.catalogue.periods.draft_hours;
    let (key, next) = (draft.key.clone(), room.path(next));
    view! {
        <Page title=words.say("resume-title")>
            <Heading text=words.say("resume-title") />
            <Lead text=words.count("resume-lead", hours.into()) />
            <p class="acts">
                <a class="button" href=next>{words.say("resume-go-on")}</a>
            </p>
            <form method="post" action=format!("/api/{}/answer", room.name())>
                <input type="hidden" name="key" value=key />
                <ActButton act="restart" look=Look::Second label=words.say("resume-restart") />
            </form>
            <ForgetHere />
        </Page>
    }
    .into_any()
}

/// Where the receipt of a submission is.
pub fn receipt_path(receipt: &Receipt) -> String {
    let path = format!("/receipt/{}", receipt.reference);
    match receipt.again {
        Again::First => path,
        Again::Same | Again::Other => format!("{path}?again"),
    }
}
