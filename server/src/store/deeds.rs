//! What was done about somebody or something that is looked after, and by whom. A log each, all
//! written and read alike.

use super::{Connection, Executor};
use app::desk::Deed;
use sqlx::Row;
use uuid::Uuid;

/// Whose log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// Of members of staff.
    Staff,
    /// Of kiosks.
    Kiosk,
}

impl Log {
    /// Notes what was done about somebody or something, and by whom: `staff:<id>`, `command`,
    /// `provider`, `rule`.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note(
        self,
        tx: &mut Connection,
        about: &str,
        kind: &str,
        actor: &str,
        now: i64,
    ) -> anyhow::Result<()> {
        self.say(tx, about, (kind, None), actor, now).await
    }

    /// The same, with what there is to say about it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn say(
        self,
        tx: &mut Connection,
        about: &str,
        (kind, said): (&str, Option<&str>),
        actor: &str,
        now: i64,
    ) -> anyhow::Result<()> {
        let insert = match self {
            Self::Staff => {
                "insert into staff_log (id, staff_id, at, actor, kind, said)
                 values ($1, $2, $3, $4, $5, $6)"
            }
            Self::Kiosk => {
                "insert into kiosk_log (id, kiosk_id, at, actor, kind, said)
                 values ($1, $2, $3, $4, $5, $6)"
            }
        };
        sqlx::query(insert)
            .bind(Uuid::now_v7().to_string())
            .bind(about)
            .bind(now)
            .bind(actor)
            .bind(kind)
            .bind(said)
            .execute(tx)
            .await?;
        Ok(())
    }

    /// What was done, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn deeds(
        self,
        store: impl Executor<'_>,
        about: &str,
        most: i64,
    ) -> anyhow::Result<Vec<Deed>> {
        let select = match self {
            Self::Staff => {
                "select l.at, l.kind, l.said, s.name from staff_log l
                 left join staff s on l.actor = 'staff:' || s.id
                 where l.staff_id = $1 order by l.at desc, l.id desc limit $2"
            }
            Self::Kiosk => {
                "select l.at, l.kind, l.said, s.name from kiosk_log l
                 left join staff s on l.actor = 'staff:' || s.id
                 where l.kiosk_id = $1 order by l.at desc, l.id desc limit $2"
            }
        };
        let rows = sqlx::query(select)
            .bind(about)
            .bind(most)
            .fetch_all(store)
            .await?;
        let deeds = rows.into_iter().map(|row| Deed {
            at: row.get("at"),
            kind: row.get("kind"),
            by: row.get("name"),
            said: row.get("said"),
        });
        Ok(deeds.collect())
    }
}
