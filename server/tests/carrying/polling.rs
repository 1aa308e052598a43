//! Looking at back offices: what changed there becomes events below the line, once.

use crate::{
    ground,
    house::{House, MINUTE},
};
use receiver::{Log, Manner, Receiver};
use serde_json::{Value, json};
use server::{
    connectors::{
        lifecycle::Status,
        memory::{Behave, Memory, Twin},
        polling::{LegTurn, Polled, Poller, Turned},
        settings::{Fields, HttpSettings, NoteHabit, Tmf621Settings},
        tmf621::Tmf621,
    },
    outbox::Outcome,
    store::{
        cases::{StateChange, change_state},
        events::{self, Event, Side},
    },
};
use std::sync::{Arc, Mutex};

/// A house whose cases `A` and `B` are open at a twin, and a poller that writes down every end.
struct Watching {
    house: House,
    twin: Arc<Twin>,
    poller: Poller,
    ends: Arc<Mutex<Vec<LegTurn>>>,
}

fn poller(house: &House) -> (Poller, Arc<Mutex<Vec<LegTurn>>>) {
    let ends: Arc<Mutex<Vec<LegTurn>>> = Arc::default();
    let written = ends.clone();
    let poller = Poller::new(
        house.store.clone(),
        house.connectors.clone(),
        house.carrier.clone(),
        Arc::new(move |tx, turn| {
            if turn.how != Turned::Begun {
                written.lock().unwrap().push(turn.clone());
            }
            Box::pin(server::office::legs::turned(tx, turn))
        }),
    );
    (poller, ends)
}

impl Watching {
    async fn new() -> Self {
        let twin = Arc::new(Twin::new(Memory::LooksUp));
        let house = House::new(twin.clone()).await;
        for reference in ["A", "B"] {
            house.case(reference, "there").await;
        }
        assert_eq!(house.drain(0).await, [Outcome::Carried; 2]);
        let (poller, ends) = poller(&house);
        Self {
            house,
            twin,
            poller,
            ends,
        }
    }

    async fn poll(&self, now: i64) -> Vec<Polled> {
        poll(&self.poller, now).await
    }

    async fn new_events(&self, reference: &str) -> Vec<Event> {
        news(&self.house, reference).await
    }

    async fn leg(&self) -> String {
        self.house
            .text("select state from legs where id = 'A'")
            .await
    }
}

async fn poll(poller: &Poller, now: i64) -> Vec<Polled> {
    let mut all = Vec::new();
    loop {
        match poller.poll_one(now).await.unwrap() {
            Polled::Empty => return all,
            polled => all.push(polled),
        }
    }
}

async fn news(house: &House, reference: &str) -> Vec<Event> {
    let events = events::read(house.store.read(), reference, false)
        .await
        .unwrap();
    events
        .into_iter()
        .filter(|event| event.kind.starts_with("back-office"))
        .collect()
}

fn said(author: Option<&str>, text: &str) -> server::connectors::SeenNote {
    server::connectors::SeenNote {
        author: author.map(str::to_owned),
        text: text.to_owned(),
        at: None,
    }
}

#[tokio::test]
async fn a_ticket_that_has_not_changed_is_no_news_and_is_left_alone_for_a_while() {
    let watching = Watching::new().await;
    assert_eq!(watching.poll(2 * MINUTE).await, [Polled::Same; 2]);
    assert_eq!(watching.poll(2 * MINUTE + 1).await, []);
    assert_eq!(watching.poll(3 * MINUTE).await, [Polled::Same; 2]);
    assert!(watching.new_events("A").await.is_empty());
}

#[tokio::test]
async fn a_ticket_is_looked_at_until_its_case_is_closed_and_again_once_that_is_reopened() {
    let watching = Watching::new().await;
    let watched = "select cast(watched as text) from counterparts where leg_id = 'A'";
    for (change, looked_at, kept) in [
        (StateChange::Close, vec![Polled::Same], "0"),
        (StateChange::Reopen, vec![Polled::Same; 2], "1"),
    ] {
        let changed = watching
            .house
            .store
            .write(move |tx| Box::pin(async move { change_state(tx, "A", change, MINUTE).await }));
        assert!(changed.await.unwrap());
        watching
            .house
            .run("update counterparts set polled_at = 0")
            .await;
        assert_eq!(watching.poll(2 * MINUTE).await, looked_at, "{change:?}");
        assert_eq!(watching.house.text(watched).await, kept, "{change:?}");
    }
}

