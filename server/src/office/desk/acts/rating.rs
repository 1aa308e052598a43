//! How good the work was: of a department in the eyes of the next one, and of the whole in the eyes
//! of whoever answers for the case.

use super::Doing;
use crate::{
    connectors::{lifecycle::Status, ticket::StateChange as TicketChange},
    office::{
        desk::may::{begun, handed_by, here},
        legs as walk,
    },
    store::{desk, events::Side, legs, outbox::Verb, ratings},
};
use app::{
    case::view::State,
    desk::{Acted, Found, Score},
    hatch::Refusal,
};
use serde_json::json;

impl Doing<'_> {
    /// The receiver of finished work rates it, once.
    pub(super) async fn rate(
        &mut self,
        (rated, by): (i64, i64),
        score: Score,
        reason: &str,
    ) -> anyhow::Result<Acted> {
        let (rated, by) = (self.leg(rated)?, self.leg(by)?);
        let handed = handed_by(&by, &self.legs, &self.passings);
        let received = handed.iter().any(|leg| leg.id == rated.id);
        let has = begun(&by) || by.state == "done";
        if !self.may().theirs(&by) || !received || !has {
            return Err(Refusal::NotFound.into());
        }
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        let first = ratings::rate(
            &mut *self.tx,
            &self.case.id,
            (&rated.id, &by.id),
            &self.seat.person.id,
            (score.number(), reason),
            self.now,
        );
        if !first.await? {
            return Ok(Acted::TooLate);
        }
        let body =
            json!({ "leg": rated.seq, "by_leg": by.seq, "score": score.name(), "text": reason });
        self.log(Side::Below, "leg-rated", body).await?;
        Ok(Acted::Done)
    }

    /// The house's own look, to be put beside what the customer says. When all is well the customer
    /// is asked; when something is lacking the part that ended last goes on.
    pub(super) async fn check(&mut self, found: Found, text: &str) -> anyhow::Result<Acted> {
        if !self.may().check(&self.legs) {
            return Ok(Acted::TooLate);
        }
        let asked = self.case.state == State::Done.name();
        let kind = match found {
            Found::Good => "checked-good",
            Found::Lacking => "checked-lacking",
        };
        let text = Some(text).filter(|text| !text.is_empty());
        self.log(Side::Below, kind, json!({ "text": text })).await?;
        match found {
            _ if asked => {}
            Found::Good => {
                let actor = self.seat.actor();
                walk::ask_customer(&mut *self.tx, &self.case.id, &actor, self.now).await?;
            }
            Found::Lacking => self.back_to_work(text.unwrap_or_default()).await?,
        }
        Ok(Acted::Done)
    }

    /// The part that ended last goes on, and its back office hears why.
    async fn back_to_work(&mut self, reason: &str) -> anyhow::Result<()> {
        let Some((last, _)) = legs::reopen_last(&mut *self.tx, &self.case.id).await? else {
            return Ok(());
        };
        let legs = desk::legs(&mut *self.tx, &self.case.id).await?;
        let Some(leg) = legs.into_iter().find(|leg| leg.id == last && !here(leg)) else {
            return Ok(());
        };
        let change = TicketChange {
            to: Status::InProgress,
            reason: reason.to_owned(),
        };
        self.carry(&leg, Verb::State, serde_json::to_value(change)?)
            .await
    }
}
