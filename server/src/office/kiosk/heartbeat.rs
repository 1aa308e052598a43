//! The heartbeat of a kiosk: what it says of itself is kept, a copied credential is found out, and
//! newer settings go with the answer.

use super::{
    fleet::opening,
    hours::is_missed,
    twins::{Twins, Verdict},
};
use crate::{
    meters,
    office::Office,
    store::{
        Connection,
        deeds::Log,
        kiosks::{
            self, End,
            alerts::{self, Kind},
            heard::{self, Before, Said},
            pairings, settings,
        },
    },
};
use app::{
    hatch::{Refusal, Token},
    kiosk::{Beat, BeatAnswer, EVERY, Versioned},
    steps::is_key,
};

const SECOND: i64 = 1_000_000;
/// Three beats that did not come.
pub(super) const SILENT: i64 = 3 * EVERY as i64 * SECOND;
/// A page that has painted nothing for so long, in milliseconds, stands still.
const FROZEN: i64 = 60_000;
/// No build has a longer name.
const BUILD: usize = 64;

/// What came of a beat.
enum Heard {
    /// No kiosk holds this credential.
    Nobody,
    /// Two do: none holds it any more.
    Two,
    /// How often it was heard, its settings, and what somebody must look at from now on.
    One(i64, Versioned, Vec<Kind>),
}

impl Office {
    pub(super) async fn hear_kiosk(
        &self,
        device: &Token,
        beat: Beat,
    ) -> anyhow::Result<BeatAnswer> {
        let hash = self.device_hash(device).ok_or(Refusal::SignIn)?;
        // Whoever has no page's name is none of our pages.
        anyhow::ensure!(is_key(&beat.page), Refusal::SignIn);
        // A stranger's beat costs no place among the writers.
        let known = kiosks::by_token(self.store.read(), &hash).await?;
        anyhow::ensure!(known.is_some(), Refusal::SignIn);
        let (now, has) = (self.now(), [Some(beat.setup), beat.refused]);
        let heard = self
            .store
            .write(move |tx| Box::pin(async move { take(tx, &hash, &beat, now).await }));
        match heard.await? {
            Heard::One(count, newest, raised) => {
                for kind in raised {
                    tell(kind);
                }
                Ok(BeatAnswer {
                    count,
                    now,
                    setup: (!has.contains(&Some(newest.version))).then_some(newest),
                })
            }
            Heard::Nobody => Err(Refusal::SignIn.into()),
            Heard::Two => {
                tell(Kind::Cloned);
                Err(Refusal::SignIn.into())
            }
        }
    }
}

impl Office {
    /// Tells of kiosks that are not heard though their shop is open, once for each silence; how many.
    pub(crate) async fn tell_silent_kiosks(&self) -> anyhow::Result<u32> {
        let now = self.now();
        let house = self.house();
        let silent = heard::silent(self.store.read(), now - SILENT).await?;
        let silent: Vec<_> = silent
            .into_iter()
            .filter(|(kiosk, since)| is_missed(&opening(&house, kiosk), *since, now))
            .collect();
        if silent.is_empty() {
            return Ok(0);
        }
        let told = self.store.write(move |tx| {
            Box::pin(async move {
                let mut told = 0;
                for (kiosk, since) in silent {
                    let first =
                        alerts::raise(&mut *tx, &kiosk.id, Kind::Silent, since, now).await?;
                    told += u32::from(first);
                }
                Ok(told)
            })
        });
        let told = told.await?;
        for _ in 0..told {
            tell(Kind::Silent);
        }
        Ok(told)
    }
}

/// Tells operators; which kiosk it is, the desk says.
fn tell(kind: Kind) {
    tracing::warn!(kind = kind.name(), "a kiosk must be looked at");
    meters::kiosk_alert(kind.name());
}

async fn take(tx: &mut Connection, hash: &str, beat: &Beat, now: i64) -> anyhow::Result<Heard> {
    let Some(before) = heard::count(&mut *tx, hash).await? else {
        return Ok(Heard::Nobody);
    };
    let id = &before.id;
    // What another build kept there is no proof of anything.
    let mut twins: Twins = serde_json::from_value(before.pages.clone()).unwrap_or_default();
    if twins.hear(before.count, &beat.page, beat.heard) == Verdict::Two {
        kiosks::end(&mut *tx, id, End::Cloned, now).await?;
        alerts::raise(&mut *tx, id, Kind::Cloned, now, now).await?;
        Log::Kiosk.note(tx, id, "cloned", "rule", now).await?;
        return Ok(Heard::Two);
    }
    let said = said(beat, &twins, now)?;
    heard::keep(&mut *tx, id, &said, now).await?;
    let raised = alert(&mut *tx, &before, &said, now).await?;
    let newest = settings::newest(tx, id).await?;
    Ok(Heard::One(before.count, newest, raised))
}

fn said(beat: &Beat, twins: &Twins, now: i64) -> anyhow::Result<Said> {
    let mut keys = beat.keys.clone();
    keys.sort_unstable();
    keys.dedup();
    let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
    let plain = |letter: &char| letter.is_ascii_graphic();
    Ok(Said {
        pages: serde_json::to_string(twins)?,
        build: beat.build.chars().filter(plain).take(BUILD).collect(),
        queue: beat.queue.into(),
        oldest: beat.oldest.map(Into::into),
        frame: beat.frame.map(Into::into),
        skew: beat.at.saturating_sub(now) / 1000,
        printer: beat.printer.name(),
        key_ids: keys.join(", "),
        setup_applied: beat.setup,
        setup_refused: beat.refused.unwrap_or_default(),
    })
}

/// What is over, and what somebody must look at from now on.
async fn alert(
    tx: &mut Connection,
    before: &Before,
    said: &Said,
    now: i64,
) -> anyhow::Result<Vec<Kind>> {
    let (id, mut raised) = (&before.id, Vec::new());
    match before.seen_at {
        // It has come: nothing more is to be fetched.
        None => pairings::forget_those_of(&mut *tx, id).await?,
        Some(seen_at) if now - seen_at >= SILENT => {
            alerts::over(&mut *tx, id, Kind::Silent, now).await?;
        }
        Some(_) => {}
    }
    let stood = before.frame.is_some_and(|frame| frame > FROZEN);
    match said.frame {
        Some(frame) if frame > FROZEN && !stood => raised.push((Kind::Frozen, now)),
        Some(frame) if frame <= FROZEN && stood => {
            alerts::over(&mut *tx, id, Kind::Frozen, now).await?;
        }
        _ => {}
    }
    let refused = said.setup_refused;
    if refused != before.setup_refused {
        alerts::over(&mut *tx, id, Kind::Setup, now).await?;
        if refused != 0 {
            raised.push((Kind::Setup, refused));
        }
    }
    let mut told = Vec::new();
    for (kind, since) in raised {
        if alerts::raise(&mut *tx, id, kind, since, now).await? {
            told.push(kind);
        }
    }
    Ok(told)
}
