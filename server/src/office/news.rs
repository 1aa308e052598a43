//! What customers are told outside this house, and their say in it; and what staff see of it.

use super::{Office, refuse};
use crate::store::{
    Connection,
    events::{self, NewEvent, Side},
    notices, visitors,
};
use app::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    journey::Reach,
    tracking::news::{News, NewsOffice, Reached, Told, ToldState},
};
use async_trait::async_trait;
use serde_json::json;

#[async_trait]
impl NewsOffice for Office {
    async fn news(&self, visitor: &Token, reference: Reference) -> Result<News, Refusal> {
        let case = self.full(visitor, reference).await?;
        let read = async {
            let pool = self.store.read();
            let contact = notices::given(pool, &case).await?;
            let told = notices::of_case(pool, &case).await?;
            anyhow::Ok(News {
                contact: contact.map(|given| Reached {
                    masked: masked(&given.value),
                    stopped: given.stopped,
                    unreachable: given.unreachable,
                }),
                told: told
                    .into_iter()
                    .filter_map(|told| {
                        Some(Told {
                            state: ToldState::from_name(&told.state)?,
                            kind: told.kind,
                            masked: masked(&told.to),
                            at: told.at,
                        })
                    })
                    .collect(),
            })
        };
        read.await.map_err(refuse)
    }

    async fn stop(&self, visitor: &Token, reference: Reference) -> Result<(), Refusal> {
        self.heed(visitor, reference, Wish::Stop).await
    }

    async fn resume(&self, visitor: &Token, reference: Reference) -> Result<(), Refusal> {
        self.heed(visitor, reference, Wish::Resume).await
    }

    async fn change(
        &self,
        visitor: &Token,
        reference: Reference,
        reach: Reach,
    ) -> Result<(), Refusal> {
        self.heed(visitor, reference, Wish::Change(reach)).await
    }
}

/// What a customer wants of us.
enum Wish {
    Stop,
    Resume,
    Change(Reach),
}

impl Office {
    async fn heed(&self, visitor: &Token, reference: Reference, wish: Wish) -> Result<(), Refusal> {
        let case = self.full(visitor, reference).await?;
        let guest = self.guest(Some(visitor));
        let now = self.now();
        let heeded = self.store.write(move |tx| {
            Box::pin(async move {
                let (_, visitor) = guest.enter(&mut *tx).await?;
                // A case whose words were erased has no contact that could be told anything.
                let contact = notices::given(&mut *tx, &case).await?;
                let what = match (&wish, contact) {
                    (Wish::Stop, Some(given)) if !given.stopped => {
                        notices::stop(&mut *tx, &given.id, now).await?;
                        "notices-stopped"
                    }
                    (Wish::Resume, Some(given)) if given.stopped => {
                        notices::resume(&mut *tx, &given.id).await?;
                        "notices-resumed"
                    }
                    (Wish::Change(Reach::Phone(number)), _) => {
                        notices::change_contact(&mut *tx, &case, "phone", number, now).await?;
                        "contact-changed"
                    }
                    (Wish::Change(Reach::Email(address)), _) => {
                        let address = address.as_str();
                        notices::change_contact(&mut *tx, &case, "email", address, now).await?;
                        "contact-changed"
                    }
                    _ => return Ok(()),
                };
                let place = format!("contact-{reference}");
                visitors::clear_aside(&mut *tx, &visitor, &place).await?;
                log(tx, &case, what, now).await
            })
        });
        heeded.await.map_err(refuse)
    }
}

async fn log(tx: &mut Connection, case: &str, what: &str, now: i64) -> anyhow::Result<()> {
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind: what,
        actor: "customer",
        channel: "portal",
        body: json!({}),
    };
    events::append(tx, case, event).await?;
    Ok(())
}

/// Enough to know one's own by, and not enough for whoever looks over a shoulder.
fn masked(contact: &str) -> String {
    match contact.split_once('@') {
        Some((name, _)) => {
            let first = name.chars().next().map(String::from).unwrap_or_default();
            format!("{first}•••@…")
        }
        None => {
            let digits = contact.chars().count();
            let last: String = contact.chars().skip(digits.saturating_sub(2)).collect();
            format!("•••{last}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_contact_is_known_by_its_owner_only() {
        assert_eq!(masked("mei@example.com"), "m•••@…");
        assert_eq!(masked("+8613800138000"), "•••00");
        assert_eq!(masked(""), "•••");
    }
}
