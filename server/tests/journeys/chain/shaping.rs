//! What a case is about, what belongs to it, and what an edited catalogue would make of it.

use super::{Colleague, LEGS, STATE, taken};
use crate::{customer::Customer, house::House};
use app::desk::Role;

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
