//! What else a customer has or had: the other cases of the same customer, and of the same contact
//! while it was theirs. A number that was given up in between is somebody else's.

use super::{Reach, sees};
use crate::store::{Pool, Question, cases::about};
use app::case::view::About;
use sqlx::Row;

/// Another case of the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRow {
    /// Its public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// Where it stands.
    pub state: String,
    /// When it was opened.
    pub opened_at: i64,
}

/// The newest other cases of a case's customer, of those that may be seen.
///
/// # Errors
/// When the store fails.
pub async fn others(
    pool: &Pool,
    reference: &str,
    reach: &Reach,
    me: &str,
    most: i64,
) -> anyhow::Result<Vec<OtherRow>> {
    let mut asked = Question::new(
        "select c.reference, c.kind, c.product, c.topic, c.symptom, c.place, c.state, c.opened_at
         from cases c where c.id in (
             select o.id from cases t join cases o on o.customer_id = t.customer_id where t.reference =",
    );
    asked.bind(reference);
    asked.sql(
        "union select o.id from cases t join contacts k on k.id = t.contact_id
             join contacts same on same.value = k.value and same.kind = k.kind and same.value <> ''
               and (k.valid_to is null or same.valid_from < k.valid_to)
               and (same.valid_to is null or k.valid_from < same.valid_to)
             join cases o on o.contact_id = same.id where t.reference =",
    );
    asked.bind(reference);
    asked.sql(") and c.reference <>").bind(reference).sql("and");
    sees(&mut asked, reach, me);
    asked
        .sql("order by c.opened_at desc, c.id limit")
        .bind(most);
    let rows = asked.all(pool).await?;
    Ok(rows
        .into_iter()
        .map(|row| OtherRow {
            reference: row.get("reference"),
            kind: row.get("kind"),
            about: about(&row),
            state: row.get("state"),
            opened_at: row.get("opened_at"),
        })
        .collect())
}
