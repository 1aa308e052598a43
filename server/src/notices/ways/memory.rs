//! The twin of a way for tests: keeps what it was given, and goes wrong when it is told to.

use super::Way;
use crate::{connectors::Trouble, notices::letter::Letter};
use async_trait::async_trait;
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// See the module.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    taken: Vec<Letter>,
    troubles: VecDeque<Trouble>,
}

impl Memory {
    /// The next letters go wrong like this, one after the other.
    pub fn plan(&self, troubles: impl IntoIterator<Item = Trouble>) {
        self.inside().troubles.extend(troubles);
    }

    /// Takes out what it was given.
    pub fn letters(&self) -> Vec<Letter> {
        std::mem::take(&mut self.inside().taken)
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Way for Memory {
    async fn send(&self, letter: &Letter) -> Result<(), Trouble> {
        let mut inside = self.inside();
        match inside.troubles.pop_front() {
            Some(trouble) => Err(trouble),
            None => {
                inside.taken.push(letter.clone());
                Ok(())
            }
        }
    }
}
