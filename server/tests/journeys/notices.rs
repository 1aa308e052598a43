//! What customers are told, by what, when, and how much of it; and what happens when it does not
//! arrive.

use super::{
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
};
use app::{case::language::Lang, desk::Role};
use server::{
    connectors::Trouble,
    notices::{
        Outcome, Teller,
        kind::Kind,
        letter::{Letter, segments},
        ways::{Memory, Way, Ways},
    },
};
use std::sync::Arc;

/// Somebody who tells, with ways that a test looks into.
pub struct Telling {
    pub teller: Teller,
    pub mail: Arc<Memory>,
    pub sms: Arc<Memory>,
}

impl Telling {
    pub fn of(house: &House) -> Self {
        let (mail, sms) = (Arc::new(Memory::default()), Arc::new(Memory::default()));
        let ways = Ways::new(
            Some(mail.clone() as Arc<dyn Way>),
            Some(sms.clone() as Arc<dyn Way>),
        );
        let teller = Teller::new(house.office.clone(), ways);
        Self { teller, mail, sms }
    }

    /// Does all there is to do, and says what became of each step.
    pub async fn drain(&self) -> Vec<Outcome> {
        drain(&self.teller).await
    }

    /// What was sent since the last look, and nothing else is to do.
    pub async fn told(&self) -> Vec<Letter> {
        self.drain().await;
        let mut letters = self.mail.letters();
        letters.extend(self.sms.letters());
        letters
    }
}

pub async fn drain(teller: &Teller) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    loop {
        match teller.step().await.unwrap() {
            Outcome::Empty => return outcomes,
            outcome => outcomes.push(outcome),
        }
    }
}

/// An enquiry with this way to be reached: its reference and its link.
pub async fn asked(house: &House, contact: (&str, &str)) -> (Customer, String, String) {
    let mut customer = Customer::default();
    let receipt = ask(house, &mut customer, contact).await;
    (customer, receipt.0, receipt.1)
}

async fn ask(house: &House, customer: &mut Customer, contact: (&str, &str)) -> (String, String) {
    customer.get(house, "/enquiry").await;
    for (step, field, said) in [
        ("topic", "topic", "invoice"),
        (
            "details",
            "details",
            "My neighbour Wang Xiaoming says it is too high.",
        ),
    ] {
        customer
            .answer(house, "enquiry", step, &[(field, said)])
            .await;
    }
    let fields = [("contact", contact.0), contact];
    customer.answer(house, "enquiry", "contact", &fields).await;
    let receipt = customer.send(house, "enquiry").await;
    (
        receipt.id("reference").unwrap(),
        receipt.id("secret-link").unwrap(),
    )
}

const MAIL: (&str, &str) = ("email", "mei@example.com");
const PHONE: (&str, &str) = ("phone", "138 0013 8000");

async fn event(house: &House, reference: &str, kind: &'static str) -> i64 {
    let sql = match kind {
        "notice-failed" => {
            "select cast(count(*) as text) from events e join cases c on c.id = e.case_id
             where c.reference = $1 and e.kind = 'notice-failed' and e.side = 'below'"
        }
        "notice-held" => {
            "select cast(count(*) as text) from events e join cases c on c.id = e.case_id
             where c.reference = $1 and e.kind = 'notice-held' and e.side = 'below'"
        }
        "contact-unreachable" => {
            "select cast(count(*) as text) from events e join cases c on c.id = e.case_id
             where c.reference = $1 and e.kind = 'contact-unreachable' and e.side = 'below'"
        }
        other => panic!("{other} is not looked for"),
    };
    house.text(sql, reference).await.parse().unwrap()
}

#[tokio::test]
async fn a_receipt_goes_to_the_contact_that_was_given_with_reference_and_link_and_nothing_else() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (_, reference, link) = asked(&house, MAIL).await;
    let letters = telling.told().await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(
        (letter.to.as_str(), letter.lang),
        ("mei@example.com", Lang::En)
    );
    assert!(letter.subject.contains(&reference), "{}", letter.subject);
    assert!(letter.text.contains(&reference) && letter.text.contains(&link));
    for said in ["Wang", "too high", "mei@"] {
        assert!(!letter.text.contains(said), "{}", letter.text);
    }
    assert!(telling.told().await.is_empty(), "nobody is told twice");
}

