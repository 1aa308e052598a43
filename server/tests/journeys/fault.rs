//! Reporting a fault: self-checks, known incidents, and the case at the end.

use super::{
    customer::{Customer, Page},
    house::House,
};
use app::catalogue::{Product, QuestionKind, Symptom};

pub fn some(house: &House) -> (Product, Symptom) {
    let catalogue = house.office.shelf.current().front.clone();
    let product = catalogue
        .products
        .iter()
        .find(|product| product.symptoms.iter().any(|it| !it.checks.is_empty()))
        .unwrap();
    let symptom = product
        .symptoms
        .iter()
        .find(|symptom| !symptom.checks.is_empty())
        .unwrap();
    (product.clone(), symptom.clone())
}

pub fn district(house: &House) -> (String, String) {
    let catalogue = house.office.shelf.current().front.clone();
    let city = &catalogue.places.provinces[0].cities[0];
    (city.code.clone(), city.districts[0].code.clone())
}

/// As far as the question where it is.
pub async fn tried(house: &House, customer: &mut Customer) -> Page {
    let (product, symptom) = some(house);
    customer.get(house, "/fault").await;
    customer
        .answer(house, "fault", "product", &[("product", &product.code)])
        .await;
    let mut page = customer
        .answer(house, "fault", "symptom", &[("symptom", &symptom.code)])
        .await;
    for check in &symptom.checks {
        assert_eq!(page.at, format!("/fault/try-{}", check.code));
        page = customer
            .answer(
                house,
                "fault",
                &format!("try-{}", check.code),
                &[("act", "not-fixed")],
            )
            .await;
    }
    if symptom.questions.is_empty() {
        return page;
    }
    let fields: Vec<_> = symptom
        .questions
        .iter()
        .map(|question| {
            let said = match question.kind {
                QuestionKind::Choice => question.options[0].code.clone(),
                QuestionKind::Date => "2026-11-20".to_owned(),
                _ => "one".to_owned(),
            };
            (format!("q-{}", question.code), said)
        })
        .collect();
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, said)| (name.as_str(), said.as_str()))
        .collect();
    customer.answer(house, "fault", "questions", &fields).await
}

#[tokio::test]
async fn a_fault_is_reported_step_by_step() {
    let house = House::open().await;
    let mut customer = Customer::default();
    assert_eq!(tried(&house, &mut customer).await.at, "/fault/place");
    let (_, place) = district(&house);
    assert_eq!(
        customer
            .answer(&house, "fault", "place", &[("place", &place)])
            .await
            .at,
        "/fault/line"
    );
    assert!(
        customer
            .answer(&house, "fault", "line", &[])
            .await
            .is_refusal(),
        "a number or an address"
    );
    assert_eq!(
        customer
            .answer(&house, "fault", "line", &[("address", "1 Long Road")])
            .await
            .at,
        "/fault/since"
    );
    let future = [("since", "earlier"), ("since-date", "2099-01-01")];
    assert!(
        customer
            .answer(&house, "fault", "since", &future)
            .await
            .is_refusal()
    );
    assert_eq!(
        customer
            .answer(&house, "fault", "since", &[("since", "today")])
            .await
            .at,
        "/fault/contact"
    );
    let check = customer
        .answer(&house, "fault", "contact", &[("contact", "none")])
        .await;
    assert_eq!(check.at, "/fault/check");
    assert!(check.holds("1 Long Road"));
    let receipt = customer.send(&house, "fault").await;
    assert!(receipt.id("reference").is_some());
    house.carry().await;
    let reference = receipt.id("reference").unwrap();
    let leg = "select l.state from legs l join cases c on c.id = l.case_id where c.reference = $1 order by l.seq limit 1";
    assert_eq!(
        house.text(leg, &reference).await,
        "queued",
        "the back office has it"
    );
}

