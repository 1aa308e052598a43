//! What a customer sees of a case, made from what lies above the line.

use super::Office;
use crate::store::{
    attachments,
    cases::{self, Case},
    events::{self, Event},
    promises,
};
use anyhow::Context;
use app::case::view::{
    CaseView, Happening, Kind, Moment, Promise, PromiseKind, Sent, Standing, State,
};

impl Office {
    /// State and promise of a case.
    pub(super) async fn standing(&self, case: &Case) -> anyhow::Result<Standing> {
        let promises = promises::read(self.store.read(), &case.id).await?;
        standing(case, &promises)
    }

    /// Everything above the line of a case.
    pub(crate) async fn case_view(&self, id: &str) -> anyhow::Result<CaseView> {
        let pool = self.store.read();
        let case = cases::by_id(pool, id, self.now())
            .await?
            .context("a case that somebody may see is gone")?;
        let promises = promises::read(pool, id).await?;
        let events = events::read(pool, id, true).await?;
        Ok(CaseView {
            standing: standing(&case, &promises)?,
            sent: events.first().map(sent).unwrap_or_default(),
            moments: events.iter().filter_map(moment).collect(),
            promises,
            secret_path: self.secret_path(&case.reference, &case.id, case.link_version)?,
            reopened: u32::try_from(case.reopened)?,
            about: case.about,
        })
    }
}

fn standing(case: &Case, promises: &[Promise]) -> anyhow::Result<Standing> {
    let state = State::from_name(&case.state).context("a case in an unknown state")?;
    let open = matches!(state, State::Received | State::Working | State::Waiting);
    // The answer comes first; once somebody works on it, the mending is what is waited for.
    let kind = if state == State::Received && case.kind != "fault" {
        PromiseKind::Answer
    } else {
        PromiseKind::Fix
    };
    Ok(Standing {
        reference: case.reference.parse()?,
        kind: Kind::from_name(&case.kind).context("a case of an unknown kind")?,
        state,
        promise: promises
            .iter()
            .rfind(|promise| promise.kind == kind)
            .filter(|_| open)
            .cloned(),
    })
}

/// What the customer sent, as it stands in the first event.
pub(super) fn sent(received: &Event) -> Vec<Sent> {
    let sent = received
        .body
        .as_ref()
        .and_then(|body| body.get("sent"))
        .cloned();
    sent.and_then(|sent| serde_json::from_value(sent).ok())
        .unwrap_or_default()
}

/// An event of a kind that the face does not know is not shown: better nothing than a code.
fn moment(event: &Event) -> Option<Moment> {
    let text = event
        .body
        .as_ref()
        .and_then(|body| body.get("text"))
        .and_then(|text| text.as_str());
    Some(Moment {
        at: event.at,
        what: Happening::from_name(&event.kind)?,
        text: text.map(str::to_owned),
        file: attachments::of_event(event.body.as_ref()),
    })
}
