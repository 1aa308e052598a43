//! The chain behind the face: parts passed on, taken, declined and rated; who answers for a case; and
//! what of it the customer sees.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

/// A member of staff with the browser in front of them.
struct Colleague {
    browser: Customer,
    login: String,
    keys: u32,
}

impl Colleague {
    async fn new(house: &House, login: &str, department: &str, role: Role) -> Self {
        employ(house, login, department, role).await;
        let (browser, _) = sign_in(house, login, "right").await;
        Self {
            browser,
            login: login.to_owned(),
            keys: 0,
        }
    }

    /// Signs in again, after hours in which nothing was done.
    async fn back(&mut self, house: &House) {
        (self.browser, _) = sign_in(house, &self.login, "right").await;
    }

    /// Sends a form about a case, with a key of its own.
    async fn act(&mut self, house: &House, act: &str, case: &str, fields: &[(&str, &str)]) -> Page {
        self.keys += 1;
        let key = format!("{:a>26}", format!("{}{}", self.login, self.keys));
        let mut all = vec![("reference", case), ("key", key.as_str())];
        all.extend_from_slice(fields);
        let page = self
            .browser
            .post(house, &format!("/api/desk/{act}"), &all)
            .await;
        house.carry().await;
        page
    }

    async fn case(&mut self, house: &House, case: &str) -> Page {
        self.browser.get(house, &format!("/desk/case/{case}")).await
    }

    /// Offers a part to billing at headquarters, with everything it needs.
    async fn pass_to_billing(&mut self, house: &House, case: &str, leg: &str) -> Page {
        let fields = [
            ("leg", leg),
            ("to", "hq.billing"),
            ("needs", "2"),
            ("need-0", "138 0013 8000"),
            ("need-1", "October, 40 too much"),
            ("text", "The amount is wrong."),
        ];
        self.act(house, "pass", case, &fields).await
    }
}

/// A case that the first department has taken, with her who took it.
async fn taken(house: &House) -> (Customer, String, Colleague) {
    let mut customer = Customer::default();
    let (case, _) = customer.case(house, "My bill is wrong.").await;
    house.carry().await;
    let department = house
        .text(
            "select l.department from legs l join cases c on c.id = l.case_id where c.reference = $1",
            &case,
        )
        .await;
    assert_ne!(department, "billing", "the test passes it there");
    let mut anna = Colleague::new(house, "anna", &department, Role::Specialist).await;
    anna.act(house, "accept", &case, &[("leg", "1")]).await;
    (customer, case, anna)
}

const STATE: &str = "select state from cases where reference = $1";
const LEGS: &str = "select coalesce(string_agg(one, ' '), '') from (
    select l.seq || ':' || l.department || ':' || l.state as one from legs l join cases c on c.id = l.case_id
    where c.reference = $1 order by l.seq) q";
const OWNER: &str =
    "select s.login from cases c join staff s on s.id = c.owner_staff_id where c.reference = $1";
const EVENTS: &str = "select coalesce(string_agg(kind, ' '), '') from (
    select e.kind from events e join cases c on c.id = e.case_id
    where c.reference = $1 and e.side = 'below' order by e.seq) q";

