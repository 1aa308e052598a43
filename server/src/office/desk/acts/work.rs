//! The work on a part: taking it, and having done it.

use super::{Doing, here};
use crate::{
    connectors::{lifecycle::Status, ticket::StateChange as TicketChange},
    office::{legs, passing::Part},
    store::{
        cases::{self, StateChange},
        desk,
        events::Side,
        outbox::Verb,
    },
};
use app::{
    case::view::{Happening, State},
    desk::Acted,
};
use serde_json::json;

impl Doing<'_> {
    /// Whoever takes a part of a case that nobody answers for, answers for it from now on.
    pub(super) async fn accept(&mut self, seq: i64) -> anyhow::Result<Acted> {
        let leg = self.leg(seq)?;
        let person = &self.seat.person.id;
        if !self.may().accept(&leg)
            || !desk::take_leg(&mut *self.tx, &leg.id, person, self.now).await?
        {
            return Ok(Acted::TooLate);
        }
        desk::take_ownership(&mut *self.tx, &self.case.id, person).await?;
        let begins = self.case.state == State::Received.name();
        cases::change_state(&mut *self.tx, &self.case.id, StateChange::Work, self.now).await?;
        // The customer hears once that somebody works on it, whoever takes up a part later.
        if begins {
            let accepted = Happening::Accepted.name();
            self.log(Side::Above, accepted, json!({})).await?;
        }
        self.log(Side::Below, "leg-accepted", json!({ "leg": seq }))
            .await?;
        let actor = self.seat.actor();
        let (case_id, now) = (self.case.id.clone(), self.now);
        let part = Part {
            case_id: &case_id,
            leg_id: &leg.id,
            actor: &actor,
            now,
        };
        part.taken(&mut *self.tx).await?;
        Ok(Acted::Done)
    }

    /// It goes back to who offered it, or to who answers for the case.
    pub(super) async fn decline(&mut self, seq: i64, reason: &str) -> anyhow::Result<Acted> {
        let leg = self.leg(seq)?;
        if !self.may().decline(&leg) {
            return Ok(Acted::TooLate);
        }
        let actor = self.seat.actor();
        let case_id = self.case.id.clone();
        let part = Part {
            case_id: &case_id,
            leg_id: &leg.id,
            actor: &actor,
            now: self.now,
        };
        part.declined(&mut *self.tx, reason).await?;
        Ok(Acted::Done)
    }

    pub(super) async fn finish(&mut self, seq: i64, text: &str) -> anyhow::Result<Acted> {
        let leg = self.leg(seq)?;
        if !self.may().finish(&leg) {
            return Ok(Acted::TooLate);
        }
        let last = self
            .legs
            .iter()
            .all(|other| other.seq == seq || other.state == "done" || other.replaced_by.is_some());
        // The last words are for the customer, if they are those of whoever answers for the case; what
        // one department tells the next is not.
        let tells = last && self.may().reply();
        if tells && !text.is_empty() {
            self.log(
                Side::Above,
                Happening::Reply.name(),
                json!({ "text": text }),
            )
            .await?;
        }
        let body = match tells || text.is_empty() {
            true => json!({ "leg": seq }),
            false => json!({ "leg": seq, "text": text }),
        };
        self.log(Side::Below, "leg-done", body).await?;
        // What was declined there is over there.
        if !here(&leg) && leg.state != "declined" {
            let change = TicketChange {
                to: Status::Resolved,
                reason: text.to_owned(),
            };
            self.carry(&leg, Verb::State, serde_json::to_value(change)?)
                .await?;
        }
        let actor = self.seat.actor();
        legs::finish(&mut *self.tx, &self.case.id, &leg.id, &actor, self.now).await?;
        // Whoever stands in for the owner has looked as well as the owner would.
        if last && self.may().owns() {
            legs::ask_customer(&mut *self.tx, &self.case.id, &actor, self.now).await?;
        }
        Ok(Acted::Done)
    }
}
