//! What many ask for and few change: read once, and again after the next commit. It holds nothing
//! that belongs to one customer.

use std::{
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Another process can write too, a command beside a running server; its commits are not counted.
const LONGEST: Duration = Duration::from_secs(1);

/// The last value that was read. Cheap to clone; clones share it.
#[derive(Debug)]
pub(super) struct Recent<T>(Arc<Mutex<Option<Read<T>>>>);

#[derive(Debug)]
struct Read<T> {
    /// How many commits there had been before it was read.
    commits: u64,
    read_at: Instant,
    value: Arc<T>,
}

impl<T> Recent<T> {
    /// The value after so many commits. The count must have been taken before: a commit in between
    /// makes this reading the last of its kind, never one too old.
    pub(super) async fn at<F>(
        &self,
        commits: u64,
        read: impl FnOnce() -> F,
    ) -> anyhow::Result<Arc<T>>
    where
        F: Future<Output = anyhow::Result<T>>,
    {
        if let Some(value) = self.known(commits) {
            return Ok(value);
        }
        let read_at = Instant::now();
        let value = Arc::new(read().await?);
        let newest = Read {
            commits,
            read_at,
            value: value.clone(),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest);
        Ok(value)
    }

    fn known(&self, commits: u64) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = kept
            .as_ref()
            .filter(|read| read.commits == commits && read.read_at.elapsed() < LONGEST);
        fresh.map(|read| read.value.clone())
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Clone for Recent<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[tokio::test]
    async fn a_value_is_read_once_and_again_after_a_commit() {
        let recent = Recent::default();
        let readings = Cell::new(0);
        let read = || async {
            readings.set(readings.get() + 1);
            Ok(readings.get())
        };
        assert_eq!(*recent.at(7, read).await.unwrap(), 1);
        assert_eq!(*recent.at(7, read).await.unwrap(), 1);
        assert_eq!(*recent.at(8, read).await.unwrap(), 2);
        assert_eq!(*recent.clone().at(8, read).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_reading_that_failed_is_not_kept() {
        let recent = Recent::<u8>::default();
        let failing = || async { anyhow::bail!("no disk") };
        assert!(recent.at(1, failing).await.is_err());
        assert_eq!(*recent.at(1, || async { Ok(3) }).await.unwrap(), 3);
    }
}
