//! Surveys.

use super::{Office, refuse};
use crate::store::{sheets, visitors};
use app::{
    case::language::Lang,
    hatch::{Refusal, SurveyOffice, Token},
    journey::Room,
    survey::AnswerSheet,
};
use async_trait::async_trait;

#[async_trait]
impl SurveyOffice for Office {
    async fn send(
        &self,
        visitor: &Token,
        key: &str,
        lang: Lang,
        sheet: AnswerSheet,
    ) -> Result<(), Refusal> {
        let (hash, until, now) = (self.token_hash(visitor), self.visitor_until(), self.now());
        let key = key.to_owned();
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let visitor = visitors::touch(&mut *tx, &hash, now, until)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                // Which case a closing survey is about stands in the draft, where no form reaches it.
                let draft = visitors::draft(&mut *tx, &visitor, Room::Survey.name()).await?;
                let about = draft.and_then(|stored| stored.draft.subject);
                sheets::add(
                    &mut *tx,
                    &key,
                    about.as_deref(),
                    lang.tag(),
                    "portal",
                    &sheet,
                    now,
                )
                .await?;
                visitors::mark_sent(&mut *tx, &visitor, &key, "/feedback/thanks").await
            })
        });
        kept.await.map_err(refuse)
    }
}
