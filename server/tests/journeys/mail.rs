//! Mail over a real socket, to a server that keeps its bytes; and text messages to a gateway.

use super::{
    house::House,
    notices::{asked, drain},
};
use receiver::smtp::MailServer;
use server::{
    config::Config,
    notices::{Outcome, Teller, ways::Ways},
};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_partial_json, header, method, path},
};

fn set(name: &str, value: impl Into<String>) -> (String, String) {
    (format!("ONEFRONT_{name}"), value.into())
}

fn by_mail(house: &House, server: &MailServer) -> Teller {
    let config = Config::read(
        None,
        [
            set("MAIL", "smtp"),
            set("SMTP__HOST", "127.0.0.1"),
            set("SMTP__PORT", server.addr.port().to_string()),
            set("SMTP__TLS", "none"),
            set("SMTP__FROM", "Farbridge <care@example.com>"),
        ],
    );
    let ways = Ways::from_settings(&config.unwrap()).unwrap();
    Teller::new(house.office.clone(), ways)
}

#[tokio::test]
async fn a_mail_arrives_with_proper_headers_and_stays_one_mail_when_its_answer_was_lost() {
    let house = House::open().await;
    let server = MailServer::start().await.unwrap();
    let teller = by_mail(&house, &server);
    let (_, reference, link) = asked(&house, ("email", "mei@example.com")).await;
    server.lose_an_answer();
    assert_eq!(drain(&teller).await, [Outcome::Decided, Outcome::Retried]);
    house.pass(1);
    assert_eq!(drain(&teller).await, [Outcome::Sent]);
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    let id = |data: &str| {
        let line = data.lines().find(|line| line.starts_with("Message-ID: "));
        line.unwrap().to_owned()
    };
    assert_eq!(
        id(&mails[0].data),
        id(&mails[1].data),
        "a mailbox shows one"
    );
    let mail = &mails[1];
    assert_eq!(mail.to, "mei@example.com");
    let (head, body) = mail.data.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    for line in [
        "From: Farbridge <care@example.com>",
        "To: mei@example.com",
        &format!("Subject: Farbridge: we have your request {reference}"),
        &format!("List-Unsubscribe: <{link}>"),
        "Auto-Submitted: auto-generated",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Language: en",
    ] {
        assert!(head.lines().any(|one| one == line), "{line}\n{head}");
    }
    assert!(head.contains("Date: "), "{head}");
    let body = body.replace("=\r\n", "").replace("=3D", "=");
    assert!(body.contains(&reference) && body.contains(&link), "{body}");
}

#[tokio::test]
async fn only_a_refused_receiver_makes_an_address_unreachable() {
    let house = House::open().await;
    let server = MailServer::start().await.unwrap();
    let teller = by_mail(&house, &server);
    server.refuse(["452 too many receivers", "554 we do not like you"]);
    asked(&house, ("email", "mei@example.com")).await;
    assert_eq!(drain(&teller).await, [Outcome::Decided, Outcome::Retried]);
    house.pass(1);
    assert_eq!(drain(&teller).await, [Outcome::Retried]);
    house.pass(1);
    assert_eq!(drain(&teller).await, [Outcome::Sent]);
    server.refuse(["550 5.1.1 no such user"]);
    asked(&house, ("email", "nobody@example.com")).await;
    assert_eq!(drain(&teller).await, [Outcome::Decided, Outcome::Failed]);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_text_message_goes_to_the_gateway_with_a_key_for_repeats_and_follows_no_redirect() {
    let house = House::open().await;
    let gateway = MockServer::start().await;
    let config = Config::read(
        None,
        [
            set("SMS", "gateway"),
            set("GATEWAY__URL", format!("{}/send", gateway.uri())),
            set("GATEWAY__CREDENTIALS__BEARER", "s3cret"),
        ],
    );
    let ways = Ways::from_settings(&config.unwrap()).unwrap();
    let teller = Teller::new(house.office.clone(), ways);
    let away = ResponseTemplate::new(307).insert_header("location", "http://127.0.0.1:9/");
    Mock::given(method("POST"))
        .respond_with(away)
        .up_to_n_times(1)
        .mount(&gateway)
        .await;
    Mock::given(method("POST"))
        .and(path("/send"))
        .and(header("authorization", "Bearer s3cret"))
        .and(body_partial_json(
            serde_json::json!({ "to": "+8613800138000" }),
        ))
        .respond_with(ResponseTemplate::new(202))
        .expect(1)
        .mount(&gateway)
        .await;
    let (_, reference, link) = asked(&house, ("phone", "138 0013 8000")).await;
    assert_eq!(drain(&teller).await, [Outcome::Decided, Outcome::Retried]);
    house.pass(1);
    assert_eq!(drain(&teller).await, [Outcome::Sent]);
    let asked = gateway.received_requests().await.unwrap();
    assert_eq!(asked.len(), 2);
    let key = |at: usize| asked[at].headers.get("idempotency-key").cloned();
    assert_eq!(key(0), key(1));
    let said: serde_json::Value = asked[1].body_json().unwrap();
    let text = said["text"].as_str().unwrap();
    assert!(text.contains(&reference) && text.contains(&link), "{text}");
}
