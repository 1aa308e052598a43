//! What is looked up among everything there ever was is found by an index, in SQLite, which keeps
//! no statistics and would otherwise read it all.

use super::ground::Ground;
use server::store::Kind;
use sqlx::{AssertSqlSafe, Row};

/// As the program asks, with the index that is to find it.
const LOOKED_UP: [(&str, &str); 14] = [
    (
        "select 1 from outbox where leg_id = '' and verb = 'open'",
        "outbox_by_leg",
    ),
    (
        "select 1 from ratings where case_id = ''",
        "ratings_of_case",
    ),
    (
        "select 1 from spells where leg_id = '' and ended_at is null",
        "spells_open_of_leg",
    ),
    ("select 1 from grants where case_id = ''", "grants_by_case"),
    (
        "select 1 from answer_sheets where case_id = ''",
        "answer_sheets_by_case",
    ),
    ("select 1 from cases where line_id = ''", "cases_by_line"),
    (
        "select 1 from notices where follower_id = '' and state in ('waiting', 'held')",
        "notices_by_follower",
    ),
    (
        "select 1 from incident_joins where incident_id = ''",
        "incident_joins_by_incident",
    ),
    (
        "select id from cases where erased_at is null and state = 'closed' and closed_at < 1 order by closed_at limit 1",
        "cases_to_erase",
    ),
    (
        "select id from cases where look_at <= 1 and state in ('received', 'working', 'waiting')
         order by look_at, id limit 1",
        "cases_to_look_at",
    ),
    (
        "select id from cases where state = 'done' and warned_at is null and done_at <= 1 order by done_at limit 1",
        "cases_done",
    ),
    (
        "select reference from cases where needs_person_at is not null and owner_staff_id is null
           and state <> 'closed' order by needs_person_at, id",
        "cases_needing_a_person",
    ),
    (
        "select reference from cases where owner_staff_id in (select id from staff) and owner_staff_id <> ''
           and state in ('received', 'working', 'waiting', 'done')",
        "cases_by_owner (owner_staff_id=? AND state=?)",
    ),
    (
        "select 1 from cases c where c.id = '' and exists (select 1 from legs l where l.case_id = c.id
           and case when l.unit = '' and l.department = '' then 1 else 0 end = 1)",
        "COVERING INDEX legs_of_case",
    ),
];

#[tokio::test]
async fn what_is_looked_up_among_everything_is_found_by_its_index() {
    let ground = Ground::new().await;
    if ground.database().kind() != Kind::Sqlite {
        return;
    }
    let store = ground.store().await;
    for (asked, index) in LOOKED_UP {
        let way = sqlx::query(AssertSqlSafe(format!("explain query plan {asked}")));
        let way = way.fetch_all(store.read()).await.unwrap();
        let way: Vec<String> = way.iter().map(|step| step.get("detail")).collect();
        let found = |step: &String| step.starts_with("SEARCH") && step.contains(index);
        assert!(way.iter().any(found), "{asked}: {way:#?}");
        // Nothing is read to be put in order that has an order already.
        assert!(
            !way.iter()
                .any(|step| step == "USE TEMP B-TREE FOR ORDER BY"),
            "{asked}: {way:#?}"
        );
    }
}
