//! Spells: who had a case in hand from when to when. They begin and end with what happens to cases
//! and legs, in the same transaction, so that no act can forget them. How a clock is made of them
//! is `clock::partition`'s business, not theirs.

use super::{Batch, Connection, Executor, cases::StateChange, escalations};
use sqlx::Row;
use uuid::Uuid;

/// Who can have a case in hand, besides its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// Whoever offered a passing, until it is accepted.
    Offer,
    /// A department with its part.
    Leg,
    /// The customer.
    Customer,
    /// Nobody: it is paused, with a reason.
    Pause,
}

impl Holder {
    /// The word in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Leg => "leg",
            Self::Customer => "customer",
            Self::Pause => "pause",
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "offer" => Self::Offer,
            "leg" => Self::Leg,
            "customer" => Self::Customer,
            _ => Self::Pause,
        }
    }
}

/// Why a case waits for its customer: a question was asked.
pub const ASKED: &str = "asked";
/// Why a case waits for its customer: it is thought done, and they have not said so.
pub const CONFIRM: &str = "confirm";
/// Why a case was the customer's: it was closed, until they opened it again.
pub const CLOSED: &str = "closed";
/// Why a leg is paused whose reason only another back office knows.
pub const ELSEWHERE: &str = "elsewhere";

/// A spell that begins.
#[derive(Clone, Copy, Debug)]
pub struct NewSpell<'a> {
    /// The case.
    pub case_id: &'a str,
    /// The leg, if it is about one.
    pub leg_id: Option<&'a str>,
    /// Who has it.
    pub holder: Holder,
    /// Why, as a code.
    pub reason: Option<&'a str>,
    /// Whether the promise stands still meanwhile.
    pub stops: bool,
    /// The unit that has it.
    pub unit: Option<&'a str>,
    /// The department that has it.
    pub department: Option<&'a str>,
    /// The person who has it.
    pub staff_id: Option<&'a str>,
}

/// A spell as it is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The leg, if it is about one.
    pub leg_id: Option<String>,
    /// Who had it.
    pub holder: Holder,
    /// Why, as a code.
    pub reason: Option<String>,
    /// Whether the promise stood still meanwhile.
    pub stops: bool,
    /// The unit that had it.
    pub unit: Option<String>,
    /// The department that had it.
    pub department: Option<String>,
    /// When it began.
    pub begun_at: i64,
    /// When it ended, if it has.
    pub ended_at: Option<i64>,
}

/// Begins a spell; false when there is one of its kind already.
///
/// # Errors
/// When the store fails.
pub async fn begin(tx: &mut Connection, spell: &NewSpell<'_>, now: i64) -> anyhow::Result<bool> {
    let begun = sqlx::query(
        "insert into spells (id, case_id, leg_id, holder, reason, stops, unit, department, staff_id, begun_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(spell.case_id)
    .bind(spell.leg_id)
    .bind(spell.holder.name())
    .bind(spell.reason)
    .bind(i64::from(spell.stops))
    .bind(spell.unit)
    .bind(spell.department)
    .bind(spell.staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(begun.rows_affected() > 0)
}

/// The same together with whatever else is written.
pub fn add(batch: &mut Batch, spell: &NewSpell<'_>, now: i64) {
    batch
        .add(
            "insert into spells (id, case_id, leg_id, holder, reason, stops, unit, department, staff_id, begun_at)
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        )
        .bind(Uuid::now_v7().to_string())
        .bind(spell.case_id)
        .bind(spell.leg_id)
        .bind(spell.holder.name())
        .bind(spell.reason)
        .bind(i64::from(spell.stops))
        .bind(spell.unit)
        .bind(spell.department)
        .bind(spell.staff_id)
        .bind(now);
}

/// Ends the spell of a kind, of one leg or of the case itself; false when there is none.
///
/// # Errors
/// When the store fails.
pub async fn end(
    tx: &mut Connection,
    case_id: &str,
    leg_id: Option<&str>,
    holder: Holder,
    now: i64,
) -> anyhow::Result<bool> {
    let ended = sqlx::query(
        "update spells set ended_at = $4
         where case_id = $1 and coalesce(leg_id, '') = $2 and holder = $3 and ended_at is null",
    )
    .bind(case_id)
    .bind(leg_id.unwrap_or_default())
    .bind(holder.name())
    .bind(now)
    .execute(tx)
    .await?;
    Ok(ended.rows_affected() > 0)
}

/// Every spell of a case, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<Spell>> {
    let rows = sqlx::query(
        "select leg_id, holder, reason, stops, unit, department, begun_at, ended_at
         from spells where case_id = $1 order by begun_at, id",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Spell {
            leg_id: row.get("leg_id"),
            holder: Holder::from_name(row.get("holder")),
            reason: row.get("reason"),
            stops: row.get::<i64, _>("stops") != 0,
            unit: row.get("unit"),
            department: row.get("department"),
            begun_at: row.get("begun_at"),
            ended_at: row.get("ended_at"),
        })
        .collect())
}

