//! Claims: what one server does so that another on the same database does not do it too. They run
//! out, so that a server that died holds nothing up; what it was doing then is in doubt.
//!
//! A file has one server, and whoever claimed before it is gone: there a claim has run out at once.

use super::{Connection, Kind};
use std::sync::Arc;

/// How long a claim holds that nobody renews. The clocks of servers may differ by less.
const LEASE: i64 = 30_000_000;
/// How often it is renewed while the work goes on.
pub const RENEWED_EVERY: std::time::Duration = std::time::Duration::from_secs(10);

/// Who claims: a server, from its start to its end. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Claimant {
    server: Arc<str>,
    lease: i64,
}

/// A claim, from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who.
    pub server: Arc<str>,
    /// Until when, if it is not renewed.
    pub until: i64,
}

impl Claimant {
    /// A new name.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            server: uuid::Uuid::new_v4().to_string().into(),
            lease: match kind {
                Kind::Sqlite => 0,
                Kind::Postgres => LEASE,
            },
        }
    }

    /// A claim from an instant on.
    pub fn from(&self, now: i64) -> Claim {
        Claim {
            server: self.server.clone(),
            until: now + self.lease,
        }
    }
}

/// Claims a piece of work, or renews the claim; false while another server has it.
///
/// # Errors
/// When the store fails.
pub async fn take(
    tx: &mut Connection,
    name: &str,
    claim: &Claim,
    now: i64,
) -> anyhow::Result<bool> {
    let taken = sqlx::query(
        "insert into claims (name, server, until) values ($1, $2, $3)
         on conflict (name) do update set server = excluded.server, until = excluded.until
           where claims.server = excluded.server or claims.until <= $4",
    )
    .bind(name)
    .bind(claim.server.as_ref())
    .bind(claim.until)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(taken.rows_affected() > 0)
}
