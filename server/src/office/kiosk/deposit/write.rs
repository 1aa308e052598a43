//! Writing what became of a deposit, once, in one transaction with its case.

use super::{CHANNEL, Came, plan::Plan};
use crate::{
    office::opening::{self, Author},
    store::{
        Connection, cases,
        deposits::{self, NewDeposit, Outcome, Unread},
        events::{self, NewEvent, Side},
        incidents::{self, Mended},
        kiosks::alerts,
        reservations, sheets,
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
    let Came {
        stand,
        seal,
        said,
        pressed,
        now,
    } = came;
    if let Some(case) = deposits::by_seal(&mut *tx, &seal).await? {
        return Ok(Kept::Before(case));
    }
    let key = said.key;
    let taken = deposits::has_key(&mut *tx, &key).await?
        || cases::by_key(&mut *tx, &key, "").await?.is_some();
    if taken {
        set_aside(tx, &stand.id, &seal, Unread::Twice, deposit, now).await?;
        return Ok(Kept::Aside);
    }
    if let Some(reference) = spent {
        let spent = reservations::spend(&mut *tx, &reference.to_string(), &key).await?;
        // It was free a moment ago. Whoever asks again is answered by what is so then.
        anyhow::ensure!(spent, "a reference was used meanwhile");
    }
    let (mut case_id, mut outcome) = (None, Outcome::Taken);
    match plan {
        Plan::Case(written, notes, read) => {
            let id = written.case.id.clone();
            opening::write(&mut *tx, *written, Author::Kiosk).await?;
            for note in notes {
                let event = NewEvent {
                    at: now,
                    side: Side::Below,
                    kind: note.kind,
                    actor: "rule",
                    channel: CHANNEL.code(),
                    body: json!({ "text": note.text }),
                };
                events::append(&mut *tx, &id, event).await?;
            }
            (case_id, outcome) = (Some(id), read);
        }
        Plan::Survey(sheet) => {
            let lang = said.lang.tag();
            sheets::add(&mut *tx, &key, None, lang, CHANNEL.code(), &sheet, pressed).await?;
        }
        Plan::Joined { incident, place } => {
            // Nobody knows who stands at a kiosk: each journey is somebody.
            let channel = CHANNEL.code();
            if !incidents::join(&mut *tx, &incident, &key, channel, &place, pressed).await? {
                set_aside(tx, &stand.id, &seal, Unread::Content, deposit, now).await?;
                return Ok(Kept::Aside);
            }
        }
        Plan::Helped {
            check,
            product,
            symptom,
        } => {
            let mended = Mended {
                key: &key,
                product: &product,
                symptom: &symptom,
                check: &check,
                channel: CHANNEL.code(),
            };
            incidents::mended(&mut *tx, &mended, pressed).await?;
        }
    }
    let new = NewDeposit {
        key,
        seal,
        kiosk_id: stand.id,
        case_id: case_id.clone(),
        outcome,
        pressed_at: pressed,
        at: now,
    };
    deposits::add(tx, &new).await?;
    Ok(Kept::Now(case_id))
}

/// Keeps what nobody can read, and sees to it that somebody looks.
pub(super) async fn set_aside(
    tx: &mut Connection,
    kiosk_id: &str,
    seal: &str,
    why: Unread,
    deposit: &Deposit,
    now: i64,
) -> anyhow::Result<()> {
    if deposits::set_aside(&mut *tx, kiosk_id, seal, why, deposit, now).await? {
        tracing::warn!(kiosk = kiosk_id, ?why, "a deposit cannot be read");
        alerts::raise(tx, kiosk_id, alerts::Kind::Unreadable, now, now).await?;
    }
    Ok(())
}
