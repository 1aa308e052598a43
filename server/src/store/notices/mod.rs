//! Notices: what contacts are to be told, what became of it, and every attempt. What is told, when
//! and in which words is not decided here.

use super::{Batch, Connection, Pool, Record};
use sqlx::Row;

mod attempts;
mod consent;
mod shown;
pub use attempts::{
    End, Held, begin, count_of_day, end, held, hold, postpone, summed_up, suppress,
};
pub use consent::{Given, change_contact, given, resume, stop, unreachable};
pub use shown::{Shown, of_case};

/// The kinds of events above the line that a customer is told of. The others are the customer's own
/// doing, or said together with one of these.
const TOLD: [&str; 7] = [
    "received",
    "reply",
    "promise-changed",
    "done",
    "closing-soon",
    "incident-news",
    "link-renewed",
];

/// Notes an event that the customer is to be told of; what happens to the note is one with what
/// happens to the event.
pub(super) fn note(batch: &mut Batch, event_id: &str, kind: &str) {
    if TOLD.contains(&kind) {
        batch
            .add("insert into telling (event_id) values (?)")
            .bind(event_id);
    }
}

/// Something to be told, with all that decides how.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The event.
    pub event_id: String,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: i64,
    /// What it says, if it was not erased meanwhile.
    pub body: Option<String>,
    /// The case.
    pub case_id: String,
    /// Where the case stands.
    pub state: String,
    /// Whether the case was done in the same breath: then one notice says both.
    pub done_too: bool,
    /// The contact: its key and kind.
    pub contact: Option<(String, String)>,
}

/// Some of what is to be told, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn to_tell(pool: &Pool, most: i64) -> anyhow::Result<Vec<Telling>> {
    let rows = sqlx::query(
        "select t.event_id, e.kind, e.at, b.body, c.id as case_id, c.state, k.id as contact_id, k.kind as contact_kind,
           case when exists (select 1 from events d where d.case_id = e.case_id and d.seq > e.seq
             and d.at = e.at and d.kind = 'done') then 1 else 0 end as done_too
         from telling t join events e on e.id = t.event_id join cases c on c.id = e.case_id
         left join event_bodies b on b.event_id = e.id
         left join contacts k on k.id = c.contact_id
         order by t.event_id limit $1",
    )
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(telling).collect())
}

fn telling(row: Record) -> Telling {
    let contact: Option<String> = row.get("contact_id");
    Telling {
        event_id: row.get("event_id"),
        kind: row.get("kind"),
        at: row.get("at"),
        body: row.get("body"),
        case_id: row.get("case_id"),
        state: row.get("state"),
        done_too: row.get::<i64, _>("done_too") != 0,
        contact: contact.map(|id| (id, row.get("contact_kind"))),
    }
}

/// Takes a note away: it is a notice now, or nothing to be told.
///
/// # Errors
/// When the store fails.
pub async fn told(tx: &mut Connection, event_id: &str) -> anyhow::Result<()> {
    sqlx::query("delete from telling where event_id = $1")
        .bind(event_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets everything that is still to be told. Only for a world whose past is made up.
///
/// # Errors
/// When the store fails.
pub async fn forget_all(tx: &mut Connection) -> anyhow::Result<()> {
    sqlx::query("delete from telling").execute(&mut *tx).await?;
    sqlx::query("delete from notices where attempts = 0")
        .execute(tx)
        .await?;
    Ok(())
}

/// A notice to be written.
#[derive(Clone, Debug)]
pub struct NewNotice<'a> {
    /// Its cause, which is its key.
    pub id: &'a str,
    /// The case, if it is about one.
    pub case_id: Option<&'a str>,
    /// Who follows an incident, if it is not about a case.
    pub follower_id: Option<&'a str>,
    /// What it says; a word.
    pub kind: &'a str,
    /// The contact's key.
    pub contact_id: &'a str,
    /// `mail` or `sms`.
    pub channel: &'a str,
    /// From when on it may go.
    pub next_at: i64,
}

/// Writes a notice. The same cause again is the same notice.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, notice: &NewNotice<'_>, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into notices (id, case_id, kind, channel, contact_id, state, next_at, created_at, follower_id)
         values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8) on conflict (id) do nothing",
    )
    .bind(notice.id)
    .bind(notice.case_id)
    .bind(notice.kind)
    .bind(notice.channel)
    .bind(notice.contact_id)
    .bind(notice.next_at)
    .bind(now)
    .bind(notice.follower_id)
    .execute(tx)
    .await?;
    Ok(())
}

