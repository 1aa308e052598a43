//! Following a case, writing to it, and saying whether it is fixed.

use super::{Office, fresh_token, refuse};
use crate::{
    connectors::{
        lifecycle::Status,
        ticket::{Note, StateChange as TicketChange},
    },
    keys::{Purpose, SecretLink},
    limits::{Limit, Verdict},
    store::{
        cases::{self, Case, StateChange},
        events::{self, NewEvent, Side},
        legs, limits,
        outbox::{self, NewItem, Verb},
        visitors::{self, Scope, StoredDraft},
    },
};
use app::{
    case::{
        contact::{Email, Phone},
        reference::Reference,
        view::{CaseView, Happening},
    },
    hatch::{Refusal, Token, TrackingOffice},
    journey::{Draft, Room},
    tracking::{Look, Seen},
};
use async_trait::async_trait;
use serde_json::json;
use sqlx::{Row, SqliteConnection};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// A person mistypes a few times; a guesser needs millions.
const LOOKS: Limit = Limit::new(20, 600);
/// Whoever looks, one case is looked for only so often.
const LOOKS_AT_ONE: Limit = Limit::new(10, 3600);
/// Opening secret links, which cannot be guessed; this only keeps the machine free.
const OPENINGS: Limit = Limit::new(60, 600);

#[async_trait]
impl TrackingOffice for Office {
    async fn open(
        &self,
        visitor: Option<&Token>,
        secret: &str,
        from: &str,
    ) -> Result<(Token, Reference), Refusal> {
        self.enter(visitor, secret, from).await.map_err(refuse)
    }

    async fn find(
        &self,
        visitor: Option<&Token>,
        look: Look,
        from: &str,
    ) -> Result<(Token, Reference), Refusal> {
        self.look(visitor, look, from).await.map_err(refuse)
    }

    async fn see(&self, visitor: &Token, reference: Reference) -> Result<Seen, Refusal> {
        let (id, scope) = self.granted(visitor, reference).await?;
        let seen = async {
            anyhow::Ok(match scope {
                Scope::Full => Seen::Full(Box::new(self.case_view(&id).await?)),
                Scope::State => {
                    let case = cases::by_id(self.store.read(), &id)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    Seen::Standing(self.standing(&case).await?)
                }
            })
        };
        seen.await.map_err(refuse)
    }

    async fn length(&self, visitor: &Token, reference: Reference) -> Result<u32, Refusal> {
        let id = self.full(visitor, reference).await?;
        let row = sqlx::query("select count(*) from events where case_id = $1 and side = 'above'")
            .bind(id)
            .fetch_one(self.store.read())
            .await
            .map_err(|error| refuse(error.into()))?;
        Ok(u32::try_from(row.get::<i64, _>(0)).unwrap_or(u32::MAX))
    }

    async fn write(
        &self,
        visitor: &Token,
        reference: Reference,
        key: &str,
        text: &str,
    ) -> Result<(), Refusal> {
        let case = self.full(visitor, reference).await?;
        // The key makes the message's own fingerprint within the case: a double tap is one message.
        let (key, text, now) = (key.to_owned(), text.to_owned(), self.now());
        let written = self.store.write(move |tx| {
            Box::pin(async move {
                if said_before(&mut *tx, &case, &key).await? {
                    return Ok(());
                }
                let body = json!({ "text": text, "key": key });
                events::append(&mut *tx, &case, by_customer(Happening::Message, now, body)).await?;
                tell_back_offices(&mut *tx, &case, &Note { text, at: now }, now).await
            })
        });
        written.await.map_err(refuse)?;
        self.carrier.wake();
        Ok(())
    }

    async fn confirm(&self, visitor: &Token, reference: Reference) -> Result<(), Refusal> {
        let case = self.full(visitor, reference).await?;
        let (hash, until, now) = (self.token_hash(visitor), self.visitor_until(), self.now());
        let key = app::steps::fresh_key();
        let confirmed = self.store.write(move |tx| {
            Box::pin(async move {
                let visitor = visitors::touch(&mut *tx, &hash, now, until)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                if cases::change_state(&mut *tx, &case, StateChange::Close, now).await? {
                    events::append(
                        &mut *tx,
                        &case,
                        by_customer(Happening::Confirmed, now, json!({})),
                    )
                    .await?;
                    close_at_back_offices(&mut *tx, &case, "confirmed by the customer", now)
                        .await?;
                }
                let draft = Draft {
                    key,
                    subject: Some(case),
                    ..Draft::default()
                };
                let survey = StoredDraft {
                    draft,
                    sent: None,
                    late: None,
                };
                visitors::put_draft(tx, &visitor, Room::Survey.name(), &survey, now).await
            })
        });
        confirmed.await.map_err(refuse)?;
        self.carrier.wake();
        Ok(())
    }

