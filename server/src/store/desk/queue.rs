//! The queue: parts of cases, what breaks first on top. Which parts a page shows is chosen in
//! `chosen`; here it is said what stands in its rows.

use super::{
    Reach,
    chosen::{counted, listed},
    sight::stands_for,
};
use crate::store::{Pool, Question, Record, cases::about};
use app::case::view::About;
use sqlx::Row;

/// One department's part of a case, with what its case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// The part's key.
    pub leg: String,
    /// Its number within the case.
    pub seq: i64,
    /// The case's public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// Where the case stands.
    pub case_state: String,
    /// The customer's tier.
    pub tier: String,
    /// How often it was reopened.
    pub reopened: i64,
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// How far the part is.
    pub state: String,
    /// Who has it, by name.
    pub taken_by: Option<String>,
    /// Whether whoever asks answers for the case.
    pub owned: bool,
    /// Until when it is to be done; when it was done, of what is done.
    pub due_at: i64,
    /// What breaks first; the same of what is done. What the list is ordered by.
    pub breaks_at: i64,
}

/// Which parts of what is within reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is to be done.
    Open,
    /// Of that, what nobody has taken.
    Unassigned,
    /// Of that, what waits: for the customer, or paused.
    Waiting,
    /// Of that, what broke before an instant.
    Late(i64),
    /// What was done after an instant, the latest first.
    Done(i64),
}

impl Part {
    /// What is done is of interest by when it was done; the rest by when it breaks.
    pub(super) const fn latest_first(self) -> bool {
        matches!(self, Self::Done(_))
    }
}

/// The last row of the page before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// What it is ordered by.
    pub at: i64,
    /// Its part.
    pub leg: String,
}

/// Columns of a row, from a list `q` of parts that were chosen.
const ROW: &str = "select l.id as leg, l.seq, c.reference, c.kind, c.product, c.topic, c.symptom, c.place,
     c.state as case_state, c.tier, c.reopened, c.owner_staff_id, l.unit, l.department, l.state,
     s.name as taken_by, coalesce(case when l.state = 'done' then l.done_at end, l.due_at) as due_at, q.at
     from (";

const JOINED: &str = ") q join legs l on l.id = q.leg join cases c on c.id = l.case_id
     left join staff s on s.id = l.staff_id";

/// One page of the queue, from behind a row on.
///
/// # Errors
/// When the store fails.
pub async fn page(
    pool: &Pool,
    reach: &Reach,
    part: Part,
    me: &str,
    after: Option<&Cursor>,
    most: i64,
) -> anyhow::Result<Vec<QueueRow>> {
    let mut asked = Question::new(ROW);
    listed(&mut asked, reach, part, after, most);
    asked.sql(JOINED).sql(match part.latest_first() {
        true => "order by q.at desc, q.leg desc",
        false => "order by q.at, q.leg",
    });
    let rows = asked.all(pool).await?;
    Ok(rows.into_iter().map(|row| read(row, me)).collect())
}

/// How many parts there are, as far as a number: nobody counts to a million for a look.
///
/// # Errors
/// When the store fails.
pub async fn count(pool: &Pool, reach: &Reach, part: Part, most: i64) -> anyhow::Result<i64> {
    let mut asked = Question::default();
    counted(&mut asked, reach, part, most);
    let rows = asked.all(pool).await?;
    Ok(rows.first().map_or(0, |row| row.get("many")))
}

/// The parts of the cases that somebody answers for, also in the place of whoever is away, and the
/// parts that they have themselves: of each case the one that breaks first. What was declined waits
/// for whoever answers for the case.
///
/// # Errors
/// When the store fails.
pub async fn mine(
    pool: &Pool,
    reach: &Reach,
    staff_id: &str,
    most: i64,
) -> anyhow::Result<Vec<QueueRow>> {
    let mut asked = Question::new(ROW);
    asked.sql(
        "select leg, at from (select l.case_id, l.id as leg, l.breaks_at as at,
             row_number() over (partition by l.case_id order by l.breaks_at, l.id) as place from legs l where l.id in (
             select id from legs where state in ('queued', 'accepted', 'working', 'paused') and staff_id =",
    );
    asked.bind(staff_id);
    asked.sql(
        "union select o.id from cases c join legs o on o.case_id = c.id
             where c.state in ('received', 'working', 'waiting')
               and o.state in ('queued', 'accepted', 'working', 'paused', 'declined') and o.replaced_by is null
               and c.owner_staff_id in",
    );
    stands_for(&mut asked, reach.at, staff_id);
    asked.sql(")) ranked where place = 1 order by at, leg limit");
    asked.bind(most).sql(JOINED).sql("order by q.at, q.leg");
    let rows = asked.all(pool).await?;
    Ok(rows.into_iter().map(|row| read(row, staff_id)).collect())
}

fn read(row: Record, me: &str) -> QueueRow {
    let owner: Option<String> = row.get("owner_staff_id");
    QueueRow {
        leg: row.get("leg"),
        seq: row.get("seq"),
        reference: row.get("reference"),
        kind: row.get("kind"),
        about: about(&row),
        case_state: row.get("case_state"),
        tier: row.get("tier"),
        reopened: row.get("reopened"),
        unit: row.get("unit"),
        department: row.get("department"),
        state: row.get("state"),
        taken_by: row.get("taken_by"),
        owned: owner.as_deref() == Some(me),
        due_at: row.get("due_at"),
        breaks_at: row.get("at"),
    }
}