#[tokio::test]
async fn a_part_that_is_passed_on_stays_with_its_giver_until_it_is_taken() {
    let house = House::open().await;
    let (mut customer, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    assert!(
        !bill.case(&house, &case).await.holds("My bill is wrong."),
        "not theirs yet"
    );
    let page = anna.pass_to_billing(&house, &case, "1").await;
    assert!(page.holds("Offered to"), "{}", page.html);
    let legs = house.text(LEGS, &case).await;
    assert!(legs.contains(":accepted 2:billing:queued"), "{legs}");
    let seen = bill.case(&house, &case).await;
    assert!(seen.holds("October, 40 too much") && seen.holds("The amount is wrong."));
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let legs = house.text(LEGS, &case).await;
    assert!(legs.contains(":done 2:billing:accepted"), "{legs}");
    assert_eq!(
        house.text(OWNER, &case).await,
        "anna",
        "who took the case first owns it still"
    );
    assert!(
        anna.case(&house, &case).await.holds("My bill is wrong."),
        "and sees each hop"
    );
    bill.act(
        &house,
        "finish",
        &case,
        &[("leg", "2"), ("text", "40 are given back.")],
    )
    .await;
    assert_eq!(
        house.text(STATE, &case).await,
        "working",
        "the owner has not looked yet"
    );
    let told = customer.get(&house, &format!("/track/{case}")).await;
    assert!(
        !told.holds("40 are given back."),
        "only the owner tells the customer"
    );
    assert!(anna.browser.get(&house, "/desk/mine").await.holds(&case));
    anna.act(&house, "reply", &case, &[("text", "We give 40 back.")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
    let told = customer.get(&house, &format!("/track/{case}")).await;
    assert!(told.holds("We give 40 back."));
    for inner in ["Billing", "October, 40", "The amount is wrong."] {
        assert!(!told.holds(inner), "the customer reads {inner}");
    }
}

#[tokio::test]
async fn what_the_receiver_needs_must_be_there_before_anything_is_offered() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let fields = [
        ("leg", "1"),
        ("to", "hq.billing"),
        ("needs", "2"),
        ("need-0", "138 0013 8000"),
        ("need-1", " "),
        ("text", "The amount is wrong."),
    ];
    let page = anna.act(&house, "pass", &case, &fields).await;
    assert!(page.is_refusal() && page.leads_to("need-1"), "{}", page.at);
    assert!(
        page.holds("138 0013 8000") && page.holds("The amount is wrong."),
        "nothing typed is lost"
    );
    // A form made before the receiver asked for more is answered with what it asks for now.
    let old = [
        ("leg", "1"),
        ("to", "hq.billing"),
        ("needs", "0"),
        ("text", "Please."),
    ];
    anna.act(&house, "pass", &case, &old).await;
    assert!(!house.text(LEGS, &case).await.contains("billing"));
    for nowhere in [
        "hq.nobody",
        "mars.billing",
        "lancheng.billing",
        "billing",
        "",
    ] {
        let fields = [
            ("leg", "1"),
            ("to", nowhere),
            ("needs", "0"),
            ("text", "Please."),
        ];
        anna.act(&house, "pass", &case, &fields).await;
    }
    assert!(
        house
            .maybe("select id from passings where case_id <> $1", "")
            .await
            .is_none()
    );
}

#[tokio::test]
async fn every_refusal_is_counted_and_the_third_is_a_coordinators_to_decide() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    let page = bill
        .act(&house, "decline", &case, &[("leg", "1"), ("text", "No.")])
        .await;
    assert!(
        !page.holds("My bill"),
        "what one may not see cannot be declined"
    );
    for leg in ["2", "3", "4"] {
        anna.pass_to_billing(&house, &case, "1").await;
        let empty = bill
            .act(&house, "decline", &case, &[("leg", leg), ("text", "")])
            .await;
        assert!(empty.is_refusal(), "a refusal says why");
        bill.act(
            &house,
            "decline",
            &case,
            &[("leg", leg), ("text", "Not a bill of ours.")],
        )
        .await;
    }
    let bounces = "select cast(bounces as text) from cases where reference = $1 and undecided_since is not null";
    assert_eq!(house.maybe(bounces, &case).await.as_deref(), Some("3"));
    let page = anna.case(&house, &case).await;
    assert!(page.holds("Not a bill of ours.") && page.holds("a coordinator must decide"));
    anna.pass_to_billing(&house, &case, "1").await;
    assert!(
        !house.text(LEGS, &case).await.contains("5:"),
        "not the giver's to offer any more"
    );
    let mut cora = Colleague::new(&house, "cora", "customer-service", Role::Coordinator).await;
    cora.pass_to_billing(&house, &case, "1").await;
    assert!(house.maybe(bounces, &case).await.is_none(), "decided");
    bill.act(
        &house,
        "decline",
        &case,
        &[("leg", "5"), ("text", "No, really.")],
    )
    .await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.contains("5:billing:queued"),
        "a decision cannot be declined: {legs}"
    );
    bill.act(&house, "accept", &case, &[("leg", "5")]).await;
    bill.act(&house, "finish", &case, &[("leg", "5"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "working");
    let lacking = [("act", "lacking"), ("text", "The amount was not said.")];
    anna.act(&house, "check", &case, &lacking).await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.contains("5:billing:queued"),
        "what is lacking goes back to work: {legs}"
    );
    bill.act(&house, "accept", &case, &[("leg", "5")]).await;
    bill.act(&house, "finish", &case, &[("leg", "5"), ("text", "")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
}

#[tokio::test]
async fn an_offer_is_taken_back_by_its_giver_or_by_finishing_the_work() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    anna.act(&house, "withdraw", &case, &[("leg", "2")]).await;
    assert!(house.text(LEGS, &case).await.contains("2:billing:declined"));
    anna.pass_to_billing(&house, &case, "1").await;
    anna.act(
        &house,
        "finish",
        &case,
        &[("leg", "1"), ("text", "It was simple.")],
    )
    .await;
    assert_eq!(house.text(STATE, &case).await, "done");
    assert!(house.text(LEGS, &case).await.contains("3:billing:declined"));
    let bounces = "select cast(bounces as text) from cases where reference = $1";
    assert_eq!(
        house.text(bounces, &case).await,
        "0",
        "nobody declined anything"
    );
}

#[tokio::test]
async fn an_offer_that_nobody_answers_in_time_is_told_once() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    assert_eq!(house.office.sweep().await.unwrap().overdue, 0);
    house.pass(30);
    assert_eq!(house.office.sweep().await.unwrap().overdue, 1);
    assert_eq!(house.office.sweep().await.unwrap().overdue, 0);
    assert!(house.text(EVENTS, &case).await.contains("offer-overdue"));
    anna.back(&house).await;
    assert!(anna.case(&house, &case).await.holds("not answered in time"));
}

#[tokio::test]
async fn the_receiver_rates_what_it_was_handed_in_one_tap_and_says_why_when_it_was_poor() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    anna.pass_to_billing(&house, &case, "1").await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let tap = |score| [("leg", "1"), ("by", "2"), ("act", score)];
    let page = bill.act(&house, "rate", &case, &tap("poor")).await;
    assert!(
        page.is_refusal() && page.leads_to("rate-1"),
        "a poor one needs a reason"
    );
    let fields = [
        ("leg", "1"),
        ("by", "2"),
        ("act", "poor"),
        ("text", "The month was missing."),
    ];
    bill.act(&house, "rate", &case, &fields).await;
    bill.act(&house, "rate", &case, &tap("good")).await;
    let rated = "select cast(score as text) || reason from ratings where rated_leg_id <> $1";
    assert_eq!(
        house.text(rated, "").await,
        "1The month was missing.",
        "once and for good"
    );
    let page = anna.act(&house, "rate", &case, &tap("good")).await;
    assert!(!page.at.contains("did="), "nobody rates their own work");
    assert!(
        anna.case(&house, &case)
            .await
            .holds("The month was missing.")
    );
}