    async fn reopen(
        &self,
        visitor: &Token,
        reference: Reference,
        text: &str,
    ) -> Result<(), Refusal> {
        let case = self.full(visitor, reference).await?;
        let (text, now) = (text.to_owned(), self.now());
        let reopened = self.store.write(move |tx| {
            Box::pin(async move {
                if !cases::change_state(&mut *tx, &case, StateChange::Reopen, now).await? {
                    return Ok(());
                }
                let body = if text.is_empty() {
                    json!({})
                } else {
                    json!({ "text": text })
                };
                events::append(&mut *tx, &case, by_customer(Happening::Reopened, now, body))
                    .await?;
                let Some((leg, connector)) = legs::reopen_last(&mut *tx, &case).await? else {
                    return Ok(());
                };
                let reopened = TicketChange {
                    to: Status::InProgress,
                    reason: "not fixed, says the customer".to_owned(),
                };
                let payload = serde_json::to_value(reopened)?;
                let mut item = NewItem {
                    case_id: case,
                    leg_id: leg,
                    connector,
                    verb: Verb::State,
                    payload,
                };
                outbox::put(&mut *tx, &item, now).await?;
                if text.is_empty() {
                    return Ok(());
                }
                // After the state: a ticket that is done may take no notes.
                item.verb = Verb::Note;
                item.payload = serde_json::to_value(Note { text, at: now })?;
                outbox::put(tx, &item, now).await
            })
        });
        reopened.await.map_err(refuse)?;
        self.carrier.wake();
        Ok(())
    }

    async fn receipt(&self, visitor: &Token, reference: Reference) -> Result<CaseView, Refusal> {
        let id = self.full(visitor, reference).await?;
        self.case_view(&id).await.map_err(refuse)
    }
}

impl Office {
    async fn granted(
        &self,
        visitor: &Token,
        reference: Reference,
    ) -> Result<(String, Scope), Refusal> {
        let hash = self.token_hash(visitor);
        let granted =
            visitors::granted(self.store.read(), &hash, &reference.to_string(), self.now()).await;
        granted.map_err(refuse)?.ok_or(Refusal::NotFound)
    }

    /// The case's key, for a visitor who may see everything of it.
    async fn full(&self, visitor: &Token, reference: Reference) -> Result<String, Refusal> {
        match self.granted(visitor, reference).await? {
            (id, Scope::Full) => Ok(id),
            (_, Scope::State) => Err(Refusal::NotFound),
        }
    }

    async fn enter(
        &self,
        visitor: Option<&Token>,
        secret: &str,
        from: &str,
    ) -> anyhow::Result<(Token, Reference)> {
        self.limited(&[(OPENINGS, format!("open:{from}"))]).await?;
        let link: SecretLink = secret.parse().map_err(|_| Refusal::NotFound)?;
        let reference = link.reference();
        let case = cases::by_reference(self.store.read(), &reference.to_string()).await?;
        // An unknown case costs the same work as a known one.
        let (id, version) = match &case {
            Some(case) => (case.id.parse()?, u32::try_from(case.link_version)?),
            None => (Uuid::nil(), 0),
        };
        let opens = link.opens(&self.keys, id, version);
        let case = case.filter(|_| opens).ok_or(Refusal::NotFound)?;
        let token = self.admit(visitor, &case, Scope::Full).await?;
        Ok((token, reference))
    }

    /// By reference and contact. Unknown and wrong run the same statements and one comparison in
    /// constant time; only who is right goes on.
    async fn look(
        &self,
        visitor: Option<&Token>,
        look: Look,
        from: &str,
    ) -> anyhow::Result<(Token, Reference)> {
        let reference: Reference = look.reference.parse().map_err(|_| Refusal::NotFound)?;
        let limits = [
            (LOOKS, format!("look:{from}")),
            (LOOKS_AT_ONE, format!("look-at:{reference}")),
        ];
        self.limited(&limits).await?;
        let case = cases::by_reference(self.store.read(), &reference.to_string()).await?;
        let given = normal(&look.contact, &self.house().front.operator.region);
        let kept = case.as_ref().and_then(|case| case.contact.clone());
        // Equal lengths: the comparison of digests tells nothing about where they differ.
        let digest = |value: &str| self.keys.digest(Purpose::Limit, value.as_bytes());
        let right = bool::from(
            digest(&given.unwrap_or_default())
                .as_bytes()
                .ct_eq(digest(kept.as_deref().unwrap_or("\u{0}")).as_bytes()),
        );
        let case = case.filter(|_| right).ok_or(Refusal::NotFound)?;
        let token = self.admit(visitor, &case, Scope::State).await?;
        Ok((token, reference))
    }

