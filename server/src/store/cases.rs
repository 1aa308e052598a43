//! Cases, what belongs to them from the first moment, and how they are read again.

use super::{Batch, Connection, Pool, Record, order, spells};
use app::case::view::About;
use sqlx::Row;
use uuid::Uuid;

/// A case to be written.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// Its key.
    pub id: String,
    /// Its public number, without breaks.
    pub reference: String,
    /// The idempotency key of the form.
    pub key: String,
    /// A fingerprint of what was sent with that key.
    pub content_hash: String,
    /// What is wanted.
    pub kind: &'static str,
    /// Where it came in.
    pub channel: &'static str,
    /// The customer's language.
    pub language: &'static str,
    /// What it is about.
    pub about: About,
    /// When in a customer's life it arose.
    pub stage: Option<&'static str>,
    /// The tier it is treated as.
    pub tier: &'static str,
    /// The unit that serves it.
    pub unit: String,
    /// Who answers for it until a person takes it.
    pub owner_duty: String,
    /// The unit and department that have this duty.
    pub owner_of: (String, String),
    /// Fingerprint of the catalogue.
    pub catalogue: String,
    /// The rule that routed it.
    pub rule: String,
    /// The version of what the customer agreed to.
    pub consent_version: u32,
    /// How to reach the customer: `phone` or `email`, and where.
    pub contact: Option<(&'static str, String)>,
    /// Number of the line, if given.
    pub line: Option<String>,
    /// Address, if given.
    pub address: Option<String>,
    /// When it was opened.
    pub opened_at: i64,
}

/// Writes a case with its customer, contact and line.
pub fn add(batch: &mut Batch, case: &NewCase) {
    let customer = Uuid::now_v7().to_string();
    batch
        .add("insert into customers (id, tier, created_at) values (?, ?, ?)")
        .bind(&customer)
        .bind(case.tier)
        .bind(case.opened_at);
    let contact = add_contact(batch, &customer, case);
    let line = add_line(batch, &customer, case);
    batch
        .add(
            "insert into cases (id, reference, key, content_hash, kind, channel, language, state, product, topic,
                 symptom, place, stage, tier, customer_id, contact_id, line_id, unit, owner_duty, owner_unit,
                 owner_department, catalogue, rule, consent_version, opened_at)
             values (?, ?, ?, ?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&case.id)
        .bind(&case.reference)
        .bind(&case.key)
        .bind(&case.content_hash)
        .bind(case.kind)
        .bind(case.channel)
        .bind(case.language)
        .bind(&case.about.product)
        .bind(&case.about.topic)
        .bind(&case.about.symptom)
        .bind(&case.about.place)
        .bind(case.stage)
        .bind(case.tier)
        .bind(&customer)
        .bind(contact)
        .bind(line)
        .bind(&case.unit)
        .bind(&case.owner_duty)
        .bind(&case.owner_of.0)
        .bind(&case.owner_of.1)
        .bind(&case.catalogue)
        .bind(&case.rule)
        .bind(i64::from(case.consent_version))
        .bind(case.opened_at);
}

fn add_contact(batch: &mut Batch, customer: &str, case: &NewCase) -> Option<String> {
    let (kind, value) = case.contact.as_ref()?;
    let id = Uuid::now_v7().to_string();
    batch
        .add("insert into contacts (id, customer_id, kind, value, valid_from) values (?, ?, ?, ?, ?)")
        .bind(&id)
        .bind(customer)
        .bind(*kind)
        .bind(value)
        .bind(case.opened_at);
    Some(id)
}

fn add_line(batch: &mut Batch, customer: &str, case: &NewCase) -> Option<String> {
    if case.line.is_none() && case.address.is_none() {
        return None;
    }
    let id = Uuid::now_v7().to_string();
    batch
        .add(
            "insert into lines (id, customer_id, product, number, address, place, created_at)
             values (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&id)
        .bind(customer)
        .bind(case.about.product.as_deref().unwrap_or_default())
        .bind(&case.line)
        .bind(&case.address)
        .bind(&case.about.place)
        .bind(case.opened_at);
    Some(id)
}

/// A case that was made with an idempotency key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByKey {
    /// Its public number.
    pub reference: String,
    /// The fingerprint of what was sent.
    pub content_hash: String,
    /// Whether the asking visitor may see it.
    pub theirs: bool,
}

/// The case that an idempotency key made, if it made one.
///
/// # Errors
/// When the store fails.
pub async fn by_key(
    tx: &mut Connection,
    key: &str,
    visitor_id: &str,
) -> anyhow::Result<Option<ByKey>> {
    let row = sqlx::query(
        "select c.reference, c.content_hash, case when g.visitor_id is null then 0 else 1 end as theirs
         from cases c left join grants g on g.case_id = c.id and g.visitor_id = $2
         where c.key = $1",
    )
    .bind(key)
    .bind(visitor_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| ByKey {
        reference: row.get("reference"),
        content_hash: row.get("content_hash"),
        theirs: row.get::<i64, _>("theirs") != 0,
    }))
}

