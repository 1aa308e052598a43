//! The rows of a case, as the program would have written them in its time: what a page reads, and
//! what only lies beside it, because a page must not read that.

use app::case::reference::Reference;
use server::store::search::Text;
use std::collections::{BTreeMap, BTreeSet};

pub const HOUR: i64 = 3_600_000_000;
/// The department that answers for cases.
const OWNERS: &str = "customer-service";
const NOTE: &str = r#"{"text": "已经联系过客户"}"#;
const REPLY: &str = r#"{"text": "我们正在处理，谢谢您的耐心。"}"#;

/// A value of a row.
#[derive(Clone)]
pub enum Value {
    Text(String),
    Number(i64),
    None,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// Makes a row of anything that can be a value.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Value::from($value)),*] };
}

type Rows = Vec<Vec<Value>>;

/// The rows of each table.
#[derive(Default)]
pub struct Tables {
    customers: Rows,
    contacts: Rows,
    cases: Rows,
    promises: Rows,
    events: Rows,
    bodies: Rows,
    legs: Rows,
    spells: Rows,
    outbox: Rows,
    notices: Rows,
    found: Rows,
}

/// What cases are found by, and from where; each with the numbers of its cases.
#[derive(Default)]
pub struct Index {
    pub terms: BTreeMap<String, Vec<i64>>,
    pub seats: BTreeMap<String, Vec<i64>>,
}

/// What a case is to be.
pub struct Case<'a> {
    /// Its place among all.
    pub n: usize,
    pub opened: i64,
    pub state: &'static str,
    pub unit: &'a str,
    pub department: &'a str,
    pub topic: &'a str,
    /// Who answers for it and has its part.
    pub owner: Option<&'a str>,
    pub text: String,
    pub number: String,
}

