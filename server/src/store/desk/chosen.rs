//! Which parts a page of the queue shows. What they are chosen by lies in an index whole, so a look
//! costs what it shows and not what there is: `legs_queue` for a department of a unit, `legs_of_unit`
//! for a unit, `legs_open` for all of them; and the same of what is done.

use super::{Cursor, Part, Reach};
use crate::store::Question;

/// So many units each have their own list looked at. Whoever sees more walks the order of all, and
/// leaves out what is not theirs: that is little then.
const FEW: usize = 16;

const OPEN: &str = "state in ('queued', 'accepted', 'working', 'paused')";

/// A list of parts, `leg`, in order, and what they are ordered by, `at`.
pub(super) fn listed(
    asked: &mut Question,
    reach: &Reach,
    part: Part,
    after: Option<&Cursor>,
    most: i64,
) {
    let units = reach.units.as_deref().unwrap_or_default();
    let one = |asked: &mut Question, unit: Option<&str>| {
        asked.sql(match part.latest_first() {
            true => "select id as leg, done_at as at from legs where",
            false => "select id as leg, breaks_at as at from legs where",
        });
        chosen(asked, part);
        match unit {
            Some(unit) => asked.sql("and unit =").bind(unit),
            None => among(asked, reach),
        };
        if let Some(department) = &reach.department {
            asked.sql("and department =").bind(department.as_str());
        }
        behind(asked, part, after);
        asked.sql(match part.latest_first() {
            true => "order by done_at desc, id desc limit",
            false => "order by breaks_at, id limit",
        });
        asked.bind(most);
    };
    match units {
        [unit] => one(asked, Some(unit)),
        units if (1..=FEW).contains(&units.len()) => {
            asked.sql("select leg, at from (");
            for (at, unit) in units.iter().enumerate() {
                if at > 0 {
                    asked.sql("union all");
                }
                asked.sql("select leg, at from (");
                one(asked, Some(unit));
                asked.sql(") of_unit");
            }
            asked.sql(match part.latest_first() {
                true => ") of_units order by at desc, leg desc limit",
                false => ") of_units order by at, leg limit",
            });
            asked.bind(most);
        }
        _ => one(asked, None),
    }
}

/// How many there are, `many`, as far as a number.
pub(super) fn counted(asked: &mut Question, reach: &Reach, part: Part, most: i64) {
    asked.sql("select count(*) as many from (select 1 as one from legs where");
    chosen(asked, part);
    reach.limits(asked, "unit", "department");
    asked.sql("limit").bind(most).sql(") counted");
}

/// What of the parts is meant.
fn chosen(asked: &mut Question, part: Part) {
    match part {
        Part::Open => asked.sql(OPEN),
        Part::Unassigned => asked.sql(OPEN).sql("and staff_id is null"),
        Part::Waiting => asked.sql(OPEN).sql("and (held = 1 or state = 'paused')"),
        Part::Late(now) => asked.sql(OPEN).sql("and breaks_at <").bind(now),
        Part::Done(since) => asked.sql("state = 'done' and done_at >").bind(since),
    };
}

/// Of these units, said so that no index on the unit is taken for a better way than the order.
fn among<'q>(asked: &'q mut Question, reach: &Reach) -> &'q mut Question {
    match &reach.units {
        Some(units) => asked
            .sql("and case when unit in")
            .list(units)
            .sql("then 1 else 0 end = 1"),
        None => asked,
    }
}

/// Only what stands behind the last row of the page before.
fn behind(asked: &mut Question, part: Part, after: Option<&Cursor>) {
    let Some(Cursor { at, leg }) = after else {
        return;
    };
    // Ids are compared as they stand in the list, within one instant.
    if part.latest_first() {
        asked.sql("and done_at <=").bind(*at);
        asked.sql("and (done_at <").bind(*at);
        asked.sql("or id <").bind(leg.as_str()).sql(")");
    } else {
        asked.sql("and (breaks_at, id) > (").bind(*at);
        asked.sql(",").bind(leg.as_str()).sql(")");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn reach(units: Option<usize>, department: Option<&str>) -> Reach {
        let units = units.map(|many| (0..many).map(|n| format!("unit-{n}")).collect());
        Reach {
            units,
            department: department.map(str::to_owned),
            at: 0,
        }
    }

    /// Every way of looking: by how much of the tree is seen, by what of it, by which page.
    fn looks() -> Vec<(Reach, Part, Option<Cursor>)> {
        let mut looks = Vec::new();
        for units in [None, Some(1), Some(3), Some(FEW + 1)] {
            for department in [None, Some("billing")] {
                for part in [
                    Part::Open,
                    Part::Unassigned,
                    Part::Waiting,
                    Part::Late(9),
                    Part::Done(1),
                ] {
                    let leg = "leg".to_owned();
                    for after in [None, Some(Cursor { at: 5, leg })] {
                        looks.push((reach(units, department), part, after));
                    }
                }
            }
        }
        looks
    }

    #[tokio::test]
    async fn whoever_looks_at_whatever_finds_it_in_an_index_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        for (reach, part, after) in looks() {
            let mut asked = Question::default();
            listed(&mut asked, &reach, part, after.as_ref(), 51);
            let way = asked.way(store.read()).await;
            let said = format!("{reach:?} {part:?} {after:?}: {way:#?}");
            let on_legs: Vec<_> = way.iter().filter(|step| step.contains(" legs ")).collect();
            assert!(!on_legs.is_empty(), "{said}");
            for step in on_legs {
                assert!(step.contains("USING COVERING INDEX legs_"), "{said}");
                // Few units are looked for, each by its name.
                let few = reach.units.as_ref().is_some_and(|it| it.len() <= FEW);
                assert!(!few || step.contains("(unit=?"), "{said}");
            }
            // Nothing is put in order but what several units' lists come to, a page of each.
            for steps in way.windows(2) {
                let sorts = steps[1].contains("ORDER BY");
                assert!(!sorts || steps[0].starts_with("SCAN of_unit"), "{said}");
            }
        }
    }

    #[tokio::test]
    async fn counting_never_reads_more_than_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        for (reach, part, _) in looks() {
            let mut asked = Question::default();
            counted(&mut asked, &reach, part, 100);
            let way = asked.way(store.read()).await;
            let said = format!("{reach:?} {part:?}: {way:#?}");
            let on_legs: Vec<_> = way.iter().filter(|step| step.contains(" legs ")).collect();
            assert_eq!(on_legs.len(), 1, "{said}");
            assert!(on_legs[0].contains("USING COVERING INDEX legs_"), "{said}");
            let searched = reach.units.is_none() || on_legs[0].contains("(unit=?");
            assert!(searched, "{said}");
        }
    }
}
