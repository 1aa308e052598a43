//! Whose a deposit is, as far as a deposit needs to know.

use crate::{
    office::Office,
    store::kiosks::{
        self, Kiosk,
        stays::{self, Stays},
    },
};
use app::hatch::{Refusal, Token};

/// How a deposit came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::office::kiosk) enum By {
    /// The device sent it.
    Itself,
    /// Somebody carried it here.
    Hand,
}

/// A kiosk.
#[derive(Clone, Debug)]
pub(in crate::office::kiosk) struct Stand {
    /// Its key.
    pub id: String,
    /// How it came.
    pub by: By,
    /// The unit of the shop it stands in.
    unit: String,
    /// Where it stood before.
    stays: Stays,
    /// Since when it is one.
    pub paired_at: i64,
}

impl Stand {
    /// The unit of the shop it stood in at an instant.
    pub fn unit_at(&self, instant: i64) -> String {
        let stay = self.stays.at(instant);
        stay.map_or(&self.unit, |stay| &stay.unit).clone()
    }
}

impl Office {
    /// The kiosk that holds a credential.
    pub(super) async fn stand(&self, device: &Token) -> anyhow::Result<Stand> {
        let kiosk = self.kiosk_of(device).await?.ok_or(Refusal::SignIn)?;
        self.stand_of(kiosk, By::Itself).await
    }

    /// A kiosk, be it that it is none any more.
    pub(in crate::office::kiosk) async fn stand_of(
        &self,
        kiosk: Kiosk,
        by: By,
    ) -> anyhow::Result<Stand> {
        let house = self.house();
        // A shop may belong to another city by now, or be gone.
        let unit = house
            .organisation
            .shop(&kiosk.shop)
            .map(|shop| shop.unit.clone());
        Ok(Stand {
            stays: stays::of(self.store.read(), &kiosk.id).await?,
            id: kiosk.id,
            by,
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
