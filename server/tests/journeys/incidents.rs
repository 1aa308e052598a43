//! One cause behind many faults: opened, told, ended, and not over after all.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    fault::{district, some, tried},
    house::House,
    notices::Telling,
};
use app::desk::Role;

/// A fault that was reported with an address for mail: its customer and its reference.
async fn reported(house: &House, mail: &str) -> (Customer, String) {
    let mut customer = Customer::default();
    tried(house, &mut customer).await;
    let (_, place) = district(house);
    let page = customer
        .answer(house, "fault", "place", &[("place", &place)])
        .await;
    if page.at == "/fault/known" {
        let other = [("act", "next"), ("incident", "none")];
        customer.answer(house, "fault", "known", &other).await;
    }
    for (step, fields) in [
        ("line", &[("address", "1 Long Road")][..]),
        ("since", &[("since", "today")]),
        ("contact", &[("contact", "email"), ("email", mail)]),
    ] {
        customer.answer(house, "fault", step, fields).await;
    }
    let receipt = customer.send(house, "fault").await;
    house.carry().await;
    (
        customer,
        receipt
            .id("reference")
            .unwrap_or_else(|| panic!("{}", receipt.html)),
    )
}

struct Desk<'h> {
    house: &'h House,
    staff: Customer,
    presses: u32,
}

impl<'h> Desk<'h> {
    async fn of(house: &'h House) -> Self {
        employ(house, "admin", "any", Role::Administrator).await;
        let (staff, _) = sign_in(house, "admin", "right").await;
        Self {
            house,
            staff,
            presses: 0,
        }
    }

    async fn does(&mut self, act: &str, fields: &[(&str, &str)]) -> Page {
        self.presses += 1;
        let key = format!("{:0>26}", self.presses);
        let mut all = vec![("key", key.as_str())];
        all.extend_from_slice(fields);
        self.staff
            .post(self.house, &format!("/api/desk/{act}"), &all)
            .await
    }

    /// Opens one about the product and the city of `reported`, and returns its key.
    async fn opens(&mut self, further: &[(&str, &str)]) -> String {
        let (product, _) = some(self.house);
        let (city, _) = district(self.house);
        let mut fields = vec![
            ("product", product.code.as_str()),
            ("place", city.as_str()),
            ("title", "光缆断了"),
            ("text", "正在接续。"),
            ("title-en", "Fibre cut"),
            ("text-en", "We are splicing it."),
            ("cause", "Excavator of the metro builders"),
        ];
        fields.extend_from_slice(further);
        let page = self.does("incident", &fields).await;
        assert!(page.at.contains("did=announce"), "{}", page.html);
        let newest = "select id from incidents where id <> $1 order by id desc limit 1";
        self.house.text(newest, "").await
    }
}

async fn follow(house: &House, incident: &str, contact: &str) -> Page {
    let mut somebody = Customer::default();
    let fields = [("incident", incident), ("contact", contact)];
    somebody.post(house, "/api/status/follow", &fields).await
}

fn path(link: &str) -> &str {
    &link["http://127.0.0.1:3000".len()..]
}

async fn says(house: &House, link: &str, act: &str) -> Page {
    let secret = link.rsplit('/').next().unwrap();
    let fields = [("secret", secret), ("act", act)];
    Customer::default()
        .post(house, "/api/status/answer", &fields)
        .await
}

async fn state(house: &House, reference: &str) -> String {
    house
        .text("select state from cases where reference = $1", reference)
        .await
}

async fn ended(house: &House, incident: &str) -> bool {
    let sql = "select id from incidents where id = $1 and ended_at is not null";
    house.maybe(sql, incident).await.is_some()
}

#[tokio::test]
async fn one_update_reaches_every_case_and_everybody_who_follows() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (mut mei, one) = reported(&house, "mei@example.com").await;
    let (_, two) = reported(&house, "li@example.com").await;
    let mut desk = Desk::of(&house).await;
    let incident = desk.opens(&[("case", &one)]).await;
    telling.told().await;
    let page = desk
        .staff
        .get(&house, &format!("/desk/incident/{incident}"))
        .await;
    assert!(page.holds("Excavator"), "{}", page.html);
    assert!(
        page.holds(&format!("value=\"{two}\"")),
        "it is proposed: {}",
        page.html
    );
    let all = [("incident", incident.as_str()), ("reference", two.as_str())];
    desk.does("incident-attach", &all).await;
    assert_eq!(telling.told().await.len(), 1, "whoever is added hears why");
    assert!(
        follow(&house, &incident, "an@example.com")
            .await
            .at
            .contains("?followed")
    );
    assert_eq!(telling.told().await.len(), 1);
    assert!(
        follow(&house, &incident, "an@example.com")
            .await
            .at
            .contains("?followed")
    );
    assert!(
        telling.told().await.is_empty(),
        "whoever follows twice follows once"
    );

    let news = [
        ("incident", incident.as_str()),
        ("text", "下午修好"),
        ("text-en", "Done this afternoon"),
    ];
    desk.does("incident-tell", &news).await;
    let letters = telling.told().await;
    let mut to: Vec<_> = letters.iter().map(|letter| letter.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["an@example.com", "li@example.com", "mei@example.com"]);
    for letter in &letters {
        assert!(!letter.text.contains("afternoon") && !letter.text.contains("Excavator"));
    }
    let page = mei.get(&house, &format!("/track/{one}")).await;
    assert!(page.holds("Done this afternoon"), "{}", page.html);
    let status = Customer::default().get(&house, "/status").await;
    assert!(status.holds("Done this afternoon"), "{}", status.html);
    for page in [page, status] {
        assert!(!page.holds("Excavator"), "the cause is for colleagues");
    }
}

