//! Orders: somebody is told to do something about a case until a day, and says when it is done.

use super::{Connection, Executor, Pool, Record};
use sqlx::Row;
use uuid::Uuid;

/// An order to be given.
#[derive(Clone, Copy, Debug)]
pub struct NewOrder<'a> {
    /// The case.
    pub case_id: &'a str,
    /// Who gives it.
    pub by: &'a str,
    /// Who is to do it.
    pub to: &'a str,
    /// What is to be done.
    pub what: &'a str,
    /// Until when.
    pub due_at: i64,
}

/// An order that is to be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its key.
    pub id: String,
    /// The case's public number.
    pub reference: String,
    /// Who gave it, by name.
    pub by_name: String,
    /// Who is to do it, by key.
    pub to: String,
    /// And by name.
    pub to_name: String,
    /// What is to be done.
    pub what: String,
    /// Until when.
    pub due_at: i64,
}

/// Gives an order; its key.
///
/// # Errors
/// When the store fails.
pub async fn give(tx: &mut Connection, order: &NewOrder<'_>, now: i64) -> anyhow::Result<String> {
    let id = Uuid::now_v7().to_string();
    sqlx::query(
        "insert into orders (id, case_id, by_staff_id, to_staff_id, what, due_at, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&id)
    .bind(order.case_id)
    .bind(order.by)
    .bind(order.to)
    .bind(order.what)
    .bind(order.due_at)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(id)
}

/// Somebody has carried out what they were told to; false when it was not theirs or is done.
///
/// # Errors
/// When the store fails.
pub async fn done(tx: &mut Connection, id: &str, by: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update orders set done_at = $3 where id = $1 and to_staff_id = $2 and done_at is null",
    )
    .bind(id)
    .bind(by)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What somebody has to carry out, the most pressing first.
///
/// # Errors
/// When the store fails.
pub async fn of_person(pool: &Pool, staff_id: &str, most: i64) -> anyhow::Result<Vec<Order>> {
    let rows = sqlx::query(
        "select o.id, c.reference, b.name as by_name, o.to_staff_id, t.name as to_name, o.what, o.due_at
         from orders o join cases c on c.id = o.case_id join staff b on b.id = o.by_staff_id
             join staff t on t.id = o.to_staff_id
         where o.to_staff_id = $1 and o.done_at is null order by o.due_at limit $2",
    )
    .bind(staff_id)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// What is still to be carried out about a case.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<Order>> {
    let rows = sqlx::query(
        "select o.id, c.reference, b.name as by_name, o.to_staff_id, t.name as to_name, o.what, o.due_at
         from orders o join cases c on c.id = o.case_id join staff b on b.id = o.by_staff_id
             join staff t on t.id = o.to_staff_id
         where o.case_id = $1 and o.done_at is null order by o.due_at",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: Record) -> Order {
    Order {
        id: row.get("id"),
        reference: row.get("reference"),
        by_name: row.get("by_name"),
        to: row.get("to_staff_id"),
        to_name: row.get("to_name"),
        what: row.get("what"),
        due_at: row.get("due_at"),
    }
}
