//! What customers were told, for staff, and a new secret link.

use crate::{
    office::{Office, refuse},
    store::{
        cases, desk,
        events::{self, NewEvent, Side},
        notices, sessions, unsent,
    },
};
use app::{
    case::{reference::Reference, view::Happening},
    desk::{Acted, DeskNews, DeskTold, TellingOffice},
    hatch::{Refusal, Token},
    tracking::news::ToldState,
};
use async_trait::async_trait;
use serde_json::json;

#[async_trait]
impl TellingOffice for Office {
    async fn told(&self, staff: &Token, reference: Reference) -> Result<DeskNews, Refusal> {
        self.read_told(staff, reference).await.map_err(refuse)
    }

    async fn renew_link(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
    ) -> Result<Acted, Refusal> {
        let renewed = self.renew(staff, reference, key).await;
        renewed.map_err(refuse)
    }
}

impl Office {
    async fn read_told(&self, staff: &Token, reference: Reference) -> anyhow::Result<DeskNews> {
        let seat = self.seat(staff).await?;
        let pool = self.store.read();
        let number = reference.to_string();
        let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let contact = notices::given(pool, &case.id).await?;
        let list = notices::of_case(pool, &case.id).await?;
        let list = list.into_iter().filter_map(|told| {
            Some(DeskTold {
                state: ToldState::from_name(&told.state)?,
                kind: told.kind,
                reason: told.reason,
                trouble: told.trouble,
                to: told.to,
                at: told.at,
                attempts: u32::try_from(told.attempts).ok()?,
            })
        });
        Ok(DeskNews {
            list: list.collect(),
            stopped: contact.as_ref().is_some_and(|given| given.stopped),
            unreachable: contact.is_some_and(|given| given.unreachable),
        })
    }

    async fn renew(&self, staff: &Token, reference: Reference, key: &str) -> anyhow::Result<Acted> {
        let seat = self.seat(staff).await?;
        let (key, now) = (key.to_owned(), self.now());
        let renewed = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let (number, person) = (reference.to_string(), &seat.person.id);
                let case = desk::case(&mut *tx, &number, &seat.reach, person)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                if !unsent::first_time(&mut *tx, &key, person, now).await? {
                    return Ok(Acted::Done);
                }
                cases::renew_link(&mut *tx, &case.id).await?;
                let event = NewEvent {
                    at: now,
                    side: Side::Above,
                    kind: Happening::LinkRenewed.name(),
                    actor: &seat.actor(),
                    channel: "desk",
                    body: json!({}),
                };
                events::append(tx, &case.id, event).await?;
                Ok(Acted::Done)
            })
        });
        let acted = renewed.await?;
        self.carrier.wake();
        Ok(acted)
    }
}
