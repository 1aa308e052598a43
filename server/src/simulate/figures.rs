//! What came of it, in numbers that can be told in a few lines.

use super::{Plan, city::City};
use crate::{
    clock::{Holder, partition},
    office::stretches,
    store::spells,
};
use sqlx::{Row, any::AnyRow};
use std::{collections::BTreeMap, fmt};

/// The chain's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What was simulated.
    pub plan: Plan,
    /// Cases by state.
    pub states: BTreeMap<String, i64>,
    /// Promises to have it done, of cases that are done or past it.
    pub kept: i64,
    /// And those that were not kept.
    pub broken: i64,
    /// How often parts were declined.
    pub bounces: i64,
    /// How often customers said "still not fixed".
    pub reopened: i64,
    /// How often a promise was given anew or moved.
    pub changed: i64,
    /// Shares of promises that were raised: how many, and of these acknowledged and ended.
    pub raised: BTreeMap<i64, [i64; 3]>,
    /// Whose the customers' time was, in microseconds.
    pub held: BTreeMap<&'static str, i64>,
    /// The same of the departments' own.
    pub departments: BTreeMap<String, i64>,
    /// What was done, by word.
    pub done: BTreeMap<&'static str, u64>,
    /// What must hold and does not.
    pub wrong: Vec<String>,
}

