//! An update on its way to the cases that hang on the incident: each is told above the line, its
//! promise follows where the estimate lies later, and at the end it is done and its customer asked.

use super::{Step, incidents};
use crate::{
    office::{Office, legs, tracking::GoingOn},
    store::{
        Batch, Connection,
        events::{self, NewEvent, Side},
        incidents::Spread,
        promises::{self, NewPromise},
    },
};
use app::{
    case::{
        language::Lang,
        view::{Happening, PromiseKind},
    },
    words::Words,
};
use serde_json::json;

/// So many cases are told at a time, so that no number of them holds up the writer.
const HANDFUL: i64 = 32;

impl Office {
    /// Tells some cases what is new about their incident, and says how many.
    ///
    /// # Errors
    /// When the store fails; who was told stays told.
    pub async fn spread_news(&self) -> anyhow::Result<usize> {
        let spread = incidents::to_spread(self.store.read(), HANDFUL).await?;
        let (many, now) = (spread.len(), self.now());
        for one in spread {
            let text = said(&one, |at, lang| self.moment(at, lang));
            let back = one.kind == Step::Reopened.name();
            let going_on = match back {
                true => Some(self.going_on(&one.case_id).await?),
                false => None,
            };
            let told = self.store.write(move |tx| {
                Box::pin(async move { tell(tx, &one, text, going_on, now).await })
            });
            told.await?;
        }
        Ok(many)
    }

    fn moment(&self, at: i64, lang: Lang) -> String {
        Words::new(lang).moment(at, &self.house().front.operator.zone)
    }
}

async fn tell(
    tx: &mut Connection,
    one: &Spread,
    text: String,
    going_on: Option<GoingOn>,
    now: i64,
) -> anyhow::Result<()> {
    if !incidents::spread_done(&mut *tx, &one.update_id, &one.case_id).await? {
        return Ok(());
    }
    let open = is_open(&mut *tx, &one.case_id).await?;
    if let Some(going_on) = going_on {
        // Who said yes, or was asked by somebody else, is left alone.
        if incidents::done_by(&mut *tx, &one.case_id).await? {
            news(&mut *tx, &one.case_id, text, "rule", now).await?;
            going_on.go_on(tx).await?;
        }
        return Ok(());
    }
    if !open {
        return Ok(());
    }
    news(&mut *tx, &one.case_id, text, "rule", now).await?;
    if let Some(expected) = one.expected_at {
        promise_later(&mut *tx, &one.case_id, expected, now).await?;
    }
    if one.kind == Step::Ended.name() {
        legs::finish_all(tx, &one.case_id, "rule", now).await?;
    }
    Ok(())
}

async fn is_open(tx: &mut Connection, case: &str) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 from cases where id = $1 and state in ('received', 'working', 'waiting')",
    )
    .bind(case)
    .fetch_optional(tx)
    .await?;
    Ok(row.is_some())
}

/// Says something about the incident above the line of a case.
pub(in crate::office) async fn news(
    tx: &mut Connection,
    case: &str,
    text: String,
    actor: &str,
    now: i64,
) -> anyhow::Result<()> {
    let event = NewEvent {
        at: now,
        side: Side::Above,
        kind: Happening::IncidentNews.name(),
        actor,
        channel: "desk",
        body: json!({ "text": text }),
    };
    events::append(tx, case, event).await?;
    Ok(())
}

/// What was promised gives way to an estimate that lies later, and only to that.
pub(in crate::office) async fn promise_later(
    tx: &mut Connection,
    case: &str,
    expected: i64,
    now: i64,
) -> anyhow::Result<()> {
    let promised = promises::current(&mut *tx, case, PromiseKind::Fix).await?;
    if promised.is_none_or(|due| due >= expected) {
        return Ok(());
    }
    let promise = NewPromise {
        kind: PromiseKind::Fix,
        due_at: expected,
        calendar: "elapsed",
        reason: "incident",
    };
    let mut batch = Batch::default();
    promises::give(&mut batch, case, &promise, now);
    batch.run(&mut *tx).await?;
    let event = NewEvent {
        at: now,
        side: Side::Above,
        kind: Happening::PromiseChanged.name(),
        actor: "rule",
        channel: "desk",
        body: json!({ "reason": "incident" }),
    };
    events::append(tx, case, event).await?;
    Ok(())
}

/// What a customer reads of it, in their language.
fn said(one: &Spread, moment: impl Fn(i64, Lang) -> String) -> String {
    let lang = Lang::from_tag(&one.language).unwrap_or_default();
    let words = Words::new(lang);
    let title = incidents::said(&one.title, lang);
    let mut said = vec![words.fill(&format!("incident-told-{}", one.kind), &[("title", &title)])];
    said.extend(one.text.as_ref().map(|text| incidents::said(text, lang)));
    if let Some(at) = one.expected_at {
        said.push(words.fill("incident-expected", &[("when", &moment(at, lang))]));
    }
    said.join("\n")
}
