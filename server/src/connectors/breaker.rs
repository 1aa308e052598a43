//! The circuit breaker of one connector: after several troubles in a row it lets nothing through
//! for a while, then one probe, and with each probe that fails a longer while. It knows nothing of
//! cases; what it holds back simply stays in the outbox and uses up none of its tries.

/// Troubles in a row that open it.
const TROUBLES: u32 = 5;
const SECOND: i64 = 1_000_000;
/// How long it stays open at first, and at most.
const FIRST_PAUSE: i64 = 30 * SECOND;
const LONGEST_PAUSE: i64 = 600 * SECOND;

/// Whether the connector answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// It did, be it with a refusal.
    Answered,
    /// It did not, or not sensibly.
    Trouble,
}

/// See the module.
#[derive(Debug)]
pub struct Breaker {
    troubles: u32,
    pause: i64,
    /// Set while open: when the next probe may go.
    probe_at: Option<i64>,
}

impl Default for Breaker {
    fn default() -> Self {
        Self {
            troubles: 0,
            pause: FIRST_PAUSE,
            probe_at: None,
        }
    }
}

impl Breaker {
    /// Whether one more may go now.
    pub fn admits(&mut self, now: i64) -> bool {
        match self.probe_at {
            None => true,
            Some(at) if now < at => false,
            Some(_) => {
                // The next one waits as if this probe had failed, so that one that is never heard
                // of again holds nothing up.
                self.probe_at = Some(now + self.pause);
                true
            }
        }
    }

    /// Learns how an attempt went.
    pub fn record(&mut self, health: Health, now: i64) {
        if health == Health::Answered {
            *self = Self::default();
            return;
        }
        self.troubles = self.troubles.saturating_add(1);
        if self.probe_at.is_some() {
            self.pause = (self.pause * 2).min(LONGEST_PAUSE);
        }
        if self.troubles >= TROUBLES {
            self.probe_at = Some(now + self.pause);
        }
    }

    /// When the next probe may go, if it is open.
    pub fn open_until(&self) -> Option<i64> {
        self.probe_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(now: i64) -> Breaker {
        let mut breaker = Breaker::default();
        for _ in 0..TROUBLES {
            assert!(breaker.admits(now));
            breaker.record(Health::Trouble, now);
        }
        breaker
    }

    #[test]
    fn troubles_in_a_row_open_it_and_one_answer_between_does_not() {
        let mut breaker = Breaker::default();
        for _ in 0..3 * TROUBLES {
            breaker.record(Health::Trouble, 0);
            breaker.record(Health::Answered, 0);
        }
        assert_eq!(breaker.open_until(), None);
        assert!(!opened(0).admits(FIRST_PAUSE - 1));
    }

    #[test]
    fn one_probe_goes_through_and_its_answer_closes_it() {
        let mut breaker = opened(0);
        assert!(breaker.admits(FIRST_PAUSE));
        assert!(!breaker.admits(FIRST_PAUSE));
        breaker.record(Health::Answered, FIRST_PAUSE);
        assert!(breaker.admits(FIRST_PAUSE) && breaker.admits(FIRST_PAUSE));
    }

    #[test]
    fn each_failed_probe_doubles_the_pause_up_to_a_limit() {
        let mut breaker = opened(0);
        let mut now = FIRST_PAUSE;
        let mut pauses = Vec::new();
        for _ in 0..6 {
            assert!(breaker.admits(now));
            breaker.record(Health::Trouble, now);
            let until = breaker.open_until().unwrap();
            pauses.push((until - now) / SECOND);
            now = until;
        }
        assert_eq!(pauses, [60, 120, 240, 480, 600, 600]);
    }
}
