//! Writing what became of a deposit, once, in one transaction with its case.

use super::{
    CHANNEL, Came, moved,
    plan::{Note, Plan},
};
use crate::{
    office::opening::{self, Author},
    store::{
        Connection, cases,
        deposits::{self, NewDeposit, Outcome},
        events::{self, NewEvent, Side},
        incidents::{self, Mended},
        kiosks::alerts,
        movings, reservations, sheets,
        unread_deposits::{self, Why},
    },
};
use app::{case::reference::Reference, kiosk::deposit::Deposit};
use serde_json::json;

/// What was written.
pub(super) enum Kept {
    Now(Option<String>),
    Before(Option<String>),
    Aside,
}

pub(super) async fn write(
    tx: &mut Connection,
    came: Came,
    plan: Plan,
    spent: Option<Reference>,
    deposit: &Deposit,
) -> anyhow::Result<Kept> {
    if let Some(case) = deposits::by_seal(&mut *tx, &came.seal).await? {
        let of = (came.stand.id.as_str(), came.seal.as_str());
        no_longer_unread(tx, of, came.now).await?;
        return Ok(Kept::Before(case));
    }
    let key = &came.said.key;
    let known = cases::by_key(&mut *tx, key, "").await?;
    // A phone that took the journey over may have sent it first. A key that made a case in any
    // other way is not this kiosk's.
    let moved = matches!(plan, Plan::Case(..)) && movings::is_taken(&mut *tx, key).await?;
    if deposits::has_key(&mut *tx, key).await? || (known.is_some() && !moved) {
        return aside(tx, &came, Why::Twice, deposit).await;
    }
    if let Some(reference) = spent {
        let spent = reservations::spend(&mut *tx, &reference.to_string(), key).await?;
        // It was free a moment ago. Whoever asks again is answered by what is so then.
        anyhow::ensure!(spent, "a reference was used meanwhile");
    }
    let (case_id, outcome) = match (plan, &known) {
        (Plan::Case(written, notes, _), Some(first)) => {
            moved::meet(&mut *tx, first, (&written, notes), spent, &came).await?;
            (Some(first.id.clone()), Outcome::Taken)
        }
        (plan, _) => match carry_out(&mut *tx, &came, plan).await? {
            Some(became) => became,
            None => return aside(tx, &came, Why::Content, deposit).await,
        },
    };
    let new = NewDeposit {
        key: came.said.key,
        seal: came.seal,
        kiosk_id: came.stand.id,
        case_id: case_id.clone(),
        outcome,
        pressed_at: came.pressed,
        at: came.now,
    };
    deposits::add(&mut *tx, &new).await?;
    no_longer_unread(tx, (&new.kiosk_id, &new.seal), new.at).await?;
    Ok(match known {
        Some(_) => Kept::Before(case_id),
        None => Kept::Now(case_id),
    })
}

/// Writes what a deposit means: the case it made, if any; nothing, where it says nothing.
async fn carry_out(
    tx: &mut Connection,
    came: &Came,
    plan: Plan,
) -> anyhow::Result<Option<(Option<String>, Outcome)>> {
    let (key, lang, pressed) = (&came.said.key, came.said.lang.tag(), came.pressed);
    let channel = CHANNEL.code();
    match plan {
        Plan::Case(written, notes, read) => {
            let id = written.case.id.clone();
            opening::write(&mut *tx, *written, Author::Kiosk).await?;
            note(tx, &id, notes, came.now).await?;
            return Ok(Some((Some(id), read)));
        }
        Plan::Survey(sheet) => {
            sheets::add(tx, key, None, lang, channel, &sheet, pressed).await?;
        }
        Plan::Joined { incident, place } => {
            // Nobody knows who stands at a kiosk: each journey is somebody.
            if !incidents::join(tx, &incident, key, channel, &place, pressed).await? {
                return Ok(None);
            }
        }
        Plan::Helped {
            check,
            product,
            symptom,
        } => {
            let mended = Mended {
                key,
                product: &product,
                symptom: &symptom,
                check: &check,
                channel,
            };
            incidents::mended(tx, &mended, pressed).await?;
        }
    }
    Ok(Some((None, Outcome::Taken)))
}

/// Notes on a case what staff should know of its deposit.
pub(super) async fn note(
    tx: &mut Connection,
    case: &str,
    notes: Vec<Note>,
    now: i64,
) -> anyhow::Result<()> {
    for note in notes {
        let event = NewEvent {
            at: now,
            side: Side::Below,
            kind: note.kind,
            actor: "rule",
            channel: CHANNEL.code(),
            body: json!({ "text": note.text }),
        };
        events::append(&mut *tx, case, event).await?;
    }
    Ok(())
}

async fn aside(
    tx: &mut Connection,
    came: &Came,
    why: Why,
    deposit: &Deposit,
) -> anyhow::Result<Kept> {
    set_aside(tx, &came.stand.id, &came.seal, why, deposit, came.now).await?;
    Ok(Kept::Aside)
}

/// Keeps what nobody can read, and sees to it that somebody looks.
pub(super) async fn set_aside(
    tx: &mut Connection,
    kiosk_id: &str,
    seal: &str,
    why: Why,
    deposit: &Deposit,
    now: i64,
) -> anyhow::Result<()> {
    if unread_deposits::keep(&mut *tx, kiosk_id, seal, why, deposit, now).await? {
        tracing::warn!(kiosk = kiosk_id, ?why, "a deposit cannot be read");
        alerts::raise(tx, kiosk_id, alerts::Kind::Unreadable, now, now).await?;
    }
    Ok(())
}

/// What nobody could read was read, or somebody answers for its end; false when there is no such
/// thing. With the last of a kiosk's its alerts are over.
pub(in crate::office::kiosk) async fn no_longer_unread(
    tx: &mut Connection,
    (kiosk_id, seal): (&str, &str),
    now: i64,
) -> anyhow::Result<bool> {
    let was = unread_deposits::remove(&mut *tx, seal).await?;
    if was && !unread_deposits::are_left(&mut *tx, kiosk_id).await? {
        alerts::over(tx, kiosk_id, alerts::Kind::Unreadable, now).await?;
    }
    Ok(was)
}
