//! What is kept of a case and what is not: consent, the log that an erasure does not break, and
//! "forget me here".

use super::{customer::Customer, house::House};
use app::{case::language::Lang, words::Words};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use sqlx::Row;

async fn speaking(house: &House, lang: Lang) -> Customer {
    let mut customer = Customer::default();
    let act = format!("lang-{}", lang.tag());
    let fields = [("act", act.as_str()), ("then", "/")];
    customer.post(house, "/api/face/language", &fields).await;
    customer
}

#[tokio::test]
async fn what_the_customer_agreed_to_is_kept_with_its_version_in_their_language() {
    let house = House::open().await;
    let consent = house.office.shelf.current().front.consent.clone();
    for lang in Lang::ALL {
        let mut customer = speaking(&house, lang).await;
        let check = customer.enquire(&house, "I agree.").await;
        assert!(check.holds(consent.send.say(lang)), "told before sending");
        let reference = customer.send(&house, "enquiry").await.id("reference");
        let sql = "select b.body from event_bodies b join events e on e.id = b.event_id
                   join cases c on c.id = e.case_id where e.kind = 'received' and c.reference = $1";
        let body = house.text(sql, &reference.unwrap()).await;
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["consent"]["version"], consent.version);
        let said = [
            &consent.details,
            &consent.contact,
            &consent.place,
            &consent.send,
        ];
        let said = said.map(|text| text.say(lang).to_owned());
        assert_eq!(body["consent"]["text"], serde_json::json!(said));
    }
}

#[tokio::test]
async fn a_receipt_says_in_every_language_what_was_promised_and_what_comes_next() {
    let house = House::open().await;
    for lang in Lang::ALL {
        let mut customer = speaking(&house, lang).await;
        customer.enquire(&house, "Receipt, please.").await;
        let receipt = customer.send(&house, "enquiry").await;
        assert!(receipt.holds(&format!("<html lang=\"{}\"", lang.tag())));
        assert!(receipt.holds("<time id=\"promise\" datetime=\"2026-"));
        let words = Words::new(lang);
        for id in [
            "receipt-title",
            "receipt-next-1",
            "receipt-next-2",
            "receipt-next-3",
        ] {
            assert!(
                receipt.holds(&words.known(id).unwrap()),
                "{} {id}",
                lang.tag()
            );
        }
        assert!(receipt.holds("class=\"qr\"") && receipt.holds("Receipt, please."));
    }
}

/// SHA-256 over parts, each with its length before it: as the log is chained.
fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    HEXLOWER.encode(&sha.finalize())
}

/// How many events a case has, if each header is chained to the one before and each body that is
/// left is the one its header was made of.
async fn whole_log(house: &House) -> Option<i64> {
    let rows = sqlx::query(
        "select e.*, b.salt, b.body from events e left join event_bodies b on b.event_id = e.id order by e.seq",
    )
    .fetch_all(house.office.store.read())
    .await
    .unwrap();
    let mut before = String::new();
    for row in &rows {
        let text = |name: &str| row.get::<String, _>(name);
        let number = |name: &str| row.get::<i64, _>(name).to_string();
        if let Some(body) = row.get::<Option<String>, _>("body")
            && hash(&[&text("salt"), &body]) != text("body_hash")
        {
            return None;
        }
        let header = hash(&[
            &before,
            &text("id"),
            &text("case_id"),
            &number("seq"),
            &number("at"),
            &text("side"),
            &text("kind"),
            &text("actor"),
            &text("channel"),
            &text("body_hash"),
        ]);
        if text("prev_hash") != before || text("hash") != header {
            return None;
        }
        before = header;
    }
    i64::try_from(rows.len()).ok()
}

#[tokio::test]
async fn erasing_what_an_event_says_breaks_no_chain_and_changes_no_count() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "Erase me.").await;
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "write", &reference, "Me too.").await;
    let events = house.count("events").await;
    assert_eq!(whole_log(&house).await, Some(events));
    let refused = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("update events set kind = 'nothing'")
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    assert!(refused.await.is_err(), "a header is never changed");
    let erased = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("delete from event_bodies").execute(tx).await?;
            Ok(())
        })
    });
    erased.await.unwrap();
    assert_eq!(whole_log(&house).await, Some(events));
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert_eq!(page.status, 200);
    assert!(!page.holds("Erase me.") && !page.holds("Me too."));
}

#[tokio::test]
async fn forget_me_here_is_on_every_page_of_a_journey_and_leaves_only_what_was_sent() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let check = customer.enquire(&house, "Sent, and kept.").await;
    let receipt = customer.send(&house, "enquiry").await;
    let reference = receipt.id("reference").unwrap();
    let mut pages = vec![check, receipt];
    for path in [
        "/enquiry",
        "/fault",
        "/feedback",
        "/feedback/thanks",
        "/fault/joined",
        "/fault/mended",
        "/track",
    ] {
        pages.push(customer.get(&house, path).await);
    }
    pages.push(customer.get(&house, &format!("/track/{reference}")).await);
    for page in &pages {
        assert!(page.holds("Forget me here</button>"), "{}", page.at);
    }
    let long = "x".repeat(10_001);
    customer.say(&house, "write", &reference, &long).await;
    assert_eq!(house.count("set aside").await, 1);
    let forgotten = customer.post(&house, "/api/face/forget", &[]).await;
    assert_eq!(forgotten.at, "/forgotten");
    for what in ["visitors", "drafts", "set aside", "looks"] {
        assert_eq!(house.count(what).await, 0, "{what}");
    }
    assert_eq!(house.count("cases").await, 1);
    let locked = customer.get(&house, &format!("/track/{reference}")).await;
    assert_eq!(locked.status, 404);
}

#[tokio::test]
async fn what_a_closed_case_says_is_erased_when_it_has_been_kept_as_long_as_was_told() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer
        .enquire(&house, "My neighbour must not know.")
        .await;
    let receipt = customer.send(&house, "enquiry").await;
    let reference = receipt.id("reference").unwrap();
    let link = receipt.id("secret-link").unwrap();
    house.finish(&reference).await;
    let key = customer.get(&house, &format!("/track/{reference}")).await;
    let fields = [
        ("key", key.hidden("key").unwrap()),
        ("reference", reference.clone()),
    ];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    customer.post(&house, "/api/track/confirm", &fields).await;
    house.carry().await;

    let days = i64::from(house.office.shelf.current().front.periods.keep_days);
    house.pass(24 * days - 1);
    assert_eq!(
        house.office.sweep().await.unwrap().erased,
        0,
        "not a day early"
    );
    let events = house.count("events").await;
    house.pass(2);
    assert_eq!(house.office.sweep().await.unwrap().erased, 1);
    assert_eq!(house.office.sweep().await.unwrap().erased, 0, "once");

    assert_eq!(house.count("events").await, events, "the chain stays");
    let left = super::search::index(&house).await;
    assert!(left.is_empty(), "nothing leads to it: {left:?}");
    assert_eq!(house.count("cases").await, 1, "and is counted");
    for said in [
        "select body from event_bodies where body like $1",
        "select payload from outbox where payload like $1",
        "select value from contacts where value like $1",
    ] {
        for words in ["%neighbour%", "%13800138000%"] {
            assert_eq!(house.maybe(said, words).await, None, "{said}");
        }
    }
    // Its link still says that there was a case, and nothing else.
    let secret = link.rsplit('/').next().unwrap();
    let page = Customer::default()
        .post(&house, "/api/track/open", &[("secret", secret)])
        .await;
    assert_eq!(page.status, 200);
    assert!(page.holds(&reference) && !page.holds("neighbour"));
}
