//! The queue: what breaks first is on top whatever happens to a case, every part of it shows what it
//! says, its pages follow each other, and what is done to several ends for each by itself.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::{HOUR, House},
};
use app::desk::Role;
use sqlx::Row;

/// What orders the queue, reckoned from what it is made of; and what the store keeps of it.
async fn places(house: &House) -> Vec<(i64, i64)> {
    let pool = house.office.store.read();
    let legs = sqlx::query(
        "select l.case_id, l.due_at, l.breaks_at, c.state, c.kind from legs l join cases c on c.id = l.case_id
         order by l.id",
    );
    let mut found = Vec::new();
    for leg in legs.fetch_all(pool).await.unwrap() {
        let (state, kind): (String, String) = (leg.get("state"), leg.get("kind"));
        let counts = match (state.as_str(), kind.as_str()) {
            (_, "fault") => "fix",
            ("received", _) => "answer",
            _ => "fix",
        };
        let promises =
            sqlx::query("select kind, due_at from promises where case_id = $1 order by seq")
                .bind(leg.get::<String, _>("case_id"));
        let promises = promises.fetch_all(pool).await.unwrap();
        let mut last = promises.iter().rev();
        let promised = last.find(|row| row.get::<String, _>("kind") == counts);
        let due: i64 = leg.get("due_at");
        let promised = promised.map_or(due, |row| row.get("due_at"));
        found.push((due.min(promised), leg.get("breaks_at")));
    }
    found
}

async fn in_their_places(house: &House, when: &str) {
    let places = places(house).await;
    assert!(!places.is_empty());
    for (reckoned, kept) in places {
        assert_eq!(reckoned, kept, "{when}");
    }
}

async fn press(person: &mut Customer, house: &House, act: &str, more: &[(&str, &str)]) -> Page {
    let key = app::steps::fresh_key();
    let mut fields = vec![("key", key.as_str())];
    fields.extend(more);
    person
        .post(house, &format!("/api/desk/{act}"), &fields)
        .await
}

#[tokio::test]
async fn every_part_stands_where_its_target_and_promises_put_it_whatever_happens() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "Again and again.").await;
    house.carry().await;
    in_their_places(&house, "received").await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let about = ("reference", reference.as_str());
    press(&mut anna, &house, "accept", &[about, ("leg", "1")]).await;
    in_their_places(&house, "taken").await;
    press(
        &mut anna,
        &house,
        "reply",
        &[about, ("text", "Since when?"), ("act", "ask")],
    )
    .await;
    in_their_places(&house, "waiting").await;
    assert!(
        anna.get(&house, "/desk?show=waiting")
            .await
            .holds(&reference)
    );
    customer
        .say(&house, "write", &reference, "Since Monday.")
        .await;
    in_their_places(&house, "answered").await;
    assert!(
        !anna
            .get(&house, "/desk?show=waiting")
            .await
            .holds(&reference)
    );
    house.finish(&reference).await;
    house.pass(48);
    customer.get(&house, &format!("/track/{reference}")).await;
    customer
        .say(&house, "reopen", &reference, "It is not.")
        .await;
    in_their_places(&house, "reopened").await;
    let moved = places(&house).await;
    assert!(
        moved
            .iter()
            .any(|(_, kept)| *kept > (house.office.clock)() - HOUR)
    );
}

#[tokio::test]
async fn each_part_of_the_queue_shows_what_it_says() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (taken, _) = customer.case(&house, "First.").await;
    let (free, _) = Customer::default().case(&house, "Second.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    press(
        &mut anna,
        &house,
        "accept",
        &[("reference", &taken), ("leg", "1")],
    )
    .await;
    let mine = anna.get(&house, "/desk?show=mine").await;
    assert!(mine.holds(&taken) && !mine.holds(&free));
    let untaken = anna.get(&house, "/desk?show=unassigned").await;
    assert!(untaken.holds(&free) && !untaken.holds(&taken));
    assert!(!anna.get(&house, "/desk?show=late").await.holds(&free));
    let next = anna.get(&house, "/desk").await;
    let (own, department) = next.html.split_once("id=\"department\"").unwrap();
    assert!(own.contains("id=\"mine\"") && own.contains(&taken));
    assert!(department.contains(&free) && department.contains(&taken));
    house.pass(1000);
    // The session has ended meanwhile.
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let late = anna.get(&house, "/desk?show=late").await;
    assert!(late.holds(&free) && late.holds(&taken));
    house.finish(&free).await;
    let done = anna.get(&house, "/desk?show=done").await;
    assert!(done.holds(&free) && !done.holds(&taken));
}

