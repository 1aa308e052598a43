//! What staff write: to the customer, to colleagues, and what of another back office's words the
//! customer is told.

use super::Doing;
use crate::{
    office::desk::case::BACK_OFFICE_NOTE,
    store::{
        cases::{self, StateChange},
        desk,
        events::{self, Side},
    },
};
use app::{
    case::view::Happening,
    desk::{Acted, Asks, There},
    hatch::Refusal,
};
use serde_json::json;

impl Doing<'_> {
    pub(super) async fn write(&mut self, text: &str, asks: Asks) -> anyhow::Result<Acted> {
        let acted = self.reply(text, None).await?;
        if acted == Acted::Done && asks == Asks::Yes {
            cases::change_state(&mut *self.tx, &self.case.id, StateChange::Wait, self.now).await?;
        }
        Ok(acted)
    }

    async fn reply(&mut self, text: &str, of: Option<i64>) -> anyhow::Result<Acted> {
        if !self.may().reply() {
            return Ok(Acted::TooLate);
        }
        desk::take_ownership(&mut *self.tx, &self.case.id, &self.seat.person.id).await?;
        let body = match of {
            Some(event) => json!({ "text": text, "of": event }),
            None => json!({ "text": text }),
        };
        self.say(Side::Above, Happening::Reply.name(), body).await?;
        self.tell_elsewhere(text).await?;
        Ok(Acted::Done)
    }

    pub(super) async fn note(&mut self, text: &str, there: There) -> anyhow::Result<Acted> {
        self.say(Side::Below, "note", json!({ "text": text }))
            .await?;
        if there == There::Yes {
            self.tell_elsewhere(text).await?;
        }
        Ok(Acted::Done)
    }

    pub(super) async fn publish(&mut self, event: i64, text: &str) -> anyhow::Result<Acted> {
        let written = events::kind_of(&mut *self.tx, &self.case.id, event).await?;
        anyhow::ensure!(
            written.as_deref() == Some(BACK_OFFICE_NOTE),
            Refusal::NotFound
        );
        let published = desk::events_published(&mut *self.tx, &self.case.id).await?;
        if published.contains(&event) {
            return Ok(Acted::TooLate);
        }
        self.reply(text, Some(event)).await
    }
}
