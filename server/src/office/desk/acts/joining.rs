//! Two cases that belong together. Linked ones go on side by side; merged ones go on as one, under
//! the reference of the other, and only if they are the same customer's.

use super::Doing;
use crate::{
    office::tracking::close_at_back_offices,
    store::{
        desk::{self, CaseRow},
        events::{self, NewEvent, Side},
        links,
    },
};
use app::{
    case::{
        reference::Reference,
        view::{Happening, State},
    },
    desk::{Acted, Join},
};
use serde_json::{Value, json};

impl Doing<'_> {
    /// A reference that is nobody's, one's own, or not to be seen is to be mended, whichever it is.
    pub(super) async fn join(
        &mut self,
        how: Join,
        other: &str,
        text: &str,
    ) -> anyhow::Result<Acted> {
        if !self.may().shape() {
            return Ok(Acted::TooLate);
        }
        let Ok(other) = other.parse::<Reference>() else {
            return Ok(Acted::Mend);
        };
        let (reach, person) = (&self.seat.reach, &self.seat.person.id);
        let found = desk::case(&mut *self.tx, &other.to_string(), reach, person).await?;
        let Some(found) = found.filter(|found| found.id != self.case.id) else {
            return Ok(Acted::Mend);
        };
        match how {
            Join::Link => self.link(&found, other, text).await,
            Join::Merge => self.merge(&found, other, text).await,
        }
    }

    async fn link(
        &mut self,
        other: &CaseRow,
        reference: Reference,
        text: &str,
    ) -> anyhow::Result<Acted> {
        let pair = (self.case.id.as_str(), other.id.as_str());
        if !links::link(&mut *self.tx, pair, &self.seat.person.id, self.now).await? {
            return Ok(Acted::TooLate);
        }
        let own = self.reference().await?;
        let said = Some(text).filter(|text| !text.is_empty());
        let body = json!({ "case": reference.to_string(), "text": said });
        self.log(Side::Below, "linked", body).await?;
        let body = json!({ "case": own, "text": said });
        self.log_there(other, Side::Below, "linked", body).await?;
        Ok(Acted::Done)
    }

    async fn merge(
        &mut self,
        other: &CaseRow,
        reference: Reference,
        text: &str,
    ) -> anyhow::Result<Acted> {
        if other.state == State::Closed.name()
            || !links::same_customer(&mut *self.tx, &self.case.id, &other.id).await?
        {
            return Ok(Acted::Mend);
        }
        if !links::merge(&mut *self.tx, &self.case.id, &other.id, self.now).await? {
            return Ok(Acted::TooLate);
        }
        let own = self.reference().await?;
        let said = Some(text).filter(|text| !text.is_empty());
        let body = json!({ "text": reference.to_string() });
        self.log(Side::Above, Happening::Merged.name(), body)
            .await?;
        let body = json!({ "case": own, "text": said });
        self.log_there(other, Side::Below, "merged-here", body)
            .await?;
        let reason = format!("goes on as {reference}");
        close_at_back_offices(&mut *self.tx, &self.case.id, &reason, self.now).await?;
        Ok(Acted::Done)
    }

    async fn reference(&mut self) -> anyhow::Result<String> {
        let row = sqlx::query("select reference from cases where id = $1")
            .bind(&self.case.id)
            .fetch_one(&mut *self.tx)
            .await?;
        Ok(sqlx::Row::get(&row, "reference"))
    }

    async fn log_there(
        &mut self,
        other: &CaseRow,
        side: Side,
        kind: &str,
        body: Value,
    ) -> anyhow::Result<()> {
        let actor = self.seat.actor();
        let event = NewEvent {
            at: self.now,
            side,
            kind,
            actor: &actor,
            channel: "desk",
            body,
        };
        events::append(&mut *self.tx, &other.id, event)
            .await
            .map(drop)
    }
}