/// A case as it is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its key.
    pub id: String,
    /// Its public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// What it is about.
    pub about: About,
    /// The customer's language.
    pub language: String,
    /// The version of its secret link.
    pub link_version: i64,
    /// How often it was reopened.
    pub reopened: i64,
    /// The contact that was given, while it is still the customer's: a number that was given up
    /// may be somebody else's by now.
    pub contact: Option<String>,
}

/// The case with this key, as it is now.
///
/// # Errors
/// When the store fails.
pub async fn by_id(pool: &Pool, id: &str, now: i64) -> anyhow::Result<Option<Case>> {
    find(pool, id, "", now).await
}

/// The case with this reference, as it is now.
///
/// # Errors
/// When the store fails.
pub async fn by_reference(pool: &Pool, reference: &str, now: i64) -> anyhow::Result<Option<Case>> {
    find(pool, "", reference, now).await
}

async fn find(pool: &Pool, id: &str, reference: &str, now: i64) -> anyhow::Result<Option<Case>> {
    let row = sqlx::query(
        "select c.id, c.reference, c.kind, c.state, c.product, c.topic, c.symptom, c.place, c.language,
             c.link_version, c.reopened, k.value as contact
         from cases c left join contacts k
             on k.id = c.contact_id and k.valid_from <= $3 and (k.valid_to is null or k.valid_to > $3)
         where c.id = $1 or c.reference = $2",
    )
    .bind(id)
    .bind(reference)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(read))
}