    async fn limited(&self, limits: &[(Limit, String)]) -> anyhow::Result<()> {
        let now = self.timestamp();
        let keyed: Vec<_> = limits
            .iter()
            .map(|(limit, key)| (*limit, self.keys.digest(Purpose::Limit, key.as_bytes())))
            .collect();
        let allowed = self.store.write(move |tx| {
            Box::pin(async move {
                let mut allowed = true;
                for (limit, key) in keyed {
                    allowed &=
                        limits::attempt(&mut *tx, limit, &key, now).await? == Verdict::Allowed;
                }
                Ok(allowed)
            })
        });
        anyhow::ensure!(allowed.await?, Refusal::TooMany);
        Ok(())
    }

    async fn admit(
        &self,
        visitor: Option<&Token>,
        case: &Case,
        scope: Scope,
    ) -> anyhow::Result<Token> {
        let known = visitor.map(|token| (token.clone(), self.token_hash(token)));
        let fresh = fresh_token();
        let fresh_hash = self.token_hash(&fresh);
        let (now, until) = (self.now(), self.visitor_until());
        let (case, version) = (case.id.clone(), case.link_version);
        let admitted = self.store.write(move |tx| {
            Box::pin(async move {
                let found = match &known {
                    Some((_, hash)) => visitors::touch(&mut *tx, hash, now, until).await?,
                    None => None,
                };
                let (token, id) = match (known, found) {
                    (Some((token, _)), Some(id)) => (token, id),
                    _ => (
                        fresh,
                        visitors::add(&mut *tx, &fresh_hash, "portal", now, until).await?,
                    ),
                };
                visitors::grant(tx, &id, &case, scope, version).await?;
                Ok(token)
            })
        });
        admitted.await
    }
}

/// A contact as it is kept, whichever kind was typed.
fn normal(typed: &str, region: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.contains('@') {
        return typed
            .parse::<Email>()
            .ok()
            .map(|address| address.as_str().to_owned());
    }
    Phone::parse(typed, region)
        .ok()
        .map(|number| number.as_str().to_owned())
}

fn by_customer(what: Happening, now: i64, body: serde_json::Value) -> NewEvent<'static> {
    NewEvent {
        at: now,
        side: Side::Above,
        kind: what.name(),
        actor: "customer",
        channel: "portal",
        body,
    }
}

/// Whether a message with this key is in the case's log already.
async fn said_before(tx: &mut SqliteConnection, case: &str, key: &str) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 from events e join event_bodies b on b.event_id = e.id
         where e.case_id = $1 and e.kind = 'message' and b.body like '%\"key\":\"' || $2 || '\"%'",
    )
    .bind(case)
    .bind(key)
    .fetch_optional(tx)
    .await?;
    Ok(row.is_some())
}

/// Every back office that has a part of the case open, or will have it once the part has arrived
/// there, hears what the customer wrote.
async fn tell_back_offices(
    tx: &mut SqliteConnection,
    case: &str,
    note: &Note,
    now: i64,
) -> anyhow::Result<()> {
    for leg in legs::of_case(&mut *tx, case)
        .await?
        .into_iter()
        .filter(|leg| leg.handed_over && leg.state != "done")
    {
        let payload = serde_json::to_value(note)?;
        let item = NewItem {
            case_id: case.to_owned(),
            leg_id: leg.id,
            connector: leg.connector,
            verb: Verb::Note,
            payload,
        };
        outbox::put(&mut *tx, &item, now).await?;
    }
    Ok(())
}

/// The case is closed, and so are its tickets.
pub(super) async fn close_at_back_offices(
    tx: &mut SqliteConnection,
    case: &str,
    reason: &str,
    now: i64,
) -> anyhow::Result<()> {
    for leg in legs::of_case(&mut *tx, case)
        .await?
        .into_iter()
        .filter(|leg| leg.handed_over)
    {
        let payload = serde_json::to_value(TicketChange {
            to: Status::Closed,
            reason: reason.to_owned(),
        })?;
        let item = NewItem {
            case_id: case.to_owned(),
            leg_id: leg.id,
            connector: leg.connector,
            verb: Verb::State,
            payload,
        };
        outbox::put(&mut *tx, &item, now).await?;
    }
    Ok(())
}
