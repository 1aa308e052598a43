//! What follows when an offered part is taken, declined or taken back. Until it is taken, the giver
//! stays responsible and their part goes on; who may offer what is the desk's business.
//!
//! A part that is declined comes back to who gave it. One that nobody gave (its plan did) waits for
//! the owner of the case. Each time counts; at every third a coordinator must decide.

use crate::store::{
    Connection, cases,
    events::{self, NewEvent, Side},
    legs::{self, Place},
    passings::{self, Answer},
};
use serde_json::json;

/// So often a case may bounce before a coordinator must decide, and again after that.
const PATIENCE: i64 = 3;

/// A part within its case.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The case's key.
    pub case_id: &'a str,
    /// The part's key.
    pub leg_id: &'a str,
    /// Who did what follows.
    pub actor: &'a str,
    /// When.
    pub now: i64,
}

impl Part<'_> {
    async fn log(
        &self,
        tx: &mut Connection,
        kind: &str,
        body: serde_json::Value,
    ) -> anyhow::Result<()> {
        let event = NewEvent {
            at: self.now,
            side: Side::Below,
            kind,
            actor: self.actor,
            channel: "desk",
            body,
        };
        events::append(tx, self.case_id, event).await.map(drop)
    }

    /// This part and the one it was passed on from.
    async fn both(
        &self,
        tx: &mut Connection,
        giver: &str,
    ) -> anyhow::Result<Option<(Place, Place)>> {
        let legs = legs::of_case(tx, self.case_id).await?;
        let find = |id: &str| legs.iter().find(|leg| leg.id == id).cloned();
        Ok(find(self.leg_id).zip(find(giver)))
    }

    /// It was taken: if it was offered, the giver's part is out of play and whatever waited for
    /// that waits for this one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn taken(&self, tx: &mut Connection) -> anyhow::Result<()> {
        let answered = passings::answer(&mut *tx, self.leg_id, Answer::Accepted, self.now).await?;
        let Some(giver) = answered else { return Ok(()) };
        let Some((here, giver)) = self.both(&mut *tx, &giver).await? else {
            return Ok(());
        };
        legs::replace(&mut *tx, self.case_id, (giver.seq, here.seq), self.now).await?;
        let body = json!({ "leg": giver.seq, "to_leg": here.seq });
        self.log(tx, "leg-passed", body).await
    }

    /// It was declined, for a reason.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn declined(&self, tx: &mut Connection, reason: &str) -> anyhow::Result<()> {
        legs::mark_declined(&mut *tx, self.leg_id, self.now).await?;
        let answered = passings::answer(&mut *tx, self.leg_id, Answer::Declined, self.now).await?;
        let mut body = json!({ "leg_id": self.leg_id, "text": reason });
        if let Some(giver) = answered
            && let Some((here, giver)) = self.both(&mut *tx, &giver).await?
        {
            legs::replace(&mut *tx, self.case_id, (here.seq, giver.seq), self.now).await?;
            body["to_leg"] = json!(giver.seq);
        }
        self.log(&mut *tx, "leg-declined", body).await?;
        let bounces = cases::bounced(&mut *tx, self.case_id).await?;
        if bounces % PATIENCE == 0 {
            cases::undecided(&mut *tx, self.case_id, Some(self.now)).await?;
            self.log(tx, "to-decide", json!({ "bounces": bounces }))
                .await?;
        }
        Ok(())
    }

    /// The giver took the offer back, or finished the work after all.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn withdrawn(&self, tx: &mut Connection) -> anyhow::Result<bool> {
        let answered = passings::answer(&mut *tx, self.leg_id, Answer::Withdrawn, self.now).await?;
        let Some(giver) = answered else {
            return Ok(false);
        };
        if let Some((here, giver)) = self.both(&mut *tx, &giver).await? {
            legs::replace(&mut *tx, self.case_id, (here.seq, giver.seq), self.now).await?;
            let body = json!({ "leg": here.seq });
            self.log(tx, "offer-withdrawn", body).await?;
        }
        Ok(true)
    }
}
