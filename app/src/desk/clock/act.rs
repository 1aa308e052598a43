//! What staff can do about the clock of a case.

/// What can be done about the clock of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockAct {
    /// Pauses a part, for a reason of the catalogue.
    Pause {
        /// Its number.
        leg: i64,
        /// The reason's code.
        reason: String,
    },
    /// Goes on with a part that was paused.
    GoOn {
        /// Its number.
        leg: i64,
    },
    /// Promises the customer another time.
    Promise {
        /// The day and time, as typed.
        when: String,
        /// Why, for the customer.
        text: String,
    },
    /// Says that one knows what was raised.
    Acknowledge {
        /// The promise's number.
        promise: i64,
        /// The share of it that has passed.
        share: i64,
    },
    /// Answers for the case from now on, in the place of whoever did.
    Relieve {
        /// Why, for colleagues.
        text: String,
    },
    /// Tells a colleague to do something.
    Order {
        /// Who, by key.
        to: String,
        /// Until when, as typed.
        when: String,
        /// What.
        text: String,
    },
    /// Says that it is done.
    Obey {
        /// The order's key.
        order: String,
    },
}

impl ClockAct {
    /// The word in endpoints and word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Pause { .. } => "pause",
            Self::GoOn { .. } => "go-on",
            Self::Promise { .. } => "promise",
            Self::Acknowledge { .. } => "acknowledge",
            Self::Relieve { .. } => "relieve",
            Self::Order { .. } => "order",
            Self::Obey { .. } => "obey",
        }
    }

    /// What was typed for it: a day and time, and a text.
    pub fn typed(&self) -> (&str, &str) {
        match self {
            Self::Promise { when, text } | Self::Order { when, text, .. } => (when, text),
            Self::Relieve { text } => ("", text),
            Self::Pause { .. }
            | Self::GoOn { .. }
            | Self::Acknowledge { .. }
            | Self::Obey { .. } => ("", ""),
        }
    }
}
