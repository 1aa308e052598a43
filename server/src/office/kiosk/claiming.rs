//! Making a kiosk of a device that shows a code, for a shop, under a name.

use super::{
    fleet::{CLAIM, shops},
    pairing::FETCH,
    tending::Faults,
};
use crate::{
    keys::Purpose,
    limits::Limit,
    office::{Office, desk::Seat},
    store::{
        deeds::Log,
        kiosks::{self, NewKiosk, pairings},
        sessions, unsent,
    },
};
use app::{
    desk::{Tended, kiosks::KioskFault},
    hatch::{Refusal, Token},
    journey::Sheet,
    kiosk::Code,
};
use uuid::Uuid;

/// The longest name.
const NAME: usize = 60;
/// Codes that one person may get wrong.
const WRONG: Limit = Limit::new(10, 900);
/// And everybody together.
const WRONG_EVERYWHERE: Limit = Limit::new(200, 3600);

impl Office {
    /// What is wrong with a claim as it was typed.
    pub(super) async fn claim_faults(&self, seat: &Seat, typed: &Sheet) -> anyhow::Result<Faults> {
        let mut faults = Faults::new();
        match typed.typed("code").parse::<Code>() {
            _ if typed.said("code").is_none() => faults.push(("code", KioskFault::Empty)),
            Ok(code) => {
                let digest = self.code_digest(code);
                if !pairings::is_shown(self.store.read(), &digest, self.now()).await? {
                    faults.push(("code", KioskFault::Code));
                }
            }
            Err(()) => faults.push(("code", KioskFault::Code)),
        }
        faults.extend(self.place_faults(seat, typed));
        Ok(faults)
    }

    /// What is wrong with a shop and a name as they were typed.
    pub(super) fn place_faults(&self, seat: &Seat, typed: &Sheet) -> Faults {
        let mut faults = Faults::new();
        if !shops(&self.house(), seat).any(|shop| shop.code == typed.typed("shop")) {
            faults.push(("shop", KioskFault::Shop));
        }
        match typed.typed("name").trim().chars().count() {
            0 => faults.push(("name", KioskFault::Empty)),
            length if length > NAME => faults.push(("name", KioskFault::Long)),
            _ => {}
        }
        faults
    }

    pub(super) async fn claim_kiosk(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Tended> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        // Whatever is wrong besides: who may ask often may guess.
        let tried = self.count_limits(self.guesses(&seat)).await?;
        let faults = self.claim_faults(&seat, typed).await?;
        let right = !faults.iter().any(|(field, _)| *field == "code");
        if right || typed.said("code").is_none() {
            self.forgive(tried).await?;
        }
        let house = self.house();
        let shop = shops(&house, &seat).find(|shop| shop.code == typed.typed("shop"));
        let (Some(shop), Ok(code), true) = (shop, typed.typed("code").parse(), faults.is_empty())
        else {
            return self
                .keep_unsent(seat, CLAIM.to_owned(), "claim", typed)
                .await;
        };
        let kiosk = NewKiosk {
            id: Uuid::now_v7().to_string(),
            name: typed.typed("name").trim().to_owned(),
            shop: shop.code.clone(),
            unit: shop.unit.clone(),
            by: seat.person.id.clone(),
        };
        let id = kiosk.id.clone();
        let (digest, key, now) = (self.code_digest(code), key.to_owned(), self.now());
        let claimed = self.store.write(move |tx| {
            Box::pin(async move {
                let myself = &seat.person.id;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                if unsent::sent_before(&mut *tx, &key).await? {
                    return Ok(true);
                }
                // Somebody else may have been quicker.
                if !pairings::claim(&mut *tx, &digest, &kiosk.id, now, now + FETCH).await? {
                    return Ok(false);
                }
                unsent::first_time(&mut *tx, &key, myself, now).await?;
                kiosks::add(&mut *tx, &kiosk, now).await?;
                Log::Kiosk
                    .note(&mut *tx, &kiosk.id, "paired", &seat.actor(), now)
                    .await?;
                unsent::forget(tx, myself, CLAIM, "claim").await?;
                Ok(true)
            })
        });
        match claimed.await? {
            true => Ok(Tended::Done(id)),
            false => {
                let seat = self.seat(staff).await?;
                self.keep_unsent(seat, CLAIM.to_owned(), "claim", typed)
                    .await
            }
        }
    }

    /// By what codes are limited.
    fn guesses(&self, seat: &Seat) -> Vec<(Limit, String)> {
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        let everywhere = digest("pairing-code:everywhere".to_owned());
        vec![
            (WRONG, digest(format!("pairing-code:{}", seat.person.id))),
            (WRONG_EVERYWHERE, everywhere),
        ]
    }
}
