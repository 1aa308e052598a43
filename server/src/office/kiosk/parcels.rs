//! Queues that staff carry here from kiosks that will never be online again: each deposit is opened
//! and kept as if its kiosk had sent it, and is the same if that does send it one day.

use super::deposit::{By, Stand};
use crate::{
    kiosk_empty::Parcel,
    office::Office,
    store::{
        deeds::Log,
        kiosks::{
            Kiosk,
            parcels::{self, Carried},
        },
        sessions,
    },
};
use app::{
    case::attachment::{FileFault, Upload},
    desk::kiosks::{CarriedRow, HandedIn, ParcelPage},
    hatch::{Refusal, Token},
    kiosk::{
        deposit::{Deposit, Settled},
        tap::MOST,
    },
};

impl Office {
    pub(super) async fn hand_in_queue(
        &self,
        staff: &Token,
        key: &str,
        id: &str,
        file: Option<Upload>,
    ) -> anyhow::Result<HandedIn> {
        let seat = self.seat(staff).await?;
        let kiosk = self.their_kiosk(&seat, id).await?;
        let parcel = match read(file) {
            Ok(parcel) => parcel,
            Err(fault) => return Ok(HandedIn::Unfit(fault)),
        };
        // The same form again is the same list of what became of each.
        if parcels::find(self.store.read(), id, key).await?.is_none() {
            let carried = self.carry_in(&kiosk, &parcel).await?;
            let taps = i64::try_from(parcel.taps.len())?;
            let (parcel, now) = (key.to_owned(), self.now());
            let kept = self.store.write(move |tx| {
                Box::pin(async move {
                    sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                    let by = (kiosk.id.as_str(), seat.person.id.as_str());
                    parcels::add(&mut *tx, &parcel, by, (taps, &carried), now).await?;
                    Log::Kiosk
                        .note(tx, &kiosk.id, "handed-in", &seat.actor(), now)
                        .await
                })
            });
            kept.await?;
        }
        Ok(HandedIn::Done(key.to_owned()))
    }

    pub(super) async fn read_parcel(
        &self,
        staff: &Token,
        id: &str,
        parcel: &str,
    ) -> anyhow::Result<ParcelPage> {
        let seat = self.seat(staff).await?;
        let kiosk = self.their_kiosk(&seat, id).await?;
        let pool = self.store.read();
        let found = parcels::find(pool, id, parcel).await?;
        let found = found.ok_or(Refusal::NotFound)?;
        let rows = parcels::carried(pool, parcel).await?.into_iter();
        let row = |one: Carried| {
            anyhow::Ok(CarriedRow {
                told: one.told,
                pressed_at: one.pressed_at,
                outcome: one.outcome,
                case: one.reference.map(|case| case.parse()).transpose()?,
            })
        };
        Ok(ParcelPage {
            kiosk: kiosk.name,
            at: found.at,
            by: found.by,
            taps: found.taps,
            rows: rows.map(row).collect::<Result<_, _>>()?,
        })
    }

    async fn carry_in(&self, kiosk: &Kiosk, parcel: &Parcel) -> anyhow::Result<Vec<Carried>> {
        let stand = self.stand_of(kiosk.clone(), By::Hand).await?;
        let mut carried = Vec::new();
        for deposit in parcel.deposits() {
            carried.push(match deposit {
                Some(deposit) => self.carry_in_one(&stand, deposit).await?,
                None => Carried {
                    told: None,
                    pressed_at: None,
                    outcome: "broken".to_owned(),
                    reference: None,
                },
            });
        }
        for some in parcel.taps().chunks(MOST) {
            self.keep_taps(&kiosk.id, &kiosk.shop, some.to_vec())
                .await?;
        }
        Ok(carried)
    }

    async fn carry_in_one(&self, stand: &Stand, deposit: Deposit) -> anyhow::Result<Carried> {
        let header = deposit.header;
        let (outcome, case) = match self.take_from(stand.clone(), deposit).await? {
            Settled::Case {
                reference, again, ..
            } => (if again { "again" } else { "case" }, Some(reference)),
            Settled::Counted => ("counted", None),
            Settled::SetAside => ("unread", None),
        };
        Ok(Carried {
            told: header.reference.map(|told| told.to_string()),
            pressed_at: Some(header.pressed()),
            outcome: outcome.to_owned(),
            reference: case.map(|case| case.to_string()),
        })
    }
}

fn read(file: Option<Upload>) -> Result<Parcel, FileFault> {
    match file {
        Some(Upload::Whole(bytes)) => serde_json::from_slice(&bytes).map_err(|_| FileFault::Broken),
        Some(Upload::Unfit(fault)) => Err(fault),
        None => Err(FileFault::Empty),
    }
}
