//! When to try again, and when to stop: from half a minute, doubling up to an hour, for five days.
//! The jitter comes from the row's own key, so that rows that failed together come back apart and
//! a test sees the same times every run.

use sha2::{Digest, Sha256};
use std::time::Duration;

const SECOND: i64 = 1_000_000;
const FIRST: i64 = 30 * SECOND;
const LONGEST: i64 = 3600 * SECOND;
/// What a receiver may ask us to wait at most.
const LONGEST_ASKED: i64 = 6 * LONGEST;
/// Seven tries in the first hour, then one an hour: five days.
const TRIES: i64 = 126;

/// Whether so many tries are enough.
pub fn is_over(attempts: i64) -> bool {
    attempts >= TRIES
}

/// When to try again after so many tries, the last of them now.
pub fn next_at(now: i64, attempts: i64, key: &str, asked: Option<Duration>) -> i64 {
    let doublings = u32::try_from((attempts - 1).clamp(0, 16)).expect("clamped");
    let plain = (FIRST << doublings).min(LONGEST);
    let asked = asked.map_or(0, |asked| {
        i64::try_from(asked.as_micros())
            .unwrap_or(i64::MAX)
            .min(LONGEST_ASKED)
    });
    now + jittered(plain, attempts, key).max(asked)
}

/// Between four fifths and six fifths of it.
fn jittered(plain: i64, attempts: i64, key: &str) -> i64 {
    let hash = Sha256::new()
        .chain_update(key)
        .chain_update(attempts.to_be_bytes())
        .finalize();
    let dice = i64::from(u16::from_be_bytes([hash[0], hash[1]]));
    plain * 4 / 5 + plain / 65536 * 2 / 5 * dice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(key: &str) -> Vec<i64> {
        (1..TRIES)
            .map(|attempts| next_at(0, attempts, key, None) / SECOND)
            .collect()
    }

    #[test]
    fn waits_double_up_to_an_hour_and_stay_within_a_fifth() {
        for (wait, plain) in waits("a key")
            .into_iter()
            .zip([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
        {
            assert!(
                (plain * 4 / 5 - 1..=plain * 6 / 5).contains(&wait),
                "{wait} for {plain}"
            );
        }
    }

    #[test]
    fn a_row_is_tried_for_five_days() {
        let day = 24 * 3600;
        for key in ["one", "two", "three"] {
            let all: i64 = waits(key).iter().sum();
            assert!((9 * day / 2..=11 * day / 2).contains(&all), "{all}");
        }
        assert!(!is_over(TRIES - 1));
        assert!(is_over(TRIES));
    }

    #[test]
    fn rows_that_failed_together_come_back_apart() {
        assert_ne!(waits("one")[..8], waits("two")[..8]);
        assert_eq!(waits("one"), waits("one"));
    }

    #[test]
    fn a_receiver_that_asks_for_more_time_gets_it_within_reason() {
        let wait = |asked| next_at(0, 1, "k", Some(Duration::from_secs(asked))) / SECOND;
        assert_eq!(wait(900), 900);
        assert!(wait(1) < 40);
        assert_eq!(wait(u64::MAX), 6 * 3600);
    }
}
