//! The states of a trouble ticket and the ways between them, as TMF621 has them; other systems'
//! states are translated to these. Not the state of a case: that is the office's to decide.

use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// A state of a ticket at a back office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Taken note of.
    Acknowledged,
    /// Not taken: it is not theirs, or not complete.
    Rejected,
    /// Waits for something that we or the customer must say.
    Pending,
    /// Waits for something else.
    Held,
    /// Being worked on.
    InProgress,
    /// Given up.
    Cancelled,
    /// Done, and said to be so by the customer.
    Closed,
    /// Done.
    Resolved,
}

use Status::{Acknowledged, Cancelled, Closed, Held, InProgress, Pending, Rejected, Resolved};

impl Status {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Acknowledged,
        Rejected,
        Pending,
        Held,
        InProgress,
        Cancelled,
        Closed,
        Resolved,
    ];

    /// Its name in TMF621.
    pub const fn name(self) -> &'static str {
        match self {
            Acknowledged => "acknowledged",
            Rejected => "rejected",
            Pending => "pending",
            Held => "held",
            InProgress => "inProgress",
            Cancelled => "cancelled",
            Closed => "closed",
            Resolved => "resolved",
        }
    }

    /// Reads a state as servers write it: "Pending", "IN_PROGRESS" and "on hold" all occur.
    pub fn read(written: &str) -> Option<Self> {
        let plain: String = written
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        Some(match plain.as_str() {
            "acknowledged" | "acknowledge" | "new" | "open" | "opened" | "submitted" => {
                Acknowledged
            }
            "rejected" | "declined" => Rejected,
            "pending" | "awaitinginfo" | "awaitinginformation" => Pending,
            "held" | "onhold" | "stalled" => Held,
            "inprogress" | "workinprogress" | "started" | "assigned" => InProgress,
            "cancelled" | "canceled" => Cancelled,
            "closed" => Closed,
            "resolved" | "solved" => Resolved,
            _ => return None,
        })
    }

    /// Where a ticket may go from here.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Acknowledged => &[InProgress, Rejected, Cancelled],
            InProgress => &[Resolved, Held, Pending, Cancelled],
            Held => &[InProgress],
            Pending => &[InProgress, Cancelled],
            Resolved => &[Closed, InProgress],
            Rejected | Cancelled | Closed => &[],
        }
    }

    /// Whether nothing comes after it.
    pub const fn is_final(self) -> bool {
        self.next().is_empty()
    }

    /// The shortest way to another state, each step of it allowed; none where there is no way.
    pub fn way_to(self, goal: Self) -> Option<Vec<Self>> {
        let mut ways = VecDeque::from([vec![self]]);
        let mut seen = vec![self];
        while let Some(way) = ways.pop_front() {
            let here = *way.last().expect("a way has at least its start");
            if here == goal {
                return Some(way[1..].to_vec());
            }
            for &next in here.next() {
                if !seen.contains(&next) {
                    seen.push(next);
                    ways.push_back([way.as_slice(), &[next]].concat());
                }
            }
        }
        None
    }

    /// The state of our leg that says the same.
    pub const fn leg_state(self) -> &'static str {
        match self {
            Acknowledged => "queued",
            InProgress => "working",
            Pending | Held => "paused",
            Resolved | Closed => "done",
            Rejected | Cancelled => "declined",
        }
    }

    /// The state of a ticket that says the same as a state of our leg.
    pub fn of_leg(state: &str) -> Option<Self> {
        Some(match state {
            "planned" | "queued" => Acknowledged,
            "accepted" | "working" => InProgress,
            "paused" => Held,
            "done" => Resolved,
            "declined" => Rejected,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_closed_along_every_step_between() {
        assert_eq!(
            Acknowledged.way_to(Closed),
            Some(vec![InProgress, Resolved, Closed])
        );
        assert_eq!(Held.way_to(Cancelled), Some(vec![InProgress, Cancelled]));
        assert_eq!(Resolved.way_to(InProgress), Some(vec![InProgress]));
        assert_eq!(Pending.way_to(Pending), Some(vec![]));
    }

    #[test]
    fn nothing_leads_out_of_a_final_state() {
        for last in [Rejected, Cancelled, Closed] {
            assert!(last.is_final());
            assert_eq!(last.way_to(InProgress), None);
        }
        assert_eq!(InProgress.way_to(Rejected), None);
    }

    #[test]
    fn a_state_is_read_however_it_is_spelt() {
        for (written, meant) in [
            ("Pending", Pending),
            ("IN_PROGRESS", InProgress),
            ("inProgress", InProgress),
            ("In Progress", InProgress),
            ("canceled", Cancelled),
            ("On Hold", Held),
        ] {
            assert_eq!(Status::read(written), Some(meant), "{written}");
        }
        assert_eq!(Status::read("nanana"), None);
        for status in Status::ALL {
            assert_eq!(Status::read(status.name()), Some(status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.name());
        }
    }

    #[test]
    fn a_state_of_a_leg_comes_back_the_same_over_a_ticket() {
        for leg in ["queued", "working", "paused", "done", "declined"] {
            assert_eq!(Status::of_leg(leg).map(Status::leg_state), Some(leg));
        }
        assert_eq!(Status::of_leg("lost"), None);
    }
}
