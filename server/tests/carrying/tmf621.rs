//! TMF621 over HTTP, through the outbox: the manners of servers there are, lost answers, and what
//! is never done.

use crate::house::{House, MINUTE, ticket};
use axum::{Router, http::StatusCode};
use receiver::{Fault, Log, Manner, Receiver};
use serde_json::{Value, json};
use server::{
    connectors::{
        Connector, Found, Trouble,
        lifecycle::Status,
        settings::{Credentials, Fields, HttpSettings, NoteHabit, Secret, Tmf621Settings},
        ticket::{Note, StateChange},
        tmf621::Tmf621,
    },
    outbox::Outcome::{Carried, Died, Retried},
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{net::TcpListener, sync::Barrier};

fn settings(url: &str) -> Tmf621Settings {
    Tmf621Settings {
        http: HttpSettings::at(url.parse().unwrap()),
        fields: Fields::default(),
        notes: NoteHabit::Replace,
    }
}

fn connector(receiver: &Receiver) -> Tmf621 {
    Tmf621::new(&settings(&receiver.url())).unwrap()
}

async fn house(manner: Manner) -> (House, Receiver) {
    let receiver = Receiver::start(manner, Log::in_memory()).await.unwrap();
    (House::new(Arc::new(connector(&receiver))).await, receiver)
}

fn workshop(receiver: &Receiver) -> Tmf621 {
    let fields = Fields {
        rename: [("ticketType".to_owned(), "type".to_owned())].into(),
        leave_out: ["channel".to_owned()].into(),
    };
    Tmf621::new(&Tmf621Settings {
        fields,
        ..settings(&receiver.url())
    })
    .unwrap()
}

fn note(text: &str) -> Note {
    Note {
        text: text.to_owned(),
        at: 1_700_000_000_000_000,
    }
}

fn to(status: Status) -> StateChange {
    StateChange {
        to: status,
        reason: "the customer said so".to_owned(),
    }
}

#[tokio::test]
async fn a_case_is_opened_noted_and_closed_along_the_lifecycle() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.note("7K3M9", "The lamp is red").await;
    house.note("7K3M9", "Now it is off").await;
    house.change("7K3M9", Status::Closed).await;
    assert_eq!(house.drain(0).await, [Carried; 4]);

    let kept = &receiver.tickets()[0];
    for (field, value) in [
        ("externalId", "7K3M9"),
        ("ticketType", "incident"),
        ("severity", "Critical"),
        ("requestedResolutionDate", "2023-11-14T22:13:20Z"),
        ("status", "closed"),
        ("statusChangeReason", "the customer said so"),
    ] {
        assert_eq!(kept[field], value, "{field}");
    }
    assert_eq!(kept["channel"], json!({ "id": "portal" }));
    assert_eq!(kept["relatedEntity"][0]["@referredType"], "Service");
    let notes: Vec<&Value> = kept["note"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| &note["text"])
        .collect();
    assert_eq!(notes, ["The lamp is red", "Now it is off"]);
    let states: Vec<Value> = receiver
        .heard()
        .into_iter()
        .map(|heard| heard.body["status"].clone())
        .collect();
    let states: Vec<Value> = states
        .into_iter()
        .filter(|state| !state.is_null())
        .collect();
    assert_eq!(states, ["inProgress", "resolved", "closed"]);
    assert_eq!(house.text("select foreign_id from counterparts").await, "1");
    assert_eq!(house.text("select state from legs").await, "queued");
}

#[tokio::test]
async fn the_reference_implementation_is_spoken_to_as_it_is() {
    let (house, receiver) = house(Manner::Reference).await;
    house.case("7K3M9", "there").await;
    house.note("7K3M9", "The lamp is red").await;
    house.change("7K3M9", Status::Resolved).await;
    assert_eq!(house.drain(0).await, [Carried; 3]);
    assert_eq!(receiver.tickets()[0]["status"], "resolved");
    // A merge patch would have been answered with yes and thrown away.
    let kinds: Vec<String> = receiver
        .heard()
        .iter()
        .filter(|heard| heard.method == "PATCH")
        .map(|heard| heard.headers["content-type"].to_str().unwrap().to_owned())
        .collect();
    assert!(
        kinds.iter().all(|kind| kind == "application/json") && !kinds.is_empty(),
        "{kinds:?}"
    );
}