#[tokio::test]
async fn at_the_end_everybody_is_asked_and_enough_no_open_it_again_for_all() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let mut cases = Vec::new();
    for name in ["a", "b", "c", "d"] {
        cases.push(reported(&house, &format!("{name}@example.com")).await);
    }
    let mut desk = Desk::of(&house).await;
    let incident = desk.opens(&[]).await;
    let all = [("incident", incident.as_str()), ("reference", "proposed")];
    desk.does("incident-attach", &all).await;
    follow(&house, &incident, "an@example.com").await;
    telling.told().await;
    desk.does("incident-end", &[("incident", &incident)]).await;
    let letters = telling.told().await;
    assert_eq!(letters.len(), 5);
    for (_, reference) in &cases {
        assert_eq!(state(&house, reference).await, "done");
        let asked = letters
            .iter()
            .any(|letter| letter.subject.contains(&format!("is {reference} fixed")));
        assert!(asked, "{letters:?}");
    }
    let door = letters
        .iter()
        .find(|letter| letter.to == "an@example.com")
        .unwrap();
    let look = Customer::default().get(&house, path(&door.link)).await;
    assert!(
        look.holds("value=\"yes\"") && look.holds("value=\"no\""),
        "{}",
        look.html
    );

    // One who says yes has it mended, whatever the others say.
    let (customer, reference) = &mut cases[0];
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "confirm", reference, "").await;
    // Two who say no are not enough; the third is.
    for at in [1, 2] {
        assert!(ended(&house, &incident).await);
        let (customer, reference) = &mut cases[at];
        customer.get(&house, &format!("/track/{reference}")).await;
        customer.say(&house, "reopen", reference, "").await;
    }
    assert!(ended(&house, &incident).await);
    telling.told().await;
    assert!(says(&house, &door.link, "no").await.at.contains("does-not"));
    assert!(!ended(&house, &incident).await);
    let letters = telling.told().await;
    let back = |to: &str| letters.iter().any(|letter| letter.to == to);
    assert!(back("an@example.com"), "followers hear it");
    assert!(back("d@example.com"), "and whoever had not answered");
    assert!(!back("a@example.com"), "whoever said yes is left alone");
    let states = [&cases[0].1, &cases[3].1];
    assert_eq!(state(&house, states[0]).await, "closed");
    assert_eq!(state(&house, states[1]).await, "working");
    let status = Customer::default().get(&house, "/status").await;
    assert!(status.holds("Being fixed again"), "{}", status.html);

    // Ended once more, it is asked anew.
    desk.does("incident-end", &[("incident", &incident)]).await;
    telling.told().await;
    assert!(ended(&house, &incident).await);
    house.pass(6 * 24);
    assert!(
        Customer::default()
            .get(&house, "/status")
            .await
            .holds("Fibre cut")
    );
    house.pass(2 * 24);
    assert!(
        !Customer::default()
            .get(&house, "/status")
            .await
            .holds("Fibre cut")
    );
}

#[tokio::test]
async fn looking_at_a_followers_link_changes_nothing_and_a_forged_one_opens_nothing() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let mut desk = Desk::of(&house).await;
    let incident = desk.opens(&[]).await;
    follow(&house, &incident, "138 0013 8000").await;
    let link = telling.told().await[0].link.clone();
    desk.does("incident-end", &[("incident", &incident)]).await;
    telling.told().await;
    let commits = house.office.store.commits();
    assert_eq!(
        Customer::default().get(&house, path(&link)).await.status,
        200
    );
    assert_eq!(house.office.store.commits(), commits);
    let mut forged = link.clone();
    let last = if forged.ends_with('a') { "b" } else { "a" };
    forged.replace_range(forged.len() - 2..forged.len() - 1, last);
    assert_eq!(
        Customer::default().get(&house, path(&forged)).await.status,
        404
    );
    assert_eq!(says(&house, &forged, "no").await.status, 404);
    assert!(says(&house, &link, "stop").await.at.contains("enough"));
    desk.does(
        "incident-tell",
        &[("incident", &incident), ("text", "查清了")],
    )
    .await;
    assert!(telling.told().await.is_empty());
}

