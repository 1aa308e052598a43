//! Heads: where the log of each case ended when a period was closed.

use crate::store::{Connection, Executor, Store};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use sqlx::Row;

/// So many events are looked at in one transaction, so that no other waits long.
const PAGE: i64 = 2000;

/// Gathers the heads of what has gone on, for a period that is not closed yet; returns the last
/// event that was looked at.
pub(super) async fn gather(store: &Store, period: i64, mut from: String) -> anyhow::Result<String> {
    loop {
        let row = sqlx::query(
            "select max(page.id) as up_to from (select id from events where id > $1 order by id limit $2) page",
        )
        .bind(&from)
        .bind(PAGE)
        .fetch_one(store.read())
        .await?;
        let Some(up_to) = row.get::<Option<String>, _>("up_to") else {
            return Ok(from);
        };
        let last = up_to.clone();
        store
            .write(move |tx| Box::pin(async move { gather_page(tx, period, &from, &last).await }))
            .await?;
        from = up_to;
    }
}

/// A head is the last event of its case, unless an earlier period has it. Another server may have
/// closed this period meanwhile; then nothing is added to it.
async fn gather_page(
    tx: &mut Connection,
    period: i64,
    from: &str,
    up_to: &str,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into audit_heads (period, case_id, seq, hash)
         select $1, e.case_id, e.seq, e.hash from events e
         where e.id > $2 and e.id <= $3
           and not exists (select 1 from events f where f.case_id = e.case_id and f.seq > e.seq)
           and not exists (select 1 from audit_heads h where h.case_id = e.case_id and h.seq >= e.seq)
           and not exists (select 1 from audit_periods p where p.seq = $1)
         on conflict do nothing",
    )
    .bind(period)
    .bind(from)
    .bind(up_to)
    .execute(tx)
    .await?;
    Ok(())
}

/// How many heads a period has, and a fingerprint of all of them.
pub(super) async fn sum(tx: &mut Connection, period: i64) -> anyhow::Result<(i64, String)> {
    let (mut count, mut sum) = (0, Sha256::new());
    let mut after = String::new();
    loop {
        let heads = page(&mut *tx, period, &after).await?;
        let Some(last) = heads.last() else {
            return Ok((count, HEXLOWER.encode(&sum.finalize())));
        };
        after.clone_from(&last.case_id);
        for head in &heads {
            count += 1;
            sum.update(head.fingerprint());
        }
    }
}

/// Where the log of a case ended.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Head {
    pub(super) case_id: String,
    pub(super) seq: i64,
    pub(super) hash: String,
}

impl Head {
    fn fingerprint(&self) -> String {
        crate::store::events::hash(&[&self.case_id, &self.seq.to_string(), &self.hash])
    }
}

/// The next heads of a period, in the order of their cases.
pub(super) async fn page(
    store: impl Executor<'_>,
    period: i64,
    after: &str,
) -> anyhow::Result<Vec<Head>> {
    let heads = sqlx::query_as(
        "select case_id, seq, hash from audit_heads where period = $1 and case_id > $2
         order by case_id limit $3",
    )
    .bind(period)
    .bind(after)
    .bind(PAGE)
    .fetch_all(store)
    .await?;
    Ok(heads)
}
