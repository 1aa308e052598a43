//! People who work here. Passwords come in hashed.

use super::{Connection, Executor, Pool, Record};
use anyhow::Context;
use app::desk::Role;
use sqlx::Row;
use uuid::Uuid;

/// Somebody who works here, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their key.
    pub id: String,
    /// What they sign in with.
    pub login: String,
    /// What colleagues call them.
    pub name: String,
    /// Their unit.
    pub unit: String,
    /// Their department.
    pub department: String,
    /// What they may do.
    pub role: Role,
    /// Since when they work here no more.
    pub left_at: Option<i64>,
}

/// Somebody who begins to work here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// What they sign in with.
    pub login: String,
    /// What colleagues call them.
    pub name: String,
    /// Their unit.
    pub unit: String,
    /// Their department.
    pub department: String,
    /// What they may do.
    pub role: Role,
    /// The hash of their password.
    pub password: String,
}

/// Adds somebody; false when the login is taken, be it by somebody who left.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, person: &NewPerson, now: i64) -> anyhow::Result<bool> {
    let added = sqlx::query(
        "insert into staff (id, login, name, unit, department, role, password, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (login) do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(&person.login)
    .bind(&person.name)
    .bind(&person.unit)
    .bind(&person.department)
    .bind(person.role.name())
    .bind(&person.password)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(added.rows_affected() > 0)
}

/// Who signs in with this, with the hash of their password; nobody who left.
///
/// # Errors
/// When the store fails.
pub async fn by_login(pool: &Pool, login: &str) -> anyhow::Result<Option<(Person, String)>> {
    let row = sqlx::query(
        "select id, login, name, unit, department, role, left_at, password
         from staff where login = $1 and left_at is null",
    )
    .bind(login)
    .fetch_optional(pool)
    .await?;
    row.map(|row| Ok((read(&row)?, row.get("password"))))
        .transpose()
}

/// Who has this login and works here.
///
/// # Errors
/// When the store fails.
pub async fn working(tx: &mut Connection, login: &str) -> anyhow::Result<Option<Person>> {
    let row = sqlx::query(
        "select id, login, name, unit, department, role, left_at
         from staff where login = $1 and left_at is null",
    )
    .bind(login)
    .fetch_optional(tx)
    .await?;
    row.map(|row| read(&row)).transpose()
}

/// Everybody, those who left at the end.
///
/// # Errors
/// When the store fails.
pub async fn list(pool: &Pool) -> anyhow::Result<Vec<Person>> {
    let rows = sqlx::query(
        "select id, login, name, unit, department, role, left_at
         from staff order by left_at is not null, unit, department, login",
    )
    .fetch_all(pool)
    .await?;
    rows.iter().map(read).collect()
}

/// Everybody who works here now, by department and name.
///
/// # Errors
/// When the store fails.
pub async fn working_here(store: impl Executor<'_>) -> anyhow::Result<Vec<Person>> {
    let rows = sqlx::query(
        "select id, login, name, unit, department, role, left_at
         from staff where left_at is null order by department, name, id",
    )
    .fetch_all(store)
    .await?;
    rows.iter().map(read).collect()
}

/// Gives somebody another password, and ends their sessions; false when there is nobody.
///
/// # Errors
/// When the store fails.
pub async fn set_password(
    tx: &mut Connection,
    login: &str,
    password: &str,
) -> anyhow::Result<bool> {
    let done = sqlx::query("update staff set password = $2 where login = $1 and left_at is null")
        .bind(login)
        .bind(password)
        .execute(&mut *tx)
        .await?;
    end_sessions(tx, login).await?;
    Ok(done.rows_affected() > 0)
}

/// Somebody works here no more; their sessions end. False when there is nobody.
///
/// # Errors
/// When the store fails.
pub async fn leave(tx: &mut Connection, login: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query("update staff set left_at = $2 where login = $1 and left_at is null")
        .bind(login)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    end_sessions(tx, login).await?;
    Ok(done.rows_affected() > 0)
}

async fn end_sessions(tx: &mut Connection, login: &str) -> anyhow::Result<()> {
    sqlx::query(
        "delete from staff_sessions where staff_id in (select id from staff where login = $1)",
    )
    .bind(login)
    .execute(tx)
    .await?;
    Ok(())
}

/// Reads a person from a row that holds all their columns.
pub(super) fn read(row: &Record) -> anyhow::Result<Person> {
    Ok(Person {
        id: row.get("id"),
        login: row.get("login"),
        name: row.get("name"),
        unit: row.get("unit"),
        department: row.get("department"),
        role: Role::from_name(row.get("role")).context("a member of staff with no known role")?,
        left_at: row.get("left_at"),
    })
}
