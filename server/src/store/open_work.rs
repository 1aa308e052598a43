//! What is still to be done, as far as a catalogue could take the ground from under it.

use super::Pool;
use sqlx::Row;

/// A place in the catalogue that open work stands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A department of a unit that has a part to do.
    Department {
        /// The unit.
        unit: String,
        /// The department.
        department: String,
        /// How parts reach it.
        connector: String,
    },
    /// A duty that answers for a case until a person does.
    Duty(String),
    /// What a case is about.
    Topic(String),
    /// What a case is about.
    Symptom {
        /// The product.
        product: String,
        /// What is wrong with it.
        symptom: String,
    },
}

/// Every place that open work stands on, with how many cases do and the reference of the oldest.
///
/// # Errors
/// When the store fails.
pub async fn grounds(pool: &Pool) -> anyhow::Result<Vec<(Ground, i64, String)>> {
    let mut grounds = Vec::new();
    let parts = sqlx::query(
        "select l.unit, l.department, l.connector, count(distinct l.case_id) as cases, min(c.reference) as example
         from legs l join cases c on c.id = l.case_id
         where l.state in ('planned', 'queued', 'accepted', 'working', 'paused') and l.replaced_by is null
         group by l.unit, l.department, l.connector",
    );
    for row in parts.fetch_all(pool).await? {
        let ground = Ground::Department {
            unit: row.get("unit"),
            department: row.get("department"),
            connector: row.get("connector"),
        };
        grounds.push((ground, row.get("cases"), row.get("example")));
    }
    let duties = sqlx::query(
        "select owner_duty, count(*) as cases, min(reference) as example from cases
         where state <> 'closed' and owner_staff_id is null group by owner_duty",
    );
    for row in duties.fetch_all(pool).await? {
        let ground = Ground::Duty(row.get("owner_duty"));
        grounds.push((ground, row.get("cases"), row.get("example")));
    }
    let subjects = sqlx::query(
        "select topic, product, symptom, count(*) as cases, min(reference) as example from cases
         where state <> 'closed' group by topic, product, symptom",
    );
    for row in subjects.fetch_all(pool).await? {
        let (topic, product, symptom): (Option<String>, Option<String>, Option<String>) =
            (row.get("topic"), row.get("product"), row.get("symptom"));
        let ground = match (topic, product, symptom) {
            (Some(topic), ..) => Ground::Topic(topic),
            (None, Some(product), Some(symptom)) => Ground::Symptom { product, symptom },
            _ => continue,
        };
        grounds.push((ground, row.get("cases"), row.get("example")));
    }
    grounds.sort();
    Ok(grounds)
}
