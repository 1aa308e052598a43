//! Who hears of a promise when: once, in order, whatever happens to the server; and who says that
//! they know.

use super::{
    customer::Page,
    desk::{employ, sign_in},
    house::{HOUR, House},
};
use app::{
    case::language::Lang,
    desk::Role,
    fault::{Fault, Since},
    hatch::Posted,
    journey::{Reach, Room, Sheet},
};
use server::office::{Looked, Office};
use sqlx::Row;

/// A fault in a town: its promise runs by the clock on the wall. Its reference.
async fn fault(house: &House) -> String {
    let hatch = house.office.hatch();
    let product = hatch.catalogue.product("broadband").unwrap();
    let key = app::steps::fresh_key();
    let posted = Posted {
        key: key.clone(),
        step: String::new(),
        fields: Vec::new(),
        sheet: Sheet::default(),
        finished: false,
    };
    let (visitor, _) = hatch.drafts.keep(None, Room::Fault, posted).await.unwrap();
    let fault = Fault {
        product: product.code.clone(),
        symptom: product.symptoms[0].code.clone(),
        answers: Vec::new(),
        tried: Vec::new(),
        place: "lancheng-donghu".to_owned(),
        line: None,
        address: Some("1 Long Road".to_owned()),
        since: Since::Today,
        reach: Reach::LinkOnly,
    };
    let sent = hatch.fault.send(&visitor, &key, Lang::En, fault).await;
    house.carry().await;
    sent.unwrap().reference.to_string()
}

/// The whole time of a case's promise, in hours.
async fn whole(house: &House, reference: &str) -> i64 {
    let row = sqlx::query(
        "select p.due_at - p.made_at as whole, p.calendar from promises p join cases c on c.id = p.case_id
         where c.reference = $1 and p.kind = 'fix' order by p.seq desc limit 1",
    )
    .bind(reference.to_owned())
    .fetch_one(house.office.store.read())
    .await
    .unwrap();
    assert_eq!(row.get::<String, _>("calendar"), "elapsed");
    row.get::<i64, _>("whole") / HOUR
}

fn shares(raised: &[(String, u32)]) -> Vec<u32> {
    raised.iter().map(|(_, share)| *share).collect()
}

#[tokio::test]
async fn a_promise_is_raised_at_its_shares_each_once_and_up_to_headquarters() {
    let house = House::open().await;
    let reference = fault(&house).await;
    let whole = whole(&house, &reference).await;
    assert_eq!(house.watch().await, []);
    house.pass(whole / 2);
    assert_eq!(shares(&house.watch().await), [50]);
    assert_eq!(house.watch().await, [], "once");
    house.pass(whole / 2 + 1);
    assert_eq!(shares(&house.watch().await), [80, 100], "in order");
    house.pass(whole * 10);
    assert_eq!(
        shares(&house.watch().await),
        [150, 200],
        "nobody is above headquarters"
    );
    house.pass(whole * 10);
    assert_eq!(house.watch().await, []);
    let events = "select cast(count(*) as text) from events e join cases c on c.id = e.case_id
         where c.reference = $1 and e.kind = 'raised' and e.side = 'below'";
    assert_eq!(house.text(events, &reference).await, "5");
}

#[tokio::test]
async fn after_a_standstill_all_is_raised_in_the_order_in_which_it_fell_due() {
    let house = House::open().await;
    let first = fault(&house).await;
    let whole = whole(&house, &first).await;
    house.pass(whole / 4);
    let second = fault(&house).await;
    house.pass(whole);
    let house = house.restarted().await;
    let ids = [id_of(&house, &first).await, id_of(&house, &second).await];
    let raised = house.watch().await;
    let [a, b] = [0, 1].map(|at| ids[at].clone());
    // The first: 50 at ½, 80 at 0.8, 100 at 1; the second a quarter later.
    let expected = [
        (a.clone(), 50),
        (b.clone(), 50),
        (a.clone(), 80),
        (a, 100),
        (b.clone(), 80),
        (b, 100),
    ];
    assert_eq!(raised, expected);
}

async fn id_of(house: &House, reference: &str) -> String {
    house
        .text("select id from cases where reference = $1", reference)
        .await
}

