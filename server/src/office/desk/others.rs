//! The customer's other cases, for who may see them: one customer, one view.

use crate::{office::Office, store::desk};
use anyhow::Context;
use app::{
    case::{
        reference::Reference,
        view::{Kind, State},
    },
    desk::Other,
    hatch::{Refusal, Token},
};

/// More are found by searching for the contact.
const MOST: i64 = 8;

impl Office {
    pub(super) async fn read_others(
        &self,
        staff: &Token,
        reference: Reference,
    ) -> anyhow::Result<Vec<Other>> {
        let seat = self.seat(staff).await?;
        let (pool, number, me) = (self.store.read(), reference.to_string(), &seat.person.id);
        // Who may not see the case learns nothing of its customer.
        desk::case(pool, &number, &seat.reach, me)
            .await?
            .ok_or(Refusal::NotFound)?;
        let rows = desk::others(pool, &number, &seat.reach, me, MOST).await?;
        let others = rows.into_iter().map(|row| {
            Ok(Other {
                reference: row.reference.parse()?,
                kind: Kind::from_name(&row.kind).context("a case of an unknown kind")?,
                about: row.about,
                stands: State::from_name(&row.state).context("a case in an unknown state")?,
                opened_at: row.opened_at,
            })
        });
        others.collect()
    }
}
