//! The endpoints of a kiosk that are about deposits. The device's stubs are made of the same lines.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{BATCH, Block, Deposit, Known, Outcome};
use crate::{
    case::language::Lang,
    kiosk::{Call, Caller, Refused},
};
use leptos::prelude::*;

/// Gives the key to seal to, the time, and as many references as are wanted and may be held.
#[server(prefix = "/api", endpoint = "kiosk/reserve", protocol = Call)]
pub async fn reserve(wanted: u32) -> Result<Block, Refused> {
    let Caller { turn, device } = Caller::take()?;
    Ok(turn.hatch.deposits.reserve(&device, wanted).await?)
}

/// Takes deposits in their order, and says of each what became of it. Fewer answers than deposits
/// are no loss: the rest is to be sent again.
#[server(prefix = "/api", endpoint = "kiosk/deposit", protocol = Call)]
pub async fn hand_in(batch: Vec<Deposit>) -> Result<Vec<Outcome>, Refused> {
    let Caller { turn, device } = Caller::take()?;
    let mut outcomes = Vec::new();
    for deposit in batch.into_iter().take(BATCH) {
        match turn.hatch.deposits.deposit(&device, deposit).await {
            Ok(settled) => outcomes.push(super::telling::outcome(&turn, settled)),
            Err(refusal) if outcomes.is_empty() => return Err(refusal.into()),
            Err(_) => break,
        }
    }
    Ok(outcomes)
}

/// What is known to be wrong with a product at a place now.
#[server(prefix = "/api", endpoint = "kiosk/known", protocol = Call)]
pub async fn around(lang: Lang, product: String, place: String) -> Result<Vec<Known>, Refused> {
    let Caller { turn, device } = Caller::take()?;
    let known = turn
        .hatch
        .deposits
        .known_here(&device, lang, &product, &place);
    let known = known.await?.into_iter();
    Ok(known
        .map(|one| super::telling::known(&turn, lang, one))
        .collect())
}
