//! People who work here. Passwords come in hashed; what somebody may is not decided here.

use super::{Connection, Executor, Record};
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
    let added = insert(tx, person, None, now).await?;
    Ok(added.is_some())
}

/// The same with a password that is good only for choosing one's own, and only until an instant.
/// Their key; nothing when the login is taken.
///
/// # Errors
/// When the store fails.
pub async fn add_once(
    tx: &mut Connection,
    person: &NewPerson,
    once_until: i64,
    now: i64,
) -> anyhow::Result<Option<String>> {
    insert(tx, person, Some(once_until), now).await
}

async fn insert(
    tx: &mut Connection,
    person: &NewPerson,
    once_until: Option<i64>,
    now: i64,
) -> anyhow::Result<Option<String>> {
    let id = Uuid::now_v7().to_string();
    let added = sqlx::query(
        "insert into staff (id, login, name, unit, department, role, password, once_until, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (login) do nothing",
    )
    .bind(&id)
    .bind(&person.login)
    .bind(&person.name)
    .bind(&person.unit)
    .bind(&person.department)
    .bind(person.role.name())
    .bind(&person.password)
    .bind(once_until)
    .bind(now)
    .execute(tx)
    .await?;
    Ok((added.rows_affected() > 0).then_some(id))
}

/// Somebody at the door.
#[derive(Clone, PartialEq, Eq)]
pub struct AtTheDoor {
    /// Who.
    pub person: Person,
    /// The hash of their password.
    pub password: String,
    /// Until when it is good, if it is not their own.
    pub once_until: Option<i64>,
    /// Whether a code is asked of them, too.
    pub second: bool,
}

/// Who signs in with this; nobody who left.
///
/// # Errors
/// When the store fails.
pub async fn at_the_door(
    store: impl Executor<'_>,
    login: &str,
) -> anyhow::Result<Option<AtTheDoor>> {
    let row = sqlx::query(
        "select s.id, s.login, s.name, s.unit, s.department, s.role, s.left_at, s.password,
             s.once_until, p.since
         from staff s left join staff_totp p on p.staff_id = s.id
         where s.login = $1 and s.left_at is null",
    )
    .bind(login)
    .fetch_optional(store)
    .await?;
    row.map(|row| {
        Ok(AtTheDoor {
            person: read(&row)?,
            password: row.get("password"),
            once_until: row.get("once_until"),
            second: row.get::<Option<i64>, _>("since").is_some(),
        })
    })
    .transpose()
}

/// Whether somebody signs in with this, or did before they left.
///
/// # Errors
/// When the store fails.
pub async fn login_is_taken(store: impl Executor<'_>, login: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from staff where login = $1")
        .bind(login)
        .fetch_optional(store)
        .await?;
    Ok(row.is_some())
}

/// The person with a key, be it that they left.
///
/// # Errors
/// When the store fails.
pub async fn by_id(store: impl Executor<'_>, id: &str) -> anyhow::Result<Option<Person>> {
    let row = sqlx::query(
        "select id, login, name, unit, department, role, left_at from staff where id = $1",
    )
    .bind(id)
    .fetch_optional(store)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Somebody in the list of those who work here, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub person: Person,
    /// Until when they can use a password that is not their own.
    pub once_until: Option<i64>,
    /// Whether the second step is asked of them.
    pub second: bool,
    /// Until when they are away now.
    pub away_until: Option<i64>,
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

/// Everybody with what a list of them says, those who left at the end.
///
/// # Errors
/// When the store fails.
pub async fn listed(store: impl Executor<'_>, now: i64) -> anyhow::Result<Vec<Listed>> {
    let rows = sqlx::query(
        "select s.id, s.login, s.name, s.unit, s.department, s.role, s.left_at, s.once_until,
             p.since,
             (select max(a.until_at) from absences a where a.staff_id = s.id
                and a.ended_at is null and a.from_at <= $1 and a.until_at > $1) as away_until
         from staff s left join staff_totp p on p.staff_id = s.id
         order by case when s.left_at is null then 0 else 1 end, s.unit, s.department, s.login",
    )
    .bind(now)
    .fetch_all(store)
    .await?;
    let listed = rows.iter().map(|row| {
        Ok(Listed {
            person: read(row)?,
            once_until: row.get("once_until"),
            second: row.get::<Option<i64>, _>("since").is_some(),
            away_until: row.get("away_until"),
        })
    });
    listed.collect()
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

/// Gives somebody another password; with an instant, one that is good only for choosing their own
/// until then. Their sessions are not this statement's business.
///
/// # Errors
/// When the store fails.
pub async fn set_password(
    tx: &mut Connection,
    id: &str,
    password: &str,
    once_until: Option<i64>,
) -> anyhow::Result<()> {
    sqlx::query("update staff set password = $2, once_until = $3 where id = $1")
        .bind(id)
        .bind(password)
        .bind(once_until)
        .execute(tx)
        .await?;
    Ok(())
}

/// The hash of somebody's password.
///
/// # Errors
/// When the store fails.
pub async fn password(store: impl Executor<'_>, id: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select password from staff where id = $1 and left_at is null")
        .bind(id)
        .fetch_optional(store)
        .await?;
    Ok(row.map(|row| row.get("password")))
}

/// Where somebody works from now on, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// What colleagues call them.
    pub name: String,
    /// Their unit.
    pub unit: String,
    /// Their department.
    pub department: String,
    /// What they may do.
    pub role: Role,
}

/// Gives somebody another post; false when they left.
///
/// # Errors
/// When the store fails.
pub async fn set_post(tx: &mut Connection, id: &str, post: &Post) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update staff set name = $2, unit = $3, department = $4, role = $5
         where id = $1 and left_at is null",
    )
    .bind(id)
    .bind(&post.name)
    .bind(&post.unit)
    .bind(&post.department)
    .bind(post.role.name())
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Somebody works here no more; false when they left already.
///
/// # Errors
/// When the store fails.
pub async fn leave(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query("update staff set left_at = $2 where id = $1 and left_at is null")
        .bind(id)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// How many administrators there are besides somebody.
///
/// # Errors
/// When the store fails.
pub async fn administrators_besides(store: impl Executor<'_>, id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as others from staff
         where role = 'administrator' and left_at is null and id <> $1",
    )
    .bind(id)
    .fetch_one(store)
    .await?;
    Ok(row.get("others"))
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
