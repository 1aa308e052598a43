//! When a browser is taken to stand still. Pure: it is told what the file's time is, and what time
//! it is.

use std::time::{Duration, Instant, SystemTime};

/// What has been seen of the frames.
#[derive(Clone, Debug)]
pub struct Watch {
    patience: Duration,
    newest: Option<SystemTime>,
    painted: Option<Instant>,
}

impl Watch {
    /// From a browser's start on, with what the one before it left.
    pub fn from(newest: Option<SystemTime>, patience: Duration) -> Self {
        Self {
            patience,
            newest,
            painted: None,
        }
    }

    /// Whether the browser lives, by the newest frame and the time it is.
    ///
    /// It is not judged before its first frame: a device that was never paired, one that was revoked
    /// and one that starts before its network show pages that paint no frame of ours, and to start
    /// them again and again would help nobody. So a restart is never followed by another for the
    /// same reason. A screen that never comes to its first frame is the fleet page's to tell of.
    ///
    /// Any other time than the last is a frame, even an earlier one: the clock on the wall may have
    /// been set.
    pub fn look(&mut self, newest: Option<SystemTime>, now: Instant) -> bool {
        if newest.is_some() && newest != self.newest {
            self.newest = newest;
            self.painted = Some(now);
        }
        self.painted
            .is_none_or(|at| now.saturating_duration_since(at) < self.patience)
    }
}
