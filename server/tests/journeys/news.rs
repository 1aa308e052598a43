//! What a browser at the desk is told while it is open: which cases changed, each once, and none that
//! may not be seen.

use super::{
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
};
use app::{
    desk::{Mark, Role},
    hatch::{Refusal, Token},
};

async fn news(house: &House, person: &Customer, mark: &mut Mark) -> Result<Vec<String>, Refusal> {
    let staff = Token::new(person.cookies["staff"].clone());
    let (now, cases) = house.office.hatch().workbench.news(&staff, mark).await?;
    *mark = now;
    Ok(cases.iter().map(ToString::to_string).collect())
}

#[tokio::test]
async fn who_may_see_a_case_hears_once_that_it_changed_and_nobody_else_does() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "First.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (anna, _) = sign_in(&house, "anna", "right").await;
    let (otto, _) = sign_in(&house, "otto", "right").await;
    let (mut hers, mut his) = (Mark::default(), Mark::default());
    for (person, mark) in [(&anna, &mut hers), (&otto, &mut his)] {
        let begun = news(&house, person, mark).await.unwrap();
        assert!(begun.is_empty(), "what there is stands on the page already");
    }
    customer.get(&house, &format!("/track/{reference}")).await;
    customer
        .say(&house, "write", &reference, "Anything new?")
        .await;
    let (second, _) = Customer::default().case(&house, "Second.").await;
    let mut heard = news(&house, &anna, &mut hers).await.unwrap();
    heard.sort();
    let mut changed = vec![reference.clone(), second];
    changed.sort();
    assert_eq!(heard, changed);
    assert!(
        news(&house, &anna, &mut hers).await.unwrap().is_empty(),
        "once"
    );
    assert!(news(&house, &otto, &mut his).await.unwrap().is_empty());
    house.pass(1000);
    let over = news(&house, &anna, &mut hers).await;
    assert_eq!(
        over,
        Err(Refusal::SignIn),
        "a session that ended hears no more"
    );
}