#[tokio::test]
async fn whoever_left_no_contact_is_told_nothing() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    asked(&house, ("none", "")).await;
    assert!(telling.told().await.is_empty());
}

#[tokio::test]
async fn what_happened_before_a_crash_is_told_after_it() {
    let house = House::open().await;
    let (_, reference, _) = asked(&house, PHONE).await;
    let house = house.restarted().await;
    let letters = Telling::of(&house).told().await;
    assert!(letters[0].text.contains(&reference));
}

#[tokio::test]
async fn an_answer_a_question_and_is_it_fixed_are_told_and_the_last_words_come_with_the_question() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (mut customer, reference, _) = asked(&house, MAIL).await;
    house.carry().await;
    telling.told().await;
    let kinds = async |telling: &Telling| {
        let letters = telling.told().await;
        let said = letters.iter().map(|letter| letter.subject.clone());
        said.collect::<Vec<_>>()
    };
    employ(&house, "admin", "any", Role::Administrator).await;
    let mut staff = sign_in(&house, "admin", "right").await.0;
    let mut act = async |name: &str, fields: &[(&str, &str)]| {
        let page = staff.get(&house, &format!("/desk/case/{reference}")).await;
        let key = page.hidden("key").unwrap();
        let mut all = vec![("key", key.as_str()), ("reference", reference.as_str())];
        all.extend_from_slice(fields);
        staff.post(&house, &format!("/api/desk/{name}"), &all).await
    };
    act("accept", &[("leg", "1")]).await;
    assert!(
        kinds(&telling).await.is_empty(),
        "work that begins is no news"
    );
    act("reply", &[("text", "We look into it.")]).await;
    assert_eq!(
        kinds(&telling).await,
        [format!("Farbridge: we have answered {reference}")]
    );
    act("reply", &[("text", "Which month?"), ("act", "ask")]).await;
    assert_eq!(
        kinds(&telling).await,
        [format!("Farbridge: a question about {reference}")]
    );
    act("finish", &[("leg", "1"), ("text", "Corrected.")]).await;
    assert_eq!(
        kinds(&telling).await,
        [format!("Farbridge: is {reference} fixed?")]
    );
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "reopen", &reference, "").await;
    assert_eq!(
        kinds(&telling).await,
        [format!("Farbridge: another time for {reference}")]
    );
    house.finish(&reference).await;
    assert_eq!(kinds(&telling).await.len(), 1);
    house.pass(6 * 24);
    house.office.sweep().await.unwrap();
    assert_eq!(
        kinds(&telling).await,
        [format!("Farbridge: {reference} closes soon")]
    );
}

#[tokio::test]
async fn at_night_only_a_receipt_goes_out_and_the_rest_in_the_morning() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    // From ten in the morning to half past ten at night.
    house.pass(12);
    let (_, reference, _) = asked(&house, PHONE).await;
    assert_eq!(telling.told().await.len(), 1, "whoever sends is awake");
    house.finish(&reference).await;
    assert!(telling.told().await.is_empty());
    house.pass(9);
    assert!(
        telling.told().await.is_empty(),
        "at seven it is still night"
    );
    house.pass(1);
    assert_eq!(telling.told().await.len(), 1);
}

