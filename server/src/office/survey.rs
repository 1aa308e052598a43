//! Surveys.

use super::{Office, refuse};
use crate::store::{sheets, visitors};
use app::{
    case::{language::Lang, reference::Reference},
    hatch::{Refusal, SurveyOffice, Token},
    survey::{AnswerSheet, api::THANKS},
};
use async_trait::async_trait;

#[async_trait]
impl SurveyOffice for Office {
    async fn send(
        &self,
        visitor: &Token,
        about: Option<Reference>,
        key: &str,
        lang: Lang,
        sheet: AnswerSheet,
    ) -> Result<(), Refusal> {
        // Whose case it is a visitor's grants say, and no form.
        let case = match about {
            Some(reference) => Some(self.full(visitor, reference).await?),
            None => None,
        };
        let (hash, until, now) = (self.token_hash(visitor), self.visitor_until(), self.now());
        let key = key.to_owned();
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let visitor = visitors::touch(&mut *tx, &hash, now, until)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                sheets::add(
                    &mut *tx,
                    &key,
                    case.as_deref(),
                    lang.tag(),
                    "portal",
                    &sheet,
                    now,
                )
                .await?;
                visitors::mark_sent(&mut *tx, &visitor, &key, THANKS).await
            })
        });
        kept.await.map_err(refuse)
    }
}
