//! Which cases changed since a browser was told last.

use crate::{office::Office, store::desk};
use app::{case::reference::Reference, desk::Mark, hatch::Token};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Two servers on one database may commit in another order than they began; so much is looked at
/// again. An event's key begins with the time it was made.
const OVERLAP: u64 = 5_000;

impl Office {
    pub(super) async fn read_news(
        &self,
        staff: &Token,
        mark: &Mark,
    ) -> anyhow::Result<(Mark, Vec<Reference>)> {
        let seat = self.seat(staff).await?;
        let pool = self.store.read();
        let Some(last) = &mark.last else {
            // What there is already stands on the pages that begin to follow.
            let newest = desk::newest(pool).await?.unwrap_or_default();
            let from = before(&newest);
            let begun = desk::news_after(pool, &from, &seat.reach, &seat.person.id).await?;
            let told = begun.into_iter().map(|(id, _)| id).collect();
            let last = Some(newest);
            return Ok((Mark { last, told }, Vec::new()));
        };
        let found = desk::news_after(pool, &before(last), &seat.reach, &seat.person.id).await?;
        let new = found.iter().filter(|(id, _)| !mark.told.contains(id));
        let cases: BTreeSet<_> = new.map(|(_, reference)| reference.clone()).collect();
        let cases = cases.iter().map(|reference| reference.parse());
        let cases = cases.collect::<Result<_, _>>()?;
        let last = found
            .last()
            .map_or_else(|| last.clone(), |(id, _)| id.clone());
        let told = found.into_iter().map(|(id, _)| id).collect();
        let last = Some(last);
        Ok((Mark { last, told }, cases))
    }
}

/// The smallest key of some moments before another.
fn before(key: &str) -> String {
    let made = key
        .parse::<Uuid>()
        .map_or(0, |key| (key.as_u128() >> 80) as u64);
    let from = u128::from(made.saturating_sub(OVERLAP)) << 80;
    Uuid::from_u128(from).to_string()
}