#[tokio::test]
async fn one_number_is_sent_so_much_a_day_whatever_it_is_about_and_the_rest_summed_up() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let most = usize::from(house.office.shelf.current().notices.budget_per_day);
    let mut references = Vec::new();
    for _ in 0..most + 3 {
        references.push(asked(&house, PHONE).await.1);
    }
    assert_eq!(telling.told().await.len(), most);
    // Whoever answers for the case knows that its customer was not told.
    assert_eq!(
        event(&house, references.last().unwrap(), "notice-held").await,
        1
    );
    assert_eq!(event(&house, &references[0], "notice-held").await, 0);
    // Another number has had nothing yet.
    asked(&house, ("phone", "139 1000 2000")).await;
    assert_eq!(telling.told().await.len(), 1);
    house.pass(24);
    let letters = telling.told().await;
    assert_eq!(letters.len(), 1, "one summary for all of them");
    assert!(letters[0].text.contains(references.last().unwrap()));
    house.pass(24);
    assert!(telling.told().await.is_empty());
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_under_the_same_key_and_given_up_in_the_end() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    telling.sms.plan([Trouble::Unknown("no answer".into())]);
    let (_, reference, _) = asked(&house, PHONE).await;
    assert_eq!(telling.drain().await, [Outcome::Decided, Outcome::Retried]);
    assert!(telling.told().await.is_empty(), "not at once");
    house.pass(1);
    let id = "select e.id from events e join cases c on c.id = e.case_id where c.reference = $1";
    let letters = telling.told().await;
    assert_eq!(letters[0].id, house.text(id, &reference).await);

    let (_, reference, _) = asked(&house, PHONE).await;
    telling.sms.plan(vec![Trouble::later("closed"); 40]);
    for _ in 0..80 {
        telling.drain().await;
        house.pass(1);
    }
    assert_eq!(event(&house, &reference, "notice-failed").await, 1);
    assert_eq!(event(&house, &reference, "contact-unreachable").await, 0);
}

#[tokio::test]
async fn an_address_that_is_refused_for_good_is_not_used_again_and_the_owner_is_told() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    telling
        .mail
        .plan([Trouble::Refused("550 no such user".into())]);
    let (mut customer, reference, _) = asked(&house, MAIL).await;
    assert_eq!(telling.drain().await, [Outcome::Decided, Outcome::Failed]);
    for kind in ["notice-failed", "contact-unreachable"] {
        assert_eq!(event(&house, &reference, kind).await, 1, "{kind}");
    }
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("m•••@…"), "{}", page.html);
    assert!(page.holds("Nothing arrives there"));
    house.finish(&reference).await;
    assert!(telling.told().await.is_empty());
    employ(&house, "admin", "any", Role::Administrator).await;
    let mut staff = sign_in(&house, "admin", "right").await.0;
    let page = staff.get(&house, &format!("/desk/case/{reference}")).await;
    assert!(page.holds("550 no such user"), "{}", page.html);
}

#[tokio::test]
async fn a_customer_stops_notices_and_wants_them_again_and_loses_nothing_typed() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (mut customer, reference, _) = asked(&house, PHONE).await;
    assert_eq!(telling.told().await.len(), 1);
    let path = format!("/track/{reference}");
    let page = customer.get(&house, &path).await;
    assert!(page.holds("•••00"), "{}", page.html);
    let mut press = async |act: &str| {
        let fields = [
            ("reference", reference.as_str()),
            ("act", act),
            ("text", "Half a word"),
        ];
        customer.post(&house, "/api/track/notices", &fields).await
    };
    let page = press("stop").await;
    assert!(
        page.holds("value=\"resume\"") && page.holds("Half a word"),
        "{}",
        page.html
    );
    house.finish(&reference).await;
    assert!(telling.told().await.is_empty());
    let page = press("resume").await;
    assert!(page.holds("value=\"stop\""));
    assert!(
        telling.told().await.is_empty(),
        "what was not wanted then is not sent now"
    );
    customer.get(&house, &path).await;
    customer.say(&house, "reopen", &reference, "").await;
    assert_eq!(telling.told().await.len(), 1);
    // A stranger can neither stop them nor learn whether there is such a case.
    let mut stranger = Customer::default();
    let fields = [("reference", reference.as_str()), ("act", "stop")];
    let page = stranger.post(&house, "/api/track/notices", &fields).await;
    let none = [("reference", "7K4M-9QXT-2R-H"), ("act", "stop")];
    let nowhere = stranger.post(&house, "/api/track/notices", &none).await;
    assert_eq!((page.status, page.at), (nowhere.status, nowhere.at));
}

