//! Requests between departments, and what was said and done about them.

use super::{Connection, Executor, Pool, Question, Record, desk::Reach};
use sqlx::Row;
use uuid::Uuid;

/// A request to be written.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// Its key.
    pub id: &'a str,
    /// Its number.
    pub number: &'a str,
    /// The key of the form that made it.
    pub key: &'a str,
    /// Who asks.
    pub staff_id: &'a str,
    /// Their unit and department.
    pub from: (&'a str, &'a str),
    /// The unit and department that is asked.
    pub to: (&'a str, &'a str),
    /// What it is about.
    pub title: &'a str,
    /// Until when it is to be taken.
    pub answer_by: i64,
    /// Until when it is to be answered.
    pub due_at: i64,
    /// In which calendar that was reckoned.
    pub calendar: &'a str,
}

/// Writes a request; false when one was made with that key.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, new: &NewRequest<'_>, now: i64) -> anyhow::Result<bool> {
    let added = sqlx::query(
        "insert into requests (id, number, key, from_staff_id, from_unit, from_department, to_unit, to_department,
             title, state, asked_at, answer_by, due_at, calendar)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', $10, $11, $12, $13)
         on conflict (key) do nothing",
    )
    .bind(new.id)
    .bind(new.number)
    .bind(new.key)
    .bind(new.staff_id)
    .bind(new.from.0)
    .bind(new.from.1)
    .bind(new.to.0)
    .bind(new.to.1)
    .bind(new.title)
    .bind(now)
    .bind(new.answer_by)
    .bind(new.due_at)
    .bind(new.calendar)
    .execute(tx)
    .await?;
    Ok(added.rows_affected() > 0)
}

/// A request as it is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its key.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Who asks.
    pub from_staff_id: String,
    /// Their name.
    pub from_name: String,
    /// Their unit and department.
    pub from: (String, String),
    /// The unit and department that is asked.
    pub to: (String, String),
    /// What it is about.
    pub title: String,
    /// How far it is.
    pub state: String,
    /// Who helps, by name.
    pub helper: Option<String>,
    /// Until when it is to be taken.
    pub answer_by: i64,
    /// Until when it is to be answered.
    pub due_at: i64,
    /// How often it was declined.
    pub bounces: i64,
    /// 3 is good, 1 poor.
    pub score: Option<i64>,
}

const READ: &str = "select r.id, r.number, r.from_staff_id, f.name as from_name, r.from_unit, r.from_department,
     r.to_unit, r.to_department, r.title, r.state, h.name as helper, r.answer_by, r.due_at, r.bounces, r.score
     from requests r join staff f on f.id = r.from_staff_id left join staff h on h.id = r.staff_id where";

/// The number of the request that was made with a key.
///
/// # Errors
/// When the store fails.
pub async fn by_key(store: impl Executor<'_>, key: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select number from requests where key = $1")
        .bind(key)
        .fetch_optional(store)
        .await?;
    Ok(row.map(|row| row.get("number")))
}

/// The request with this number.
///
/// # Errors
/// When the store fails.
pub async fn by_number(store: impl Executor<'_>, number: &str) -> anyhow::Result<Option<Request>> {
    let row = sqlx::query(
        "select r.id, r.number, r.from_staff_id, f.name as from_name, r.from_unit, r.from_department,
             r.to_unit, r.to_department, r.title, r.state, h.name as helper, r.answer_by, r.due_at, r.bounces,
             r.score
         from requests r join staff f on f.id = r.from_staff_id left join staff h on h.id = r.staff_id
         where r.number = $1",
    )
    .bind(number)
    .fetch_optional(store)
    .await?;
    Ok(row.map(read))
}

/// What the departments within reach are asked and have not answered, what is due first on top.
///
/// # Errors
/// When the store fails.
pub async fn of_us(pool: &Pool, reach: &Reach, most: i64) -> anyhow::Result<Vec<Request>> {
    let mut asked = Question::new(READ);
    asked.sql("r.state in ('asked', 'taken')");
    reach.limits(&mut asked, "r.to_unit", "r.to_department");
    asked.sql("order by r.due_at, r.id limit").bind(most);
    Ok(asked.all(pool).await?.into_iter().map(read).collect())
}

/// What the departments within reach ask, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn by_us(pool: &Pool, reach: &Reach, most: i64) -> anyhow::Result<Vec<Request>> {
    let mut asked = Question::new(READ);
    asked.sql("1 = 1");
    reach.limits(&mut asked, "r.from_unit", "r.from_department");
    asked.sql("order by r.asked_at desc, r.id limit").bind(most);
    Ok(asked.all(pool).await?.into_iter().map(read).collect())
}