/// A notice that may go, with all that its words are made of.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its key.
    pub id: String,
    /// What it says; a word.
    pub kind: String,
    /// The contact's key.
    pub contact_id: String,
    /// Where to: an address, or a number.
    pub to: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written.
    pub created_at: i64,
    /// Whether it may be sent at all: the contact's owner stopped it, or it leads nowhere.
    pub barred: Option<&'static str>,
    /// The case it is about.
    pub case: Option<OfCase>,
    /// Who follows an incident, if it is not about a case.
    pub follower: Option<String>,
}

/// What a notice needs of its case.
#[derive(Clone, Debug)]
pub struct OfCase {
    /// Its key.
    pub id: String,
    /// Its public number.
    pub reference: String,
    /// The customer's language.
    pub language: String,
    /// The version of its secret link.
    pub link_version: i64,
    /// Until when it is promised to be answered and fixed, as last told.
    pub answer_by: Option<i64>,
    /// See `answer_by`.
    pub fix_by: Option<i64>,
    /// Enquiry, complaint, fault, recovery.
    pub kind: String,
}

/// Some notices of a channel that may go now, the longest waiting first.
///
/// # Errors
/// When the store fails.
pub async fn due(pool: &Pool, channel: &str, now: i64, most: i64) -> anyhow::Result<Vec<Item>> {
    let rows = sqlx::query(
        "select n.id, n.kind, n.contact_id, n.attempts, n.created_at, n.follower_id, n.case_id,
           k.value, k.valid_to, w.stopped_at, w.unreachable_at,
           c.reference, c.language, c.link_version, c.kind as case_kind,
           (select p.due_at from promises p where p.case_id = c.id and p.kind = 'answer'
             order by p.seq desc limit 1) as answer_by,
           (select p.due_at from promises p where p.case_id = c.id and p.kind = 'fix'
             order by p.seq desc limit 1) as fix_by
         from notices n join contacts k on k.id = n.contact_id
         left join contact_words w on w.contact_id = n.contact_id
         left join cases c on c.id = n.case_id
         where n.state = 'waiting' and n.channel = $1 and n.next_at <= $2
         order by n.next_at, n.id limit $3",
    )
    .bind(channel)
    .bind(now)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| item(&row)).collect())
}

fn item(row: &Record) -> Item {
    let to: String = row.get("value");
    let barred = [
        (row.get::<Option<i64>, _>("stopped_at").is_some(), "stopped"),
        (
            row.get::<Option<i64>, _>("unreachable_at").is_some(),
            "unreachable",
        ),
        (
            to.is_empty() || row.get::<Option<i64>, _>("valid_to").is_some(),
            "withdrawn",
        ),
    ];
    let case: Option<String> = row.get("case_id");
    Item {
        id: row.get("id"),
        kind: row.get("kind"),
        contact_id: row.get("contact_id"),
        to,
        attempts: row.get("attempts"),
        created_at: row.get("created_at"),
        barred: barred.into_iter().find_map(|(is, why)| is.then_some(why)),
        case: case.map(|id| OfCase {
            id,
            reference: row.get("reference"),
            language: row.get("language"),
            link_version: row.get("link_version"),
            answer_by: row.get("answer_by"),
            fix_by: row.get("fix_by"),
            kind: row.get("case_kind"),
        }),
        follower: row.get("follower_id"),
    }
}
