//! Templates at the desk: filled for the case and its customer, behind what was typed, never sent by
//! themselves.

use super::{
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

#[tokio::test]
async fn a_template_stands_behind_what_was_typed_in_the_customers_language() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It is slow.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let page = anna.get(&house, &format!("/desk/case/{reference}")).await;
    assert!(
        page.holds("value=\"en\" selected"),
        "the customer's language is chosen"
    );
    let fields = [
        ("reference", reference.as_str()),
        ("text", "Dear Mr Li,"),
        ("template", "looking"),
        ("language", "en"),
    ];
    let page = anna.post(&house, "/api/desk/template", &fields).await;
    let (_, area) = page.html.split_once("id=\"reply\"").unwrap();
    let area = area.split("</textarea>").next().unwrap();
    assert!(
        area.contains("Dear Mr Li,\n\nHello, we have your case"),
        "{area}"
    );
    assert!(area.contains(&reference) && !area.contains('{'), "{area}");
    let seen = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(!seen.holds("Dear Mr Li,"), "nothing is sent by itself");
}

#[tokio::test]
async fn nobody_fills_a_template_for_a_case_they_may_not_see() {
    let house = House::open().await;
    let (reference, _) = Customer::default().case(&house, "It is slow.").await;
    house.carry().await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut otto, _) = sign_in(&house, "otto", "right").await;
    for template in ["looking", "nonesuch"] {
        let fields = [("reference", reference.as_str()), ("template", template)];
        let page = otto.post(&house, "/api/desk/template", &fields).await;
        assert_eq!(page.status, 404, "{}", page.at);
    }
}

#[tokio::test]
async fn pressing_without_having_chosen_one_keeps_what_was_typed() {
    let house = House::open().await;
    let (reference, _) = Customer::default().case(&house, "It is slow.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let fields = [("reference", reference.as_str()), ("text", "Dear Mr Li,")];
    let page = anna.post(&house, "/api/desk/template", &fields).await;
    assert!(page.status == 200 && page.holds("Dear Mr Li,</textarea>"));
}