/// Brings a request from one of some states to another; false when it is in none of them any more.
///
/// # Errors
/// When the store fails.
pub async fn turn(tx: &mut Connection, id: &str, turn: Turn<'_>, now: i64) -> anyhow::Result<bool> {
    let done = match turn {
        Turn::Take { staff_id } => {
            sqlx::query(
                "update requests set state = 'taken', staff_id = $2, taken_at = $3
                 where id = $1 and state = 'asked'",
            )
            .bind(id)
            .bind(staff_id)
            .bind(now)
            .execute(tx)
            .await?
        }
        Turn::Decline => {
            sqlx::query(
                "update requests set state = 'declined', bounces = bounces + 1, ended_at = $2
                 where id = $1 and state = 'asked'",
            )
            .bind(id)
            .bind(now)
            .execute(tx)
            .await?
        }
        Turn::Answer => {
            sqlx::query("update requests set state = 'answered', ended_at = $2 where id = $1 and state = 'taken'")
                .bind(id)
                .bind(now)
                .execute(tx)
                .await?
        }
        Turn::Withdraw => {
            sqlx::query(
                "update requests set state = 'withdrawn', ended_at = $2
                 where id = $1 and state in ('asked', 'taken', 'declined')",
            )
            .bind(id)
            .bind(now)
            .execute(tx)
            .await?
        }
        Turn::Anew {
            unit,
            department,
            answer_by,
            due_at,
        } => {
            sqlx::query(
                "update requests set state = 'asked', to_unit = $2, to_department = $3, answer_by = $4, due_at = $5,
                     ended_at = null where id = $1 and state = 'declined'",
            )
            .bind(id)
            .bind(unit)
            .bind(department)
            .bind(answer_by)
            .bind(due_at)
            .execute(tx)
            .await?
        }
        Turn::Rate { score } => {
            sqlx::query(
                "update requests set score = $2, rated_at = $3
                 where id = $1 and state = 'answered' and score is null",
            )
            .bind(id)
            .bind(score)
            .bind(now)
            .execute(tx)
            .await?
        }
    };
    Ok(done.rows_affected() > 0)
}

/// How a request goes on.
#[derive(Clone, Copy, Debug)]
pub enum Turn<'a> {
    /// Somebody takes it.
    Take {
        /// Who.
        staff_id: &'a str,
    },
    /// It is not taken.
    Decline,
    /// It is answered.
    Answer,
    /// It is not needed any more.
    Withdraw,
    /// Another department is asked.
    Anew {
        /// Its unit.
        unit: &'a str,
        /// The department.
        department: &'a str,
        /// Until when it is to be taken.
        answer_by: i64,
        /// Until when it is to be answered.
        due_at: i64,
    },
    /// The answer is rated.
    Rate {
        /// 3 is good, 1 poor.
        score: i64,
    },
}

/// Something that was said or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: i64,
    /// By whom, by name.
    pub who: String,
    /// What.
    pub kind: String,
    /// What was written.
    pub text: Option<String>,
}

/// Writes behind everything else of a request.
///
/// # Errors
/// When the store fails.
pub async fn log(
    tx: &mut Connection,
    id: &str,
    staff_id: &str,
    (kind, text): (&str, Option<&str>),
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into request_events (request_id, seq, at, staff_id, kind, text)
         select cast($1 as text), coalesce(max(seq), 0) + 1, cast($2 as bigint), cast($3 as text),
             cast($4 as text), cast($5 as text)
         from request_events where request_id = $1",
    )
    .bind(id)
    .bind(now)
    .bind(staff_id)
    .bind(kind)
    .bind(text)
    .execute(tx)
    .await?;
    Ok(())
}

/// What was said and done, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn events(store: impl Executor<'_>, id: &str) -> anyhow::Result<Vec<Event>> {
    let rows = sqlx::query(
        "select e.at, s.name as who, e.kind, e.text from request_events e join staff s on s.id = e.staff_id
         where e.request_id = $1 order by e.seq",
    )
    .bind(id)
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Event {
            at: row.get("at"),
            who: row.get("who"),
            kind: row.get("kind"),
            text: row.get("text"),
        })
        .collect())
}

/// A key for a new request.
pub fn fresh_id() -> String {
    Uuid::now_v7().to_string()
}

fn read(row: Record) -> Request {
    Request {
        id: row.get("id"),
        number: row.get("number"),
        from_staff_id: row.get("from_staff_id"),
        from_name: row.get("from_name"),
        from: (row.get("from_unit"), row.get("from_department")),
        to: (row.get("to_unit"), row.get("to_department")),
        title: row.get("title"),
        state: row.get("state"),
        helper: row.get("helper"),
        answer_by: row.get("answer_by"),
        due_at: row.get("due_at"),
        bounces: row.get("bounces"),
        score: row.get("score"),
    }
}
