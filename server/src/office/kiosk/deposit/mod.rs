//! What kiosks deposit: opened, read by the rooms' own rules, and kept exactly once. What the rules
//! refuse, because the catalogue has changed since the page was loaded, is a case all the same, for
//! a person to read; what cannot be opened is kept as it is. A device may forget all that was
//! answered here, so nothing that comes is dropped.

use crate::{
    catalogue::house::Channel,
    office::{Office, refuse},
    store::{
        cases, deposits,
        reservations::{self, NewReservation, Reservation},
        unread_deposits::Why,
    },
};
use anyhow::Context;
use app::{
    case::{language::Lang, reference::Reference},
    fault::KnownIncident,
    hatch::{FaultOffice, Refusal, Token},
    kiosk::deposit::{BLOCK, Block, Deposit, DepositOffice, Deposited, Settled, Spot},
    steps::is_key,
};
use async_trait::async_trait;
use data_encoding::HEXLOWER;
use plan::Plan;
use sha2::{Digest, Sha256};
pub(super) use stand::{By, Stand};
use uuid::Uuid;
pub(super) use write::no_longer_unread;
use write::{Kept, set_aside, write};

mod again;
mod moved;
mod person;
mod plan;
mod stand;
mod write;

/// So many references may lie unused with one device: twice what the largest queue holds. A device
/// that asks for more than that has lost its mind.
const MOST_UNUSED: i64 = 10_000;
/// A link is told when the reference is reserved, before there is a case whose link could be
/// renewed.
const FIRST_LINK: i64 = 1;
const CHANNEL: Channel = Channel::Kiosk;

#[async_trait]
impl DepositOffice for Office {
    async fn reserve(&self, device: &Token, wanted: u32) -> Result<Block, Refusal> {
        self.block(device, wanted).await.map_err(refuse)
    }

    async fn deposit(&self, device: &Token, deposit: Deposit) -> Result<Settled, Refusal> {
        self.take(device, deposit).await.map_err(refuse)
    }

    async fn known_here(
        &self,
        device: &Token,
        lang: Lang,
        product: &str,
        place: &str,
    ) -> Result<Vec<KnownIncident>, Refusal> {
        self.stand(device).await.map_err(refuse)?;
        self.known(lang, product, place).await
    }
}

/// A deposit that was opened.
struct Came {
    stand: Stand,
    /// The unit of the shop it was pressed in.
    unit: String,
    /// The fingerprint of what was sealed.
    seal: String,
    said: Deposited,
    /// When "send" was pressed: as the device says, but neither to come nor before there was the
    /// reference it was sent under.
    pressed: i64,
    now: i64,
}

impl Office {
    async fn block(&self, device: &Token, wanted: u32) -> anyhow::Result<Block> {
        let (stand, now) = (self.stand(device).await?, self.now());
        let new: Vec<_> = (0..wanted.min(BLOCK))
            .map(|_| NewReservation {
                reference: Reference::draw(rand::random()).to_string(),
                case_id: Uuid::now_v7().to_string(),
            })
            .collect();
        let given = match new.is_empty() {
            true => new,
            false => {
                self.store
                    .write(move |tx| {
                        Box::pin(async move {
                            let room =
                                MOST_UNUSED - reservations::unused(&mut *tx, &stand.id).await?;
                            let room = usize::try_from(room).unwrap_or_default();
                            let given: Vec<_> = new.into_iter().take(room).collect();
                            reservations::add(tx, &stand.id, &given, now).await?;
                            Ok(given)
                        })
                    })
                    .await?
            }
        };
        let spot = |one: NewReservation| {
            let path = self.secret_path(&one.reference, &one.case_id, FIRST_LINK)?;
            anyhow::Ok(Spot {
                reference: one.reference.parse()?,
                link: format!("{}{path}", self.public_url),
            })
        };
        Ok(Block {
            key: self.keys.seal_key(),
            now,
            spots: given.into_iter().map(spot).collect::<Result<_, _>>()?,
        })
    }

    async fn take(&self, device: &Token, deposit: Deposit) -> anyhow::Result<Settled> {
        let stand = self.stand(device).await?;
        self.take_from(stand, deposit).await
    }

