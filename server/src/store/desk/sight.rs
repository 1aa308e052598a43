//! Which cases somebody may see: those they answer for (also in the place of whoever is away) or are
//! asked to, those that wait for somebody of their own to answer for them, and those of which a part
//! is within reach. One condition, for statements that look at one case as for those that look at
//! many.

use super::Reach;
use crate::store::Question;

/// Whoever looks, and whomever they stand in for at an instant.
pub(in crate::store) fn stands_for(asked: &mut Question, at: i64, me: &str) {
    asked
        .sql("(with recursive stands (id) as (select cast(")
        .bind(me);
    asked.sql(
        "as text) union select a.staff_id from absences a join stands s on a.deputy_id = s.id
         where a.ended_at is null and a.from_at <=",
    );
    asked.bind(at).sql("and a.until_at >").bind(at);
    asked.sql(") select id from stands)");
}

/// Says of a case `c` that it may be seen.
pub(in crate::store) fn sees(asked: &mut Question, reach: &Reach, me: &str) {
    asked.sql("(c.owner_staff_id in");
    stands_for(asked, reach.at, me);
    asked.sql(
        "or exists (select 1 from handovers h
             where h.case_id = c.id and h.state = 'offered' and h.to_staff_id =",
    );
    asked.bind(me);
    asked.sql(") or (c.owner_staff_id is null and case when 1 = 1");
    reach.limits(asked, "c.owner_unit", "c.owner_department");
    // The parts of one case are few and found by their case; an index on departments must not be
    // mistaken for a better way to them, so what is asked of them is no plain comparison.
    asked.sql("then 1 else 0 end = 1) or exists (select 1 from legs l where l.case_id = c.id");
    asked.sql("and case when 1 = 1");
    reach.limits(asked, "l.unit", "l.department");
    asked.sql("then 1 else 0 end = 1))");
}
