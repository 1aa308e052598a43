//! What must hold of the chain, whatever happened: looked for in the store, case by case.

use super::city::City;
use crate::{
    clock::{Part, partition},
    office::stretches,
    store::spells,
};
use app::case::language::Lang;
use sqlx::Row;

/// Each names what is found by its statement; none may be.
const NONE: [(&str, &str); 10] = [
    (
        "cases without an owner",
        "select count(*) from cases where owner_staff_id is null and owner_duty = ''",
    ),
    (
        "legs without a department",
        "select count(*) from legs where department = '' or unit = ''",
    ),
    (
        "open cases without a promise",
        "select count(*) from cases c where c.state in ('received', 'working', 'waiting')
           and not exists (select 1 from promises p where p.case_id = c.id)",
    ),
    (
        "closed cases that somebody still has",
        "select count(*) from spells s join cases c on c.id = s.case_id
         where c.state = 'closed' and s.ended_at is null",
    ),
    (
        "closed cases that somebody still has to hear of",
        "select count(*) from escalations e join cases c on c.id = e.case_id
         where c.state = 'closed' and e.acknowledged_at is null and e.ended_at is null",
    ),
    (
        "escalations that were acknowledged and ended",
        "select count(*) from escalations where acknowledged_at is not null and ended_at is not null",
    ),
    (
        "cases whose escalations are not the ones their log tells of",
        "select count(*) from cases c where
           (select count(*) from escalations e where e.case_id = c.id)
           <> (select count(*) from events v where v.case_id = c.id and v.kind = 'raised')",
    ),
    (
        "cases whose bounces are not the ones their log tells of",
        "select count(*) from cases c where c.bounces
           <> (select count(*) from events v where v.case_id = c.id and v.kind = 'leg-declined')",
    ),
    (
        "cases that were reopened more or less often than their log tells",
        "select count(*) from cases c where c.reopened
           <> (select count(*) from events v where v.case_id = c.id and v.kind = 'reopened')",
    ),
    (
        "cases that are not looked for where they can be seen",
        "select count(*) from (
             select case_id, unit as seat from legs
             union select case_id, unit || '/' || department from legs
             union select id, owner_staff_id from cases where owner_staff_id is not null
         ) k where not exists (
             select 1 from search_cases n join search_seats s on s.number = n.number
             where n.case_id = k.case_id and s.seat = k.seat)",
    ),
];

impl City {
    /// Everything that must hold and does not.
    pub async fn inspect(&self) -> anyhow::Result<Vec<String>> {
        let mut wrong = Vec::new();
        let pool = self.office.store.read();
        for (what, sql) in NONE {
            let n: i64 = sqlx::query(sql).fetch_one(pool).await?.get(0);
            if n > 0 {
                wrong.push(format!("{n} {what}"));
            }
        }
        let declined: i64 =
            sqlx::query("select cast(coalesce(sum(bounces), 0) as bigint) from cases")
                .fetch_one(pool)
                .await?
                .get(0);
        let done = self.done.get("decline").copied().unwrap_or(0);
        if u64::try_from(declined)? != done {
            wrong.push(format!(
                "{done} parts were declined, and {declined} bounces counted"
            ));
        }
        let clocks = self.clocks().await?;
        if clocks > 0 {
            wrong.push(format!("{clocks} clocks that do not add up"));
        }
        let told = self.inner_names_told().await?;
        if told > 0 {
            wrong.push(format!("{told} cases tell their customer an inner name"));
        }
        Ok(wrong)
    }

    /// How many clocks have parts that overlap, leave a gap, or do not sum to the whole.
    async fn clocks(&self) -> anyhow::Result<usize> {
        let pool = self.office.store.read();
        let cases = sqlx::query("select id, opened_at, closed_at from cases")
            .fetch_all(pool)
            .await?;
        let mut wrong = 0;
        for case in &cases {
            let (from, to): (i64, Option<i64>) = (case.get("opened_at"), case.get("closed_at"));
            let to = to.unwrap_or_else(|| self.office.now());
            let spells = spells::of_case(pool, case.get("id")).await?;
            let parts = partition(from, to, &stretches(&spells));
            let joined = parts.windows(2).all(|two| two[0].to == two[1].from);
            let sum: i64 = parts.iter().map(Part::long).sum();
            wrong += usize::from(!joined || sum != to - from);
        }
        Ok(wrong)
    }

    /// How many customers could read the name of a unit, department, duty or back office: in what
    /// their page is made of, whatever its words.
    async fn inner_names_told(&self) -> anyhow::Result<usize> {
        let house = self.office.house();
        let plain = |text: &str| -> String {
            let letters = text.chars().filter(|letter| !letter.is_whitespace());
            letters.flat_map(char::to_lowercase).collect()
        };
        let names: Vec<String> = { house.organisation.inner_names() }
            .flat_map(|name| Lang::ALL.map(|lang| plain(name.say(lang))))
            .collect();
        let mut told = 0;
        for case in self.cases.values() {
            let page = plain(&format!("{:?}", self.office.case_view(&case.id).await?));
            told += usize::from(names.iter().any(|name| page.contains(name)));
        }
        Ok(told)
    }
}
