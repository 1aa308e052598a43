//! Which kiosk deposits, as far as a deposit needs to know.

use crate::{office::Office, store::kiosks};
use app::hatch::{Refusal, Token};

/// A paired kiosk.
#[derive(Clone, Debug)]
pub(super) struct Stand {
    /// Its key.
    pub id: String,
    /// The unit of the shop it stands in.
    pub unit: String,
    /// Since when it is one.
    pub paired_at: i64,
}

impl Office {
    /// The kiosk that holds a credential.
    pub(super) async fn stand(&self, device: &Token) -> anyhow::Result<Stand> {
        let kiosk = self.kiosk_of(device).await?.ok_or(Refusal::SignIn)?;
        let house = self.house();
        // A shop may belong to another city by now, or be gone.
        let unit = house
            .organisation
            .shop(&kiosk.shop)
            .map(|shop| shop.unit.clone());
        Ok(Stand {
            id: kiosk.id,
            unit: unit.unwrap_or(kiosk.unit),
            paired_at: kiosk.paired_at,
        })
    }

    /// Whether a kiosk still holds its credential.
    pub(super) async fn is_paired(&self, id: &str) -> anyhow::Result<bool> {
        let kiosk = kiosks::by_id(self.store.read(), id).await?;
        Ok(kiosk.is_some_and(|kiosk| kiosk.ended_at.is_none()))
    }
}
