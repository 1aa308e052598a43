//! What is carried from a kiosk to the desk: what waited there, as it lay there. A server of any later
//! day knows how to read what an earlier kiosk kept.

use app::kiosk::{deposit::Deposit, tap::Tap};
use serde::{Deserialize, Serialize};

/// So many things go into one file: each deposit is written for itself, and nobody waits at the desk
/// for more than some seconds.
const MOST: usize = 500;

/// A submission as the page keeps it; its key stands in what is sealed, too.
#[derive(Deserialize)]
struct Entry {
    body: Deposit,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// What customers sent, sealed, in its order.
    pub queue: Vec<String>,
    /// Presses by the door, in their order.
    pub taps: Vec<String>,
}

impl Parcel {
    /// How much is in it.
    pub fn told(&self) -> String {
        format!(
            "{} sealed submissions, {} presses by the door",
            self.queue.len(),
            self.taps.len()
        )
    }

    /// The deposits in it; nothing in the place of one that no kiosk of ours could have kept.
    pub fn deposits(&self) -> impl Iterator<Item = Option<Deposit>> {
        let texts = self.queue.iter();
        texts.map(|text| Some(serde_json::from_str::<Entry>(text).ok()?.body))
    }

    /// The presses in it.
    pub fn taps(&self) -> Vec<Tap> {
        let texts = self.taps.iter();
        texts
            .filter_map(|text| serde_json::from_str(text).ok())
            .collect()
    }

    /// The same as so many parts that each fits a form. One at least, so that there is a file to show.
    pub fn in_parts(self) -> Vec<Self> {
        let (mut queue, mut taps) = (self.queue.into_iter(), self.taps.into_iter());
        let mut parts = Vec::new();
        loop {
            let part = Self {
                queue: queue.by_ref().take(MOST).collect(),
                taps: taps.by_ref().take(10 * MOST).collect(),
            };
            let empty = part == Self::default();
            if empty && !parts.is_empty() {
                return parts;
            }
            parts.push(part);
            if empty {
                return parts;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn all_of_it_is_in_the_parts_and_in_its_order(queue in 0..1_700_usize, taps in 0..9_000_usize) {
            let numbered = |many: usize| (0..many).map(|one| one.to_string()).collect::<Vec<_>>();
            let whole = Parcel { queue: numbered(queue), taps: numbered(taps) };
            let parts = whole.clone().in_parts();
            prop_assert!(!parts.is_empty());
            prop_assert!(parts.iter().all(|part| part.queue.len() <= MOST));
            let joined = parts.into_iter().fold(Parcel::default(), |mut all, part| {
                all.queue.extend(part.queue);
                all.taps.extend(part.taps);
                all
            });
            prop_assert_eq!(joined, whole);
        }
    }
}
