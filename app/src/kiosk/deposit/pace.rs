//! How often a device tries to send what waits, and how much it lets wait. Pure.

/// How long it waits before the next try, while tries fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    failed: u32,
}

/// The first wait, in milliseconds; each is twice as long as the one before.
const FIRST: u32 = 2_000;
/// No wait is longer.
const LONGEST: u32 = 60_000;

impl Pace {
    /// A try failed: how long to wait, in milliseconds. `chance` is from 0 to 1, so that not every
    /// kiosk of a city tries in the same second when the network is back.
    pub fn failed(&mut self, chance: f64) -> u32 {
        let longest = FIRST.saturating_mul(1 << self.failed.min(16)).min(LONGEST);
        self.failed = self.failed.saturating_add(1);
        let some = f64::from(longest / 2) * chance.clamp(0.0, 1.0);
        longest / 2 + some as u32
    }

    /// A try went well, or there is reason to hope: waiting begins anew.
    pub fn begin_anew(&mut self) {
        self.failed = 0;
    }
}

/// What a device has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many deposits wait.
    pub waiting: u32,
    /// How many may.
    pub cap: u32,
    /// How many references it holds.
    pub spots: u32,
}

impl Room {
    /// Whether one more can be promised to be kept. Asked before a customer begins, and again when
    /// they send.
    pub const fn is_there(self) -> bool {
        self.waiting < self.cap && self.spots > 0
    }

    /// How many references are wanted: enough to fill the queue to its cap, as nobody knows when
    /// the network goes.
    pub const fn wanted(self) -> u32 {
        self.cap
            .saturating_sub(self.waiting)
            .saturating_sub(self.spots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_wait_is_shorter_than_a_second_or_longer_than_a_minute(
            chances in proptest::collection::vec(-1.0..2.0_f64, 1..80),
        ) {
            let mut pace = Pace::default();
            for chance in chances {
                let wait = pace.failed(chance);
                prop_assert!((FIRST / 2..=LONGEST).contains(&wait), "{wait}");
            }
        }

        #[test]
        fn a_device_asks_for_as_many_references_as_its_queue_could_take(
            waiting in 0..6000_u32, cap in 10..5000_u32, spots in 0..6000_u32,
        ) {
            let room = Room { waiting, cap, spots };
            let after = Room { spots: spots + room.wanted(), ..room };
            prop_assert_eq!(after.wanted(), 0);
            prop_assert!(after.is_there() || waiting >= cap);
        }
    }

    #[test]
    fn waits_grow_and_begin_anew() {
        let mut pace = Pace::default();
        let waits: Vec<_> = (0..7).map(|_| pace.failed(1.0)).collect();
        assert_eq!(waits, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
        pace.begin_anew();
        assert_eq!(pace.failed(1.0), 2_000);
    }
}
