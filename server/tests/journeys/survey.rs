//! Feedback: walked up to, and asked when a case is closed.

use super::{customer::Customer, house::House};

#[tokio::test]
async fn a_low_rating_is_asked_why_and_a_high_one_is_not() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.get(&house, "/feedback").await;
    assert!(
        customer
            .answer(&house, "survey", "rating", &[])
            .await
            .is_refusal()
    );
    assert!(
        customer
            .answer(&house, "survey", "rating", &[("rating", "9")])
            .await
            .is_refusal()
    );
    assert_eq!(
        customer
            .answer(&house, "survey", "rating", &[("rating", "1")])
            .await
            .at,
        "/feedback/reason"
    );
    assert_eq!(
        customer
            .answer(&house, "survey", "rating", &[("rating", "5")])
            .await
            .at,
        "/feedback/words"
    );
    let mut impatient = customer.clone();
    let end = customer
        .answer(&house, "survey", "words", &[("words", "Thanks! 👍")])
        .await;
    impatient
        .answer(&house, "survey", "words", &[("words", "Thanks! 👍")])
        .await;
    assert_eq!(end.at, "/feedback/thanks");
    assert_eq!(house.count("sheets").await, 1, "a double tap is one sheet");
}