#[tokio::test]
async fn two_servers_on_one_store_raise_each_step_once() {
    let house = House::open().await;
    let reference = fault(&house).await;
    house.pass(whole(&house, &reference).await + 1);
    let other = house.other_server().await;
    let (one, two, three) = tokio::join!(all(&house.office), all(&other), all(&other));
    assert_eq!(one + two + three, 3);
    let events = "select cast(count(*) as text) from events e join cases c on c.id = e.case_id
         where c.reference = $1 and e.kind = 'raised'";
    assert_eq!(house.text(events, &reference).await, "3");
}

/// Raises all that is due; how much that was.
async fn all(server: &Office) -> u32 {
    let mut raised = 0;
    loop {
        match server.watch().await.unwrap() {
            Looked::Nothing => return raised,
            Looked::Raised { .. } => raised += 1,
            Looked::Quiet => {}
        }
    }
}

#[tokio::test]
async fn a_promise_that_was_changed_starts_anew_and_one_that_stood_still_does_not() {
    let house = House::open().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let reference = fault(&house).await;
    does(&house, "wei", &reference, "accept", &[("leg", "1")]).await;
    let whole = whole(&house, &reference).await;
    house.pass(whole * 6 / 10);
    assert_eq!(shares(&house.watch().await), [50]);
    let away = [("leg", "1"), ("reason", "no-access")];
    does(&house, "wei", &reference, "pause", &away).await;
    house.pass(whole * 3);
    assert_eq!(house.watch().await, [], "it stands still");
    does(&house, "wei", &reference, "go-on", &[("leg", "1")]).await;
    assert_eq!(house.watch().await, [], "and goes on where it was");
    house.pass(whole * 3 / 10);
    assert_eq!(shares(&house.watch().await), [80]);
    let promise = [
        ("when", "2027-03-01T12:00"),
        ("text", "The duct has to be dug anew."),
    ];
    does(&house, "wei", &reference, "promise", &promise).await;
    assert_eq!(house.watch().await, []);
    house.pass(24 * 200);
    let raised = shares(&house.watch().await);
    assert_eq!(raised[..3], [50, 80, 100], "from the first step");
}

#[tokio::test]
async fn what_was_raised_waits_for_its_addressee_until_they_say_so_or_the_case_is_closed() {
    let house = House::open().await;
    for (login, role) in [
        ("carla", Role::Coordinator),
        ("maria", Role::Manager),
        ("wei", Role::Administrator),
    ] {
        employ(&house, login, "customer-service", role).await;
    }
    let reference = fault(&house).await;
    does(&house, "wei", &reference, "accept", &[("leg", "1")]).await;
    house.pass(whole(&house, &reference).await + 1);
    house.watch().await;
    let mut carla = sign_in(&house, "carla", "right").await.0;
    let list = carla.get(&house, "/desk/mine").await;
    assert!(
        list.holds(&reference) && list.holds("80 %"),
        "{}",
        list.html
    );
    assert!(!list.holds("100 % of"), "that is the manager's");
    let (promise, share) = (
        list.hidden("promise").unwrap(),
        list.hidden("share").unwrap(),
    );
    assert_eq!(share, "80");
    let known = [
        ("promise", promise.as_str()),
        ("share", "80"),
        ("from", "mine"),
    ];
    let page = does(&house, "carla", &reference, "acknowledge", &known).await;
    assert!(page.at.starts_with("/desk/mine?did"), "{}", page.at);
    assert!(!page.holds(&reference), "nothing waits for her any more");
    // What is another's is not hers to acknowledge.
    let not_hers = [("promise", promise.as_str()), ("share", "100")];
    does(&house, "carla", &reference, "acknowledge", &not_hers).await;
    let open = "select cast(count(*) as text) from escalations e join cases c on c.id = e.case_id
         where c.reference = $1 and e.acknowledged_at is null and e.ended_at is null";
    assert_eq!(
        house.text(open, &reference).await,
        "2",
        "the owner's and the manager's"
    );
    let levels = sign_in(&house, "maria", "right")
        .await
        .0
        .get(&house, "/desk/levels")
        .await;
    assert!(levels.holds("?show=unacknowledged") && levels.holds("?show=broken"));
    close(&house, &reference).await;
    assert_eq!(house.text(open, &reference).await, "0", "closing ends them");
    let ended = "select cast(count(*) as text) from escalations e join cases c on c.id = e.case_id
         where c.reference = $1 and e.ended_at is not null";
    assert_eq!(house.text(ended, &reference).await, "2", "and says so");
}

