//! The workbench's part of the door: the same act on several cases, each with its own end.

use super::inner_names::check;
use crate::office::{Office, refuse};
use anyhow::ensure;
use app::{
    case::reference::Reference,
    desk::{
        Act, Acted, Chosen, Common, Hits, Mark, Other, Pressed, Template, There, Tick, Together,
        Workbench,
    },
    hatch::{Refusal, Token},
    journey::Rule,
};
use async_trait::async_trait;
use futures::future::join_all;
use std::collections::BTreeSet;

/// As many as a page of the queue shows, both lists of it.
const MOST: usize = 60;

#[async_trait]
impl Workbench for Office {
    async fn together(
        &self,
        staff: &Token,
        key: &str,
        ticks: Vec<Tick>,
        common: Common,
    ) -> Result<Together, Refusal> {
        let done = self.do_together(staff, key, ticks, common).await;
        done.map_err(refuse)
    }

    async fn search(
        &self,
        staff: &Token,
        typed: &str,
        before: Option<i64>,
    ) -> Result<Hits, Refusal> {
        self.do_search(staff, typed, before).await.map_err(refuse)
    }

    async fn others(&self, staff: &Token, reference: Reference) -> Result<Vec<Other>, Refusal> {
        self.read_others(staff, reference).await.map_err(refuse)
    }

    async fn news(&self, staff: &Token, mark: &Mark) -> Result<(Mark, Vec<Reference>), Refusal> {
        self.read_news(staff, mark).await.map_err(refuse)
    }

    async fn templates(&self, staff: &Token) -> Result<Vec<Template>, Refusal> {
        self.read_templates(staff).await.map_err(refuse)
    }

    async fn fill(
        &self,
        staff: &Token,
        reference: Reference,
        chosen: Chosen,
    ) -> Result<(), Refusal> {
        let filled = self.fill_template(staff, reference, chosen).await;
        filled.map_err(refuse)
    }
}

impl Office {
    async fn do_together(
        &self,
        staff: &Token,
        key: &str,
        ticks: Vec<Tick>,
        common: Common,
    ) -> anyhow::Result<Together> {
        ensure!(ticks.len() <= MOST, Refusal::NotFound);
        // Who asks is found out before anything is done to any.
        self.seat(staff).await?;
        if let Common::Note(text) = &common
            && check(text, Rule::LONG).is_some()
        {
            return Ok(Together {
                mend: true,
                ..Together::default()
            });
        }
        // Asked for at once, so that they share a commit; each is held by a savepoint of its own.
        let ticks = once_a_case(ticks, &common);
        let acts = ticks.into_iter().map(|tick| {
            let (act, part) = match &common {
                Common::Take => (Act::Accept { leg: tick.seq }, tick.seq),
                Common::Note(text) => {
                    let (text, there) = (text.clone(), There::No);
                    let file = None;
                    (Act::Note { text, there, file }, 0)
                }
            };
            let key = format!("{key}.{part}.{}", tick.reference);
            async move {
                let pressed = Pressed {
                    key: &key,
                    seen: None,
                };
                self.do_act(staff, tick.reference, pressed, act).await
            }
        });
        let mut together = Together::default();
        for acted in join_all(acts).await {
            match acted {
                Ok(Acted::Done) => together.done += 1,
                Ok(_) => together.late += 1,
                Err(error) if matches!(error.downcast_ref(), Some(Refusal::NotFound)) => {
                    together.gone += 1;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(together)
    }
}

/// A case with two ticked parts gets a note once.
fn once_a_case(mut ticks: Vec<Tick>, common: &Common) -> Vec<Tick> {
    if matches!(common, Common::Note(_)) {
        let mut noted = BTreeSet::new();
        ticks.retain(|tick| noted.insert(tick.reference.to_string()));
    }
    ticks
}
