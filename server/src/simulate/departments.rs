//! What departments do with what they have: take, decline, ask, pause, pass on, finish; and what
//! those above them do about it.

use super::{
    HOUR,
    city::{City, Worker},
};
use crate::store::desk::{self, LegRow};
use anyhow::Context;
use app::{
    case::reference::Reference,
    desk::{Act, Acted, Asks, ClockAct, Found, Pressed, Receiver},
    hatch::Refusal,
    steps::fresh_key,
};
use jiff::{Timestamp, tz::TimeZone};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};
use sqlx::Row;

/// A case as whoever works on it finds it.
struct Standing {
    state: String,
    owner: Option<String>,
    undecided: bool,
    legs: Vec<LegRow>,
}

impl City {
    /// Something goes on about a case; when it does again, unless that was the end of it.
    pub async fn go_on(&mut self, n: u32) -> anyhow::Result<Option<i64>> {
        let case = self.cases.get(&n).context("a case that never was")?;
        let (id, slow) = (case.id.clone(), case.slow);
        let standing = self.standing(&id).await?;
        let hours = match standing.state.as_str() {
            "closed" => return Ok(None),
            "waiting" => {
                self.answer(n).await?;
                1..8
            }
            "done" => match self.judge(n).await? {
                true => 1..20,
                // The rule closes it.
                false => 200..220,
            },
            _ => {
                self.work(n, &standing).await?;
                1..8
            }
        };
        self.carry().await?;
        let chance = &mut { self.cases.get_mut(&n) }
            .context("a case that never was")?
            .chance;
        let hours = chance.random_range(hours.start * HOUR..hours.end * HOUR);
        Ok(Some(self.office.now() + slow * hours))
    }

    async fn standing(&self, id: &str) -> anyhow::Result<Standing> {
        let pool = self.office.store.read();
        let row =
            sqlx::query("select state, owner_staff_id, undecided_since from cases where id = $1")
                .bind(id.to_owned())
                .fetch_one(pool)
                .await?;
        let legs = desk::legs(pool, id).await?;
        Ok(Standing {
            state: row.get("state"),
            owner: row.get("owner_staff_id"),
            undecided: row.get::<Option<i64>, _>("undecided_since").is_some(),
            legs: { legs.into_iter() }
                .filter(|leg| {
                    leg.replaced_by.is_none() && !["planned", "done"].contains(&leg.state.as_str())
                })
                .collect(),
        })
    }

    /// One step at one of the parts that can be worked at.
    async fn work(&mut self, n: u32, standing: &Standing) -> anyhow::Result<()> {
        let mut chance = { self.cases.get(&n) }
            .context("a case that never was")?
            .chance
            .clone();
        let Some(leg) = standing.legs.choose(&mut chance) else {
            return self.look_at(n, standing).await;
        };
        let (who, act) = self.step(standing, leg, &mut chance)?;
        let who = who.cloned();
        { self.cases.get_mut(&n) }
            .context("a case that never was")?
            .chance = chance;
        let Some((who, act)) = who.zip(act) else {
            return Ok(());
        };
        let what = act.name();
        let acted = match act {
            Deed::Desk(act) => self.act(n, &who, act).await?,
            Deed::Clock(act) => self.act_on_clock(n, &who, act).await?,
        };
        self.tally(what, acted)
    }

    /// All parts are done: whoever answers for the case looks, and the customer is asked.
    async fn look_at(&mut self, n: u32, standing: &Standing) -> anyhow::Result<()> {
        let owner = standing.owner.as_deref().and_then(|id| self.person(id));
        let Some(owner) = owner.cloned() else {
            return Ok(());
        };
        let look = Act::Check {
            found: Found::Good,
            text: String::new(),
        };
        let acted = self.act(n, &owner, look).await?;
        self.tally("check", acted)
    }

