//! An open incident, and one that was mended yesterday.

use super::{HOUR, World};
use crate::store::Connection;
use app::case::language::Text;
use uuid::Uuid;

struct Shown {
    product: String,
    place: String,
    title: Text,
    text: Text,
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
            title: said("光缆被施工挖断", "光纜被施工挖斷", "Fibre cut by roadworks"),
            text: said(
                "抢修人员已到现场，正在接续光缆。",
                "搶修人員已到現場，正在接續光纜。",
                "Our people are on site and splicing the fibre.",
            ),
            opened_at: world.real - 2 * HOUR,
            expected_at: Some(world.real + 4 * HOUR),
            ended_at: None,
        },
        Shown {
            product: product(0),
            place: city(1),
            title: said("基站停电", "基地台停電", "A mobile mast without power"),
            text: said("供电已经恢复。", "供電已經恢復。", "The power is back."),
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

async fn write(tx: &mut Connection, incident: &Shown) -> anyhow::Result<()> {
    sqlx::query(
        "insert into incidents (id, product, place, title, text, expected_at, opened_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(&incident.product)
    .bind(&incident.place)
    .bind(serde_json::to_string(&incident.title)?)
    .bind(serde_json::to_string(&incident.text)?)
    .bind(incident.expected_at)
    .bind(incident.opened_at)
    .bind(incident.ended_at)
    .execute(tx)
    .await?;
    Ok(())
}

fn said(zh_hans: &str, zh_hant: &str, en: &str) -> Text {
    let [zh_hans, zh_hant, en] = [zh_hans, zh_hant, en].map(str::to_owned);
    Text {
        zh_hans,
        zh_hant,
        en,
    }
}
