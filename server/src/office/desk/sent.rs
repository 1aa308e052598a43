//! A form that was sent at the desk: the same one twice is one act, and what was typed for an act that
//! was not done waits where it was typed. What is done in between is each act's own business.

use super::rights::Seat;
use crate::{
    office::Office,
    store::{
        Connection, desk, sessions,
        unsent::{self, Unsent},
    },
};
use app::{case::reference::Reference, desk::Acted, hatch::Token, journey::Sheet};

/// A form on its way through the transaction of its act.
#[derive(Clone, Copy, Debug)]
pub(in crate::office) struct SentForm<'f> {
    /// Who sent it.
    pub seat: &'f Seat,
    /// Its key.
    pub key: &'f str,
    /// What was typed in it.
    pub typed: &'f Unsent,
}

impl SentForm<'_> {
    /// Whether it was done before. Asked once it is known that whoever sent it may see what it is
    /// about.
    pub async fn done_before(&self, tx: &mut Connection) -> anyhow::Result<bool> {
        unsent::sent_before(tx, self.key).await
    }

    /// Notes what became of it. What was typed goes once it is done; until then it is kept, where
    /// there is any of it.
    pub async fn end(
        &self,
        tx: &mut Connection,
        place: &str,
        acted: Acted,
        now: i64,
    ) -> anyhow::Result<()> {
        let person = &self.seat.person.id;
        if acted == Acted::Done {
            unsent::first_time(&mut *tx, self.key, person, now).await?;
            return unsent::forget(tx, person, place, &self.typed.act).await;
        }
        match acted == Acted::Mend || holds_something(self.typed) {
            true => unsent::keep(tx, person, place, self.typed, now).await,
            false => Ok(()),
        }
    }
}

fn holds_something(typed: &Unsent) -> bool {
    let mut fields = typed.sheet.fields();
    fields.any(|(_, said)| !said.trim().is_empty())
}

impl Office {
    /// Keeps what somebody typed on a page of theirs, in the place of what was kept of it before.
    pub(in crate::office::desk) async fn keep_typed(
        &self,
        staff: &Token,
        place: impl Into<String>,
        act: &'static str,
        sheet: Sheet,
    ) -> anyhow::Result<()> {
        let place = place.into();
        let seat = self.seat(staff).await?;
        let now = self.now();
        let typed = Unsent {
            act: act.to_owned(),
            about: None,
            sheet,
        };
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                unsent::keep(tx, &seat.person.id, &place, &typed, now).await
            })
        });
        kept.await
    }

    /// Keeps what was typed about a case although nothing is done: the session ended while somebody
    /// wrote, or they want to read the page in another language. It waits for them on the page of
    /// the case; nobody else sees it. The place is made of the case's key.
    pub(in crate::office) async fn keep_for_later(
        &self,
        staff: &Token,
        reference: Reference,
        typed: Unsent,
        place: fn(&str) -> String,
    ) -> anyhow::Result<()> {
        let hash = self.token_hash(staff);
        let session = sessions::find(self.store.read(), &hash).await?;
        let Some(session) = session.filter(|_| holds_something(&typed)) else {
            return Ok(());
        };
        let seat = Seat::new(&self.house(), session.person, hash, self.now());
        let (number, now) = (reference.to_string(), self.now());
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                match desk::case(&mut *tx, &number, &seat.reach, person).await? {
                    Some(case) => unsent::keep(tx, person, &place(&case.id), &typed, now).await,
                    None => Ok(()),
                }
            })
        });
        kept.await
    }
}
