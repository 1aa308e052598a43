//! Drafts: what a visitor has typed and not sent.

use super::{Office, refuse};
use crate::store::Connection;
use crate::store::{
    cases, incidents,
    visitors::{self, StoredDraft},
};
use app::{
    case::reference::Reference,
    hatch::{Drafts, Kept, Posted, Refusal, Token},
    journey::{Draft, Room, Sheet},
    steps::fresh_key,
    tracking::api::late_place,
};
use async_trait::async_trait;

#[async_trait]
impl Drafts for Office {
    async fn read(&self, visitor: &Token, room: Room) -> Result<Option<Kept>, Refusal> {
        let hash = self.token_hash(visitor);
        let stored = visitors::read_draft(self.store.read(), &hash, &room.shelf(), self.now())
            .await
            .map_err(refuse)?;
        Ok(stored.map(|stored| Kept {
            draft: stored.draft,
            sent: stored.sent,
        }))
    }

    async fn keep(
        &self,
        visitor: Option<&Token>,
        room: Room,
        posted: Posted,
    ) -> Result<(Token, Kept), Refusal> {
        let guest = self.guest(visitor);
        let (now, shelf) = (self.now(), room.shelf());
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let (token, id) = guest.enter(&mut *tx).await?;
                let kept = put(&mut *tx, &id, &shelf, posted, now).await?;
                Ok((token, kept))
            })
        });
        kept.await.map_err(refuse)
    }

    async fn aside(&self, visitor: &Token, place: &str) -> Result<Option<Sheet>, Refusal> {
        let hash = self.token_hash(visitor);
        visitors::read_aside(self.store.read(), &hash, place, self.now())
            .await
            .map_err(refuse)
    }

    async fn set_aside(
        &self,
        visitor: Option<&Token>,
        place: &str,
        sheet: Sheet,
    ) -> Result<Token, Refusal> {
        let guest = self.guest(visitor);
        let (now, place) = (self.now(), place.to_owned());
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let (token, id) = guest.enter(&mut *tx).await?;
                visitors::set_aside(tx, &id, &place, &sheet, now).await?;
                Ok(token)
            })
        });
        kept.await.map_err(refuse)
    }

    async fn discard(&self, visitor: &Token, room: Room) -> Result<(), Refusal> {
        let (hash, shelf) = (self.token_hash(visitor), room.shelf());
        let discarded = self
            .store
            .write(move |tx| Box::pin(async move { visitors::discard(tx, &hash, &shelf).await }));
        discarded.await.map_err(refuse)
    }

    async fn forget(&self, visitor: &Token) -> Result<(), Refusal> {
        let hash = self.token_hash(visitor);
        let removed = self
            .store
            .write(move |tx| Box::pin(async move { visitors::remove(tx, &hash).await }));
        removed.await.map_err(refuse)
    }
}

/// Who comes with a token or without one, on the way into a transaction.
pub(super) struct Guest {
    known: Option<(Token, String)>,
    fresh: (Token, String),
    now: i64,
    until: i64,
}

impl Office {
    pub(super) fn guest(&self, visitor: Option<&Token>) -> Guest {
        let fresh = self.fresh_token();
        let hash = self.token_hash(&fresh);
        Guest {
            known: visitor.map(|token| (token.clone(), self.token_hash(token))),
            fresh: (fresh, hash),
            now: self.now(),
            until: self.visitor_until(),
        }
    }
}

impl Guest {
    /// The visitor with this token, or a new one when it is unknown or expired: token and key.
    pub(super) async fn enter(self, tx: &mut Connection) -> anyhow::Result<(Token, String)> {
        if let Some((token, hash)) = self.known
            && let Some(id) = visitors::touch(&mut *tx, &hash, self.now, self.until).await?
        {
            return Ok((token, id));
        }
        let (token, hash) = self.fresh;
        let id = visitors::add(tx, &hash, "portal", self.now, self.until).await?;
        Ok((token, id))
    }
}

/// Puts a posted step into the draft as it is. An open draft takes it whatever key the form
/// carried: two tabs share one draft.
async fn put(
    tx: &mut Connection,
    visitor: &str,
    shelf: &str,
    mut posted: Posted,
    now: i64,
) -> anyhow::Result<Kept> {
    let before = visitors::draft(&mut *tx, visitor, shelf).await?;
    let here = before
        .as_ref()
        .is_some_and(|stored| stored.draft.key == posted.key);
    let made = match here {
        true => None,
        false => cases::by_key(&mut *tx, &posted.key, visitor).await?,
    };
    let stored = match (before, made) {
        // A form of a journey that became a case, while another has begun since.
        (_, Some(case)) if case.theirs => {
            let path = format!("/receipt/{}", case.reference);
            let sent = Draft {
                key: posted.key.clone(),
                ..Draft::default()
            };
            return too_late(tx, visitor, sent, path, &posted, now).await;
        }
        (Some(stored), _) if stored.sent.is_none() => stored,
        (Some(stored), _) if here => match stored.sent.clone() {
            Some(ending) if !taken_up(&ending, &posted) => {
                return too_late(tx, visitor, stored.draft, ending, &posted, now).await;
            }
            _ => {
                // Counted as mended, and not mended after all.
                incidents::not_mended(&mut *tx, &posted.key).await?;
                anew(stored.draft, fresh_key())
            }
        },
        // Somebody else's case has this key, as after "forget me here" and a step back.
        (_, Some(_)) => anew(Draft::default(), fresh_key()),
        (_, None) => anew(Draft::default(), posted.key.clone()),
    };
    let mut stored = stored;
    stored.draft.sheet.take_over(&posted.fields, &posted.sheet);
    if posted.finished {
        stored.draft.seen.insert(std::mem::take(&mut posted.step));
    }
    visitors::put_draft(tx, visitor, shelf, &stored, now).await?;
    Ok(Kept {
        draft: stored.draft,
        sent: stored.sent,
    })
}

fn anew(draft: Draft, key: String) -> StoredDraft {
    StoredDraft {
        draft: Draft { key, ..draft },
        sent: None,
    }
}

/// Whether a journey that ended without a case goes on with this step: pressing the same button
/// twice is one ending, any other button is a change of mind.
fn taken_up(ending: &str, posted: &Posted) -> bool {
    let act = posted.sheet.typed("act");
    match ending {
        "/fault/joined" => act != "join",
        "/fault/mended" => act != "fixed",
        _ => false,
    }
}

/// What was sent stays as it was sent. What is typed on its steps after that is set aside for the
/// receipt, where it is offered as a message.
async fn too_late(
    tx: &mut Connection,
    visitor: &str,
    sent: Draft,
    path: String,
    posted: &Posted,
    now: i64,
) -> anyhow::Result<Kept> {
    let differing: Vec<_> = posted
        .fields
        .iter()
        .filter(|field| posted.sheet.typed(field) != sent.sheet.typed(field))
        .cloned()
        .collect();
    let reference = path.strip_prefix("/receipt/").map(str::parse::<Reference>);
    if let (Some(Ok(reference)), false) = (reference, differing.is_empty()) {
        let place = late_place(reference);
        let mut late = visitors::aside(&mut *tx, visitor, &place)
            .await?
            .unwrap_or_default();
        late.take_over(&differing, &posted.sheet);
        visitors::set_aside(tx, visitor, &place, &late, now).await?;
    }
    Ok(Kept {
        draft: sent,
        sent: Some(path),
    })
}
