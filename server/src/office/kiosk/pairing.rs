//! Pairing: a device shows a code, staff claim it for a shop, the device fetches its credential.
//! The code is drawn from the secret of the device that shows it, so it is stored nowhere, and
//! whoever reads the store can claim nothing.

use crate::{
    keys::Purpose,
    limits::{Limit, Verdict},
    office::Office,
    store::{
        kiosks::{self, pairings},
        limits,
    },
};
use anyhow::Context;
use app::{
    hatch::{Refusal, Token},
    kiosk::{Asking, Code},
};
use data_encoding::HEXLOWER;

const MINUTE: i64 = 60_000_000;
/// A code is good for so long; `pair-until` says it.
const CODE: i64 = 10 * MINUTE;
/// Once it is claimed, the device has so long to fetch its credential.
pub(super) const FETCH: i64 = 30 * MINUTE;
/// Codes that one client may ask for. A shop is one client, and sets up several kiosks.
const FROM_HERE: Limit = Limit::new(30, 600);
/// And all together: as few codes as this among 2⁴⁰ are not found by guessing.
const EVERYWHERE: Limit = Limit::new(600, 600);

impl Office {
    pub(super) async fn show_code(
        &self,
        from: &str,
        before: Option<&Token>,
    ) -> anyhow::Result<Token> {
        let (token, now) = (self.fresh_device(), self.now());
        let hash = self.device_hash(&token).context("a fresh secret")?;
        let code = self.code_digest(self.code_of(&token).context("a fresh secret")?);
        let before = before.and_then(|before| self.device_hash(before));
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        let counted = [
            (FROM_HERE, digest(format!("pairing:{from}"))),
            (EVERYWHERE, digest("pairing:everywhere".to_owned())),
        ];
        let at = self.timestamp();
        let made = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in counted {
                    if limits::attempt(&mut *tx, limit, &key, at).await? != Verdict::Allowed {
                        return Ok(false);
                    }
                }
                pairings::forget_before(&mut *tx, now).await?;
                if let Some(before) = before {
                    pairings::forget(&mut *tx, &before).await?;
                }
                // One in a billion, and then the press is made again.
                pairings::begin(tx, &hash, &code, now, now + CODE).await
            })
        });
        anyhow::ensure!(made.await?, Refusal::TooMany);
        Ok(token)
    }

    pub(super) async fn read_asking(&self, pairing: &Token) -> anyhow::Result<Asking> {
        let (Some(hash), Some(code)) = (self.device_hash(pairing), self.code_of(pairing)) else {
            return Ok(Asking::Nothing);
        };
        let found = pairings::find(self.store.read(), &hash).await?;
        let Some(found) = found.filter(|found| self.now() < found.expires_at) else {
            return Ok(Asking::Over);
        };
        let Some(id) = found.kiosk_id else {
            return Ok(Asking::Code(code, found.expires_at));
        };
        let kiosk = kiosks::by_id(self.store.read(), &id).await?;
        let Some(kiosk) = kiosk.filter(|kiosk| kiosk.ended_at.is_none()) else {
            return Ok(Asking::Over);
        };
        let shop = self.shop_name(&kiosk.shop);
        Ok(Asking::Claimed(shop, kiosk.name))
    }

    /// The credential is another secret than the one that waited: what was a secret before
    /// somebody vouched for the device opens nothing after it.
    pub(super) async fn give_credential(&self, pairing: &Token) -> anyhow::Result<Option<Token>> {
        let Some(waited) = self.device_hash(pairing) else {
            return Ok(None);
        };
        let (device, now) = (self.fresh_device(), self.now());
        let hash = self.device_hash(&device).context("a fresh secret")?;
        let given = self.store.write(move |tx| {
            Box::pin(async move {
                let found = pairings::find(&mut *tx, &waited).await?;
                let kiosk = found
                    .filter(|found| now < found.expires_at)
                    .and_then(|found| found.kiosk_id);
                match kiosk {
                    Some(id) => kiosks::set_token(tx, &id, &hash).await,
                    None => Ok(false),
                }
            })
        });
        Ok(given.await?.then_some(device))
    }

    /// The code that the holder of a secret shows.
    fn code_of(&self, pairing: &Token) -> Option<Code> {
        let (id, _) = pairing.reveal().split_once('.')?;
        let text = pairing.reveal().as_bytes();
        let digest = self.keys.digest_by(id.parse().ok()?, Purpose::Code, text)?;
        let bytes = HEXLOWER.decode(digest.as_bytes()).ok()?;
        Some(Code::draw(*bytes.first_chunk()?))
    }

    /// What stands in the store for a code.
    pub(super) fn code_digest(&self, code: Code) -> String {
        self.keys.digest(Purpose::Code, code.plain().as_bytes())
    }
}
