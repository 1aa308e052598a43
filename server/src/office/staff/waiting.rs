//! The cases that wait for somebody who has no part of them: their owner has left and they need a
//! person, or their owner is away and somebody stands in.

use crate::{
    office::Office,
    store::leaving::{self, WaitingRow},
};
use anyhow::Context;
use app::{
    case::view::Kind,
    desk::{Waiting, Why},
    hatch::Token,
};

/// Nobody stands in for more at once.
const MOST: i64 = 200;

impl Office {
    pub(super) async fn read_waiting(&self, staff: &Token) -> anyhow::Result<Vec<Waiting>> {
        let seat = self.seat(staff).await?;
        let pool = self.store.read();
        let needing = leaving::needing_a_person(pool).await?;
        let mut rows: Vec<_> = needing
            .into_iter()
            .filter(|row| seat.reach.covers(&row.owner_of.0, &row.owner_of.1))
            .collect();
        let stood_in = leaving::stood_in_for(pool, &seat.person.id, self.now(), MOST).await?;
        rows.extend(stood_in);
        rows.into_iter().map(shown).collect()
    }
}

fn shown(row: WaitingRow) -> anyhow::Result<Waiting> {
    let why = match (row.since, row.owner) {
        (Some(since), _) => Why::NeedsPerson(since),
        (None, owner) => Why::For(owner.unwrap_or_default()),
    };
    Ok(Waiting {
        reference: row.reference.parse()?,
        kind: Kind::from_name(&row.kind).context("a case of an unknown kind")?,
        about: row.about,
        why,
    })
}