/// Brings a case to another state, and its clock with it; nothing happens when it is in none of the
/// states that lead there.
///
/// # Errors
/// When the store fails.
pub async fn change_state(
    tx: &mut Connection,
    id: &str,
    change: StateChange,
    now: i64,
) -> anyhow::Result<bool> {
    if change == StateChange::Reopen {
        spells::was_closed(&mut *tx, id, now).await?;
    }
    let done = match change {
        StateChange::Work => {
            sqlx::query("update cases set state = 'working' where id = $1 and state in ('received', 'waiting')")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Wait => {
            sqlx::query("update cases set state = 'waiting' where id = $1 and state in ('received', 'working')")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Answered => {
            sqlx::query("update cases set state = 'working' where id = $1 and state = 'waiting'")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Finish => {
            sqlx::query(
                "update cases set state = 'done', done_at = $2, warned_at = null
                 where id = $1 and state in ('received', 'working', 'waiting')",
            )
            .bind(id)
            .bind(now)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Close => {
            sqlx::query("update cases set state = 'closed', closed_at = $2 where id = $1 and state <> 'closed'")
                .bind(id)
                .bind(now)
                .execute(&mut *tx)
                .await?
        }
        StateChange::CloseByRule => {
            sqlx::query(
                "update cases set state = 'closed', closed_at = $2
                 where id = $1 and state = 'done' and warned_at is not null",
            )
            .bind(id)
            .bind(now)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Resume => {
            sqlx::query(
                "update cases set state = 'working', done_at = null, warned_at = null
                 where id = $1 and state = 'done'",
            )
            .bind(id)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Reopen => {
            sqlx::query(
                "update cases set state = 'working', done_at = null, closed_at = null, warned_at = null,
                     reopened = reopened + 1
                 where id = $1 and state in ('done', 'closed') and merged_into is null",
            )
            .bind(id)
            .execute(&mut *tx)
            .await?
        }
    };
    let changed = done.rows_affected() > 0;
    if changed {
        spells::follow_case(&mut *tx, id, change, now).await?;
        look_again(&mut *tx, id).await?;
        // Which promise counts, and whether the case waits, stands beside its parts.
        order::keep(tx, id).await?;
    }
    Ok(changed)
}

/// Has the clock of a case looked at before long: something about it has changed.
///
/// # Errors
/// When the store fails.
pub async fn look_again(tx: &mut Connection, id: &str) -> anyhow::Result<()> {
    sqlx::query("update cases set look_at = 0 where id = $1 and look_at <> 0")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Where a case can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateChange {
    /// Somebody works on it.
    Work,
    /// The customer was asked something.
    Wait,
    /// The customer answered.
    Answered,
    /// We think it is done.
    Finish,
    /// The customer ends it.
    Close,
    /// The rule ends it: only what is done, and whose customer was told before.
    CloseByRule,
    /// The customer has something to say about what we thought done.
    Resume,
    /// The customer says it is not fixed.
    Reopen,
}

/// Makes a case's secret link another one; looks that came from the one before end with it.
///
/// # Errors
/// When the store fails.
pub async fn renew_link(tx: &mut Connection, id: &str) -> anyhow::Result<()> {
    sqlx::query("update cases set link_version = link_version + 1 where id = $1")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Who answers for a case, if a person does.
///
/// # Errors
/// When the store fails.
pub async fn owner(tx: &mut Connection, id: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select owner_staff_id from cases where id = $1")
        .bind(id)
        .fetch_optional(tx)
        .await?;
    Ok(row.and_then(|row| row.get("owner_staff_id")))
}

/// The references of the cases whose owner has to look at the work before the customer is asked,
/// oldest first.
///
/// # Errors
/// When the store fails.
pub async fn to_check(pool: &Pool, staff_id: &str, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select c.reference from cases c
         where c.owner_staff_id = $1 and c.state in ('received', 'working', 'waiting')
           and not exists (select 1 from legs l
             where l.case_id = c.id and l.replaced_by is null and l.state <> 'done')
         order by c.opened_at limit $2",
    )
    .bind(staff_id)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("reference")).collect())
}

/// Counts a part that was declined; how many there were by now.
///
/// # Errors
/// When the store fails.
pub async fn bounced(tx: &mut Connection, id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query("update cases set bounces = bounces + 1 where id = $1 returning bounces")
        .bind(id)
        .fetch_one(tx)
        .await?;
    Ok(row.get("bounces"))
}

/// Notes that a coordinator must decide where it goes, or, with nothing, that they have.
///
/// # Errors
/// When the store fails.
pub async fn undecided(tx: &mut Connection, id: &str, since: Option<i64>) -> anyhow::Result<()> {
    sqlx::query("update cases set undecided_since = $2 where id = $1")
        .bind(id)
        .bind(since)
        .execute(tx)
        .await?;
    Ok(())
}

/// What a case turned out to be about.
#[derive(Clone, Debug)]
pub struct NewSubject<'a> {
    /// What is wanted.
    pub kind: &'a str,
    /// What it is about.
    pub about: &'a About,
    /// When in a customer's life it arose.
    pub stage: Option<&'a str>,
    /// The rule that routed it.
    pub rule: &'a str,
    /// Fingerprint of the catalogue.
    pub catalogue: &'a str,
}

/// Files a case under another subject.
///
/// # Errors
/// When the store fails.
pub async fn reclassify(
    tx: &mut Connection,
    id: &str,
    subject: &NewSubject<'_>,
) -> anyhow::Result<()> {
    sqlx::query(
        "update cases set kind = $2, product = $3, topic = $4, symptom = $5, place = $6, stage = $7,
             rule = $8, catalogue = $9 where id = $1",
    )
    .bind(id)
    .bind(subject.kind)
    .bind(&subject.about.product)
    .bind(&subject.about.topic)
    .bind(&subject.about.symptom)
    .bind(&subject.about.place)
    .bind(subject.stage)
    .bind(subject.rule)
    .bind(subject.catalogue)
    .execute(&mut *tx)
    .await?;
    // Which promise counts may be another one now.
    order::keep(tx, id).await
}

/// Whether a case is closed.
///
/// # Errors
/// When the store fails.
pub async fn is_closed(tx: &mut Connection, id: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from cases where id = $1 and state = 'closed'")
        .bind(id)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Some cases that are done since an instant or longer, and whose customer was not told yet that
/// they will be closed.
///
/// # Errors
/// When the store fails.
pub async fn to_warn(pool: &Pool, done: i64, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from cases where state = 'done' and warned_at is null and done_at <= $1
         order by done_at limit $2",
    )
    .bind(done)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("id")).collect())
}

/// Some cases whose customer was told at an instant or earlier, and has said nothing since.
///
/// # Errors
/// When the store fails.
pub async fn to_close(pool: &Pool, warned: i64, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from cases where state = 'done' and warned_at <= $1 order by warned_at limit $2",
    )
    .bind(warned)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("id")).collect())
}

/// Notes that the customer was told that the case closes soon; false when they had been.
///
/// # Errors
/// When the store fails.
pub async fn warn(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update cases set warned_at = $2 where id = $1 and state = 'done' and warned_at is null",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

fn read(row: Record) -> Case {
    Case {
        id: row.get("id"),
        reference: row.get("reference"),
        kind: row.get("kind"),
        state: row.get("state"),
        about: About {
            product: row.get("product"),
            topic: row.get("topic"),
            symptom: row.get("symptom"),
            place: row.get("place"),
        },
        language: row.get("language"),
        link_version: row.get("link_version"),
        reopened: row.get("reopened"),
        contact: row.get("contact"),
    }
}