#[tokio::test]
async fn a_change_that_is_answered_with_yes_and_not_kept_is_noticed() {
    let (house, receiver) = house(Manner::Workshop).await;
    let plain = workshop(&receiver);
    let id = plain.open(&ticket("7K3M9"), "key").await.unwrap();
    let refused = plain.note(&id, &note("hello"), "key").await.unwrap_err();
    assert_eq!(
        refused,
        Trouble::Refused("200, but the note was not kept".to_owned())
    );
    plain
        .change(&id, &to(Status::Resolved), "key")
        .await
        .unwrap();
    assert_eq!(receiver.tickets()[0]["status"], "resolved");
    drop(house);
}

#[tokio::test]
async fn a_refusal_is_shown_to_a_person_without_what_was_sent() {
    let (house, _receiver) = house(Manner::Workshop).await;
    house.case("7K3M9", "there").await;
    assert_eq!(house.drain(0).await, [Died]);
    let trouble = house.shown().await[0].last_trouble.clone().unwrap();
    assert_eq!(trouble, "422 body.channel, Input should be a valid string");
}

#[tokio::test]
async fn fields_are_named_as_the_receiver_wants_them() {
    let receiver = Receiver::start(Manner::Workshop, Log::in_memory())
        .await
        .unwrap();
    let house = House::new(Arc::new(workshop(&receiver))).await;
    house.case("7K3M9", "there").await;
    house.change("7K3M9", Status::InProgress).await;
    assert_eq!(house.drain(0).await, [Carried; 2]);
    let kept = &receiver.tickets()[0];
    assert_eq!(
        (&kept["type"], &kept["status"]),
        (&json!("incident"), &json!("inProgress"))
    );
}

