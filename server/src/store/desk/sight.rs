//! Which cases somebody may see, for statements that look at many: those they answer for (also in
//! the place of whoever is away) or are asked to, those that wait for somebody of their own to answer for them, and those of which a
//! part is within reach. The same as `case` asks for one.

use super::Reach;
use crate::store::Question;

/// Whoever looks, and whomever they stand in for now.
pub(super) fn stands_for(asked: &mut Question, reach: &Reach, me: &str) {
    asked
        .sql("(with recursive stands (id) as (select cast(")
        .bind(me);
    asked.sql(
        "as text) union select a.staff_id from absences a join stands s on a.deputy_id = s.id
         where a.ended_at is null and a.from_at <=",
    );
    asked.bind(reach.at).sql("and a.until_at >").bind(reach.at);
    asked.sql(") select id from stands)");
}

/// Says of a case `c` that it may be seen.
pub(in crate::store) fn sees(asked: &mut Question, reach: &Reach, me: &str) {
    asked.sql("(c.owner_staff_id in");
    stands_for(asked, reach, me);
    asked.sql(
        "or exists (select 1 from handovers h
             where h.case_id = c.id and h.state = 'offered' and h.to_staff_id =",
    );
    asked.bind(me);
    asked.sql(") or (c.owner_staff_id is null and case when 1 = 1");
    if let Some(units) = &reach.units {
        asked.sql("and c.owner_unit in").list(units);
    }
    if let Some(department) = &reach.department {
        asked
            .sql("and c.owner_department =")
            .bind(department.as_str());
    }
    // The parts of one case are few and found by their case; an index on departments must not be
    // mistaken for a better way to them, so what is asked of them is no plain comparison.
    asked.sql("then 1 else 0 end = 1) or exists (select 1 from legs l where l.case_id = c.id");
    asked.sql("and case when 1 = 1");
    if let Some(units) = &reach.units {
        asked.sql("and l.unit in").list(units);
    }
    if let Some(department) = &reach.department {
        asked.sql("and l.department =").bind(department.as_str());
    }
    asked.sql("then 1 else 0 end = 1))");
}
