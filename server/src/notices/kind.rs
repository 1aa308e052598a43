//! What a notice says, and which event says it.

use crate::store::notices::Telling;
use serde_json::Value;

/// What a notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// We have it.
    Receipt,
    /// We answered.
    Answer,
    /// We ask.
    Question,
    /// A promise was changed.
    Promise,
    /// Is it fixed?
    Fixed,
    /// It will be closed soon.
    Closing,
    /// There is another secret link; the one before is dead.
    Link,
    /// There is news of the incident that the case belongs to.
    Incident,
    /// Several things, of which nothing was said one by one.
    Summary,
    /// To a follower: we tell you from now on.
    Followed,
    /// To a follower: there is news.
    News,
    /// To a follower: it is over; does it work again?
    Over,
    /// To a follower: it is not over after all.
    Back,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Receipt,
        Self::Answer,
        Self::Question,
        Self::Promise,
        Self::Fixed,
        Self::Closing,
        Self::Link,
        Self::Incident,
        Self::Summary,
        Self::Followed,
        Self::News,
        Self::Over,
        Self::Back,
    ];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Answer => "answer",
            Self::Question => "question",
            Self::Promise => "promise",
            Self::Fixed => "fixed",
            Self::Closing => "closing",
            Self::Link => "link",
            Self::Incident => "incident",
            Self::Summary => "summary",
            Self::Followed => "followed",
            Self::News => "news",
            Self::Over => "over",
            Self::Back => "back",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it goes at any hour while it is fresh: whoever just sent something is awake, and waits
    /// for it.
    pub const fn at_night(self) -> bool {
        matches!(self, Self::Receipt | Self::Followed)
    }

    /// What is told of an event, if it is told by itself.
    pub fn of(telling: &Telling) -> Option<Self> {
        match telling.kind.as_str() {
            "received" => Some(Self::Receipt),
            // What is said at the end comes with the question whether it is fixed.
            "reply" if telling.done_too => None,
            "reply" if telling.state == "waiting" => Some(Self::Question),
            "reply" => Some(Self::Answer),
            // The incident's news says when it is expected to be over.
            "promise-changed" if reason(telling).as_deref() == Some("incident") => None,
            "promise-changed" => Some(Self::Promise),
            "done" => Some(Self::Fixed),
            "closing-soon" => Some(Self::Closing),
            "link-renewed" => Some(Self::Link),
            // At the end the case's own question is asked.
            "incident-news" if telling.done_too => None,
            "incident-news" => Some(Self::Incident),
            _ => None,
        }
    }
}

fn reason(telling: &Telling) -> Option<String> {
    let body: Value = serde_json::from_str(telling.body.as_deref()?).ok()?;
    Some(body.get("reason")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(kind: &str, state: &str, done_too: bool) -> Telling {
        Telling {
            event_id: "e".into(),
            kind: kind.into(),
            at: 0,
            body: None,
            case_id: "c".into(),
            state: state.into(),
            done_too,
            contact: None,
        }
    }

    #[test]
    fn a_reply_is_an_answer_a_question_or_part_of_the_end() {
        let kind = |state, done_too| Kind::of(&telling("reply", state, done_too));
        assert_eq!(kind("working", false), Some(Kind::Answer));
        assert_eq!(kind("waiting", false), Some(Kind::Question));
        assert_eq!(kind("done", true), None);
    }

    #[test]
    fn what_customers_did_themselves_is_not_told_to_them() {
        for kind in ["message", "confirmed", "reopened", "accepted", "note"] {
            assert_eq!(Kind::of(&telling(kind, "working", false)), None, "{kind}");
        }
    }

    #[test]
    fn a_promise_that_an_incident_changed_is_told_with_the_incident() {
        let mut changed = telling("promise-changed", "working", false);
        assert_eq!(Kind::of(&changed), Some(Kind::Promise));
        changed.body = Some(r#"{"reason":"incident"}"#.into());
        assert_eq!(Kind::of(&changed), None);
    }
}
