//! Cases, what belongs to them from the first moment, and how they are read again.
//! Where a case goes from there stands beside.

use super::{Batch, Connection, Pool, Record};
use app::case::view::About;
use sqlx::Row;
use uuid::Uuid;

mod closing;
mod states;
mod work;

pub use closing::{is_closed, to_close, to_warn, warn};
pub use states::{StateChange, change_state, look_again};
pub use work::{NewSubject, bounced, owner, reclassify, renew_link, to_check, undecided};

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

/// Writes a case with its customer, contact and line. Where its reference is reserved for another
/// case nothing is written of it, and whatever is written beside it fails.
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
             select ?, ?, ?, ?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
             where not exists (select 1 from reservations where reference = ? and case_id <> ?)",
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
        .bind(case.opened_at)
        .bind(&case.reference)
        .bind(&case.id);
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
    /// Its key.
    pub id: String,
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
        "select c.id, c.reference, c.content_hash, case when g.visitor_id is null then 0 else 1 end as theirs
         from cases c left join grants g on g.case_id = c.id and g.visitor_id = $2
         where c.key = $1",
    )
    .bind(key)
    .bind(visitor_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| ByKey {
        id: row.get("id"),
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
    /// What the secret link is made of that was told with the number asked for: key and version. No
    /// link is of version 0.
    pub link: (String, i64),
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

/// The case that this reference leads to, as it is now: its own, or another that was told for it.
///
/// # Errors
/// When the store fails.
pub async fn by_reference(pool: &Pool, reference: &str, now: i64) -> anyhow::Result<Option<Case>> {
    find(pool, "", reference, now).await
}

async fn find(pool: &Pool, id: &str, reference: &str, now: i64) -> anyhow::Result<Option<Case>> {
    let row = sqlx::query(
        "select c.id, c.reference, c.kind, c.state, c.product, c.topic, c.symptom, c.place, c.language,
             c.link_version, c.reopened, k.value as contact, coalesce(o.link_id, c.id) as link_id,
             case when o.reference is null then c.link_version
                 when o.link_version = c.link_version then 1 else 0 end as link_of
         from cases c left join other_numbers o on o.case_id = c.id and o.reference = $2
             left join contacts k
             on k.id = c.contact_id and k.valid_from <= $3 and (k.valid_to is null or k.valid_to > $3)
         where c.id = $1 or c.reference = $2
             or c.id = (select case_id from other_numbers where reference = $2)",
    )
    .bind(id)
    .bind(reference)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(read))
}

fn read(row: Record) -> Case {
    Case {
        id: row.get("id"),
        reference: row.get("reference"),
        kind: row.get("kind"),
        state: row.get("state"),
        about: about(&row),
        language: row.get("language"),
        link_version: row.get("link_version"),
        link: (row.get("link_id"), row.get("link_of")),
        reopened: row.get("reopened"),
        contact: row.get("contact"),
    }
}

/// What a case is about, as its columns say it in whatever statement they are read.
pub(super) fn about(row: &Record) -> About {
    About {
        product: row.get("product"),
        topic: row.get("topic"),
        symptom: row.get("symptom"),
        place: row.get("place"),
    }
}
