//! Passings: a leg going to another department, from the offer to the answer. What an offer needs
//! and what an answer brings about is decided in `office`.

use super::{
    Batch, Connection, Executor, Pool,
    spells::{self, Holder, NewSpell},
};
use sqlx::Row;
use uuid::Uuid;

/// An offer to be written.
#[derive(Clone, Debug)]
pub struct NewPassing<'a> {
    /// The leg that is passed on.
    pub giver: &'a str,
    /// The leg it becomes.
    pub receiver: &'a str,
    /// Who offers it.
    pub staff_id: &'a str,
    /// What the receiver asked for and was given, as JSON.
    pub handed: &'a str,
    /// Why it goes there.
    pub reason: &'a str,
    /// Until when the receiver answers.
    pub answer_by: i64,
}

/// Writes an offer.
pub fn offer(batch: &mut Batch, case_id: &str, passing: &NewPassing<'_>, now: i64) {
    batch
        .add(
            "insert into passings (id, case_id, giver_leg_id, receiver_leg_id, staff_id, handed, reason, state,
                 offered_at, answer_by)
             values (?, ?, ?, ?, ?, ?, ?, 'offered', ?, ?)",
        )
        .bind(Uuid::now_v7().to_string())
        .bind(case_id)
        .bind(passing.giver)
        .bind(passing.receiver)
        .bind(passing.staff_id)
        .bind(passing.handed)
        .bind(passing.reason)
        .bind(now)
        .bind(passing.answer_by);
    let spell = NewSpell {
        case_id,
        leg_id: Some(passing.giver),
        holder: Holder::Offer,
        reason: None,
        stops: false,
        unit: None,
        department: None,
        staff_id: Some(passing.staff_id),
    };
    spells::add(batch, &spell, now);
}

/// How an offer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The receiver took it.
    Accepted,
    /// The receiver did not.
    Declined,
    /// The giver took it back.
    Withdrawn,
}

impl Answer {
    const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Answers the open offer of a receiver's leg; the giver's leg, if there was one.
///
/// # Errors
/// When the store fails.
pub async fn answer(
    tx: &mut Connection,
    receiver: &str,
    answer: Answer,
    now: i64,
) -> anyhow::Result<Option<String>> {
    let row = sqlx::query(
        "update passings set state = $2, decided_at = $3
         where receiver_leg_id = $1 and state = 'offered' returning case_id, giver_leg_id",
    )
    .bind(receiver)
    .bind(answer.name())
    .bind(now)
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (case_id, giver): (String, String) = (row.get("case_id"), row.get("giver_leg_id"));
    spells::end(tx, &case_id, Some(&giver), Holder::Offer, now).await?;
    Ok(Some(giver))
}

/// A passing as it is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passing {
    /// The leg that is passed on.
    pub giver: String,
    /// The leg it becomes.
    pub receiver: String,
    /// What the receiver asked for and was given, as JSON.
    pub handed: String,
    /// Why it goes there.
    pub reason: String,
    /// `offered`, `accepted`, `declined` or `withdrawn`.
    pub state: String,
    /// Until when the receiver answers.
    pub answer_by: i64,
}

/// Every passing of a case, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<Passing>> {
    let rows = sqlx::query(
        "select giver_leg_id, receiver_leg_id, handed, reason, state, answer_by
         from passings where case_id = $1 order by offered_at, id",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Passing {
            giver: row.get("giver_leg_id"),
            receiver: row.get("receiver_leg_id"),
            handed: row.get("handed"),
            reason: row.get("reason"),
            state: row.get("state"),
            answer_by: row.get("answer_by"),
        })
        .collect())
}

/// An offer that nobody answered in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Its key.
    pub id: String,
    /// The case.
    pub case_id: String,
    /// The number of the receiver's leg.
    pub seq: i64,
}

/// Offers that were not answered in time, and of which that is not known yet.
///
/// # Errors
/// When the store fails.
pub async fn overdue(pool: &Pool, now: i64, most: i64) -> anyhow::Result<Vec<Overdue>> {
    let rows = sqlx::query(
        "select p.id, p.case_id, l.seq from passings p join legs l on l.id = p.receiver_leg_id
         where p.state = 'offered' and p.answer_by < $1 and p.overdue_at is null
         order by p.answer_by limit $2",
    )
    .bind(now)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Overdue {
            id: row.get("id"),
            case_id: row.get("case_id"),
            seq: row.get("seq"),
        })
        .collect())
}

/// Notes that an offer was not answered in time; false when it was noted or answered already.
///
/// # Errors
/// When the store fails.
pub async fn mark_overdue(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update passings set overdue_at = $2 where id = $1 and state = 'offered' and overdue_at is null",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}
