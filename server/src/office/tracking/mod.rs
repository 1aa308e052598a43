//! Following a case, writing to it, and saying whether it is fixed.

use super::{Office, refuse};
use crate::store::{
    cases,
    visitors::{self, Scope},
};
use app::{
    case::{reference::Reference, view::CaseView},
    hatch::{Refusal, Token, TrackingOffice},
    tracking::{Heard, Look, Saying, Seen},
};
use async_trait::async_trait;
use sqlx::Row;

mod finding;
mod saying;
use saying::Word;
pub(super) use saying::{GoingOn, close_at_back_offices};

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
                    let case = cases::by_id(self.store.read(), &id, self.now())
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
        saying: Saying,
    ) -> Result<Heard, Refusal> {
        self.hear(visitor, reference, Word::Message, saying).await
    }

    async fn confirm(
        &self,
        visitor: &Token,
        reference: Reference,
        saying: Saying,
    ) -> Result<Heard, Refusal> {
        self.hear(visitor, reference, Word::Fixed, saying).await
    }

    async fn reopen(
        &self,
        visitor: &Token,
        reference: Reference,
        saying: Saying,
    ) -> Result<Heard, Refusal> {
        self.hear(visitor, reference, Word::NotFixed, saying).await
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
        let (hash, number) = (self.token_hash(visitor), reference.to_string());
        let granted = visitors::granted(self.store.read(), &hash, &number, self.now()).await;
        granted.map_err(refuse)?.ok_or(Refusal::NotFound)
    }

    /// The case's key, for a visitor who may see everything of it.
    pub(super) async fn full(
        &self,
        visitor: &Token,
        reference: Reference,
    ) -> Result<String, Refusal> {
        match self.granted(visitor, reference).await? {
            (id, Scope::Full) => Ok(id),
            (_, Scope::State) => Err(Refusal::NotFound),
        }
    }
}
