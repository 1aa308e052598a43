//! Sending what waits, in its order: at once, when the network is back, with each heartbeat, and
//! after a while when it failed. What was answered is forgotten here; what was not is sent again,
//! and the server knows it by its seal.

use super::{
    super::calls::call,
    Queue,
    entry::Entry,
    memory::{Shelf, Trouble},
};
use crate::kiosk::{
    Refused,
    deposit::{BATCH, Deposit, Outcome, pace::Pace},
};
use js_sys::Math;
use leptos::prelude::{set_timeout, window_event_listener_untyped};
use serde::Serialize;
use std::{cell::Cell, time::Duration};
use wasm_bindgen_futures::spawn_local;

/// A call is no larger than this, in characters of what is sealed, but for a single deposit that
/// is.
const LARGE: usize = 100_000;

/// The call's arguments.
#[derive(Serialize)]
struct Sent<'a> {
    batch: Vec<&'a Deposit>,
}

/// How sending stands.
#[derive(Default)]
pub(super) struct Way {
    /// Somebody is at it.
    busy: Cell<bool>,
    /// There was a reason to look again meanwhile.
    again: Cell<bool>,
    pace: Cell<Pace>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// Nothing waits any more.
    Empty,
    /// The server could not be reached, or could not take it now.
    Failed,
}

impl Queue {
    /// There is a reason to try now.
    pub fn nudge(&self) {
        let way = &self.0.way;
        way.again.set(true);
        if way.busy.replace(true) {
            return;
        }
        let queue = self.clone();
        spawn_local(async move { queue.run().await });
    }

    /// Tries as soon as the network is back.
    pub(super) fn listen(&self) {
        let queue = self.clone();
        window_event_listener_untyped("online", move |_| {
            queue.0.way.pace.set(Pace::default());
            queue.nudge();
        });
    }

    async fn run(&self) {
        let way = &self.0.way;
        let mut went = Went::Empty;
        while way.again.replace(false) && went == Went::Empty {
            went = self.send_all().await;
            if went == Went::Empty {
                way.pace.set(Pace::default());
                // What is missing is asked for again with the next reason to look.
                let _short = self.stock_up().await;
                went = self.send_taps().await;
            }
        }
        way.busy.set(false);
        if went == Went::Empty {
            return;
        }
        let mut pace = way.pace.get();
        let wait = pace.failed(Math::random());
        way.pace.set(pace);
        let queue = self.clone();
        set_timeout(move || queue.nudge(), Duration::from_millis(wait.into()));
    }

    async fn send_all(&self) -> Went {
        let Ok(entries) = self.entries().await else {
            return Went::Failed;
        };
        let mut rest = entries.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(fits(rest));
            match self.send(now).await {
                Ok(()) => rest = later,
                Err(Refused::Unreadable) if now.len() > 1 => {
                    // One of them is at fault; the others shall not wait for it.
                    for one in now {
                        match self.send(std::slice::from_ref(one)).await {
                            Ok(()) | Err(Refused::Unreadable) => {}
                            Err(_) => return Went::Failed,
                        }
                    }
                    rest = later;
                }
                // It stays, and is counted: a later server may read it.
                Err(Refused::Unreadable) => rest = later,
                Err(_) => return Went::Failed,
            }
        }
        Went::Empty
    }

    async fn send(&self, entries: &[(f64, Entry)]) -> Result<(), Refused> {
        let batch = entries.iter().map(|(_, entry)| &entry.body).collect();
        let outcomes: Vec<Outcome> = call("deposit", &Sent { batch }).await?;
        let answered = outcomes.len();
        let pairs = entries.iter().zip(outcomes);
        let settled: Vec<_> = pairs
            .map(|((number, entry), outcome)| (*number, entry.key.clone(), outcome))
            .collect();
        self.settle(settled)
            .await
            .map_err(|_| Refused::Unavailable)?;
        // A long queue goes through a network that fails now and then as fast as that lets it.
        self.0.way.pace.set(Pace::default());
        // Those without an answer are sent again.
        if answered < entries.len() {
            Err(Refused::Unavailable)
        } else {
            Ok(())
        }
    }

    async fn settle(&self, settled: Vec<(f64, String, Outcome)>) -> Result<(), Trouble> {
        let writing = self.0.memory.writing(&[Shelf::Queue])?;
        for (number, ..) in &settled {
            writing.remove(Shelf::Queue, *number).await?;
        }
        writing.finish().await?;
        for (_, key, outcome) in settled {
            self.tell(key, outcome);
        }
        Ok(())
    }
}

/// How many of the first go into one call.
fn fits(entries: &[(f64, Entry)]) -> usize {
    let mut large = 0;
    let within = entries.iter().take(BATCH).take_while(|(_, entry)| {
        large += entry.body.sealed.len();
        large <= LARGE
    });
    within.count().max(1)
}