    /// Takes a deposit of a kiosk, whichever way it came.
    pub(super) async fn take_from(
        &self,
        stand: Stand,
        deposit: Deposit,
    ) -> anyhow::Result<Settled> {
        let seal = fingerprint(&deposit)?;
        if let Some(case) = deposits::by_seal(self.store.read(), &seal).await? {
            return self.settled(case, true).await;
        }
        match self.unseal(&deposit) {
            Ok(said) => self.open(stand, seal, said, deposit).await,
            Err(why) => self.keep_unread(stand, seal, why, deposit).await,
        }
    }

    async fn open(
        &self,
        stand: Stand,
        seal: String,
        said: Deposited,
        deposit: Deposit,
    ) -> anyhow::Result<Settled> {
        let told = deposit.header.reference.filter(|_| said.matter.is_case());
        let spot = match told {
            Some(reference) => self.spot(&stand, reference).await?,
            None => None,
        };
        let now = self.now();
        let since = spot.as_ref().map_or(stand.paired_at, |one| one.reserved_at);
        let pressed = deposit.header.pressed().max(since).min(now);
        let came = Came {
            unit: stand.unit_at(pressed),
            pressed,
            stand,
            seal,
            said,
            now,
        };
        let plan = self.plan(&came, told, spot.as_ref());
        self.keep(came, plan, spot.and(told), deposit).await
    }

    fn unseal(&self, deposit: &Deposit) -> Result<Deposited, Why> {
        if !self.keys.knows(deposit.header.key_id) {
            return Err(Why::Key);
        }
        let opened = self.keys.open_deposit(&deposit.header, &deposit.sealed);
        let said: Option<Deposited> = serde_json::from_slice(&opened.ok_or(Why::Seal)?).ok();
        said.filter(|said| is_key(&said.key)).ok_or(Why::Content)
    }

    /// The reservation under which something comes. A queue outlives the credential of its device:
    /// what an ended one had reserved may come from any, as the device is paired anew by then; and
    /// staff who carry one may have taken it from any.
    async fn spot(
        &self,
        stand: &Stand,
        reference: Reference,
    ) -> anyhow::Result<Option<Reservation>> {
        let found = reservations::find(self.store.read(), &reference.to_string()).await?;
        let Some(found) = found.filter(|found| found.key.is_none()) else {
            return Ok(None);
        };
        let theirs = stand.by == By::Hand
            || found.kiosk_id == stand.id
            || !self.is_paired(&found.kiosk_id).await?;
        Ok(theirs.then_some(found))
    }

    async fn keep(
        &self,
        came: Came,
        plan: Plan,
        spent: Option<Reference>,
        deposit: Deposit,
    ) -> anyhow::Result<Settled> {
        let kind = match &plan {
            Plan::Case(written, ..) => Some(written.case.kind),
            _ => None,
        };
        let kept = self
            .store
            .write(move |tx| Box::pin(async move { write(tx, came, plan, spent, &deposit).await }));
        match kept.await? {
            Kept::Now(case) => {
                if let Some(kind) = kind {
                    crate::meters::received(kind, CHANNEL.code());
                    self.carrier.wake();
                }
                self.settled(case, false).await
            }
            Kept::Before(case) => self.settled(case, true).await,
            Kept::Aside => Ok(Settled::SetAside),
        }
    }

    async fn keep_unread(
        &self,
        stand: Stand,
        seal: String,
        why: Why,
        deposit: Deposit,
    ) -> anyhow::Result<Settled> {
        let now = self.now();
        let kept = self.store.write(move |tx| {
            Box::pin(async move { set_aside(tx, &stand.id, &seal, why, &deposit, now).await })
        });
        kept.await?;
        Ok(Settled::SetAside)
    }

    async fn settled(&self, case: Option<String>, again: bool) -> anyhow::Result<Settled> {
        let Some(id) = case else {
            return Ok(Settled::Counted);
        };
        let case = cases::by_id(self.store.read(), &id, self.now()).await?;
        let case = case.context("a case that was deposited is gone")?;
        Ok(Settled::Case {
            reference: case.reference.parse()?,
            secret_path: self.secret_path(&case.reference, &id, FIRST_LINK)?,
            promise: self.standing(&case).await?.promise,
            lang: Lang::from_tag(&case.language).unwrap_or_default(),
            again,
        })
    }
}

/// What tells a deposit from every other.
fn fingerprint(deposit: &Deposit) -> anyhow::Result<String> {
    Ok(HEXLOWER.encode(&Sha256::digest(serde_json::to_vec(deposit)?)))
}