#[tokio::test]
async fn a_customer_gives_another_contact_and_a_wrong_one_is_shown_again() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (mut customer, reference, _) = asked(&house, PHONE).await;
    telling.told().await;
    let mut give = async |contact: &str| {
        let fields = [("reference", reference.as_str()), ("contact", contact)];
        customer.post(&house, "/api/track/contact", &fields).await
    };
    let page = give("mei at example").await;
    assert!(
        page.leads_to("contact") && page.holds("mei at example"),
        "{}",
        page.html
    );
    let page = give("mei@example.com").await;
    assert!(page.holds("m•••@…"), "{}", page.html);
    house.finish(&reference).await;
    let letters = telling.told().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, "mei@example.com");
}

#[tokio::test]
async fn a_new_link_is_made_at_the_desk_told_and_ends_the_old_one() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let (mut customer, reference, old) = asked(&house, MAIL).await;
    telling.told().await;
    house.carry().await;
    employ(&house, "admin", "any", Role::Administrator).await;
    let mut staff = sign_in(&house, "admin", "right").await.0;
    let page = staff.get(&house, &format!("/desk/case/{reference}")).await;
    let key = page.hidden("key").unwrap();
    let fields = [("key", key.as_str()), ("reference", reference.as_str())];
    for _ in 0..2 {
        let page = staff.post(&house, "/api/desk/link", &fields).await;
        assert!(page.at.contains("did=link"), "{}", page.at);
    }
    let letters = telling.told().await;
    assert_eq!(letters.len(), 1, "pressing twice is one act");
    assert!(!letters[0].text.contains(&old));
    let secret = |link: &str| link.rsplit('/').next().unwrap().to_owned();
    let open = async |customer: &mut Customer, link: &str| {
        let secret = secret(link);
        let fields = [("secret", secret.as_str())];
        customer.post(&house, "/api/track/open", &fields).await
    };
    let mut other = Customer::default();
    assert_eq!(open(&mut other, &old).await.status, 404);
    assert!(open(&mut other, &letters[0].link).await.holds(&reference));
    // A look that came from the old link is over, too.
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert_eq!(page.status, 404);
}

#[tokio::test]
async fn no_notice_holds_an_inner_name_and_each_is_short_enough_for_three_messages() {
    let house = House::open().await;
    let telling = Telling::of(&house);
    let inner = house.office.shelf.current();
    let mut seen = 0;
    for tag in ["en", "zh-Hans", "zh-Hant"] {
        let mut customer = Customer::default();
        customer.cookies.insert("language".into(), tag.into());
        let (reference, _) = ask(&house, &mut customer, ("phone", "138 0013 8000")).await;
        // Every kind is written, whatever event it comes from.
        for kind in Kind::ALL {
            let (reference, name) = (reference.clone(), kind.name());
            let now = (house.office.clock)();
            let written = house.office.store.write(move |tx| {
                Box::pin(async move {
                    sqlx::query(
                        "insert into notices (id, case_id, kind, channel, contact_id, state, next_at, created_at)
                         select c.id || $2, c.id, $2, 'sms', c.contact_id, 'waiting', $3, $3
                         from cases c where c.reference = $1",
                    )
                    .bind(reference)
                    .bind(name)
                    .bind(now)
                    .execute(tx)
                    .await?;
                    Ok(())
                })
            });
            written.await.unwrap();
            house.pass(24);
            for letter in telling.told().await {
                seen += 1;
                assert_eq!(letter.lang.tag(), tag);
                assert!(segments(&letter.text) <= 3, "{}", letter.text);
                for name in inner.organisation.inner_names() {
                    for lang in Lang::ALL {
                        assert!(!letter.text.contains(name.say(lang)), "{}", letter.text);
                    }
                }
            }
        }
    }
    assert_eq!(seen, 3 * (Kind::ALL.len() + 1));
}