#[tokio::test]
async fn a_note_of_the_back_office_is_taken_once_and_stays_below_the_line() {
    let watching = Watching::new().await;
    watching.twin.work("0", |ticket| {
        ticket.notes.push(said(Some("li"), "van is out"))
    });
    assert_eq!(
        watching.poll(2 * MINUTE).await,
        [Polled::News, Polled::Same]
    );
    assert_eq!(watching.poll(4 * MINUTE).await, [Polled::Same; 2]);
    let news = watching.new_events("A").await;
    assert_eq!(news.len(), 1);
    assert_eq!(
        (news[0].kind.as_str(), news[0].side),
        ("back-office-note", Side::Below)
    );
    assert_eq!(news[0].actor, "connector:there");
    assert_eq!(news[0].body.as_ref().unwrap()["text"], "van is out");
    assert!(
        events::read(watching.house.store.read(), "A", true)
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn the_same_words_twice_are_two_notes_and_ours_are_none() {
    let watching = Watching::new().await;
    watching.house.note("A", "Any news?").await;
    watching.house.drain(MINUTE).await;
    watching.twin.work("0", |ticket| {
        ticket
            .notes
            .extend([said(None, "tried again"), said(None, "tried again")])
    });
    watching.poll(2 * MINUTE).await;
    assert_eq!(watching.new_events("A").await.len(), 2);
    watching
        .twin
        .work("0", |ticket| ticket.notes.push(said(None, "tried again")));
    watching.poll(4 * MINUTE).await;
    assert_eq!(watching.new_events("A").await.len(), 3);
}

#[tokio::test]
async fn a_leg_follows_its_ticket_and_its_end_is_told_once() {
    let watching = Watching::new().await;
    for (minute, status, leg) in [
        (2, Status::InProgress, "working"),
        (4, Status::Held, "paused"),
        (6, Status::InProgress, "working"),
        (8, Status::Resolved, "done"),
        (10, Status::Closed, "done"),
    ] {
        watching.twin.work("0", |ticket| ticket.status = status);
        watching.poll(minute * MINUTE).await;
        assert_eq!(watching.leg().await, leg);
    }
    assert_eq!(watching.new_events("A").await.len(), 5);
    let ends = watching.ends.lock().unwrap().clone();
    assert_eq!(ends.len(), 1);
    assert_eq!(
        (ends[0].leg_id.as_str(), ends[0].how, ends[0].at),
        ("A", Turned::Done, 8 * MINUTE)
    );
}

#[tokio::test]
async fn a_rejected_ticket_declines_its_leg() {
    let watching = Watching::new().await;
    watching
        .twin
        .work("0", |ticket| ticket.status = Status::Rejected);
    watching.poll(2 * MINUTE).await;
    assert_eq!(watching.leg().await, "declined");
    assert_eq!(watching.ends.lock().unwrap()[0].how, Turned::Declined);
}

#[tokio::test]
async fn a_leg_that_is_done_is_not_opened_by_the_back_office() {
    let watching = Watching::new().await;
    watching
        .twin
        .work("0", |ticket| ticket.status = Status::Resolved);
    watching.poll(2 * MINUTE).await;
    watching
        .twin
        .work("0", |ticket| ticket.status = Status::InProgress);
    watching.poll(4 * MINUTE).await;
    assert_eq!(watching.leg().await, "done");
    // The owner reads of it all the same.
    assert_eq!(watching.new_events("A").await.len(), 2);
}

#[tokio::test]
async fn a_leg_that_its_owner_opened_again_is_not_ended_by_the_old_state() {
    let watching = Watching::new().await;
    watching
        .twin
        .work("0", |ticket| ticket.status = Status::Resolved);
    watching.poll(2 * MINUTE).await;
    watching
        .house
        .run("update legs set state = 'queued', done_at = null where id = 'A'")
        .await;
    watching.house.change("A", Status::InProgress).await;
    // Looked at before it is carried: the state there is the old one.
    watching.poll(4 * MINUTE).await;
    assert_eq!(watching.leg().await, "queued");
    watching.house.drain(5 * MINUTE).await;
    // Resolved again before the next look: that is news, although the word is the same.
    watching
        .twin
        .work("0", |ticket| ticket.status = Status::Resolved);
    watching.poll(6 * MINUTE).await;
    assert_eq!(watching.leg().await, "done");
    assert_eq!(watching.ends.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn a_ticket_that_is_gone_is_told_once() {
    let receiver = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    let house = tmf621(&receiver).await;
    let (poller, _ends) = poller(&house);
    house.case("A", "there").await;
    house.drain(0).await;
    house.run("update counterparts set foreign_id = '99'").await;
    assert_eq!(poll(&poller, 2 * MINUTE).await, [Polled::News]);
    assert_eq!(poll(&poller, 4 * MINUTE).await, [Polled::Same]);
    assert_eq!(
        news(&house, "A").await[0].body.as_ref().unwrap()["called"],
        "gone"
    );
}

#[tokio::test]
async fn one_that_cannot_be_looked_at_holds_up_no_other() {
    let receiver = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    let house = tmf621(&receiver).await;
    let (poller, _ends) = poller(&house);
    for reference in ["A", "B"] {
        house.case(reference, "there").await;
    }
    house.drain(0).await;
    house
        .run("update counterparts set foreign_id = '..' where leg_id = 'A'")
        .await;
    receiver
        .work("2", json!({ "status": "inProgress" }))
        .unwrap();
    assert_eq!(
        poll(&poller, 2 * MINUTE).await,
        [Polled::Trouble, Polled::News]
    );
}

#[tokio::test]
async fn a_look_that_breaks_down_holds_up_no_other() {
    let watching = Watching::new().await;
    watching.twin.always("A", Behave::Panic);
    watching
        .twin
        .work("1", |ticket| ticket.status = Status::InProgress);
    assert_eq!(
        watching.poll(2 * MINUTE).await,
        [Polled::Trouble, Polled::News]
    );
}

#[tokio::test]
async fn news_that_cannot_be_kept_hold_up_no_other() {
    let watching = Watching::new().await;
    let store = &watching.house.store;
    ground::refuse(store, "events", "new.case_id = 'A'").await;
    for id in ["0", "1"] {
        watching
            .twin
            .work(id, |ticket| ticket.status = Status::InProgress);
    }
    assert_eq!(
        watching.poll(2 * MINUTE).await,
        [Polled::Trouble, Polled::News]
    );
    // Nothing of it was taken over by halves: once it can be kept, it is news.
    ground::allow(store, "events").await;
    assert_eq!(
        watching.poll(4 * MINUTE).await,
        [Polled::News, Polled::Same]
    );
}

#[tokio::test]
async fn what_a_tmf621_server_changes_is_taken_over_as_it_is_written() {
    let receiver = Receiver::start(Manner::Reference, Log::in_memory())
        .await
        .unwrap();
    let house = tmf621(&receiver).await;
    let (poller, ends) = poller(&house);
    house.case("A", "there").await;
    house.note("A", "Any news?").await;
    house.drain(0).await;
    let ours: Value = receiver.tickets()[0]["note"][0].clone();
    let theirs = json!({ "id": 7, "text": "<b>line card</b> replaced", "date": "2026-11-23T06:28:56.591201" });
    receiver
        .work("1", json!({ "status": "Resolved", "note": [ours, theirs] }))
        .unwrap();
    assert_eq!(poll(&poller, 2 * MINUTE).await, [Polled::News]);
    let news = news(&house, "A").await;
    assert_eq!(news.len(), 2);
    assert_eq!(
        news[0].body.as_ref().unwrap()["text"],
        "<b>line card</b> replaced"
    );
    assert_eq!(news[1].body.as_ref().unwrap()["leg_state"], "done");
    assert_eq!(ends.lock().unwrap().len(), 1);
}

async fn tmf621(receiver: &Receiver) -> House {
    let settings = Tmf621Settings {
        http: HttpSettings::at(receiver.url().parse().unwrap()),
        fields: Fields::default(),
        notes: NoteHabit::Replace,
    };
    House::new(Arc::new(Tmf621::new(&settings).unwrap())).await
}