#[tokio::test]
async fn a_self_check_that_helps_ends_happily_is_counted_and_leaves_no_case() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (product, symptom) = some(&house);
    customer.get(&house, "/fault").await;
    customer
        .answer(&house, "fault", "product", &[("product", &product.code)])
        .await;
    customer
        .answer(&house, "fault", "symptom", &[("symptom", &symptom.code)])
        .await;
    let step = format!("try-{}", symptom.checks[0].code);
    let mut impatient = customer.clone();
    let end = customer
        .answer(&house, "fault", &step, &[("act", "fixed")])
        .await;
    impatient
        .answer(&house, "fault", &step, &[("act", "fixed")])
        .await;
    assert_eq!(end.at, "/fault/mended");
    assert_eq!(
        (house.count("mended").await, house.count("cases").await),
        (1, 0)
    );
}

/// As far as the first thing to try; gives the symptom and the step.
async fn first_check(customer: &mut Customer, house: &House) -> (Symptom, String) {
    let (product, symptom) = some(house);
    customer.get(house, "/fault").await;
    customer
        .answer(house, "fault", "product", &[("product", &product.code)])
        .await;
    customer
        .answer(house, "fault", "symptom", &[("symptom", &symptom.code)])
        .await;
    let step = format!("try-{}", symptom.checks[0].code);
    (symptom, step)
}

#[tokio::test]
async fn who_comes_back_because_it_is_not_mended_goes_on_where_they_stood() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (symptom, step) = first_check(&mut customer, &house).await;
    customer
        .answer(&house, "fault", &step, &[("act", "fixed")])
        .await;
    let page = customer
        .answer(&house, "fault", &step, &[("act", "not-fixed")])
        .await;
    let next = match symptom.checks.get(1) {
        Some(check) => format!("/fault/try-{}", check.code),
        None => "/fault/questions".to_owned(),
    };
    assert_eq!(page.at, next, "product and symptom are still known");
    assert_eq!(house.count("mended").await, 0, "it did not help after all");
    let fresh = customer.get(&house, "/fault").await;
    assert!(
        fresh.holds("Carry on where you left off?"),
        "{}",
        fresh.html
    );
}

#[tokio::test]
async fn a_happy_ending_begins_anew_the_next_time() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (_, step) = first_check(&mut customer, &house).await;
    customer
        .answer(&house, "fault", &step, &[("act", "fixed")])
        .await;
    let again = customer.get(&house, "/fault").await;
    assert!(!again.holds("Carry on where you left off?"));
}

#[tokio::test]
async fn who_joined_an_incident_can_still_report_something_else() {
    let house = House::open().await;
    let (product, _) = some(&house);
    let (city, place) = district(&house);
    let incident = house.incident(&product.code, &city).await;
    let mut customer = Customer::default();
    tried(&house, &mut customer).await;
    customer
        .answer(&house, "fault", "place", &[("place", &place)])
        .await;
    let join = [("act", "join"), ("incident", incident.as_str())];
    customer.answer(&house, "fault", "known", &join).await;
    let page = customer
        .answer(&house, "fault", "known", &[("act", "next")])
        .await;
    assert_eq!(page.at, "/fault/line", "nothing has to be told again");
    assert_eq!(house.count("joins").await, 1);
    customer.key = page.hidden("key").unwrap();
    customer
        .answer(&house, "fault", "line", &[("line", "0101 2345 6789")])
        .await;
    customer
        .answer(&house, "fault", "since", &[("since", "today")])
        .await;
    customer
        .answer(&house, "fault", "contact", &[("contact", "none")])
        .await;
    let receipt = customer.send(&house, "fault").await;
    assert!(receipt.id("reference").is_some(), "{}", receipt.at);
}

#[tokio::test]
async fn who_joins_again_in_a_new_journey_is_still_one() {
    let house = House::open().await;
    let (product, _) = some(&house);
    let (city, place) = district(&house);
    let incident = house.incident(&product.code, &city).await;
    let mut customer = Customer::default();
    for _ in 0..2 {
        tried(&house, &mut customer).await;
        customer
            .answer(&house, "fault", "place", &[("place", &place)])
            .await;
        let join = [("act", "join"), ("incident", incident.as_str())];
        let page = customer.answer(&house, "fault", "known", &join).await;
        assert!(page.at.starts_with("/fault/joined"), "{}", page.at);
    }
    assert_eq!(house.count("joins").await, 1);
}