#[tokio::test]
async fn an_answer_lost_in_any_way_makes_no_second_ticket() {
    for manner in [Manner::Standard, Manner::Reference] {
        for fault in [
            Fault::ApplyThen(StatusCode::INTERNAL_SERVER_ERROR),
            Fault::ApplyThen(StatusCode::GATEWAY_TIMEOUT),
            Fault::ApplyThen(StatusCode::SEE_OTHER),
            Fault::Break,
        ] {
            let (house, receiver) = house(manner).await;
            house.case("OTHER", "there").await;
            house.drain(0).await;
            house.case("7K3M9", "there").await;
            receiver.plan([fault.clone()]);
            assert_eq!(house.drain(0).await, [Retried], "{manner:?} {fault:?}");
            assert_eq!(house.drain(MINUTE).await, [Carried], "{manner:?} {fault:?}");
            assert_eq!(receiver.tickets().len(), 2, "{manner:?} {fault:?}");
            assert!(house.shown().await.is_empty());
        }
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_settled_at_once_by_asking() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.note("7K3M9", "hello").await;
    receiver.plan([Fault::Cut, Fault::Cut]);
    assert_eq!(house.drain(0).await, [Carried; 2]);
    assert_eq!(receiver.tickets().len(), 1);
    assert_eq!(receiver.tickets()[0]["note"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_receiver_that_hangs_is_left_in_time_and_asked_before_the_repeat() {
    let receiver = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    let mut settings = settings(&receiver.url());
    settings.http.answer_seconds = 1;
    let house = House::new(Arc::new(Tmf621::new(&settings).unwrap())).await;
    house.case("7K3M9", "there").await;
    receiver.plan([Fault::Hang]);
    assert_eq!(house.drain(0).await, [Retried]);
    assert_eq!(
        house.shown().await[0].last_trouble.as_deref(),
        Some("no answer in time")
    );
    assert_eq!(house.drain(MINUTE).await, [Carried]);
    assert_eq!(receiver.tickets().len(), 1);
}

#[tokio::test]
async fn a_lost_answer_to_a_note_or_a_state_has_one_effect() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.note("7K3M9", "The lamp is red").await;
    house.change("7K3M9", Status::InProgress).await;
    house.carrier.carry_one(0).await.unwrap();
    receiver.plan([Fault::ApplyThen(StatusCode::BAD_GATEWAY)]);
    assert_eq!(house.drain(0).await, [Retried]);
    receiver.plan([Fault::ApplyThen(StatusCode::BAD_GATEWAY)]);
    // The note is found to be there without sending it, so that the fault hits the state.
    assert_eq!(house.drain(MINUTE).await, [Carried, Retried]);
    assert_eq!(house.drain(2 * MINUTE).await, [Carried]);
    let kept = &receiver.tickets()[0];
    assert_eq!(kept["note"].as_array().unwrap().len(), 1);
    assert_eq!(kept["status"], "inProgress");
    assert!(house.shown().await.is_empty());
}

#[tokio::test]
async fn every_kind_of_yes_is_one_and_is_confirmed_by_reading() {
    for yes in [
        StatusCode::OK,
        StatusCode::CREATED,
        StatusCode::ACCEPTED,
        StatusCode::NO_CONTENT,
        StatusCode::PARTIAL_CONTENT,
    ] {
        let (house, receiver) = house(Manner::Standard).await;
        house.case("7K3M9", "there").await;
        house.note("7K3M9", "The lamp is red").await;
        house.change("7K3M9", Status::InProgress).await;
        // Without a word of what was done.
        receiver.plan([yes, yes, yes].map(Fault::ApplyThen));
        assert_eq!(house.drain(0).await, [Carried; 3], "{yes}");
        let kept = receiver.tickets();
        assert_eq!(kept.len(), 1, "{yes}");
        assert_eq!(kept[0]["note"].as_array().unwrap().len(), 1, "{yes}");
        assert_eq!(kept[0]["status"], "inProgress", "{yes}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_leaves_no_doubt() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let trouble = Tmf621::new(&settings(&url))
        .unwrap()
        .open(&ticket("7K3M9"), "key")
        .await
        .unwrap_err();
    assert_eq!(trouble, Trouble::later("no connection"));
}

#[tokio::test]
async fn a_redirect_is_never_followed() {
    let elsewhere = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    for status in [
        StatusCode::FOUND,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ] {
        receiver.plan([Fault::Refuse(
            status,
            vec![("location", format!("{}/troubleTicket", elsewhere.url()))],
        )]);
    }
    assert_eq!(house.drain(0).await, [Retried]);
    assert_eq!(house.drain(10 * MINUTE).await, [Retried]);
    assert_eq!(house.drain(20 * MINUTE).await, [Retried]);
    assert!(elsewhere.heard().is_empty());
    assert!(
        house.shown().await[0]
            .last_trouble
            .clone()
            .unwrap()
            .contains("redirects are not followed")
    );
}

#[tokio::test]
async fn a_receiver_that_asks_for_time_gets_it_and_leaves_no_doubt() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    let busy = |status| Fault::Refuse(status, vec![("retry-after", "900".to_owned())]);
    receiver.plan([busy(StatusCode::TOO_MANY_REQUESTS)]);
    assert_eq!(house.drain(0).await, [Retried]);
    assert_eq!(house.drain(14 * MINUTE).await, []);
    let asked = receiver.heard().len();
    assert_eq!(house.drain(16 * MINUTE).await, [Carried]);
    // One request, no look-up before it, and known by its key for the same.
    let heard = receiver.heard();
    assert_eq!(heard.len(), asked + 1);
    let key = |at: usize| heard[at].headers["idempotency-key"].clone();
    assert_eq!(key(0), key(asked));
}

#[tokio::test]
async fn a_wrong_password_or_address_is_tried_again_until_somebody_mends_it() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    receiver.plan([
        Fault::Refuse(StatusCode::UNAUTHORIZED, Vec::new()),
        Fault::Refuse(StatusCode::NOT_FOUND, Vec::new()),
    ]);
    assert_eq!(house.drain(0).await, [Retried]);
    assert_eq!(house.drain(10 * MINUTE).await, [Retried]);
    assert_eq!(house.drain(20 * MINUTE).await, [Carried]);
}

#[tokio::test]
async fn a_filter_that_is_ignored_finds_nobody_elses_ticket() {
    let receiver = Receiver::start(Manner::Workshop, Log::in_memory())
        .await
        .unwrap();
    let plain = workshop(&receiver);
    for reference in ["AAAA", "BBBB"] {
        plain.open(&ticket(reference), "key").await.unwrap();
    }
    assert_eq!(plain.find("BBBB").await, Ok(Found::At("2".to_owned())));
    assert_eq!(plain.find("CCCC").await, Ok(Found::Nowhere));
}

#[tokio::test]
async fn a_ticket_beyond_the_first_page_is_found_and_an_endless_list_settles_nothing() {
    let mut log = Log::in_memory();
    for ticket in 0..250 {
        // No field of ours, no filter that could work: only the mark in the description.
        log.create(json!({ "description": format!("x [Onefront R{ticket}]") }))
            .unwrap();
    }
    // This server turns no pages: it gives the first hundred again and again.
    let receiver = Receiver::start(Manner::Workshop, log).await.unwrap();
    let plain = connector(&receiver);
    assert_eq!(plain.find("R99").await, Ok(Found::At("100".to_owned())));
    assert_eq!(plain.find("R240").await, Ok(Found::CannotTell));
    assert_eq!(receiver.heard().len(), 3);
}

#[tokio::test]
async fn pages_are_turned_to_the_last() {
    let mut log = Log::in_memory();
    for ticket in 0..250 {
        log.create(json!({ "externalId": format!("R{ticket}") }))
            .unwrap();
    }
    let receiver = Receiver::start(Manner::Unfiltered, log).await.unwrap();
    let plain = connector(&receiver);
    assert_eq!(plain.find("R249").await, Ok(Found::At("250".to_owned())));
    assert_eq!(plain.find("OTHER").await, Ok(Found::Nowhere));
    assert_eq!(receiver.heard().len(), 6);
}

#[tokio::test]
async fn notes_of_the_back_office_survive_ours() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.drain(0).await;
    let theirs = json!([{ "id": "a", "author": "li", "text": "van is out", "@type": "Note" }]);
    receiver.work("1", json!({ "note": theirs })).unwrap();
    house.note("7K3M9", "thank you").await;
    assert_eq!(house.drain(0).await, [Carried]);
    let kept = receiver.tickets()[0]["note"].clone();
    assert_eq!(
        (&kept[0], &kept[1]["text"]),
        (&theirs[0], &json!("thank you"))
    );
}

#[tokio::test]
async fn work_that_goes_on_after_a_ticket_was_closed_is_a_new_one_that_names_it() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.change("7K3M9", Status::Closed).await;
    assert_eq!(house.drain(0).await, [Carried; 2]);
    house.change("7K3M9", Status::InProgress).await;
    house.note("7K3M9", "It is red again").await;
    // The lifecycle knows no way out of closed. The new one is opened in the place of the change,
    // and its answer is lost: it is looked for under its own name.
    receiver.plan([Fault::Break]);
    assert_eq!(house.drain(0).await, [Retried, Retried]);
    assert_eq!(house.drain(MINUTE).await, [Carried; 2]);
    let kept = receiver.tickets();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0]["status"], "closed");
    assert_eq!(kept[0].get("note"), None);
    assert_eq!(kept[1]["externalId"], "7K3M9-1.2");
    assert_eq!(
        kept[1]["troubleTicketRelationship"],
        json!([{ "id": "1", "relationshipType": "reopens" }])
    );
    assert_eq!(kept[1]["note"][0]["text"], "It is red again");
    assert_eq!(house.text("select foreign_id from counterparts").await, "2");
    assert!(house.shown().await.is_empty(), "nobody has to help");
}