#[tokio::test]
async fn planned_work_is_announced_begins_and_ends_by_itself() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let mut desk = Desk::of(&house).await;
    let wrong = [
        ("from", "2026-11-23T20:00"),
        ("expected", "2026-11-23T19:00"),
    ];
    let (product, _) = some(&house);
    let (city, other) = district(&house);
    let mut fields = vec![
        ("product", product.code.as_str()),
        ("place", city.as_str()),
        ("place-2", other.as_str()),
        ("title", "换设备"),
        ("text", "夜里换设备。"),
    ];
    fields.extend(wrong);
    let page = desk.does("incident", &fields).await;
    assert!(page.leads_to("expected"), "{}", page.html);
    let incident = desk
        .opens(&[
            ("from", "2026-11-23T20:00"),
            ("expected", "2026-11-23T22:00"),
        ])
        .await;
    let mut customer = Customer::default();
    assert!(customer.get(&house, "/").await.holds("Work is planned"));
    assert!(
        customer
            .get(&house, "/status")
            .await
            .holds("Planned work, from")
    );
    // It is no reason for a fault yet.
    tried(&house, &mut customer).await;
    let at = customer
        .answer(&house, "fault", "place", &[("place", &other)])
        .await
        .at;
    assert_eq!(at, "/fault/line");
    follow(&house, &incident, "an@example.com").await;
    telling.told().await;
    house.pass(11);
    assert!(customer.get(&house, "/status").await.holds("Being fixed"));
    house.pass(2);
    assert_eq!(house.office.sweep().await.unwrap().ended, 1);
    assert!(ended(&house, &incident).await);
    assert_eq!(house.office.sweep().await.unwrap().ended, 0);
    // In the morning, as it is night.
    assert!(telling.told().await.is_empty());
    house.pass(10);
    assert_eq!(telling.told().await.len(), 1);
}

#[tokio::test]
async fn an_estimate_moves_a_promise_to_later_and_never_to_sooner() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (_, reference) = reported(&house, "mei@example.com").await;
    let mut desk = Desk::of(&house).await;
    let incident = desk.opens(&[("case", &reference)]).await;
    telling.told().await;
    let promised = async || {
        let sql = "select cast(p.due_at as text) from promises p join cases c on c.id = p.case_id
                   where c.reference = $1 and p.kind = 'fix' order by p.seq desc limit 1";
        house.text(sql, &reference).await.parse::<i64>().unwrap()
    };
    let first = promised().await;
    let tell = async |desk: &mut Desk<'_>, when: &str| {
        let fields = [
            ("incident", incident.as_str()),
            ("text", "新消息"),
            ("expected", when),
        ];
        desk.does("incident-tell", &fields).await;
        telling.told().await.len()
    };
    assert_eq!(tell(&mut desk, "2026-11-23T10:30").await, 1);
    assert_eq!(promised().await, first, "a guess makes no promise better");
    assert_eq!(
        tell(&mut desk, "2026-12-24T18:00").await,
        1,
        "said once, not twice"
    );
    assert!(promised().await > first);
}

#[tokio::test]
async fn only_whoever_serves_the_places_may_change_an_incident_and_wrong_news_is_shown_again() {
    let house = House::open().await;
    let mut desk = Desk::of(&house).await;
    let incident = desk.opens(&[]).await;
    let page = desk
        .does("incident-tell", &[("incident", &incident), ("text", " ")])
        .await;
    assert!(page.leads_to("text"), "{}", page.html);
    let inner = house.office.shelf.current();
    let name = inner
        .organisation
        .inner_names()
        .next()
        .unwrap()
        .zh_hans
        .clone();
    let said = format!("{name}在修");
    let page = desk
        .does("incident-tell", &[("incident", &incident), ("text", &said)])
        .await;
    assert!(page.leads_to("text") && page.holds(&said), "{}", page.html);
    let mut nobody = Customer::default();
    let fields = [
        ("incident", incident.as_str()),
        ("key", "kkkkkkkkkkkkkkkkkkkkkkkkkk"),
        ("text", "x"),
    ];
    for act in ["incident-tell", "incident-begin", "incident-attach"] {
        let mut all = fields.to_vec();
        all.push(("reference", "proposed"));
        let page = nobody.post(&house, &format!("/api/desk/{act}"), &all).await;
        assert!(page.at.starts_with("/staff/sign-in"), "{act}: {}", page.at);
    }
}

#[tokio::test]
async fn another_language_keeps_the_news_that_is_being_written_and_tells_nobody() {
    let house = House::open().await;
    let mut desk = Desk::of(&house).await;
    let id = desk.opens(&[]).await;
    let fields = [
        ("incident", id.as_str()),
        ("text", "Half a sen"),
        ("act", "lang-zh-Hans"),
    ];
    let page = desk.does("incident-tell", &fields).await;
    assert_eq!(page.at, format!("/desk/incident/{id}"));
    assert!(page.holds("lang=\"zh-Hans\"") && !page.holds("class=\"faults\""));
    assert!(page.holds("form=\"step\" name=\"act\" value=\"lang-en\""));
    assert!(page.holds("Half a sen</textarea>"), "{}", page.html);
    assert_eq!(page.html.matches("Half a sen").count(), 1, "nobody is told");
    let unknown = [
        ("incident", "none"),
        ("text", "Half a sen"),
        ("act", "lang-en"),
    ];
    assert_eq!(desk.does("incident-tell", &unknown).await.status, 404);
}
