//! What customers were told: for each idempotency key they sent, the references that came back.
//! It is kept outside the server, so that no crash can make it forget.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};
use tokio::sync::watch;

/// See the module.
#[derive(Debug)]
pub struct Tally {
    inside: Mutex<Told>,
    /// Counts what happens between customers and server, so that a moment can be named by a number.
    moments: watch::Sender<u64>,
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Every key that was sent at least once, and what was answered to it.
    pub keys: BTreeMap<String, BTreeSet<String>>,
    /// How many requests never got an answer.
    pub unanswered: usize,
    /// How many sends were answered that no receipt could be given now.
    pub refused: usize,
    /// How many sends were repeats, and got a receipt.
    pub repeats: usize,
    /// What no customer should ever see.
    pub strange: Vec<String>,
}

impl Told {
    /// Keys that got a receipt, and the reference of each. More than one is told of apart.
    pub fn acknowledged(&self) -> impl Iterator<Item = (&str, &str)> {
        let first = |(key, references)| Some((key, BTreeSet::first(references)?));
        self.keys
            .iter()
            .filter_map(first)
            .map(|(key, reference): (&String, &String)| (key.as_str(), reference.as_str()))
    }
}

impl Tally {
    /// Nothing has happened.
    pub fn new() -> Self {
        Self {
            inside: Mutex::default(),
            moments: watch::Sender::new(0),
        }
    }

    /// Something happened.
    pub fn moment(&self) {
        self.moments.send_modify(|count| *count += 1);
    }

    /// How much happened so far.
    pub fn moments(&self) -> u64 {
        *self.moments.borrow()
    }

    /// Waits for a moment.
    pub async fn wait_for(&self, moment: u64) {
        let mut moments = self.moments.subscribe();
        let reached = moments.wait_for(|now| *now >= moment).await;
        reached.expect("its sender is borrowed here");
    }

    /// To be read or added to.
    pub fn told(&self) -> MutexGuard<'_, Told> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
