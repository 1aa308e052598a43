//! Drafts: what a visitor has typed and not sent.

use super::{Office, fresh_token, refuse};
use crate::store::visitors::{self, StoredDraft};
use app::{
    hatch::{Drafts, Kept, Posted, Refusal, Token},
    journey::{Draft, Room},
};
use async_trait::async_trait;

#[async_trait]
impl Drafts for Office {
    async fn read(&self, visitor: &Token, room: Room) -> Result<Option<Kept>, Refusal> {
        let hash = self.token_hash(visitor);
        let stored = visitors::read_draft(self.store.read(), &hash, room.name(), self.now())
            .await
            .map_err(refuse)?;
        Ok(stored.map(|stored| Kept {
            draft: stored.draft,
            sent: stored.sent,
        }))
    }

    async fn late(&self, visitor: &Token, room: Room) -> Result<Option<String>, Refusal> {
        let hash = self.token_hash(visitor);
        let stored = visitors::read_draft(self.store.read(), &hash, room.name(), self.now())
            .await
            .map_err(refuse)?;
        Ok(stored.and_then(|stored| stored.late))
    }

    async fn keep(
        &self,
        visitor: Option<&Token>,
        room: Room,
        posted: Posted,
    ) -> Result<(Token, Kept), Refusal> {
        let known = visitor.map(|token| (token.clone(), self.token_hash(token)));
        let fresh = fresh_token();
        let fresh_hash = self.token_hash(&fresh);
        let (now, until) = (self.now(), self.visitor_until());
        let kept = self.store.write(move |tx| {
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
                let before = visitors::draft(&mut *tx, &id, room.name()).await?;
                let stored = merge(before, posted);
                visitors::put_draft(&mut *tx, &id, room.name(), &stored, now).await?;
                Ok((
                    token,
                    Kept {
                        draft: stored.draft,
                        sent: stored.sent,
                    },
                ))
            })
        });
        kept.await.map_err(refuse)
    }

    async fn discard(&self, visitor: &Token, room: Room) -> Result<(), Refusal> {
        let hash = self.token_hash(visitor);
        let discarded = self.store.write(move |tx| {
            Box::pin(async move { visitors::discard(tx, &hash, room.name()).await })
        });
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

/// A posted step in the draft as it is. An open draft takes it whatever key the form carried: two
/// tabs share one draft. A draft that was sent stays as it was sent; what is typed after that is
/// kept beside it, and a form with another key begins anew.
fn merge(before: Option<StoredDraft>, posted: Posted) -> StoredDraft {
    let mut stored = match before {
        Some(stored) if stored.sent.is_none() => stored,
        Some(mut stored) if stored.draft.key == posted.key => {
            let typed = posted
                .fields
                .iter()
                .filter(|field| !field.starts_with("contact"));
            let typed: Vec<_> = typed
                .filter(|field| posted.sheet.typed(field) != stored.draft.sheet.typed(field))
                .filter_map(|field| posted.sheet.said(field))
                .collect();
            if !typed.is_empty() {
                stored.late = Some(typed.join("\n"));
            }
            return stored;
        }
        _ => StoredDraft {
            draft: Draft {
                key: posted.key.clone(),
                ..Draft::default()
            },
            sent: None,
            late: None,
        },
    };
    stored.draft.sheet.take_over(&posted.fields, &posted.sheet);
    if posted.finished {
        stored.draft.seen.insert(posted.step);
    }
    stored
}