/// Begins and ends what the state of a leg means: it is worked at from the moment somebody has it
/// until it is done, declined or given back, and its pauses end with it at the latest.
///
/// # Errors
/// When the store fails.
pub async fn follow_leg(tx: &mut Connection, leg_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update spells set ended_at = $2
         where leg_id = $1 and ended_at is null
           and ((holder = 'leg' and not exists (select 1 from legs l
                   where l.id = $1 and l.state in ('accepted', 'working', 'paused')))
             or (holder = 'pause' and not exists (select 1 from legs l
                   where l.id = $1 and l.state = 'paused')))",
    )
    .bind(leg_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    for (holder, reason, states) in [
        (Holder::Leg, None, "accepted working paused"),
        (Holder::Pause, Some(ELSEWHERE), "paused"),
    ] {
        sqlx::query(
            "insert into spells (id, case_id, leg_id, holder, reason, unit, department, staff_id, begun_at)
             select cast($1 as text), case_id, id, cast($3 as text), cast($4 as text), unit, department, staff_id,
                 cast($6 as bigint)
             from legs where id = $2 and $5 like '%' || state || '%'
             on conflict do nothing",
        )
        .bind(Uuid::now_v7().to_string())
        .bind(leg_id)
        .bind(holder.name())
        .bind(reason)
        .bind(states)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// What a case's change of state ended and began. Waiting for the customer ends with any change;
/// a case that is closed has no spell open, and nobody has to hear of it any more.
pub(super) async fn follow_case(
    tx: &mut Connection,
    case_id: &str,
    change: StateChange,
    now: i64,
) -> anyhow::Result<()> {
    end(&mut *tx, case_id, None, Holder::Customer, now).await?;
    let (reason, stops) = match change {
        StateChange::Wait => (ASKED, true),
        StateChange::Finish => (CONFIRM, false),
        StateChange::Close | StateChange::CloseByRule => {
            sqlx::query("update spells set ended_at = $2 where case_id = $1 and ended_at is null")
                .bind(case_id)
                .bind(now)
                .execute(&mut *tx)
                .await?;
            return escalations::end_all(tx, case_id, now).await;
        }
        StateChange::Work | StateChange::Answered | StateChange::Resume | StateChange::Reopen => {
            return Ok(());
        }
    };
    let spell = NewSpell {
        case_id,
        leg_id: None,
        holder: Holder::Customer,
        reason: Some(reason),
        stops,
        unit: None,
        department: None,
        staff_id: None,
    };
    begin(tx, &spell, now).await?;
    Ok(())
}

/// Between closing and being opened again a case was the customer's: nobody here had it. Written
/// before the moment of closing is forgotten.
pub(super) async fn was_closed(tx: &mut Connection, case_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into spells (id, case_id, holder, reason, begun_at, ended_at)
         select cast($1 as text), id, 'customer', cast($3 as text), closed_at, cast($4 as bigint)
         from cases where id = $2 and state = 'closed' and closed_at is not null",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(case_id)
    .bind(CLOSED)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}