impl City {
    /// Reads what came of it from the store.
    pub async fn figures(&self, plan: Plan) -> anyhow::Result<Figures> {
        let pool = self.office.store.read();
        let now = self.office.now();
        let counted = |sql: &'static str| async move {
            let rows = sqlx::query(sql).fetch_all(pool).await?;
            anyhow::Ok(rows)
        };
        let states = counted("select state, count(*) as n from cases group by state").await?;
        let fixed = sqlx::query(
            "select c.done_at, (select p.due_at from promises p
                 where p.case_id = c.id and p.kind = 'fix' order by p.seq desc limit 1) as due_at
             from cases c",
        );
        let (mut kept, mut broken) = (0, 0);
        for row in fixed.fetch_all(pool).await? {
            let (done, due): (Option<i64>, i64) = (row.get("done_at"), row.get("due_at"));
            match done {
                Some(done) if done <= due => kept += 1,
                Some(_) => broken += 1,
                None if due < now => broken += 1,
                None => {}
            }
        }
        let one = |rows: Vec<AnyRow>| rows.first().map_or(0, |row| row.get::<i64, _>(0));
        let raised = counted(
            "select share, count(*) as n, count(acknowledged_at) as known, count(ended_at) as ended
             from escalations group by share",
        );
        let raised = raised.await?;
        let (held, departments) = self.time().await?;
        Ok(Figures {
            plan,
            states: { states.iter() }
                .map(|row| (row.get("state"), row.get("n")))
                .collect(),
            kept,
            broken,
            bounces: one(
                counted("select cast(coalesce(sum(bounces), 0) as bigint) from cases").await?,
            ),
            reopened: one(
                counted("select cast(coalesce(sum(reopened), 0) as bigint) from cases").await?,
            ),
            changed: one(counted("select count(*) from promises where reason <> 'first'").await?),
            raised: { raised.iter() }
                .map(|row| {
                    (
                        row.get("share"),
                        [row.get("n"), row.get("known"), row.get("ended")],
                    )
                })
                .collect(),
            held,
            departments,
            done: self.done.clone(),
            wrong: self.inspect().await?,
        })
    }

    /// Whose the time of every case was.
    async fn time(&self) -> anyhow::Result<(BTreeMap<&'static str, i64>, BTreeMap<String, i64>)> {
        let (mut held, mut departments) = (BTreeMap::new(), BTreeMap::new());
        let pool = self.office.store.read();
        let legs = sqlx::query("select id, department from legs")
            .fetch_all(pool)
            .await?;
        let department: BTreeMap<String, String> = { legs.iter() }
            .map(|row| (row.get("id"), row.get("department")))
            .collect();
        let cases = sqlx::query("select id, opened_at, closed_at from cases")
            .fetch_all(pool)
            .await?;
        for case in &cases {
            let spells = spells::of_case(pool, case.get("id")).await?;
            let end: Option<i64> = case.get("closed_at");
            let end = end.unwrap_or_else(|| self.office.now());
            for part in partition(case.get("opened_at"), end, &stretches(&spells)) {
                let who = match &part.holder {
                    Holder::Owner => "owner",
                    Holder::Offer { .. } => "offer",
                    Holder::Leg { leg } => {
                        let name = department.get(leg).cloned().unwrap_or_default();
                        *departments.entry(name).or_default() += part.long();
                        "leg"
                    }
                    Holder::Customer { .. } => "customer",
                    Holder::Pause { .. } => "pause",
                };
                *held.entry(who).or_default() += part.long();
            }
        }
        Ok((held, departments))
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Plan { days, cases, seed } = self.plan;
        writeln!(f, "{cases} cases in {days} days, seed {seed}\n")?;
        let states = ["received", "working", "waiting", "done", "closed"];
        for state in states {
            let n = self.states.get(state).copied().unwrap_or(0);
            writeln!(f, "{state:<14} {n:>7}")?;
        }
        let per_cent = |part: i64, whole: i64| part * 100 / whole.max(1);
        let promised = self.kept + self.broken;
        writeln!(f)?;
        writeln!(
            f,
            "promises kept  {:>7}  {:>3} %",
            self.kept,
            per_cent(self.kept, promised)
        )?;
        writeln!(f, "broken         {:>7}", self.broken)?;
        writeln!(f, "given anew     {:>7}", self.changed)?;
        writeln!(f, "bounced        {:>7}", self.bounces)?;
        writeln!(f, "reopened       {:>7}", self.reopened)?;
        writeln!(f, "\nraised at          all   known   ended    open")?;
        for (share, [all, known, ended]) in &self.raised {
            let open = all - known - ended;
            writeln!(
                f,
                "{share:>5} %      {all:>7} {known:>7} {ended:>7} {open:>7}"
            )?;
        }
        writeln!(f, "\nthe customers' time was")?;
        write_shares(f, &self.held)?;
        writeln!(f, "\nand of the departments'")?;
        write_shares(f, &self.departments)?;
        writeln!(f, "\nwhat was done")?;
        for (what, n) in &self.done {
            writeln!(f, "{what:<18} {n:>7}")?;
        }
        writeln!(f)?;
        if self.wrong.is_empty() {
            return writeln!(f, "everything that must hold does");
        }
        for wrong in &self.wrong {
            writeln!(f, "wrong: {wrong}")?;
        }
        Ok(())
    }
}

/// Shares in tenths of a per cent that sum to the whole: what rounding leaves over goes to those
/// that lost most by it.
fn write_shares<K: fmt::Display + Ord>(
    f: &mut fmt::Formatter<'_>,
    parts: &BTreeMap<K, i64>,
) -> fmt::Result {
    let whole: i128 = parts.values().map(|part| i128::from(*part)).sum();
    let exact = |part: i64| i128::from(part) * 1000;
    let mut tenths: Vec<_> = { parts.values() }
        .map(|part| exact(*part) / whole.max(1))
        .collect();
    let mut lost: Vec<_> = { parts.values().enumerate() }
        .map(|(at, part)| (exact(*part) % whole.max(1), at))
        .collect();
    lost.sort_by(|one, other| other.cmp(one));
    let left = 1000 - tenths.iter().sum::<i128>();
    for (_, at) in lost.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        tenths[at] += 1;
    }
    for ((name, part), tenth) in parts.iter().zip(tenths) {
        let hours = part / super::HOUR;
        writeln!(
            f,
            "{name:<22} {:>3}.{} %  {hours:>8} h",
            tenth / 10,
            tenth % 10
        )?;
    }
    Ok(())
}
