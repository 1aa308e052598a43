//! What no browser of ours would send. Each has a defined answer, and nothing falls over.

use super::{
    customer::Customer,
    desk::{employ, sign_in},
    endpoints,
    house::House,
};
use app::desk::Role;
use proptest::{prelude::*, test_runner::TestRunner};

#[tokio::test]
async fn ten_thousand_characters_are_taken_and_one_more_is_sent_back_with_everything() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let long = "断".repeat(10_000);
    assert_eq!(customer.enquire(&house, &long).await.at, "/enquiry/check");
    let longer = format!("{long}网");
    let page = customer
        .answer(&house, "enquiry", "details", &[("details", &longer)])
        .await;
    assert!(page.is_refusal());
    assert!(page.holds(&longer), "nothing typed is lost");
}

#[tokio::test]
async fn text_of_any_kind_is_kept_as_text() {
    let house = House::open().await;
    for text in [
        "👩‍👩‍👧 emoji",
        "עברית مرحبا",
        "a\u{0}b NUL",
        "<b>&amp;</b>\"'",
        "' or 1=1 --",
        "{{7*7}} ${x}",
    ] {
        let mut customer = Customer::default();
        let check = customer.enquire(&house, text).await;
        let shown = text
            .replace('\u{0}', "")
            .replace('&', "&amp;")
            .replace('<', "&lt;");
        let escaped = shown.replace('>', "&gt;");
        assert!(check.holds(&shown) || check.holds(&escaped), "{text}");
    }
}

#[tokio::test]
async fn missing_repeated_and_unknown_fields_are_no_accident() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "The first counts.").await;
    let key = customer.key.clone();
    let repeated =
        format!("key={key}&step=details&details=one&details=two&reference=x&state=closed&unit=hq");
    let page = customer
        .raw(&house, "/api/enquiry/answer", repeated.into_bytes())
        .await;
    assert!(page.holds("one") && !page.holds("two"));
    for path in endpoints::all() {
        let page = Customer::default().raw(&house, path, Vec::new()).await;
        assert!(page.status < 500, "{path}: {}", page.status);
    }
}

#[tokio::test]
async fn every_form_has_an_answer_to_everything_from_everybody() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "Here I am.").await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let names = [
        "step",
        "topic",
        "about",
        "details",
        "product",
        "symptom",
        "place",
        "known",
        "line",
        "address",
        "since",
        "since-date",
        "contact",
        "phone",
        "email",
        "rating",
        "reason",
        "words",
        "secret",
        "text",
        "incident",
        "then",
        "login",
        "password",
        "leg",
        "event",
        "there",
        "title",
        "expected",
        "id",
    ];
    let long = "断".repeat(10_001);
    for typed in [
        "",
        long.as_str(),
        "👩‍👩‍👧 עברית \u{202e}مرحبا a\u{0}b\u{7}",
        "</textarea><script>alert(1)</script>",
        "-1",
        "99999999999999999999",
        "2026-13-45T99:99",
        "a\r\nSet-Cookie: staff=mine",
        "../../desk",
    ] {
        let mut all = vec![
            ("reference", reference.as_str()),
            ("key", "kkkkkkkkkkkkkkkkkkkkkkkkkk"),
        ];
        // A form may be half a megabyte: the long text in few fields, the others in all.
        let names = match typed.len() > 1000 {
            true => &["details", "contact", "text", "login"][..],
            false => &names[..],
        };
        all.extend(names.iter().map(|name| (*name, typed)));
        all.extend([("text", "a second one"), ("nobody-asked", "x")]);
        for path in endpoints::all() {
            // Nobody is signed out or forgotten on the way, and no link ends.
            if ["/sign-out", "/forget", "/link"]
                .iter()
                .any(|end| path.ends_with(end))
            {
                continue;
            }
            let journey = path.ends_with("/answer") || path.ends_with("/send");
            let acts = match journey {
                true => &["next", "back", "lang-en", "fixed", "join", "restart", typed][..],
                false => &["next", "lang-en"][..],
            };
            for act in acts {
                let mut fields = all.clone();
                fields.push(("act", act));
                for sender in [&mut Customer::default(), &mut customer, &mut anna] {
                    let page = sender.post(&house, path, &fields).await;
                    let case = format!("{path} {act:.9} {typed:.20?}");
                    assert!(
                        page.status < 500 && page.status != 413,
                        "{case}: {}",
                        page.status
                    );
                    assert!(!page.holds("<script>alert"), "{case}");
                    let plain = page.at.is_ascii() && page.at.len() < 150;
                    assert!(plain, "{case}: {}", page.at);
                }
            }
        }
    }
    assert_eq!(house.count("cases").await, 1);
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("Here I am."));
}

#[tokio::test]
async fn a_form_that_is_no_form_breaks_nothing() {
    let house = House::open().await;
    for body in [
        &b"\xff\xfe%%%=&&==&%zz"[..],
        b"key",
        b"{\"json\": true}",
        b"key[]=1&key[a][b]=2",
        b"act=lang-xx",
    ] {
        for path in endpoints::all() {
            let page = Customer::default().raw(&house, path, body.to_vec()).await;
            assert!(
                page.status < 500,
                "{path}: {} {:?}",
                page.status,
                String::from_utf8_lossy(body)
            );
        }
    }
}

#[test]
fn no_form_of_any_room_is_upset_by_anything() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let house = runtime.block_on(House::open());
    let names = prop::sample::select(vec![
        "key",
        "step",
        "act",
        "topic",
        "details",
        "product",
        "symptom",
        "place",
        "line",
        "since",
        "since-date",
        "contact",
        "phone",
        "email",
        "rating",
        "reason",
        "words",
        "secret",
        "reference",
        "text",
        "incident",
        "then",
    ]);
    let paths = prop::sample::select(endpoints::all());
    let fields = prop::collection::vec((names, any::<String>()), 0..8);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 160,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let ran = runner.run(&(paths, fields), |(path, fields)| {
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let page = runtime.block_on(Customer::default().post(&house, path, &fields));
        prop_assert!(page.status < 500, "{} {:?}", page.status, fields);
        Ok(())
    });
    ran.unwrap();
}

#[tokio::test]
async fn a_form_of_another_site_and_one_too_large_get_a_page_that_helps() {
    let house = House::open().await;
    let large = vec![b'a'; 1 << 20];
    let page = Customer::default()
        .raw(&house, "/api/enquiry/answer", large)
        .await;
    assert_eq!(page.status, 413);
    assert!(page.holds("That is too much at once</h1>"), "{}", page.html);
    assert!(page.holds("href=\"/help\"") && !page.holds("<script"));
}
