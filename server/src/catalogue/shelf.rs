//! The catalogue of a running server: the last good one, whatever happens to its files.

use crate::catalogue::{Finding, House, load};
use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};

/// Holds the catalogue that is in use.
#[derive(Debug)]
pub struct Shelf {
    dir: Option<PathBuf>,
    house: RwLock<Arc<House>>,
}

impl Shelf {
    /// The first start: a catalogue that is wrong is refused.
    pub fn open(dir: Option<PathBuf>) -> Result<Self, Vec<Finding>> {
        let house = load(dir.as_deref())?;
        Ok(Self {
            dir,
            house: RwLock::new(Arc::new(house)),
        })
    }

    /// The catalogue in use. Whoever begins a piece of work with one ends it with the same.
    pub fn current(&self) -> Arc<House> {
        // Nothing can panic while it is held; and if it did, the last good one is still there.
        self.house
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Reads the files again. One that is wrong is told of, and the last good one stays.
    pub fn reload(&self) -> Result<Arc<House>, Vec<Finding>> {
        let fresh = Arc::new(load(self.dir.as_deref())?);
        let mut house = self.house.write().unwrap_or_else(PoisonError::into_inner);
        *house = fresh.clone();
        Ok(fresh)
    }
}
