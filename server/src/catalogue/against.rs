//! `onefront check --against`: what open work an edited catalogue would take the ground from under.
//! A running server keeps such work: names become codes, and parts stay where they are. But nobody
//! would be sent there any more, so an operator wants to know before.

use crate::{
    catalogue::House,
    store::{
        Pool,
        open_work::{Ground, grounds},
    },
};

/// One line for each place that is gone while work stands on it; none when there is none.
///
/// # Errors
/// When the store fails.
pub async fn orphans(house: &House, pool: &Pool) -> anyhow::Result<Vec<String>> {
    let standing = grounds(pool).await?.into_iter();
    let lost = standing.filter_map(|(ground, cases, example)| {
        let what = missing(house, &ground)?;
        let cases = match cases {
            1 => format!("1 open case stands on it ({example})"),
            many => format!("{many} open cases stand on it, {example} among them"),
        };
        Some(format!("{what}: {cases}"))
    });
    Ok(lost.collect())
}

/// What of it the catalogue does not have.
fn missing(house: &House, ground: &Ground) -> Option<String> {
    let organisation = &house.organisation;
    match ground {
        Ground::Department {
            unit,
            department,
            connector,
        } => {
            let Some(known) = organisation.unit(unit) else {
                return Some(format!("organisation.toml: there is no unit {unit}"));
            };
            match organisation.department(department) {
                None => Some(format!(
                    "organisation.toml: there is no department {department}"
                )),
                Some(one) if !one.exists_at(known.level) => Some(format!(
                    "organisation.toml: {unit} has no department {department}, which is not on its level"
                )),
                Some(_) if organisation.connector(connector).is_none() => Some(format!(
                    "organisation.toml: there is no connector {connector}"
                )),
                Some(_) => None,
            }
        }
        Ground::Duty(duty) => organisation
            .duty(duty)
            .is_none()
            .then(|| format!("organisation.toml: there is no duty {duty}")),
        Ground::Topic(topic) => house
            .front
            .topic(topic)
            .is_none()
            .then(|| format!("services: there is no topic {topic}")),
        Ground::Symptom { product, symptom } => {
            let product_known = house.front.product(product);
            match product_known {
                None => Some(format!("services: there is no product {product}")),
                Some(known) => known
                    .symptom(symptom)
                    .is_none()
                    .then(|| format!("services: {product} has no symptom {symptom}")),
            }
        }
    }
}
