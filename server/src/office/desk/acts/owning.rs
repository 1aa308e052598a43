//! Answering for a case. Whoever takes it first owns it until it is closed; ownership moves only when
//! somebody asks, gives a reason, and the other says yes.

use super::Doing;
use crate::store::{
    desk,
    events::Side,
    handovers::{self, NewHandover},
    staff,
};
use app::{desk::Acted, hatch::Refusal};
use serde_json::json;

impl Doing<'_> {
    pub(super) async fn own(&mut self) -> anyhow::Result<Acted> {
        let person = &self.seat.person.id;
        if !self.may().own() || !desk::take_ownership(&mut *self.tx, &self.case.id, person).await? {
            return Ok(Acted::TooLate);
        }
        self.log(Side::Below, "owner-taken", json!({})).await?;
        Ok(Acted::Done)
    }

    pub(super) async fn hand_over(&mut self, to: &str, reason: &str) -> anyhow::Result<Acted> {
        if !self.may().hand_over() {
            return Ok(Acted::TooLate);
        }
        let colleague = staff::working(&mut *self.tx, to).await?;
        let colleague = colleague
            .filter(|colleague| self.case.owner_staff_id.as_ref() != Some(&colleague.id))
            .ok_or(Refusal::NotFound)?;
        let question = NewHandover {
            from: self.case.owner_staff_id.as_deref(),
            by: &self.seat.person.id,
            to: &colleague.id,
            reason,
        };
        handovers::ask(&mut *self.tx, &self.case.id, &question, self.now).await?;
        let body = json!({ "to": colleague.name, "text": reason });
        self.log(Side::Below, "owner-asked", body).await?;
        Ok(Acted::Done)
    }

    pub(super) async fn take_over(&mut self) -> anyhow::Result<Acted> {
        let asked = handovers::open(&mut *self.tx, &self.case.id).await?;
        let Some(handover) = asked.filter(|asked| asked.to == self.seat.person.id) else {
            return Ok(Acted::TooLate);
        };
        handovers::accept(&mut *self.tx, &self.case.id, &handover, self.now).await?;
        let body = json!({ "text": handover.reason });
        self.log(Side::Below, "owner-changed", body).await?;
        Ok(Acted::Done)
    }

    /// Whoever is asked says no; whoever asked takes the question back.
    pub(super) async fn keep_owner(&mut self, reason: &str) -> anyhow::Result<Acted> {
        let Some(asked) = handovers::open(&mut *self.tx, &self.case.id).await? else {
            return Ok(Acted::TooLate);
        };
        let me = &self.seat.person.id;
        let (answer, kind) = match () {
            () if asked.to == *me => ("declined", "owner-declined"),
            () if asked.by == *me || self.may().owns() => ("withdrawn", "owner-withdrawn"),
            () => return Ok(Acted::TooLate),
        };
        handovers::end(&mut *self.tx, &asked, answer, self.now).await?;
        let body = json!({ "to": asked.to_name, "text": reason });
        self.log(Side::Below, kind, body).await?;
        Ok(Acted::Done)
    }
}
