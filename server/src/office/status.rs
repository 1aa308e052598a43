//! What is wrong now, for everybody to read.

use super::{Office, refuse};
use crate::store::incidents;
use app::{
    case::language::Lang,
    hatch::{Refusal, StatusOffice},
    status::Incident,
};
use async_trait::async_trait;

/// What ended stays to be read for so long.
const SEVEN_DAYS: i64 = 7 * 86_400_000_000;

#[async_trait]
impl StatusOffice for Office {
    async fn open(&self) -> Result<u32, Refusal> {
        let open = self.store.open_incidents().await.map_err(refuse)?;
        Ok(u32::try_from(open.len()).unwrap_or(u32::MAX))
    }

    async fn incidents(&self, lang: Lang) -> Result<Vec<Incident>, Refusal> {
        let since = self.now() - SEVEN_DAYS;
        let incidents = incidents::since(self.store.read(), since)
            .await
            .map_err(refuse)?;
        let shown = incidents.into_iter().map(|it| Incident {
            product: it.product,
            place: it.place,
            title: incidents::said(&it.title, lang),
            text: incidents::said(&it.text, lang),
            opened_at: it.opened_at,
            expected_at: it.expected_at,
            ended_at: it.ended_at,
        });
        Ok(shown.collect())
    }
}
