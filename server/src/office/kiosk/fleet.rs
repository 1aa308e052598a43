//! Who looks after which kiosks, and how each is. Whoever decides in a unit sees the kiosks of its
//! shops and of the units below; nobody else sees any.

use super::hours;
use crate::{
    catalogue::{House, house::Shop},
    clock::Calendar,
    office::{
        Office,
        desk::{Seat, unit_name},
    },
    store::{
        deeds::Log,
        kiosks::{self, Kiosk, alerts, settings},
        unread_deposits, unsent,
    },
};
use app::{
    desk::{
        Role,
        kiosks::{
            Fleet, KioskAlert, KioskPage, KioskRow, KioskState, SetupVersions, UnreadDeposit,
            UnsentKiosk, Vitals,
        },
    },
    hatch::{Refusal, Token},
};

/// Alerts, versions and deeds that a page shows.
const MOST: i64 = 20;
/// Where a claim that could not be taken is kept.
pub(super) const CLAIM: &str = "kiosk-claim";
/// Before the key of whichever a form is about that could not be taken.
pub(super) const SET: &str = "kiosk:";

/// Whether somebody looks after the shops of a unit.
pub(super) fn looks_after(seat: &Seat, unit: &str) -> bool {
    let units = seat.reach.units.as_ref();
    seat.decides() && units.is_none_or(|units| units.iter().any(|one| one == unit))
}

/// The shops that somebody looks after.
pub(super) fn shops<'a>(house: &'a House, seat: &Seat) -> impl Iterator<Item = &'a Shop> {
    let shops = house.organisation.shops.iter();
    shops.filter(move |shop| looks_after(seat, &shop.unit))
}

/// The unit a kiosk's shop belongs to now, or did when the catalogue still knew it.
fn unit_of<'a>(house: &'a House, kiosk: &'a Kiosk) -> &'a str {
    let shop = house.organisation.shop(&kiosk.shop);
    shop.map_or(&kiosk.unit, |shop| &shop.unit)
}

/// When a kiosk's shop is open; always, once the catalogue knows it no more.
pub(super) fn opening(house: &House, kiosk: &Kiosk) -> Calendar {
    let shop = house.organisation.shop(&kiosk.shop);
    shop.map_or(Calendar::Elapsed, |shop| {
        house.calendar_at(&shop.open, &shop.unit)
    })
}

impl Office {
    /// A kiosk that somebody looks after; one that they do not is not there.
    pub(super) async fn their_kiosk(&self, seat: &Seat, id: &str) -> anyhow::Result<Kiosk> {
        let house = self.house();
        let kiosk = kiosks::by_id(self.store.read(), id).await?;
        let kiosk = kiosk.filter(|kiosk| looks_after(seat, unit_of(&house, kiosk)));
        Ok(kiosk.ok_or(Refusal::NotFound)?)
    }

