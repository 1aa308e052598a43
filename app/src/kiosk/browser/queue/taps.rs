//! Presses by the door on their way to the server: on the disk before anybody is thanked, then out,
//! many at a time. They are nobody's, so they lie there as they are. What was answered is forgotten
//! here; what was not is sent again, and the server knows each by its key.

use super::{
    super::{calls::call, json},
    Queue,
    memory::{Shelf, Trouble},
    sending::Went,
    stock,
};
use crate::kiosk::{
    Refused,
    tap::{MOST, Tap},
};
use serde::Serialize;

/// No more are kept: weeks by a busy door without a network. Whoever presses then is told so.
const CAP: u32 = 20_000;

/// The call's arguments.
#[derive(Serialize)]
struct Said {
    taps: Vec<Tap>,
}

impl Queue {
    /// Keeps a press, or the reason that came after it; when this is through, it is on the disk. It
    /// says when it was by the server's clock, as far as that is known now.
    ///
    /// # Errors
    /// When it could not be kept.
    pub async fn press(&self, tap: &Tap) -> Result<(), Trouble> {
        let memory = &self.0.memory;
        let tap = Tap {
            pressed_at: tap.pressed_at + stock::offset(memory).await?,
            ..tap.clone()
        };
        let writing = memory.writing(&[Shelf::Taps])?;
        if writing.count(Shelf::Taps).await? >= CAP {
            return Err(Trouble::Full);
        }
        writing.add(Shelf::Taps, &stock::text(&tap)?).await?;
        writing.finish().await?;
        self.nudge();
        Ok(())
    }

    /// How many wait, and since when the first does, by the device's clock.
    pub(super) async fn presses(&self) -> Result<(u32, Option<i64>), Trouble> {
        let offset = stock::offset(&self.0.memory).await?;
        let reading = self.0.memory.reading(&[Shelf::Taps])?;
        let first = reading.first(Shelf::Taps, 1).await?.pop();
        let first = first.and_then(|(_, text)| read(&text));
        let count = reading.count(Shelf::Taps).await?;
        Ok((count, first.map(|tap| tap.pressed_at - offset)))
    }

    pub(super) async fn send_taps(&self) -> Went {
        loop {
            match self.send_some().await {
                Ok(0) => return Went::Empty,
                Ok(_) => {}
                // They stay, and are counted: a later server may read them.
                Err(Refused::Unreadable) => return Went::Empty,
                Err(_) => return Went::Failed,
            }
        }
    }

    /// Sends the first of them; how many that were.
    async fn send_some(&self) -> Result<usize, Refused> {
        let sent = self.next().await.map_err(|_| Refused::Unavailable)?;
        let (numbers, taps): (Vec<f64>, Vec<Tap>) = sent.into_iter().unzip();
        if taps.is_empty() {
            return Ok(0);
        }
        call::<()>("tap", &Said { taps }).await?;
        let forgotten = self.forget(&numbers).await;
        forgotten.map_err(|_| Refused::Unavailable)?;
        Ok(numbers.len())
    }

    async fn next(&self) -> Result<Vec<(f64, Tap)>, Trouble> {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        let reading = self.0.memory.reading(&[Shelf::Taps])?;
        let texts = reading.first(Shelf::Taps, most).await?.into_iter();
        Ok(texts
            .filter_map(|(number, text)| Some((number, read(&text)?)))
            .collect())
    }

    async fn forget(&self, numbers: &[f64]) -> Result<(), Trouble> {
        let writing = self.0.memory.writing(&[Shelf::Taps])?;
        for number in numbers {
            writing.remove(Shelf::Taps, *number).await?;
        }
        writing.finish().await
    }
}

fn read(text: &str) -> Option<Tap> {
    json::read(text)
}