#[tokio::test]
async fn a_way_that_the_lifecycle_does_not_have_is_shown_to_a_person() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.change("7K3M9", Status::InProgress).await;
    house.change("7K3M9", Status::Rejected).await;
    assert_eq!(house.drain(0).await, [Carried, Carried, Died]);
    let trouble = house.shown().await[0].last_trouble.clone().unwrap();
    assert_eq!(trouble, "from inProgress no way leads to rejected");
    assert_eq!(receiver.tickets()[0]["status"], "inProgress");
}

#[tokio::test]
async fn a_ticket_that_ended_otherwise_need_not_be_closed() {
    let (house, receiver) = house(Manner::Standard).await;
    house.case("7K3M9", "there").await;
    house.change("7K3M9", Status::Rejected).await;
    house.change("7K3M9", Status::Closed).await;
    assert_eq!(house.drain(0).await, [Carried; 3]);
    assert_eq!(receiver.tickets()[0]["status"], "rejected");
}

#[tokio::test]
async fn our_mark_under_another_reference_settles_nothing() {
    let mut log = Log::in_memory();
    log.create(json!({ "externalId": "THEIRS-1", "description": "x [Onefront 7K3M9]" }))
        .unwrap();
    let receiver = Receiver::start(Manner::Unfiltered, log).await.unwrap();
    let plain = connector(&receiver);
    assert_eq!(plain.find("7K3M9").await, Ok(Found::CannotTell));
    assert_eq!(plain.find("8L4N2").await, Ok(Found::Nowhere));
}