/// Keys of cases lie in the order in which they came, as the program draws them.
fn key(case: &Case<'_>) -> String {
    let millis = u64::try_from(case.opened / 1_000).unwrap_or_default();
    let mut rest = [0; 10];
    rest[2..].copy_from_slice(&(case.n as u64).to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(millis, &rest)
        .into_uuid()
        .to_string()
}

impl Tables {
    /// In the order in which tables lean on each other.
    pub fn in_order(self) -> [(&'static str, Rows); 11] {
        [
            ("insert into customers (id, tier, created_at) values", self.customers),
            ("insert into contacts (id, customer_id, kind, value, valid_from) values", self.contacts),
            (
                "insert into cases (id, reference, key, content_hash, kind, channel, language, state, topic,
                     tier, customer_id, contact_id, unit, owner_duty, catalogue, rule, consent_version,
                     opened_at, owner_staff_id, closed_at, owner_unit, owner_department, breaks_at, look_at) values",
                self.cases,
            ),
            (
                "insert into promises (case_id, seq, kind, due_at, calendar, reason, made_at) values",
                self.promises,
            ),
            (
                "insert into events (id, case_id, seq, at, side, kind, actor, channel, body_hash, prev_hash,
                     hash) values",
                self.events,
            ),
            ("insert into event_bodies (event_id, salt, body) values", self.bodies),
            (
                "insert into legs (id, case_id, seq, unit, department, connector, state, due_at, calendar,
                     staff_id, queued_at, done_at, breaks_at, held) values",
                self.legs,
            ),
            (
                "insert into spells (id, case_id, leg_id, holder, unit, department, begun_at, ended_at) values",
                self.spells,
            ),
            (
                "insert into outbox (id, case_id, leg_id, seq, connector, verb, payload, idempotency, state,
                     attempts, next_at, created_at, carried_at) values",
                self.outbox,
            ),
            (
                "insert into notices (id, case_id, kind, channel, contact_id, state, attempts, next_at, day,
                     created_at, ended_at) values",
                self.notices,
            ),
            ("insert into search_cases (number, case_id, terms) values", self.found),
        ]
    }

    /// Adds a case; says how many of its parts are to be done, and notes how it is found.
    pub fn add(&mut self, case: &Case<'_>, index: &mut Index) -> usize {
        let id = key(case);
        self.itself(case, &id);
        self.log(case, &id);
        let open = (1..=2).filter(|seq| self.leg(case, &id, *seq)).count();
        let texts = [
            Text::Said(case.text.clone()),
            Text::Number(case.number.clone()),
        ];
        let by: BTreeSet<String> = texts.iter().flat_map(Text::terms).collect();
        let joined: Vec<_> = by.iter().map(String::as_str).collect();
        self.found.push(row![case.opened, id, joined.join(" ")]);
        for term in by {
            index.terms.entry(term).or_default().push(case.opened);
        }
        let seats =
            [case.department, OWNERS].map(|department| format!("{}/{department}", case.unit));
        let seats = BTreeSet::from(seats).into_iter();
        let people = case.owner.map(str::to_owned);
        for seat in seats.chain(people).chain([case.unit.to_owned()]) {
            index.seats.entry(seat).or_default().push(case.opened);
        }
        open
    }

    fn itself(&mut self, case: &Case<'_>, id: &str) {
        let (opened, closed) = (case.opened, case.state == "closed");
        self.customers.push(row![id, "individual", opened]);
        self.contacts
            .push(row![id, id, "phone", case.number.as_str(), opened]);
        let bits = (case.n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let reference = Reference::draw(bits.to_be_bytes()).to_string();
        self.cases.push(row![
            id,
            reference,
            id,
            "",
            "enquiry",
            "portal",
            "zh-Hans",
            case.state,
            case.topic,
            "individual",
            id,
            id,
            case.unit,
            "service-duty",
            "bench",
            "bench",
            1,
            opened,
            case.owner,
            closed.then_some(opened + 24 * HOUR),
            case.unit,
            OWNERS,
            opened + 24 * HOUR,
            opened + 12 * HOUR,
        ]);
        for (seq, kind) in [(1, "answer"), (2, "fix")] {
            let due = opened + 24 * seq * HOUR;
            self.promises
                .push(row![id, seq, kind, due, "elapsed", "first", opened]);
        }
    }

    fn log(&mut self, case: &Case<'_>, id: &str) {
        let sent = serde_json::json!({ "sent": [{ "label": "sent-details", "said": case.text }] });
        let said = [
            ("above", "received", "customer", sent.to_string()),
            ("above", "accepted", "rule", "{}".to_owned()),
            ("below", "note", "rule", NOTE.to_owned()),
            ("above", "reply", "rule", REPLY.to_owned()),
        ];
        for (seq, (side, kind, actor, body)) in (1_i64..).zip(said) {
            let event = format!("{id}-{seq}");
            let at = case.opened + seq * HOUR;
            if side == "above" {
                self.notices.push(row![
                    event.as_str(),
                    id,
                    kind,
                    "sms",
                    id,
                    "sent",
                    1,
                    at,
                    "2026-11-23",
                    at,
                    at,
                ]);
            }
            self.events.push(row![
                event.as_str(),
                id,
                seq,
                at,
                side,
                kind,
                actor,
                "desk",
                "",
                "",
                "",
            ]);
            self.bodies.push(row![event, "", body]);
        }
    }

    /// One department's part; whether it is to be done.
    fn leg(&mut self, case: &Case<'_>, case_id: &str, seq: i64) -> bool {
        let (opened, unit, department) = (case.opened, case.unit, case.department);
        let id = format!("{:08}-{seq}", case.n);
        let done = case.state == "closed" || (seq == 1 && case.state == "working");
        let planned = !done && seq == 2 && case.state != "working";
        let state = match (done, planned, case.owner) {
            (true, ..) => "done",
            (_, true, _) => "planned",
            (.., Some(_)) => "accepted",
            (.., None) => "queued",
        };
        let due = opened + (24 * seq) * HOUR;
        let ended = done.then_some(opened + 20 * HOUR);
        self.legs.push(row![
            id.as_str(),
            case_id,
            seq,
            unit,
            department,
            "desk",
            state,
            due,
            "elapsed",
            case.owner.filter(|_| state == "accepted"),
            opened,
            ended,
            due - HOUR,
            i64::from(case.state == "waiting"),
        ]);
        if done || state == "accepted" {
            let spell = format!("{id}-spell");
            self.spells.push(row![
                spell,
                case_id,
                id.as_str(),
                "leg",
                unit,
                department,
                opened,
                ended
            ]);
        }
        if !planned {
            let payload = serde_json::json!({ "case": case_id, "leg": seq, "text": case.text });
            self.outbox.push(row![
                format!("{id}-open"),
                case_id,
                id.as_str(),
                seq,
                "desk",
                "open",
                payload.to_string(),
                id.as_str(),
                "carried",
                1,
                opened,
                opened,
                opened,
            ]);
        }
        !done && !planned
    }
}