#[tokio::test]
async fn joining_what_was_not_chosen_or_has_ended_shows_what_there_is() {
    let house = House::open().await;
    let (product, _) = some(&house);
    let (city, place) = district(&house);
    let incident = house.incident(&product.code, &city).await;
    let mut customer = Customer::default();
    tried(&house, &mut customer).await;
    customer
        .answer(&house, "fault", "place", &[("place", &place)])
        .await;
    let page = customer
        .answer(&house, "fault", "known", &[("act", "join")])
        .await;
    assert_eq!(page.at, "/fault/known?mend");
    assert!(page.leads_to("incident"), "{}", page.html);
    let ended = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("update incidents set ended_at = 1")
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    ended.await.unwrap();
    let join = [("act", "join"), ("incident", incident.as_str())];
    let page = customer.answer(&house, "fault", "known", &join).await;
    assert_eq!(page.at, "/fault/line", "the journey goes on");
    assert_eq!(house.count("joins").await, 0);
}

#[tokio::test]
async fn a_known_incident_is_offered_and_joined_in_one_tap_without_a_case() {
    let house = House::open().await;
    let (product, _) = some(&house);
    let (city, place) = district(&house);
    let incident = house.incident(&product.code, &city).await;
    let mut customer = Customer::default();
    tried(&house, &mut customer).await;
    let known = customer
        .answer(&house, "fault", "place", &[("place", &place)])
        .await;
    assert_eq!(known.at, "/fault/known");
    assert!(known.holds("cut"));
    let mut impatient = customer.clone();
    let joined = customer
        .answer(
            &house,
            "fault",
            "known",
            &[("act", "join"), ("incident", &incident)],
        )
        .await;
    assert_eq!(joined.at, "/fault/joined");
    impatient
        .answer(
            &house,
            "fault",
            "known",
            &[("act", "join"), ("incident", &incident)],
        )
        .await;
    assert_eq!(
        (house.count("joins").await, house.count("cases").await),
        (1, 0)
    );
    assert!(
        customer.get(&house, "/").await.holds("/status"),
        "the first page says that something is wrong"
    );
}

#[tokio::test]
async fn somebody_with_another_fault_goes_on_past_a_known_incident() {
    let house = House::open().await;
    let (product, _) = some(&house);
    let (city, place) = district(&house);
    house.incident(&product.code, &city).await;
    let mut customer = Customer::default();
    tried(&house, &mut customer).await;
    customer
        .answer(&house, "fault", "place", &[("place", &place)])
        .await;
    assert_eq!(
        customer
            .answer(&house, "fault", "known", &[("act", "next")])
            .await
            .at,
        "/fault/line"
    );
}

#[tokio::test]
async fn a_step_too_early_leads_to_the_first_open_one() {
    let house = House::open().await;
    let mut customer = Customer::default();
    for step in ["contact", "place", "check", "since"] {
        assert_eq!(
            customer.get(&house, &format!("/fault/{step}")).await.at,
            "/fault/product",
            "{step}"
        );
    }
}

#[tokio::test]
async fn every_product_and_symptom_can_be_reached() {
    let house = House::open().await;
    let catalogue = house.office.shelf.current().front.clone();
    for product in &catalogue.products {
        let mut customer = Customer::default();
        let start = customer.get(&house, "/fault").await;
        assert!(
            start.holds(&format!("value=\"{}\"", product.code)),
            "{}",
            product.code
        );
        let page = customer
            .answer(&house, "fault", "product", &[("product", &product.code)])
            .await;
        for symptom in &product.symptoms {
            assert!(
                page.holds(&format!("value=\"{}\"", symptom.code)),
                "{}/{}",
                product.code,
                symptom.code
            );
        }
    }
    let topics = Customer::default().get(&house, "/enquiry").await;
    for topic in &catalogue.topics {
        assert!(
            topics.holds(&format!("value=\"{}\"", topic.code)),
            "{}",
            topic.code
        );
    }
}
