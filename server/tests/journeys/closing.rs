//! The survey after closing: it belongs to its case, and to nothing else that is being answered.

use super::{
    customer::{Customer, Page},
    house::House,
};

async fn confirmed(house: &House, customer: &mut Customer, details: &str) -> (String, Page) {
    let (reference, _) = customer.case(house, details).await;
    house.finish(&reference).await;
    customer.get(house, &format!("/track/{reference}")).await;
    let survey = customer.say(house, "confirm", &reference, "").await;
    (reference, survey)
}

async fn answer(
    house: &House,
    customer: &mut Customer,
    about: &str,
    step: &str,
    said: &str,
) -> Page {
    let path = match about {
        "" => "/feedback".to_owned(),
        about => format!("/feedback/about/{about}"),
    };
    customer.get(house, &path).await;
    let mut fields = vec![(step, said)];
    if !about.is_empty() {
        fields.push(("reference", about));
    }
    customer.answer(house, "survey", step, &fields).await
}

async fn sheet(house: &House, reference: &str) -> Option<String> {
    let sql =
        "select s.survey || ' ' || s.rating || ' ' || coalesce(s.words, '') from answer_sheets s
               left join cases c on c.id = s.case_id where coalesce(c.reference, '') = $1";
    house.maybe(sql, reference).await
}

#[tokio::test]
async fn a_walk_up_survey_that_was_begun_before_is_not_mixed_up_with_it() {
    let house = House::open().await;
    let mut customer = Customer::default();
    answer(&house, &mut customer, "", "rating", "5").await;
    let (reference, survey) = confirmed(&house, &mut customer, "Mine.").await;
    assert!(survey.holds("How did we handle this?"), "{}", survey.html);
    let walk_up = answer(&house, &mut customer, "", "words", "A nice shop.").await;
    assert_eq!(walk_up.at, "/feedback/thanks");
    answer(&house, &mut customer, &reference, "rating", "4").await;
    answer(&house, &mut customer, &reference, "words", "Quick.").await;
    assert_eq!(sheet(&house, "").await.unwrap(), "walk-up 5 A nice shop.");
    assert_eq!(sheet(&house, &reference).await.unwrap(), "closing 4 Quick.");
}

#[tokio::test]
async fn two_cases_closed_one_after_the_other_are_each_asked_about() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (first, _) = confirmed(&house, &mut customer, "First.").await;
    answer(&house, &mut customer, &first, "rating", "4").await;
    let (second, _) = confirmed(&house, &mut customer, "Second.").await;
    answer(&house, &mut customer, &second, "rating", "5").await;
    answer(&house, &mut customer, &first, "words", "About the first.").await;
    answer(&house, &mut customer, &second, "words", "About the second.").await;
    assert_eq!(
        sheet(&house, &first).await.unwrap(),
        "closing 4 About the first."
    );
    assert_eq!(
        sheet(&house, &second).await.unwrap(),
        "closing 5 About the second."
    );
}

#[tokio::test]
async fn a_closing_is_asked_about_once_and_the_next_one_again() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = confirmed(&house, &mut customer, "Again.").await;
    let path = format!("/track/{reference}");
    let link = format!("href=\"/feedback/about/{reference}\"");
    assert!(
        customer.get(&house, &path).await.holds(&link),
        "it can be found again"
    );
    answer(&house, &mut customer, &reference, "rating", "4").await;
    answer(&house, &mut customer, &reference, "words", "").await;
    assert!(!customer.get(&house, &path).await.holds(&link));
    let again = customer
        .get(&house, &format!("/feedback/about/{reference}"))
        .await;
    assert_eq!(again.at, "/feedback/thanks");
    customer.get(&house, &path).await;
    customer.say(&house, "reopen", &reference, "").await;
    house.finish(&reference).await;
    customer.get(&house, &path).await;
    let survey = customer.say(&house, "confirm", &reference, "").await;
    assert!(survey.holds("How did we handle this?"), "{}", survey.at);
    answer(&house, &mut customer, &reference, "rating", "2").await;
    assert_eq!(house.count("sheets").await, 1);
}

#[tokio::test]
async fn nobody_answers_for_another_customers_case() {
    let house = House::open().await;
    let (reference, _) = confirmed(&house, &mut Customer::default(), "Mine.").await;
    let mut stranger = Customer::default();
    let page = stranger
        .get(&house, &format!("/feedback/about/{reference}"))
        .await;
    assert_eq!(page.status, 404);
    stranger.key = "aaaaaaaaaaaaaaaaaaaaaaaaaa".to_owned();
    for (step, said) in [("rating", "1"), ("reason", ""), ("words", "Bad!")] {
        let fields = [(step, said), ("reference", reference.as_str())];
        stranger.answer(&house, "survey", step, &fields).await;
    }
    assert_eq!(house.count("sheets").await, 0);
}