#[tokio::test]
async fn the_pages_of_the_queue_show_every_part_once_in_order() {
    let house = House::open().await;
    let mut all = Vec::new();
    for n in 0..53 {
        let mut customer = Customer {
            from: format!("192.0.2.{n}"),
            ..Customer::default()
        };
        all.push(customer.case(&house, "One of many.").await.0);
    }
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let first = anna.get(&house, "/desk?show=open").await;
    assert!(first.holds("<span class=\"many\">53</span>"));
    let next = first.html.split("rel=\"next\" href=\"").nth(1).unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    let second = anna.get(&house, &next).await;
    assert!(!second.holds("rel=\"next\""));
    for reference in &all {
        let shown = [&first, &second].map(|page| {
            page.html
                .matches(&format!("/desk/case/{reference}"))
                .count()
        });
        assert_eq!(shown.iter().sum::<usize>(), 1, "{reference}");
    }
    assert!(second.holds("href=\"/desk?show=open\""), "a way back");
}

#[tokio::test]
async fn what_is_done_to_several_ends_for_each_by_itself() {
    let house = House::open().await;
    let (one, _) = Customer::default().case(&house, "One.").await;
    let (two, _) = Customer::default().case(&house, "Two.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    employ(&house, "ben", "customer-service", Role::Administrator).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut ben, _) = sign_in(&house, "ben", "right").await;
    press(
        &mut ben,
        &house,
        "accept",
        &[("reference", &two), ("leg", "1")],
    )
    .await;
    let (mut anna, queue) = sign_in(&house, "anna", "right").await;
    let boxes = [&one, &two].map(|reference| format!("tick.1.{reference}"));
    for name in &boxes {
        assert!(queue.holds(&format!("name=\"{name}\"")), "{name}");
    }
    let ticked: Vec<_> = boxes.iter().map(|name| (name.as_str(), "yes")).collect();
    let with = |act| {
        [
            &ticked[..],
            &[("act", act), ("show", "open"), ("text", "All of you.")],
        ]
        .concat()
    };
    let page = press(&mut anna, &house, "together", &with("take")).await;
    assert!(page.at.contains("done=1&late=1&gone=0"), "{}", page.at);
    assert_eq!(page.status, 200);
    let (mut otto, _) = sign_in(&house, "otto", "right").await;
    let page = press(&mut otto, &house, "together", &with("note")).await;
    assert!(page.at.contains("done=0&late=0&gone=2"), "{}", page.at);
    press(&mut anna, &house, "together", &with("note")).await;
    for reference in [&one, &two] {
        let case = anna.get(&house, &format!("/desk/case/{reference}")).await;
        assert_eq!(case.html.matches("All of you.").count(), 1, "{reference}");
    }
}

#[tokio::test]
async fn nothing_ticked_and_nothing_written_is_said_and_loses_nothing() {
    let house = House::open().await;
    let (one, _) = Customer::default().case(&house, "One.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let page = press(
        &mut anna,
        &house,
        "together",
        &[("act", "note"), ("text", "Kept text.")],
    )
    .await;
    assert!(
        page.at.ends_with("&none") && page.holds("Kept text."),
        "{}",
        page.at
    );
    let name = format!("tick.1.{one}");
    let page = press(
        &mut anna,
        &house,
        "together",
        &[("act", "note"), (&name, "yes")],
    )
    .await;
    assert!(page.leads_to("text"), "{}", page.at);
    let ticked = page.html.split(&format!("name=\"{name}\"")).nth(1).unwrap();
    assert!(ticked.split('>').next().unwrap().contains("checked"));
}
