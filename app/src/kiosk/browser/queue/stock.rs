//! What a device holds for when it has no network: references, the key to seal to, and by how much
//! the server's clock is ahead of its own.

use super::{
    super::{calls::call, json},
    Queue, device_now,
    memory::{Memory, Page, Shelf, Trouble},
};
use crate::kiosk::{
    deposit::{BLOCK, Block, Spot},
    seal::SealKey,
};
use serde::{Serialize, de::DeserializeOwned};

const KEY: &str = "key";
const OFFSET: &str = "offset";
/// With fewer references than this, or as many missing, more are asked for.
const FEW: u32 = 20;

/// The call's arguments.
#[derive(Serialize)]
struct Wanting {
    wanted: u32,
}

/// The key to seal to, once one was given.
pub async fn key(memory: &Memory) -> Result<Option<SealKey>, Trouble> {
    kept(memory, KEY).await
}

/// By how much the server's clock was last known to be ahead, in microseconds.
pub async fn offset(memory: &Memory) -> Result<i64, Trouble> {
    Ok(kept(memory, OFFSET).await?.unwrap_or_default())
}

/// Takes the first reference, for ever.
pub async fn take(writing: &Page) -> Result<Option<Spot>, Trouble> {
    let first = writing.first(Shelf::Spots, 1).await?.into_iter().next();
    let Some((number, text)) = first else {
        return Ok(None);
    };
    writing.remove(Shelf::Spots, number).await?;
    Ok(json::read(&text))
}

impl Queue {
    /// Keeps what time it is at the server: a heartbeat says so too.
    pub async fn heard(&self, server_now: i64) -> Result<(), Trouble> {
        let writing = self.0.memory.writing(&[Shelf::Kept])?;
        writing
            .keep(OFFSET, &(server_now - device_now()).to_string())
            .await?;
        writing.finish().await
    }

    /// Asks for references, if more are wanted, until there are enough or none are given.
    pub(super) async fn stock_up(&self) -> Result<(), Trouble> {
        loop {
            let room = self.room().await?;
            let wanted = room.wanted();
            let enough = wanted == 0 || (wanted < FEW && room.spots >= FEW);
            let known = key(&self.0.memory).await?;
            if enough && known.is_some() {
                return Ok(());
            }
            let wanted = Wanting {
                wanted: wanted.min(BLOCK),
            };
            let Ok(block) = call::<Block>("reserve", &wanted).await else {
                return Ok(());
            };
            let none = block.spots.is_empty();
            self.lay_in(known.as_ref(), block).await?;
            if none {
                return Ok(());
            }
        }
    }

    /// Links are made by the newest key: when that is another one, references that were not used are
    /// let go, before the key that made them is taken away.
    async fn lay_in(&self, known: Option<&SealKey>, block: Block) -> Result<(), Trouble> {
        let writing = self.0.memory.writing(&[Shelf::Spots, Shelf::Kept])?;
        if known.is_some_and(|known| *known != block.key) {
            writing.clear(Shelf::Spots).await?;
        }
        for spot in &block.spots {
            writing.add(Shelf::Spots, &text(spot)?).await?;
        }
        writing.keep(KEY, &text(&block.key)?).await?;
        writing
            .keep(OFFSET, &(block.now - device_now()).to_string())
            .await?;
        writing.finish().await
    }
}

pub(super) fn text(value: &impl Serialize) -> Result<String, Trouble> {
    json::write(value).ok_or(Trouble::Broken)
}

async fn kept<T: DeserializeOwned>(memory: &Memory, name: &str) -> Result<Option<T>, Trouble> {
    let text = memory.reading(&[Shelf::Kept])?.kept(name).await?;
    Ok(text.and_then(|text| json::read(&text)))
}