    pub(super) async fn read_fleet(&self, staff: &Token) -> anyhow::Result<Fleet> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        let (house, pool, now) = (self.house(), self.store.read(), self.now());
        let open = alerts::open(pool).await?;
        let newest = settings::newest_numbers(pool).await?;
        let unread = unread_deposits::counts(pool).await?;
        let all = kiosks::all(pool).await?;
        let theirs = all.iter().filter(|kiosk| {
            // One that ended is listed as long as somebody has to look at why.
            let listed = kiosk.ended_at.is_none()
                || unread.contains_key(&kiosk.id)
                || open.iter().any(|one| one.kiosk_id == kiosk.id);
            listed && looks_after(&seat, unit_of(&house, kiosk))
        });
        let rows = theirs
            .map(|kiosk| {
                let alerts = open.iter().filter(|alert| alert.kiosk_id == kiosk.id);
                let alerts = alerts.map(|alert| alert.kind.clone()).collect();
                let newest = newest.get(&kiosk.id).copied().unwrap_or_default();
                let row = self.row(&house, kiosk, newest, alerts, now);
                KioskRow {
                    unread: unread.get(&kiosk.id).map(|found| waiting(*found, now)),
                    ..row
                }
            })
            .collect();
        let unsent = unsent::find(pool, &seat.person.id, CLAIM).await?;
        Ok(Fleet {
            now,
            rows,
            shops: shops(&house, &seat)
                .map(|shop| (shop.code.clone(), shop.name.clone()))
                .collect(),
            unsent: match unsent {
                Some(unsent) => Some(UnsentKiosk {
                    faults: self.claim_faults(&seat, &unsent.sheet).await?,
                    act: unsent.act,
                    sheet: unsent.sheet,
                }),
                None => None,
            },
        })
    }

    pub(super) async fn read_kiosk(&self, staff: &Token, id: &str) -> anyhow::Result<KioskPage> {
        let seat = self.seat(staff).await?;
        let kiosk = self.their_kiosk(&seat, id).await?;
        let (house, pool, now) = (self.house(), self.store.read(), self.now());
        let alerts = alerts::of(pool, id, MOST).await?;
        let newest = settings::newest(pool, id).await?;
        let open = alerts.iter().filter(|alert| alert.known.is_none());
        let open = open.map(|alert| alert.kind.clone()).collect();
        let versions = settings::made(pool, id, MOST).await?.into_iter();
        let unread = unread_deposits::of(pool, id, MOST).await?;
        let unsent = unsent::find(pool, &seat.person.id, &format!("{SET}{id}")).await?;
        Ok(KioskPage {
            now,
            row: self.row(&house, &kiosk, newest.version, open, now),
            shop: kiosk.shop.clone(),
            shops: shops(&house, &seat)
                .map(|shop| (shop.code.clone(), shop.name.clone()))
                .collect(),
            unread: unread.into_iter().map(unread_shown).collect(),
            may_drop: seat.person.role == Role::Administrator,
            paired_at: kiosk.paired_at,
            alerts: alerts.into_iter().map(shown).collect(),
            setup: newest.read().unwrap_or_default(),
            versions: versions
                .map(|made| (made.setup.version, made.at, made.by))
                .collect(),
            log: Log::Kiosk.deeds(pool, id, MOST).await?,
            unsent: unsent.map(|unsent| UnsentKiosk {
                faults: self.act_faults(&seat, &unsent.act, &unsent.sheet),
                act: unsent.act,
                sheet: unsent.sheet,
            }),
        })
    }

    fn row(
        &self,
        house: &House,
        kiosk: &Kiosk,
        newest: i64,
        alerts: Vec<String>,
        now: i64,
    ) -> KioskRow {
        KioskRow {
            id: kiosk.id.clone(),
            name: kiosk.name.clone(),
            shop: self.shop_name(&kiosk.shop),
            unit: unit_name(house, unit_of(house, kiosk)),
            state: match kiosk.ended_at {
                Some(_) => KioskState::Ended,
                None => hours::state(&opening(house, kiosk), kiosk.seen_at, now),
            },
            vitals: kiosk.seen_at.map(|at| vitals(kiosk, at, now)),
            setup: SetupVersions {
                applied: kiosk.setup_applied,
                newest,
                refused: kiosk.setup_refused,
            },
            alerts,
            unread: None,
        }
    }
}

fn vitals(kiosk: &Kiosk, at: i64, now: i64) -> Vitals {
    let since = (now - at) / 1_000_000;
    Vitals {
        at,
        build: kiosk.build.clone(),
        queue: kiosk.queue,
        oldest: kiosk.oldest.map(|oldest| oldest + since),
        frame: kiosk.frame.map(|frame| frame / 1000 + since),
        ahead: kiosk.skew / 1000,
        printer: kiosk.printer,
        keys: kiosk.key_ids.clone(),
    }
}

fn shown(alert: alerts::Alert) -> KioskAlert {
    KioskAlert {
        id: alert.id,
        kind: alert.kind,
        since: alert.since,
        over_at: alert.over_at,
        known: alert.known,
    }
}

/// How many wait, and for how many seconds the first of them has.
const fn waiting((count, since): (i64, i64), now: i64) -> (i64, i64) {
    (count, (now - since) / 1_000_000)
}

fn unread_shown(unread: unread_deposits::Unread) -> UnreadDeposit {
    let header = unread.deposit.header;
    UnreadDeposit {
        seal: unread.seal,
        why: unread.why.name(),
        key: header.key_id,
        told: header.reference.map(|told| told.to_string()),
        pressed_at: header.pressed(),
        at: unread.at,
    }
}
