//! What a page or a sending costs the store. It is counted in commits, as seconds depend on the
//! machine.

use super::{customer::Customer, house::House};

#[tokio::test]
async fn sending_is_one_commit_and_looking_is_none() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Why is the bill higher?").await;
    let before = house.office.store.commits();
    let receipt = customer.send(&house, "enquiry").await;
    assert!(receipt.at.starts_with("/receipt/"), "{}", receipt.at);
    assert_eq!(house.office.store.commits(), before + 1);
    for path in ["/", "/fault", "/status", &receipt.at] {
        assert_eq!(customer.get(&house, path).await.status, 200, "{path}");
    }
    assert_eq!(house.office.store.commits(), before + 1);
}

#[tokio::test]
async fn the_first_page_tells_of_an_incident_as_soon_as_it_is_known() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let told = async |customer: &mut Customer| {
        let page = customer.get(&house, "/").await;
        page.html.matches("href=\"/status\"").count()
    };
    let before = told(&mut customer).await;
    assert_eq!(told(&mut customer).await, before);
    house.incident("broadband", "anywhere").await;
    assert_eq!(told(&mut customer).await, before + 1);
}