async fn close(house: &House, reference: &str) {
    let (id, now) = (id_of(house, reference).await, (house.office.clock)());
    let closed = house.office.store.write(move |tx| {
        Box::pin(async move {
            let close = server::store::cases::StateChange::Close;
            server::store::cases::change_state(tx, &id, close, now).await
        })
    });
    assert!(closed.await.unwrap());
}

#[tokio::test]
async fn a_level_sees_its_cases_takes_one_over_and_orders_what_must_be_done() {
    let house = House::open().await;
    for (login, department, role) in [
        ("carla", "customer-service", Role::Coordinator),
        ("nora", "network-operation", Role::Specialist),
        ("wei", "general-affairs", Role::Administrator),
    ] {
        employ(&house, login, department, role).await;
    }
    let reference = fault(&house).await;
    does(&house, "wei", &reference, "accept", &[("leg", "1")]).await;
    house.pass(whole(&house, &reference).await + 1);
    house.watch().await;
    let unit = house
        .text("select unit from cases where reference = $1", &reference)
        .await;
    let mut carla = sign_in(&house, "carla", "right").await.0;
    let broken = format!("/desk/levels/{unit}?show=broken");
    assert!(carla.get(&house, &broken).await.holds(&reference));
    let at_risk = format!("/desk/levels/{unit}?show=at-risk");
    assert!(
        !carla.get(&house, &at_risk).await.holds(&reference),
        "it is past that"
    );
    let mut nora = sign_in(&house, "nora", "right").await.0;
    for path in ["/desk/levels", &broken] {
        let page = nora.get(&house, path).await;
        assert_eq!(page.status, 404, "{path}");
    }
    let nowhere = carla.get(&house, "/desk/levels/nowhere?show=open").await;
    assert_eq!(nowhere.status, 404);

    let page = does(&house, "carla", &reference, "relieve", &[("text", "")]).await;
    assert!(page.is_refusal(), "not without a reason");
    does(
        &house,
        "carla",
        &reference,
        "relieve",
        &[("text", "It burns.")],
    )
    .await;
    let owner = "select s.login from cases c join staff s on s.id = c.owner_staff_id where c.reference = $1";
    assert_eq!(house.text(owner, &reference).await, "carla");

    let to = house
        .text("select id from staff where login = $1", "nora")
        .await;
    let order = [
        ("to", to.as_str()),
        ("when", "2027-01-01T12:00"),
        ("text", "Send a second crew."),
    ];
    let nobody = [("to", "nobody"), order[1], order[2]];
    let page = does(&house, "carla", &reference, "order", &nobody).await;
    assert!(
        page.is_refusal() && page.holds("Send a second crew."),
        "{}",
        page.at
    );
    does(&house, "carla", &reference, "order", &order).await;
    let mut nora = sign_in(&house, "nora", "right").await.0;
    let list = nora.get(&house, "/desk/mine").await;
    assert!(list.holds("Send a second crew."));
    let id = list.hidden("order").unwrap();
    let done = [("order", id.as_str()), ("from", "mine")];
    let page = does(&house, "carla", &reference, "obey", &done).await;
    assert!(
        page.at.contains("late"),
        "only who was told can say that it is done"
    );
    let page = does(&house, "nora", &reference, "obey", &done).await;
    assert!(!page.holds("Send a second crew."));
}

async fn does(
    house: &House,
    login: &str,
    reference: &str,
    act: &str,
    more: &[(&str, &str)],
) -> Page {
    let key = app::steps::fresh_key();
    let mut fields = vec![("reference", reference), ("key", key.as_str())];
    fields.extend_from_slice(more);
    let mut person = sign_in(house, login, "right").await.0;
    person
        .post(house, &format!("/api/desk/{act}"), &fields)
        .await
}