    /// Who does what with a part.
    fn step(
        &self,
        standing: &Standing,
        leg: &LegRow,
        chance: &mut StdRng,
    ) -> anyhow::Result<(Option<&Worker>, Option<Deed>)> {
        let theirs = self.specialist(&leg.unit, &leg.department);
        let owner = standing.owner.as_deref().and_then(|id| self.person(id));
        let decides = self.coordinator();
        let (seq, dice) = (leg.seq, chance.random_range(0..100));
        let offered = leg.seq > 1 && leg.code.is_some() && dice < 30;
        Ok(match leg.state.as_str() {
            "queued" if !leg.decided && (dice < 6 || offered) => {
                let text = "This is not ours.".to_owned();
                (theirs, Some(Deed::Desk(Act::Decline { leg: seq, text })))
            }
            "queued" => (theirs, Some(Deed::Desk(Act::Accept { leg: seq }))),
            "paused" => (theirs, Some(Deed::Clock(ClockAct::GoOn { leg: seq }))),
            "declined" => {
                let who = if standing.undecided {
                    decides
                } else {
                    owner.or(decides)
                };
                (who, Some(Deed::Desk(self.pass(leg, chance)?)))
            }
            _ => match dice {
                0..9 => {
                    let text = "When may we call?".to_owned();
                    let asks = Asks::Yes;
                    (
                        theirs,
                        Some(Deed::Desk(Act::Reply {
                            text,
                            asks,
                            file: None,
                        })),
                    )
                }
                9..20 => {
                    let house = self.office.house();
                    let reason = house.pauses.choose(chance).context("no reason to pause")?;
                    let reason = reason.code.clone();
                    (
                        theirs,
                        Some(Deed::Clock(ClockAct::Pause { leg: seq, reason })),
                    )
                }
                20..27 if !standing.undecided => {
                    (theirs, Some(Deed::Desk(self.pass(leg, chance)?)))
                }
                27..30 => {
                    let when = self.ahead(chance.random_range(24..96));
                    let text = "It takes longer than we thought.".to_owned();
                    (owner, Some(Deed::Clock(ClockAct::Promise { when, text })))
                }
                30..38 => {
                    let (text, there) = ("Looked at it.".to_owned(), app::desk::There::No);
                    (
                        theirs,
                        Some(Deed::Desk(Act::Note {
                            text,
                            there,
                            file: None,
                        })),
                    )
                }
                _ => {
                    let text = String::new();
                    (theirs, Some(Deed::Desk(Act::Finish { leg: seq, text })))
                }
            },
        })
    }

    /// Offering a part to some other department of its unit or of headquarters, complete.
    fn pass(&self, leg: &LegRow, chance: &mut StdRng) -> anyhow::Result<Act> {
        let house = self.office.house();
        let organisation = &house.organisation;
        let unit = organisation
            .unit(&leg.unit)
            .unwrap_or_else(|| organisation.root());
        let others: Vec<_> = { organisation.departments.iter() }
            .filter(|one| one.exists_at(unit.level) && one.code != leg.department)
            .collect();
        let to = others.choose(chance).context("no other department")?;
        Ok(Act::Pass {
            leg: leg.seq,
            to: Receiver {
                unit: unit.code.clone(),
                department: to.code.clone(),
            },
            handed: to
                .needs
                .iter()
                .map(|_| "All there is.".to_owned())
                .collect(),
            text: "It lies with you.".to_owned(),
        })
    }

    /// A day and time so many hours ahead, as it is typed.
    pub fn ahead(&self, hours: i64) -> String {
        let zone = &self.hatch.catalogue.operator.zone;
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let at = Timestamp::from_microsecond(self.office.now() + hours * HOUR);
        let at = at.unwrap_or(Timestamp::MAX).to_zoned(zone);
        at.strftime("%Y-%m-%dT%H:%M").to_string()
    }

    async fn act(&self, n: u32, who: &Worker, act: Act) -> anyhow::Result<Acted> {
        let reference = { self.cases.get(&n) }
            .context("a case that never was")?
            .reference;
        let acted = self
            .hatch
            .desk
            .act(
                &who.token,
                reference,
                Pressed {
                    key: &fresh_key(),
                    seen: None,
                },
                act,
            )
            .await;
        seen(acted)
    }

    async fn act_on_clock(&self, n: u32, who: &Worker, act: ClockAct) -> anyhow::Result<Acted> {
        let case = self.cases.get(&n).context("a case that never was")?;
        self.answer_for(who, case.reference, act).await
    }

    pub async fn answer_for(
        &self,
        who: &Worker,
        reference: Reference,
        act: ClockAct,
    ) -> anyhow::Result<Acted> {
        let (clock, key) = (&self.hatch.clock, fresh_key());
        seen(clock.act(&who.token, reference, &key, act).await)
    }
}

/// What somebody does.
enum Deed {
    Desk(Act),
    Clock(ClockAct),
}

impl Deed {
    const fn name(&self) -> &'static str {
        match self {
            Self::Desk(act) => act.name(),
            Self::Clock(act) => act.name(),
        }
    }
}

/// A case that somebody may not see any more is too late for them.
fn seen(acted: Result<Acted, Refusal>) -> anyhow::Result<Acted> {
    match acted {
        Err(Refusal::NotFound) => Ok(Acted::TooLate),
        acted => Ok(acted?),
    }
}
