//! What a device is answered, in the words of the customer whose deposit it was: they need not be
//! those of whoever stands before it by then.

use super::{Known, Outcome, Settled, Slip, Told};
use crate::{
    case::{language::Lang, view::PromiseKind},
    fault::KnownIncident,
    turn::Turn,
    words::{Words, date::machine},
};

/// What became of a deposit.
pub(super) fn outcome(turn: &Turn, settled: Settled) -> Outcome {
    match settled {
        Settled::Counted => Outcome::Counted,
        Settled::SetAside => Outcome::SetAside,
        Settled::Case {
            reference,
            secret_path,
            promise,
            lang,
            again,
        } => Outcome::Case(Slip {
            reference,
            link: turn.hatch.address(&secret_path),
            promise: promise.map(|promise| {
                let id = match promise.kind {
                    PromiseKind::Answer => "promise-answer",
                    PromiseKind::Fix => "promise-fix",
                };
                told(turn, lang, promise.due_at, id)
            }),
            again,
        }),
    }
}

/// What is known to be wrong.
pub(super) fn known(turn: &Turn, lang: Lang, incident: KnownIncident) -> Known {
    let expected = incident.expected_at;
    Known {
        id: incident.id,
        title: incident.title,
        text: incident.text,
        expected_at: expected,
        expected: expected.map(|at| told(turn, lang, at, "fault-known-expected")),
    }
}

fn told(turn: &Turn, lang: Lang, at: i64, id: &str) -> Told {
    let words = Words::new(lang);
    let when = words.moment(at, &turn.hatch.catalogue.operator.zone);
    Told {
        datetime: machine(at),
        sentence: words.fill(id, &[("when", &when)]),
    }
}
