//! An open incident, and one that was mended yesterday.

use super::{HOUR, World};
use sqlx::SqliteConnection;
use uuid::Uuid;

struct Shown {
    product: String,
    place: String,
    title: &'static str,
    text: &'static str,
    opened_at: i64,
    expected_at: Option<i64>,
    ended_at: Option<i64>,
}

pub(super) async fn settle(world: &World) -> anyhow::Result<()> {
    let catalogue = world.office.shelf.current().front.clone();
    let product = |at: usize| {
        catalogue
            .products
            .get(at)
            .map(|product| product.code.clone())
            .unwrap_or_default()
    };
    let city = |at: usize| {
        let mut cities = catalogue
            .places
            .provinces
            .iter()
            .flat_map(|province| &province.cities);
        cities
            .nth(at)
            .map(|city| city.code.clone())
            .unwrap_or_default()
    };
    let shown = [
        Shown {
            product: product(1),
            place: city(0),
            title: "光缆被施工挖断 · Fibre cut by roadworks",
            text: "抢修人员已到现场。 Our people are on site.",
            opened_at: world.real - 2 * HOUR,
            expected_at: Some(world.real + 4 * HOUR),
            ended_at: None,
        },
        Shown {
            product: product(0),
            place: city(1),
            title: "基站停电 · Mobile mast without power",
            text: "已恢复供电。 Power is back.",
            opened_at: world.real - 30 * HOUR,
            expected_at: None,
            ended_at: Some(world.real - 22 * HOUR),
        },
    ];
    let written = world.office.store.write(move |tx| {
        Box::pin(async move {
            for incident in shown {
                write(&mut *tx, &incident).await?;
            }
            Ok(())
        })
    });
    written.await
}

async fn write(tx: &mut SqliteConnection, incident: &Shown) -> anyhow::Result<()> {
    sqlx::query(
        "insert into incidents (id, product, place, title, text, expected_at, opened_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(&incident.product)
    .bind(&incident.place)
    .bind(incident.title)
    .bind(incident.text)
    .bind(incident.expected_at)
    .bind(incident.opened_at)
    .bind(incident.ended_at)
    .execute(tx)
    .await?;
    Ok(())
}
