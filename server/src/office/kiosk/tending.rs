//! What staff do about kiosks: setting and moving one, knowing of an alert, seeing to what nobody
//! could read, and ending one. Everything is noted with who did it.

use super::{
    deposit::no_longer_unread,
    fleet::{SET, shops},
};
use crate::{
    office::{Office, desk::Seat},
    store::{
        Connection,
        deeds::Log,
        kiosks::{self, End, Kiosk, Place, alerts, pairings, settings},
        sessions, unread_deposits, unsent,
    },
};
use app::{
    desk::{
        Role, Tended,
        kiosks::{KioskAct, KioskFault},
    },
    hatch::{Refusal, Token},
    journey::Sheet,
    kiosk::{Setup, Versioned},
};

/// The longest reason.
const REASON: usize = 500;

/// Faults by field.
pub(super) type Faults = Vec<(&'static str, KioskFault)>;

/// What is to be done about a kiosk.
enum Order {
    /// It gets these settings, as another version.
    Set(serde_json::Value),
    /// It has this name and stands in this shop.
    Place(Place),
    /// Somebody knows of this alert.
    Know(String),
    /// This deposit was read again.
    Read(String),
    /// This deposit, which nobody could read, is thrown away for this reason.
    Drop(String, String),
    /// It is one no more.
    Revoke,
}

impl Office {
    /// What is wrong with what was typed for an act.
    pub(super) fn act_faults(&self, seat: &Seat, act: &str, typed: &Sheet) -> Faults {
        if act == KioskAct::Set.name() {
            let faults = Setup::from_form(typed).err().unwrap_or_default();
            let setup = |(field, fault)| (field, KioskFault::Setup(fault));
            return faults.into_iter().map(setup).collect();
        }
        if act == KioskAct::Place.name() {
            return self.place_faults(seat, typed);
        }
        match typed.typed("reason").trim().chars().count() {
            0 => vec![("reason", KioskFault::Empty)],
            length if length > REASON => vec![("reason", KioskFault::Wordy)],
            _ => Faults::new(),
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
        if act.is_typed() && !self.act_faults(&seat, act.name(), typed).is_empty() {
            let place = format!("{SET}{id}");
            return self.keep_unsent(seat, place, act.name(), typed).await;
        }
        let order = self.kiosk_order(&seat, &kiosk, act, typed).await?;
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

    /// What a form that nothing is wrong with asks for.
    async fn kiosk_order(
        &self,
        seat: &Seat,
        kiosk: &Kiosk,
        act: KioskAct,
        typed: &Sheet,
    ) -> anyhow::Result<Order> {
        let said = |field: &str| typed.typed(field).to_owned();
        Ok(match act {
            KioskAct::Set => {
                let setup = Setup::from_form(typed).map_err(|_| Refusal::NotFound)?;
                Order::Set(serde_json::to_value(setup)?)
            }
            KioskAct::Place => {
                let house = self.house();
                let shop = shops(&house, seat).find(|shop| shop.code == typed.typed("shop"));
                let shop = shop.ok_or(Refusal::NotFound)?;
                Order::Place(Place {
                    name: typed.typed("name").trim().to_owned(),
                    shop: shop.code.clone(),
                    unit: shop.unit.clone(),
                })
            }
            KioskAct::Know => Order::Know(said("alert")),
            KioskAct::Read => {
                let seal = said("seal");
                let unread = unread_deposits::find(self.store.read(), &kiosk.id, &seal).await?;
                if let Some(unread) = unread {
                    self.read_again(unread).await?;
                }
                Order::Read(seal)
            }
            KioskAct::Drop => {
                let may = seat.person.role == Role::Administrator;
                anyhow::ensure!(may, Refusal::NotFound);
                Order::Drop(said("seal"), typed.typed("reason").trim().to_owned())
            }
            KioskAct::Revoke => Order::Revoke,
        })
    }

    /// Keeps what was typed for the page that shows it again.
    pub(super) async fn keep_unsent(
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

/// Does it, in the transaction of whoever asked for it, and notes it.
async fn carry_out(
    tx: &mut Connection,
    id: &str,
    order: Order,
    seat: &Seat,
    now: i64,
) -> anyhow::Result<()> {
    let myself = &seat.person.id;
    let (kind, done, said) = match order {
        Order::Set(body) => {
            let newest = settings::newest(&mut *tx, id).await?;
            let setup = Versioned {
                version: newest.version + 1,
                body,
            };
            let done = settings::add(&mut *tx, id, &setup, myself, now).await?;
            ("set", done, None)
        }
        Order::Place(place) => {
            let before = kiosks::place(&mut *tx, id, &place, now).await?;
            let said = before.map(|before| moved(&before, &place));
            ("placed", said.is_some(), said)
        }
        Order::Know(alert) => {
            let done = alerts::know(&mut *tx, id, &alert, myself, now).await?;
            ("known", done, None)
        }
        Order::Read(seal) => {
            let left = unread_deposits::find(&mut *tx, id, &seal).await?;
            ("read", left.is_none(), None)
        }
        Order::Drop(seal, reason) => {
            let theirs = unread_deposits::find(&mut *tx, id, &seal).await?.is_some();
            let done = theirs && no_longer_unread(&mut *tx, (id, &seal), now).await?;
            ("dropped", done, Some(reason))
        }
        Order::Revoke => {
            pairings::forget_those_of(&mut *tx, id).await?;
            let done = kiosks::end(&mut *tx, id, End::Revoked, now).await?;
            ("revoked", done, None)
        }
    };
    // What was so already is not done again.
    if done {
        let deed = (kind, said.as_deref());
        Log::Kiosk.say(tx, id, deed, &seat.actor(), now).await?;
    }
    Ok(())
}

/// What a kiosk was called and where it stood, and what it is called and where it stands now.
fn moved(before: &Place, now: &Place) -> String {
    format!(
        "{} ({}) → {} ({})",
        before.name, before.shop, now.name, now.shop
    )
}
