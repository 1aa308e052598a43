//! What is wrong now, for everybody to read.

use super::{Office, incidents::SEVEN_DAYS, refuse};
use crate::store::incidents::{self, Update};
use app::{
    case::language::Lang,
    hatch::{Refusal, StatusOffice},
    status::{Count, Incident, Said},
};
use async_trait::async_trait;
use std::collections::BTreeMap;

#[async_trait]
impl StatusOffice for Office {
    async fn open(&self) -> Result<Count, Refusal> {
        let (all, now) = (self.store.open_incidents().await, self.now());
        let all = all.map_err(refuse)?;
        let ahead = all.iter().filter(|it| it.is_ahead(now)).count();
        let count = |many| u32::try_from(many).unwrap_or(u32::MAX);
        Ok(Count {
            open: count(all.len() - ahead),
            planned: count(ahead),
        })
    }

    async fn incidents(&self, lang: Lang) -> Result<Vec<Incident>, Refusal> {
        self.read_status(lang).await.map_err(refuse)
    }
}

impl Office {
    async fn read_status(&self, lang: Lang) -> anyhow::Result<Vec<Incident>> {
        let (pool, now) = (self.store.read(), self.now());
        let mut said: BTreeMap<String, Vec<Said>> = BTreeMap::new();
        for (incident, update) in incidents::updates_since(pool, now - SEVEN_DAYS).await? {
            said.entry(incident).or_default().push(read(update, lang));
        }
        let incidents = incidents::since(pool, now - SEVEN_DAYS).await?;
        let shown = incidents.into_iter().map(|it| Incident {
            ahead: it.is_ahead(now),
            said: said.remove(&it.id).unwrap_or_default(),
            title: incidents::said(&it.title, lang),
            text: incidents::said(&it.text, lang),
            id: it.id,
            product: it.product,
            places: it.places,
            opened_at: it.opened_at,
            expected_at: it.expected_at,
            ended_at: it.ended_at,
            planned: it.planned,
            reopened_at: it.reopened_at,
        });
        Ok(shown.collect())
    }
}

impl Office {
    /// What was said about one incident, oldest first.
    pub(super) async fn said_of(&self, incident: &str, lang: Lang) -> anyhow::Result<Vec<Said>> {
        let updates = incidents::updates(self.store.read(), incident).await?;
        Ok(updates.into_iter().map(|one| read(one, lang)).collect())
    }
}

fn read(update: Update, lang: Lang) -> Said {
    Said {
        at: update.at,
        kind: update.kind,
        text: update.text.map(|text| incidents::said(&text, lang)),
        expected_at: update.expected_at,
    }
}
