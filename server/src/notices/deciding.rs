//! From what happened to notices: which contact, which way, from when on.

use super::{HANDFUL, Kind, Teller, hours, ways::Channel};
use crate::store::notices::{self as rows, NewNotice, Telling};

/// In microseconds.
const AN_HOUR: i64 = 3_600_000_000;

impl Teller {
    /// Makes notices of what happened, and says how many events it has dealt with.
    pub(super) async fn decide(&self, now: i64) -> anyhow::Result<usize> {
        let telling = rows::to_tell(self.office.store.read(), HANDFUL).await?;
        if telling.is_empty() {
            return Ok(0);
        }
        let decided = telling.len();
        let house = self.office.house();
        let night = hours::night_until(&house, now);
        let written = self.office.store.write(move |tx| {
            Box::pin(async move {
                for one in &telling {
                    if let Some(notice) = notice(one, now, night) {
                        rows::add(&mut *tx, &notice, now).await?;
                    }
                    rows::told(&mut *tx, &one.event_id).await?;
                }
                Ok(())
            })
        });
        written.await?;
        // The lanes that send sleep until they hear of something new.
        self.office.carrier.wake();
        Ok(decided)
    }

    /// Where a contact that had had enough may be written to again, one summary stands for all that
    /// was held back.
    pub(super) async fn sum_up(&self, now: i64) -> anyhow::Result<usize> {
        let Some(newest) = rows::held(self.office.store.read(), now).await? else {
            return Ok(0);
        };
        let day = hours::day(&self.office.house(), now);
        let written = self.office.store.write(move |tx| {
            Box::pin(async move {
                if rows::summed_up(&mut *tx, &newest.value, now).await? == 0 {
                    return Ok(());
                }
                let id = format!("{}.{day}", newest.contact_id);
                // Who follows an incident finds all its news behind the link of the latest.
                let kind = match newest.case_id {
                    Some(_) => Kind::Summary,
                    None => Kind::News,
                };
                let summary = NewNotice {
                    id: &id,
                    case_id: newest.case_id.as_deref(),
                    follower_id: newest.follower_id.as_deref(),
                    kind: kind.name(),
                    contact_id: &newest.contact_id,
                    channel: &newest.channel,
                    next_at: now,
                };
                rows::add(tx, &summary, now).await
            })
        });
        written.await?;
        Ok(1)
    }
}

fn notice(telling: &Telling, now: i64, night: Option<i64>) -> Option<NewNotice<'_>> {
    let kind = Kind::of(telling)?;
    let (contact_id, contact) = telling.contact.as_ref()?;
    // What waited on a kiosk for its network came from somebody who is long asleep.
    let fresh = now - telling.at < AN_HOUR;
    let wait = night.filter(|_| !(kind.at_night() && fresh));
    Some(NewNotice {
        id: &telling.event_id,
        case_id: Some(&telling.case_id),
        follower_id: None,
        kind: kind.name(),
        contact_id,
        channel: Channel::to(contact).name(),
        next_at: wait.unwrap_or(now),
    })
}
