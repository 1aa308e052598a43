//! Where kiosks stood before they were moved: what was pressed there counts there, whenever it comes.

use super::super::{Connection, Executor};
use sqlx::Row;

/// A shop that a kiosk stood in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Until when.
    pub until: i64,
    /// The shop.
    pub shop: String,
    /// The unit that the shop belonged to.
    pub unit: String,
}

/// The shops that one stood in before, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stays(Vec<Stay>);

impl Stays {
    /// Where it stood at an instant, if it was moved since.
    pub fn at(&self, instant: i64) -> Option<&Stay> {
        self.0.iter().find(|stay| instant < stay.until)
    }
}

/// It stands there no more.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, kiosk_id: &str, stay: &Stay) -> anyhow::Result<()> {
    sqlx::query("insert into kiosk_stays (kiosk_id, until, shop, unit) values ($1, $2, $3, $4)")
        .bind(kiosk_id)
        .bind(stay.until)
        .bind(&stay.shop)
        .bind(&stay.unit)
        .execute(tx)
        .await?;
    Ok(())
}

/// Where a kiosk stood before.
///
/// # Errors
/// When the store fails.
pub async fn of(store: impl Executor<'_>, kiosk_id: &str) -> anyhow::Result<Stays> {
    let rows =
        sqlx::query("select until, shop, unit from kiosk_stays where kiosk_id = $1 order by until")
            .bind(kiosk_id)
            .fetch_all(store)
            .await?;
    let stays = rows.into_iter().map(|row| Stay {
        until: row.get("until"),
        shop: row.get("shop"),
        unit: row.get("unit"),
    });
    Ok(Stays(stays.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pressed_before_a_move_was_pressed_there() {
        let stay = |until, shop: &str| Stay {
            until,
            shop: shop.to_owned(),
            unit: "city".to_owned(),
        };
        let stays = Stays(vec![stay(10, "first"), stay(20, "second")]);
        let shop = |instant| stays.at(instant).map(|stay| stay.shop.as_str());
        assert_eq!(
            [9, 10, 19, 20].map(shop),
            [Some("first"), Some("second"), Some("second"), None]
        );
    }
}
