//! What was sent at this kiosk and is not at the server yet. Every submission goes this way, with or
//! without a network: sealed, onto the disk, then out. Whoever waits a few seconds is told that it
//! was received; whoever does not, that it is saved here.
//!
//! Nothing here is a customer's memory: that is `session`, and ends with them.

mod entry;
mod memory;
mod sending;
mod stock;
mod taps;

use super::page;
use crate::kiosk::deposit::{Deposited, Outcome, Spot, pace::Room};
use entry::Entry;
use js_sys::{Date, Function, Promise};
pub use memory::Trouble;
use memory::{Memory, Shelf};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::JsFuture;

/// How long a customer waits for the server before they are told that it is saved here, in
/// milliseconds.
const PATIENCE: i32 = 5_000;

/// A handle on what waits; cheap to clone.
#[derive(Clone)]
pub struct Queue(Rc<Inside>);

/// By the keys of journeys, of which hardly ever two are on their way.
type Named<T> = Vec<(String, T)>;

struct Inside {
    memory: Memory,
    /// How many may wait.
    cap: u32,
    /// What became of those that somebody waits for.
    outcomes: RefCell<Named<Outcome>>,
    waiting: RefCell<Named<Function>>,
    way: sending::Way,
}

/// What a customer is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// The server has it.
    Received(Outcome),
    /// It is on this kiosk's disk, under the number of the case that it will be.
    Saved(Option<Spot>),
}

/// What a heartbeat says of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Depth {
    /// How much waits, presses by the door among it.
    pub waiting: u32,
    /// How long the oldest has waited, in seconds.
    pub oldest: Option<u32>,
    /// The ids of the keys it is sealed to.
    pub keys: Vec<u8>,
}

impl Queue {
    /// Opens what is on the disk, and begins to send it.
    ///
    /// # Errors
    /// When this browser keeps nothing: then no journey may begin.
    pub async fn open(cap: u32) -> Result<Self, Trouble> {
        let queue = Self(Rc::new(Inside {
            memory: Memory::open().await?,
            cap,
            outcomes: RefCell::default(),
            waiting: RefCell::default(),
            way: sending::Way::default(),
        }));
        queue.listen();
        queue.nudge();
        Ok(queue)
    }

    /// Whether one more can be kept: asked before a customer begins.
    pub async fn has_room(&self) -> bool {
        match (self.room().await, stock::key(&self.0.memory).await) {
            (Ok(room), Ok(Some(_))) => room.is_there(),
            _ => false,
        }
    }

    /// Keeps what a customer sent, tries to send it, and says how far it came.
    ///
    /// # Errors
    /// When it could not be kept. Then nothing was, and the customer is sent to the counter.
    pub async fn submit(&self, said: &Deposited) -> Result<Submitted, Trouble> {
        let key = said.key.clone();
        let spot = self.keep(said).await?;
        self.nudge();
        self.wait_for(&key).await;
        let outcome = take(&self.0.outcomes, &key);
        take(&self.0.waiting, &key);
        Ok(outcome.map_or(Submitted::Saved(spot), Submitted::Received))
    }

    /// How much waits, for how long, and sealed to what.
    pub async fn depth(&self) -> Depth {
        let entries = self.entries().await.unwrap_or_default();
        let now = device_now();
        let mut keys = Vec::new();
        for (_, it) in &entries {
            if !keys.contains(&it.body.header.key_id) {
                keys.push(it.body.header.key_id);
            }
        }
        let oldest = entries
            .first()
            .map(|(_, it)| now - it.body.header.pressed_at);
        let (presses, since) = self.presses().await.unwrap_or_default();
        let oldest = oldest.max(since.map(|since| now - since));
        let waiting = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        Depth {
            waiting: waiting.saturating_add(presses),
            oldest: oldest.map(|age| u32::try_from(age.max(0) / 1_000_000).unwrap_or(u32::MAX)),
            keys,
        }
    }

    /// Seals and keeps; when this is through, it is on the disk. Number and text go in one go, so
    /// that no two customers are ever given one number.
    async fn keep(&self, said: &Deposited) -> Result<Option<Spot>, Trouble> {
        let memory = &self.0.memory;
        let key = stock::key(memory).await?.ok_or(Trouble::Broken)?;
        let offset = stock::offset(memory).await?;
        let writing = memory.writing(&[Shelf::Queue, Shelf::Spots])?;
        if writing.count(Shelf::Queue).await? >= self.0.cap {
            return Err(Trouble::Full);
        }
        let spot = match said.matter.is_case() {
            true => Some(stock::take(&writing).await?.ok_or(Trouble::Full)?),
            false => None,
        };
        let entry = Entry::seal(&key, said, spot.as_ref(), device_now(), offset)?;
        writing.add(Shelf::Queue, &entry.text()?).await?;
        writing.finish().await?;
        Ok(spot)
    }

    async fn entries(&self) -> Result<Vec<(f64, Entry)>, Trouble> {
        let reading = self.0.memory.reading(&[Shelf::Queue])?;
        let texts = reading.first(Shelf::Queue, u32::MAX).await?;
        let read = texts.into_iter();
        Ok(read
            .filter_map(|(number, text)| Some((number, Entry::read(&text)?)))
            .collect())
    }

    async fn room(&self) -> Result<Room, Trouble> {
        let reading = self.0.memory.reading(&[Shelf::Queue, Shelf::Spots])?;
        Ok(Room {
            waiting: reading.count(Shelf::Queue).await?,
            spots: reading.count(Shelf::Spots).await?,
            cap: self.0.cap,
        })
    }

    /// Waits until something became of a deposit, or for as long as a customer would.
    async fn wait_for(&self, key: &str) {
        if self.0.outcomes.borrow().iter().any(|(name, _)| name == key) {
            return;
        }
        let told = Promise::new(&mut |resolve, _| {
            let timer = page::window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE);
            if timer.is_ok() {
                self.0.waiting.borrow_mut().push((key.to_owned(), resolve));
            }
        });
        // It is never rejected; and whoever is told nothing is told that it is saved.
        let _told = JsFuture::from(told).await;
    }

    /// Says what became of a deposit, if somebody still waits for it.
    fn tell(&self, key: String, outcome: Outcome) {
        if let Some(resolve) = take(&self.0.waiting, &key) {
            self.0.outcomes.borrow_mut().push((key, outcome));
            let _told = resolve.call0(&leptos::wasm_bindgen::JsValue::NULL);
        }
    }
}

/// Takes what has this name.
fn take<T>(named: &RefCell<Named<T>>, name: &str) -> Option<T> {
    let mut named = named.borrow_mut();
    let at = named.iter().position(|(known, _)| known == name)?;
    Some(named.swap_remove(at).1)
}

/// What time the device thinks it is, in microseconds.
pub fn device_now() -> i64 {
    (Date::now() * 1000.0) as i64
}