#[tokio::test]
async fn a_case_is_handed_over_only_when_the_other_says_yes() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut otto = Colleague::new(&house, "otto", "human-resources", Role::Front).await;
    assert!(!otto.case(&house, &case).await.holds("My bill"));
    let ask = [("to", "otto"), ("text", "I am away next week.")];
    let empty = anna
        .act(&house, "hand-over", &case, &[("to", "otto"), ("text", "")])
        .await;
    assert!(empty.is_refusal());
    anna.act(&house, "hand-over", &case, &ask).await;
    assert_eq!(
        house.text(OWNER, &case).await,
        "anna",
        "a question moves nothing"
    );
    assert!(otto.case(&house, &case).await.holds("I am away next week."));
    otto.act(&house, "keep-owner", &case, &[("text", "So am I.")])
        .await;
    assert_eq!(house.text(OWNER, &case).await, "anna");
    assert!(
        !otto.case(&house, &case).await.holds("My bill"),
        "who is asked no more sees no more"
    );
    otto.act(&house, "take-over", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "anna", "no is no");
    anna.act(&house, "hand-over", &case, &ask).await;
    otto.act(&house, "take-over", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "otto");
    let events = house.text(EVENTS, &case).await;
    assert!(
        events.ends_with("owner-asked owner-declined owner-asked owner-changed"),
        "{events}"
    );
}

