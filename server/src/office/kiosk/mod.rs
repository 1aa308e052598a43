//! Kiosks, behind the doors `app::kiosk::KioskOffice`: pairing a device, what it says of itself, and
//! what staff do about all of them. Nothing of a customer is in here.

use super::{Office, desk::rights::bare, refuse};
use crate::{
    keys::Purpose,
    store::kiosks::{self, Kiosk},
};
use app::{
    case::{attachment::Upload, language::Text},
    desk::{
        Tended,
        kiosks::{Fleet, FleetOffice, HandedIn, KioskAct, KioskPage, ParcelPage},
    },
    hatch::{Refusal, Token},
    journey::Sheet,
    kiosk::{Asking, Beat, BeatAnswer, KioskOffice, Paired},
};
use async_trait::async_trait;
use data_encoding::BASE32_NOPAD;

mod claiming;
mod deposit;
mod fleet;
mod heartbeat;
mod hours;
mod look;
mod moving;
mod pairing;
mod parcels;
mod tending;
mod twins;

#[async_trait]
impl KioskOffice for Office {
    async fn paired(&self, device: &Token) -> Result<Option<Paired>, Refusal> {
        self.read_paired(device).await.map_err(refuse)
    }

    async fn make_code(&self, from: &str, before: Option<&Token>) -> Result<Token, Refusal> {
        self.show_code(from, before).await.map_err(refuse)
    }

    async fn asking(&self, pairing: &Token) -> Result<Asking, Refusal> {
        self.read_asking(pairing).await.map_err(refuse)
    }

    async fn collect(&self, pairing: &Token) -> Result<Option<Token>, Refusal> {
        self.give_credential(pairing).await.map_err(refuse)
    }

    async fn beat(&self, device: &Token, beat: Beat) -> Result<BeatAnswer, Refusal> {
        self.hear_kiosk(device, beat).await.map_err(refuse)
    }
}

#[async_trait]
impl FleetOffice for Office {
    async fn kiosks(&self, staff: &Token) -> Result<Fleet, Refusal> {
        self.read_fleet(staff).await.map_err(refuse)
    }

    async fn kiosk(&self, staff: &Token, id: &str) -> Result<KioskPage, Refusal> {
        self.read_kiosk(staff, id).await.map_err(refuse)
    }

    async fn claim(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Tended, Refusal> {
        self.claim_kiosk(staff, key, typed).await.map_err(refuse)
    }

    async fn tend(
        &self,
        staff: &Token,
        key: &str,
        act: KioskAct,
        id: &str,
        typed: &Sheet,
    ) -> Result<Tended, Refusal> {
        let tended = self.tend_kiosk(staff, key, act, id, typed).await;
        tended.map_err(refuse)
    }

    async fn hand_in(
        &self,
        staff: &Token,
        key: &str,
        id: &str,
        file: Option<Upload>,
    ) -> Result<HandedIn, Refusal> {
        let handed = self.hand_in_queue(staff, key, id, file).await;
        handed.map_err(refuse)
    }

    async fn parcel(&self, staff: &Token, id: &str, parcel: &str) -> Result<ParcelPage, Refusal> {
        self.read_parcel(staff, id, parcel).await.map_err(refuse)
    }
}

impl Office {
    /// The kiosk that holds a credential, if there is one.
    pub(crate) async fn kiosk_of(&self, device: &Token) -> anyhow::Result<Option<Kiosk>> {
        match self.device_hash(device) {
            Some(hash) => kiosks::by_token(self.store.read(), &hash).await,
            None => Ok(None),
        }
    }

    async fn read_paired(&self, device: &Token) -> anyhow::Result<Option<Paired>> {
        let Some(kiosk) = self.kiosk_of(device).await? else {
            return Ok(None);
        };
        let setup = kiosks::settings::newest(self.store.read(), &kiosk.id).await?;
        Ok(Some(Paired {
            id: kiosk.id,
            shop: kiosk.shop,
            setup,
        }))
    }

    /// A shop as customers call it, or its code once the catalogue knows it no more.
    fn shop_name(&self, code: &str) -> Text {
        let house = self.house();
        let shop = house.organisation.shop(code);
        shop.map_or_else(|| bare(code), |shop| shop.name.clone())
    }

    /// What stands in the store for a device's secret. It names the key it lives under, as a
    /// visitor's does, so a new key ends no pairing; nothing, where it is none of ours.
    fn device_hash(&self, token: &Token) -> Option<String> {
        let (id, _) = token.reveal().split_once('.')?;
        let text = token.reveal().as_bytes();
        self.keys.digest_by(id.parse().ok()?, Purpose::Kiosk, text)
    }

    /// A new secret for a device: 256 random bits, as it lives long.
    fn fresh_device(&self) -> Token {
        let secret = BASE32_NOPAD.encode(&rand::random::<[u8; 32]>());
        let id = self.keys.newest_id();
        Token::new(format!("{id}.{}", secret.to_ascii_lowercase()))
    }
}
