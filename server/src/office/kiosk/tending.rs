//! What staff do about kiosks: claiming a device by its code, setting it, knowing of an alert, and
//! ending it. Everything is noted with who did it.

use super::{
    fleet::{CLAIM, SET, shops},
    pairing::FETCH,
};
use crate::{
    keys::Purpose,
    limits::{Limit, Verdict},
    office::{Office, desk::Seat},
    store::{
        Connection,
        deeds::Log,
        kiosks::{self, End, NewKiosk, alerts, pairings, settings},
        limits, sessions, unsent,
    },
};
use app::{
    desk::{
        Tended,
        kiosks::{KioskAct, KioskFault},
    },
    hatch::{Refusal, Token},
    journey::Sheet,
    kiosk::{Code, Setup, Versioned},
};
use uuid::Uuid;

/// The longest name.
const NAME: usize = 60;
/// Codes that one person may get wrong.
const WRONG: Limit = Limit::new(10, 900);
/// And everybody together.
const WRONG_EVERYWHERE: Limit = Limit::new(200, 3600);

/// Faults by field.
type Faults = Vec<(&'static str, KioskFault)>;

/// What is wrong with settings as they were typed.
pub(super) fn setup_faults(typed: &Sheet) -> Faults {
    let faults = Setup::from_form(typed).err().unwrap_or_default();
    let faults = faults.into_iter();
    faults
        .map(|(field, fault)| (field, KioskFault::Setup(fault)))
        .collect()
}

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
        let house = self.house();
        if !shops(&house, seat).any(|shop| shop.code == typed.typed("shop")) {
            faults.push(("shop", KioskFault::Shop));
        }
        match typed.typed("name").trim().chars().count() {
            0 => faults.push(("name", KioskFault::Empty)),
            length if length > NAME => faults.push(("name", KioskFault::Long)),
            _ => {}
        }
        Ok(faults)
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
        let tried = self.count_guess(&seat).await?;
        let faults = self.claim_faults(&seat, typed).await?;
        let right = !faults.iter().any(|(field, _)| *field == "code");
        if right || typed.said("code").is_none() {
            self.forgive_guess(tried).await?;
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

    pub(super) async fn tend_kiosk(
        &self,
        staff: &Token,
        key: &str,
        act: KioskAct,
        id: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Tended> {
        let seat = self.seat(staff).await?;
        let kiosk = self.their_kiosk(&seat, id).await?;
        let order = match act {
            KioskAct::Know => Order::Know(typed.typed("alert").to_owned()),
            KioskAct::Revoke => Order::Revoke,
            KioskAct::Set => match Setup::from_form(typed) {
                Ok(setup) => Order::Set(serde_json::to_value(setup)?),
                Err(_) => {
                    let place = format!("{SET}{id}");
                    return self.keep_unsent(seat, place, act.name(), typed).await;
                }
            },
        };
        let (key, now) = (key.to_owned(), self.now());
        let done = self.store.write(move |tx| {
            Box::pin(async move {
                let myself = seat.person.id.clone();
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                if unsent::first_time(&mut *tx, &key, &myself, now).await? {
                    carry_out(&mut *tx, &kiosk.id, order, &seat, now).await?;
                    let place = format!("{SET}{}", kiosk.id);
                    unsent::forget(tx, &myself, &place, act.name()).await?;
                }
                Ok(())
            })
        });
        done.await?;
        Ok(Tended::Done(id.to_owned()))
    }

    /// Counts a code before it is looked at, so that many at once are not one.
    async fn count_guess(&self, seat: &Seat) -> anyhow::Result<[(Limit, String); 2]> {
        let digest = |key: String| self.keys.digest(Purpose::Limit, key.as_bytes());
        let limits = [
            (WRONG, digest(format!("pairing-code:{}", seat.person.id))),
            (
                WRONG_EVERYWHERE,
                digest("pairing-code:everywhere".to_owned()),
            ),
        ];
        let (counted, now) = (limits.clone(), self.timestamp());
        let allowed = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in counted {
                    if limits::attempt(&mut *tx, limit, &key, now).await? != Verdict::Allowed {
                        return Ok(false);
                    }
                }
                Ok(true)
            })
        });
        anyhow::ensure!(allowed.await?, Refusal::TooMany);
        Ok(limits)
    }

    async fn forgive_guess(&self, tried: [(Limit, String); 2]) -> anyhow::Result<()> {
        let now = self.timestamp();
        let forgiven = self.store.write(move |tx| {
            Box::pin(async move {
                for (limit, key) in tried {
                    limits::forgive(&mut *tx, limit, &key, now).await?;
                }
                Ok(())
            })
        });
        forgiven.await
    }

    /// Keeps what was typed for the page that shows it again.
    async fn keep_unsent(
        &self,
        seat: Seat,
        place: String,
        act: &'static str,
        typed: &Sheet,
    ) -> anyhow::Result<Tended> {
        let (now, person) = (self.now(), seat.person.id);
        let kept = unsent::Unsent {
            act: act.to_owned(),
            about: None,
            sheet: typed.clone(),
        };
        let kept = self.store.write(move |tx| {
            Box::pin(async move { unsent::keep(tx, &person, &place, &kept, now).await })
        });
        kept.await?;
        Ok(Tended::Mend)
    }
}

/// What is to be done about a kiosk.
enum Order {
    /// It gets these settings, as another version.
    Set(serde_json::Value),
    /// Somebody knows of this alert.
    Know(String),
    /// It is one no more.
    Revoke,
}

/// Does it, in the transaction of whoever asked for it, and notes it.
async fn carry_out(
    tx: &mut Connection,
    id: &str,
    order: Order,
    seat: &Seat,
    now: i64,
) -> anyhow::Result<()> {
    let myself = &seat.person.id;
    let (kind, done) = match order {
        Order::Set(body) => {
            let newest = settings::newest(&mut *tx, id).await?;
            let setup = Versioned {
                version: newest.version + 1,
                body,
            };
            (
                "set",
                settings::add(&mut *tx, id, &setup, myself, now).await?,
            )
        }
        Order::Know(alert) => (
            "known",
            alerts::know(&mut *tx, id, &alert, myself, now).await?,
        ),
        Order::Revoke => {
            pairings::forget_those_of(&mut *tx, id).await?;
            (
                "revoked",
                kiosks::end(&mut *tx, id, End::Revoked, now).await?,
            )
        }
    };
    // What was so already is not done again.
    if done {
        Log::Kiosk.note(tx, id, kind, &seat.actor(), now).await?;
    }
    Ok(())
}