#[tokio::test]
async fn no_more_requests_are_out_at_once_than_are_set() {
    let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    // Each waits for a second one: they would wait for ever if only one were let out at a time.
    let pair = Arc::new(Barrier::new(2));
    let counted = most.clone();
    let slow = Router::new().fallback(move || {
        let (inside, most, pair) = (inside.clone(), counted.clone(), pair.clone());
        async move {
            most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            pair.wait().await;
            inside.fetch_sub(1, Ordering::SeqCst);
            axum::Json(json!({ "id": "1" }))
        }
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut settings = settings(&format!("http://{}", listener.local_addr().unwrap()));
    let serving = tokio::spawn(async move { axum::serve(listener, slow).await });
    settings.http.at_once = 2;
    let plain = Tmf621::new(&settings).unwrap();
    let looks = (0..10).map(|_| plain.look("1"));
    for seen in futures::future::join_all(looks).await {
        assert!(seen.unwrap().is_some());
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
    serving.abort();
}

#[tokio::test]
async fn a_ticket_is_looked_at_leniently_and_a_missing_one_is_gone() {
    let (_house, receiver) = house(Manner::Standard).await;
    let plain = connector(&receiver);
    let id = plain.open(&ticket("7K3M9"), "key").await.unwrap();
    receiver
        .work(&id, json!({ "status": "Pending", "note": { "text": "which flat?", "date": "2023-11-14T22:13:20.5" } }))
        .unwrap();
    let seen = plain.look(&id).await.unwrap().unwrap();
    assert_eq!(
        (seen.status, seen.called.as_deref()),
        (Some(Status::Pending), Some("Pending"))
    );
    assert_eq!(seen.notes[0].at, Some(1_700_000_000_500_000));
    assert_eq!(plain.look("99").await, Ok(None));
}

#[tokio::test]
async fn an_id_from_outside_leads_nowhere_else() {
    let (_house, receiver) = house(Manner::Standard).await;
    let plain = connector(&receiver);
    assert!(matches!(plain.look("..").await, Err(Trouble::Refused(_))));
    assert_eq!(plain.look("../troubleTicket?x=1#y").await, Ok(None));
    let target = receiver.heard().last().unwrap().target.clone();
    assert!(
        target.starts_with("/troubleTicket/..%2FtroubleTicket%3Fx=1%23y?"),
        "{target}"
    );
}

#[tokio::test]
async fn credentials_and_the_key_of_the_row_are_sent_and_nothing_personal_is() {
    let receiver = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    for (credentials, header, value) in [
        (
            Credentials::Basic {
                user: "me".to_owned(),
                password: Secret::new("pw"),
            },
            "authorization",
            "Basic bWU6cHc=",
        ),
        (
            Credentials::Bearer(Secret::new("token")),
            "authorization",
            "Bearer token",
        ),
        (
            Credentials::ApiKey {
                header: "X-Key".to_owned(),
                key: Secret::new("k"),
            },
            "x-key",
            "k",
        ),
    ] {
        let mut settings = settings(&receiver.url());
        settings.http.credentials = Some(credentials);
        Tmf621::new(&settings)
            .unwrap()
            .open(&ticket("7K3M9"), "the key")
            .await
            .unwrap();
        let heard = receiver.heard().pop().unwrap();
        assert_eq!(heard.headers[header], value);
        assert_eq!(heard.headers["idempotency-key"], "the key");
        assert!(heard.body.get("relatedParty").is_none());
    }
}
