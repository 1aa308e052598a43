//! What a kiosk carries: words and catalogue, for everybody and nobody's.

use super::{customer::Customer, house::House};
use app::{case::language::Lang, catalogue::Catalogue, words::phrase::Phrases};

#[tokio::test]
async fn a_kiosk_is_given_the_words_of_every_language_and_the_catalogue_of_the_front() {
    let house = House::open().await;
    let mut anybody = Customer::default();
    let words = anybody.get(&house, "/kiosk/words").await;
    let words: [Phrases; Lang::ALL.len()] = serde_json::from_str(&words.html).unwrap();
    let said = words.each_ref().map(|words| words.plain("face-continue"));
    assert_eq!(said, [Some("继续"), Some("繼續"), Some("Continue")]);

    let catalogue = anybody.get(&house, "/kiosk/catalogue").await;
    let catalogue: Catalogue = serde_json::from_str(&catalogue.html).unwrap();
    assert_eq!(catalogue, *house.office.shelf.current().front);
}
