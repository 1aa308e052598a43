//! A customer never reads an inner name: every page and reply of a whole journey is searched for the
//! names of units, departments, duties and ways to a back office, in every language.

use super::{customer::Customer, house::House};
use app::case::language::{Lang, Text};

fn inner_names(house: &House) -> Vec<String> {
    let current = house.office.shelf.current();
    let organisation = &current.organisation;
    let mut texts: Vec<&Text> = Vec::new();
    texts.extend(organisation.units.iter().map(|unit| &unit.name));
    texts.extend(
        organisation
            .departments
            .iter()
            .map(|department| &department.name),
    );
    texts.extend(organisation.duties.iter().map(|duty| &duty.name));
    texts.extend(
        organisation
            .connectors
            .iter()
            .map(|connector| &connector.name),
    );
    texts.extend(
        current
            .services
            .iter()
            .flat_map(|service| &service.plans)
            .flat_map(|plan| &plan.legs)
            .map(|leg| &leg.name),
    );
    let names = texts
        .iter()
        .flat_map(|text| Lang::ALL.map(|lang| text.say(lang).to_owned()));
    let codes = organisation
        .departments
        .iter()
        .map(|department| department.code.clone())
        .filter(|code| code.contains('-'));
    names.chain(codes).collect()
}

#[tokio::test]
async fn no_page_of_a_journey_names_anything_behind_the_face() {
    let house = House::open().await;
    let names = inner_names(&house);
    assert!(
        names.len() > 20,
        "there are inner names to look for: {}",
        names.len()
    );
    for lang in Lang::ALL {
        let mut customer = Customer::default();
        let choice = format!("lang-{}", lang.tag());
        customer
            .post(
                &house,
                "/api/face/language",
                &[("act", &choice), ("then", "/")],
            )
            .await;
        let mut pages = Vec::new();
        for path in [
            "/",
            "/fault",
            "/enquiry",
            "/feedback",
            "/track",
            "/status",
            "/help",
            "/privacy",
            "/accessibility",
            "/kiosk/words",
            "/kiosk/catalogue",
        ] {
            pages.push(customer.get(&house, path).await);
        }
        pages.push(customer.enquire(&house, "Who does what?").await);
        let receipt = customer.send(&house, "enquiry").await;
        let reference = receipt.id("reference").unwrap();
        pages.push(receipt);
        let path = format!("/track/{reference}");
        pages.push(customer.get(&house, &path).await);
        house.finish(&reference).await;
        pages.push(customer.get(&house, &path).await);
        for page in &pages {
            for name in &names {
                assert!(
                    !page.holds(name),
                    "{} in {} tells {name:?}",
                    page.at,
                    lang.tag()
                );
            }
        }
    }
}

#[tokio::test]
async fn the_catalogue_that_pages_are_made_from_holds_no_inner_name() {
    let house = House::open().await;
    let front = serde_json::to_string(&*house.office.shelf.current().front).unwrap();
    for name in inner_names(&house) {
        assert!(!front.contains(&name), "{name}");
    }
}