#[tokio::test]
async fn a_case_that_nobody_owns_is_seen_and_taken_by_those_whose_duty_it_is() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (case, _) = customer.case(&house, "Whose am I?").await;
    house.carry().await;
    let duty = "select owner_department from cases where reference = $1";
    let duty = house.text(duty, &case).await;
    let mut dora = Colleague::new(&house, "dora", &duty, Role::Front).await;
    assert!(
        dora.case(&house, &case)
            .await
            .holds("Nobody answers for this case yet")
    );
    dora.act(&house, "own", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "dora");
    let mut emil = Colleague::new(&house, "emil", &duty, Role::Front).await;
    emil.act(&house, "own", &case, &[]).await;
    assert_eq!(
        house.text(OWNER, &case).await,
        "dora",
        "the second is too late"
    );
}

#[tokio::test]
async fn parts_side_by_side_are_all_done_before_the_customer_is_asked() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    let beside = [("to", "hq.billing"), ("text", "Check October too.")];
    bill.act(&house, "add", &case, &beside).await;
    anna.act(&house, "add", &case, &beside).await;
    let after = [
        ("to", "hq.marketing"),
        ("after", "2"),
        ("text", "Offer another plan."),
    ];
    anna.act(&house, "add", &case, &after).await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.ends_with("2:billing:queued 3:marketing:planned"),
        "{legs}"
    );
    anna.act(&house, "finish", &case, &[("leg", "1"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "working");
    assert!(bill.case(&house, &case).await.holds("Check October too."));
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    bill.act(&house, "finish", &case, &[("leg", "2"), ("text", "")])
        .await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.ends_with("3:marketing:queued"),
        "its turn has come: {legs}"
    );
    let mut mara = Colleague::new(&house, "mara", "marketing", Role::Specialist).await;
    mara.act(&house, "accept", &case, &[("leg", "3")]).await;
    mara.act(&house, "finish", &case, &[("leg", "3"), ("text", "")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
}

#[tokio::test]
async fn a_case_about_something_else_keeps_what_was_begun_and_is_promised_anew() {
    let house = House::open().await;
    let (mut customer, case, mut anna) = taken(&house).await;
    let catalogue = house.office.shelf.current().front.clone();
    let product = catalogue
        .products
        .iter()
        .find(|one| !one.symptoms.is_empty())
        .unwrap();
    let subject = format!("{}.{}", product.code, product.symptoms[0].code);
    let place = catalogue.places.provinces[0].cities[0].districts[0]
        .code
        .clone();
    let fields = [
        ("subject", subject.as_str()),
        ("place", place.as_str()),
        ("text", "It is a fault."),
    ];
    let mut otto = Colleague::new(&house, "otto", "billing", Role::Specialist).await;
    otto.act(&house, "reclassify", &case, &fields).await;
    let kind = "select kind from cases where reference = $1";
    assert_eq!(house.text(kind, &case).await, "enquiry");
    house.pass(1);
    anna.back(&house).await;
    anna.act(&house, "reclassify", &case, &fields).await;
    assert_eq!(house.text(kind, &case).await, "fault");
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.starts_with("1:") && legs.contains(":accepted 2:"),
        "{legs}"
    );
    let promised = "select p.calendar from promises p join cases c on c.id = p.case_id
        where c.reference = $1 and p.kind = 'answer' and p.reason = 'reclassified'
          and p.due_at > c.opened_at order by p.seq desc limit 1";
    assert_eq!(house.text(promised, &case).await, "elapsed");
    let told = customer.get(&house, &format!("/track/{case}")).await;
    assert!(told.holds("The promise was changed") && !told.holds("It is a fault."));
}

#[tokio::test]
async fn cases_are_linked_both_ways_and_merged_only_when_they_are_one_customers() {
    let house = House::open().await;
    let (mut customer, case, mut anna) = taken(&house).await;
    let mut again = Customer::default();
    let (second, _) = again.case(&house, "Still wrong.").await;
    house.carry().await;
    anna.act(&house, "accept", &second, &[("leg", "1")]).await;
    let join = |act, other| [("act", act), ("other", other), ("text", "")];
    for nobody in ["", "0000000000", case.as_str()] {
        let page = anna.act(&house, "join", &case, &join("link", nobody)).await;
        assert!(page.holds("cannot be done with that reference"), "{nobody}");
    }
    anna.act(&house, "join", &case, &join("link", &second))
        .await;
    assert!(
        anna.case(&house, &second).await.holds(&case),
        "each shows the other"
    );
    let other_number = "update contacts set value = '+8613800138001'
        where id = (select contact_id from cases where reference = $1)";
    let second_now = second.clone();
    let changed = house.office.store.write(move |tx| {
        Box::pin(async move {
            sqlx::query(other_number)
                .bind(second_now)
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    changed.await.unwrap();
    let page = anna
        .act(&house, "join", &second, &join("merge", &case))
        .await;
    assert!(page.holds("cannot be done"), "another customer's");
    let (third, _) = again.case(&house, "And wrong again.").await;
    house.carry().await;
    anna.act(&house, "accept", &third, &[("leg", "1")]).await;
    anna.act(&house, "join", &third, &join("merge", &case))
        .await;
    assert_eq!(house.text(STATE, &third).await, "closed");
    let told = again.get(&house, &format!("/track/{third}")).await;
    assert!(told.holds(&case), "the customer reads where it goes on");
    let there = again.get(&house, &format!("/track/{case}")).await;
    assert!(there.holds("My bill is wrong."), "and can look there");
    assert!(
        customer
            .get(&house, &format!("/track/{case}"))
            .await
            .holds("My bill is wrong.")
    );
}

#[tokio::test]
async fn the_owner_looks_at_the_work_and_nobody_else_does() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    anna.pass_to_billing(&house, &case, "1").await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let good = [("act", "good"), ("text", "")];
    anna.act(&house, "check", &case, &good).await;
    bill.act(&house, "finish", &case, &[("leg", "2"), ("text", "")])
        .await;
    bill.act(&house, "check", &case, &good).await;
    bill.act(&house, "reply", &case, &[("text", "It is done.")])
        .await;
    let events = house.text(EVENTS, &case).await;
    assert_eq!(
        events.matches("checked").count(),
        0,
        "too early, and not theirs: {events}"
    );
    let lacking = [("act", "lacking"), ("text", "")];
    let page = anna.act(&house, "check", &case, &lacking).await;
    assert!(page.is_refusal(), "what is lacking must be said");
    anna.act(&house, "check", &case, &good).await;
    assert_eq!(house.text(STATE, &case).await, "done");
    let replies = "select count(*) || '' from events e join cases c on c.id = e.case_id
        where c.reference = $1 and e.kind = 'reply'";
    assert_eq!(
        house.text(replies, &case).await,
        "0",
        "whoever does not own it does not answer"
    );
}

#[tokio::test]
async fn the_clock_of_a_passing_is_the_givers_until_it_is_taken() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    house.pass(1);
    anna.back(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    house.pass(2);
    bill.back(&house).await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    house.pass(3);
    let spells = "select string_agg(one, ' ') from (
        select s.holder || ':' || cast((coalesce(s.ended_at, 0) - s.begun_at) / 3600000000 as text) as one
        from spells s join cases c on c.id = s.case_id where c.reference = $1 and s.ended_at is not null
        order by s.holder, s.begun_at) q";
    assert_eq!(house.text(spells, &case).await, "leg:3 offer:2");
}

#[tokio::test]
async fn what_came_by_phone_is_a_case_of_that_channel_and_of_whoever_recorded_it() {
    let house = House::open().await;
    let mut dora = Colleague::new(&house, "dora", "customer-service", Role::Front).await;
    let topic = house.office.shelf.current().front.topics[0].code.clone();
    let typed = |details, contact| {
        [
            ("key", "recordrecordrecordrecord26"),
            ("channel", "regulator"),
            ("subject", topic.as_str()),
            ("details", details),
            ("contact", contact),
            ("lang", "en"),
            ("tier", "enterprise"),
        ]
    };
    let page = dora
        .browser
        .post(&house, "/api/desk/record", &typed("", "nobody@"))
        .await;
    assert!(page.leads_to("details") && page.leads_to("contact") && page.holds("nobody@"));
    assert_eq!(house.count("cases").await, 0);
    for _ in 0..2 {
        let said = typed("They never called back.", "138 0013 8000");
        let page = dora.browser.post(&house, "/api/desk/record", &said).await;
        assert!(page.at.contains("did=record") && page.holds("They never called back."));
    }
    assert_eq!(house.count("cases").await, 1, "pressing twice records once");
    let kept = "select c.channel || ' ' || c.tier || ' ' || s.login from cases c
        join staff s on s.id = c.owner_staff_id where c.reference <> $1";
    assert_eq!(house.text(kept, "").await, "regulator enterprise dora");
    let left = dora.browser.get(&house, "/desk/record").await;
    assert!(
        !left.holds("They never called back."),
        "what was recorded is typed no more"
    );
}

#[tokio::test]
async fn an_edit_that_takes_the_ground_from_under_open_work_is_told_before() {
    let house = House::open().await;
    let (_, case, _) = taken(&house).await;
    let as_it_is = house.office.shelf.current();
    let pool = house.office.store.read();
    let none = server::catalogue::against::orphans(&as_it_is, pool).await;
    assert!(none.unwrap().is_empty());
    let mut edited = (*as_it_is).clone();
    let department =
        "select l.department from legs l join cases c on c.id = l.case_id where c.reference = $1";
    let department = house.text(department, &case).await;
    edited
        .organisation
        .departments
        .retain(|one| one.code != department);
    let told = server::catalogue::against::orphans(&edited, pool)
        .await
        .unwrap();
    let reference = house
        .text("select reference from cases where reference <> $1", "")
        .await;
    let expected = format!(
        "organisation.toml: there is no department {department}: 1 open case stands on it ({reference})"
    );
    assert_eq!(told, [expected]);
}

#[tokio::test]
async fn what_was_written_beside_a_choice_that_was_not_made_is_kept() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    for (act, choice) in [
        ("add", "to"),
        ("hand-over", "to"),
        ("reclassify", "subject"),
        ("join", "other"),
    ] {
        let fields = [
            (choice, ""),
            ("act", "link"),
            ("text", "Written with care."),
        ];
        let page = anna.act(&house, act, &case, &fields).await;
        assert!(page.is_refusal(), "{act}: {}", page.at);
        assert!(
            page.holds("Written with care."),
            "{act} loses what was written"
        );
        assert!(
            act == "join" || page.leads_to(choice),
            "{act} says what to choose"
        );
    }
}
