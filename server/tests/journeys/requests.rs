//! Help between departments: asked, taken or not, answered, rated; and nobody else's business.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

async fn colleague(house: &House, login: &str, department: &str) -> Customer {
    employ(house, login, department, Role::Specialist).await;
    sign_in(house, login, "right").await.0
}

async fn act(
    house: &House,
    who: &mut Customer,
    key: &str,
    number: &str,
    fields: &[(&str, &str)],
) -> Page {
    let key = format!("{key:a>26}");
    let mut all = vec![("key", key.as_str()), ("number", number)];
    all.extend_from_slice(fields);
    who.post(house, "/api/desk/request-act", &all).await
}

/// Marketing asks billing something.
async fn asked(house: &House, mara: &mut Customer) -> String {
    let key = format!("{:a>26}", "ask");
    let fields = [
        ("key", key.as_str()),
        ("to", "hq.billing"),
        ("title", "How many pay late?"),
        ("text", "For the autumn plan."),
    ];
    let page = mara.post(house, "/api/desk/request", &fields).await;
    let again = mara.post(house, "/api/desk/request", &fields).await;
    assert_eq!(page.at, again.at, "pressing twice asks once");
    let number = page.at.strip_prefix("/desk/requests/").unwrap();
    number.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_department_is_asked_answers_and_is_rated() {
    let house = House::open().await;
    let mut mara = colleague(&house, "mara", "marketing").await;
    let mut bill = colleague(&house, "bill", "billing").await;
    let number = asked(&house, &mut mara).await;
    assert!(
        bill.get(&house, "/desk/requests")
            .await
            .holds("How many pay late?")
    );
    let early = [("act", "answer"), ("text", "One in ten.")];
    act(&house, &mut bill, "b1", &number, &early).await;
    act(&house, &mut bill, "b2", &number, &[("act", "take")]).await;
    let own = act(&house, &mut mara, "m1", &number, &early).await;
    assert!(!own.at.contains("did="), "who asks does not answer");
    act(&house, &mut bill, "b3", &number, &early).await;
    let poor = act(
        &house,
        &mut mara,
        "m2",
        &number,
        &[("act", "rate"), ("score", "poor")],
    )
    .await;
    assert!(poor.is_refusal() && poor.leads_to("rate"));
    act(
        &house,
        &mut mara,
        "m3",
        &number,
        &[("act", "rate"), ("score", "good")],
    )
    .await;
    let page = bill.get(&house, &format!("/desk/requests/{number}")).await;
    assert!(page.holds("One in ten.") && page.holds("Answer rated") && page.holds("bill"));
    let log = "select string_agg(kind, ' ') from (
        select e.kind from request_events e join requests r on r.id = e.request_id
        where r.number = $1 order by e.seq) q";
    let spelt = house
        .text("select number from requests where number <> $1", "")
        .await;
    assert_eq!(house.text(log, &spelt).await, "asked taken answered rated");
}

#[tokio::test]
async fn a_refusal_says_why_and_is_counted_and_somebody_else_is_asked() {
    let house = House::open().await;
    let mut mara = colleague(&house, "mara", "marketing").await;
    let mut bill = colleague(&house, "bill", "billing").await;
    let mut hanna = colleague(&house, "hanna", "human-resources").await;
    let number = asked(&house, &mut mara).await;
    let silent = act(
        &house,
        &mut bill,
        "b1",
        &number,
        &[("act", "decline"), ("text", " ")],
    )
    .await;
    assert!(silent.is_refusal() && silent.leads_to("decline"));
    act(
        &house,
        &mut bill,
        "b2",
        &number,
        &[("act", "decline"), ("text", "Ask those who count people.")],
    )
    .await;
    let page = mara.get(&house, &format!("/desk/requests/{number}")).await;
    assert!(page.holds("Ask those who count people.") && page.holds("Once"));
    let path = format!("/desk/requests/{number}");
    assert!(
        !hanna.get(&house, &path).await.holds("How many pay late?"),
        "not asked yet"
    );
    let anew = [
        ("act", "ask-anew"),
        ("to", "hq.human-resources"),
        ("text", "You count people."),
    ];
    act(&house, &mut mara, "m1", &number, &anew).await;
    assert!(hanna.get(&house, &path).await.holds("How many pay late?"));
    act(&house, &mut mara, "m2", &number, &[("act", "withdraw")]).await;
    let late = act(&house, &mut hanna, "h1", &number, &[("act", "take")]).await;
    assert!(late.at.ends_with("?late"));
}

#[tokio::test]
async fn what_is_neither_asked_of_nor_by_ones_department_is_not_there() {
    let house = House::open().await;
    let mut mara = colleague(&house, "mara", "marketing").await;
    let mut otto = colleague(&house, "otto", "general-affairs").await;
    let number = asked(&house, &mut mara).await;
    let theirs = otto.get(&house, &format!("/desk/requests/{number}")).await;
    let nobodys = otto.get(&house, "/desk/requests/00000-00000-0").await;
    assert_eq!(theirs.status, nobodys.status);
    assert!(!theirs.holds("How many pay late?"));
    assert!(
        !otto
            .get(&house, "/desk/requests")
            .await
            .holds("How many pay late?")
    );
    let empty = [
        ("key", "kkkkkkkkkkkkkkkkkkkkkkkkkk"),
        ("to", ""),
        ("title", ""),
        ("text", "Help!"),
    ];
    let page = otto.post(&house, "/api/desk/request", &empty).await;
    assert!(page.leads_to("to") && page.leads_to("title") && page.holds("Help!"));
}
